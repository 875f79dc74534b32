#include "view/pages/dialogue_addresses.hpp"

#include <string>
#include <string_view>

namespace rodtrad::view::pages {

namespace {

Url below(domain::GoalId goal, std::string_view part) {
    return Url{"/mal"}.segment(std::to_string(goal.value())).segment(part);
}
Url below(domain::GoalId goal, std::string_view part, std::int64_t number) {
    return below(goal, part).segment(std::to_string(number));
}

} // namespace

Url behaviours_url(domain::GoalId goal) { return below(goal, "beteenden"); }
Url behaviour_url(domain::GoalId goal, domain::BehaviourId behaviour) {
    return below(goal, "beteenden", behaviour.value());
}
Url new_activity_url(domain::GoalId goal) { return below(goal, "aktiviteter"); }
Url activity_url(domain::GoalId goal, domain::ActivityId activity) {
    return below(goal, "aktiviteter", activity.value());
}
Url check_in_form_url(domain::GoalId goal) { return below(goal, "stam-av"); }
Url check_ins_url(domain::GoalId goal) { return below(goal, "avstamningar"); }
Url check_in_url(domain::GoalId goal, domain::CheckInId check_in) {
    return below(goal, "avstamningar", check_in.value());
}
Url correct_check_in_url(domain::GoalId goal, domain::CheckInId check_in) {
    return check_in_url(goal, check_in).segment("ratta");
}
Url acknowledge_url(domain::GoalId goal, domain::CheckInId check_in) {
    return check_in_url(goal, check_in).segment("last");
}
Url remind_url(domain::GoalId goal) { return below(goal, "paminn"); }
Url proposals_url(domain::GoalId goal) { return below(goal, "forslag"); }
Url proposal_url(domain::GoalId goal, domain::ProposalId proposal) { return below(goal, "forslag", proposal.value()); }
Url comments_url(domain::GoalId goal) { return below(goal, "kommentarer"); }
Url comment_url(domain::GoalId goal, domain::CommentId comment) { return below(goal, "kommentarer", comment.value()); }
Url withdraw_url(domain::GoalId goal, domain::CommentId comment) {
    return comment_url(goal, comment).segment("ta-tillbaka");
}
Url note_url(domain::GoalId goal) { return below(goal, "anteckning"); }
Url follow_url(domain::GoalId goal) { return below(goal, "folj"); }
Url questions_url() { return Url{"/installningar/fragor"}; }

Url said_url(domain::Comment const& comment) {
    auto const page = [&] {
        switch (comment.about) {
        case domain::SubjectKind::behaviour:
            return behaviour_url(comment.goal, domain::BehaviourId{comment.subject});
        case domain::SubjectKind::check_in:
            return check_in_url(comment.goal, domain::CheckInId{comment.subject});
        case domain::SubjectKind::proposal:
            return proposal_url(comment.goal, domain::ProposalId{comment.subject});
        case domain::SubjectKind::goal:
            break;
        }
        return Url{"/mal"}.segment(std::to_string(comment.goal.value()));
    }();
    return page.anchor("kommentar-" + std::to_string(comment.id.value()));
}

} // namespace rodtrad::view::pages
