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
Url behaviour_url(domain::GoalId goal, domain::BehaviourId id) { return below(goal, "beteenden", id.value()); }
Url new_activity_url(domain::GoalId goal) { return below(goal, "aktiviteter"); }
Url activity_url(domain::GoalId goal, domain::ActivityId id) { return below(goal, "aktiviteter", id.value()); }
Url check_in_form_url(domain::GoalId goal) { return below(goal, "stam-av"); }
Url check_ins_url(domain::GoalId goal) { return below(goal, "avstamningar"); }
Url check_in_url(domain::GoalId goal, domain::CheckInId id) { return below(goal, "avstamningar", id.value()); }
Url acknowledge_url(domain::GoalId goal, domain::CheckInId id) { return check_in_url(goal, id).segment("last"); }
Url proposals_url(domain::GoalId goal) { return below(goal, "forslag"); }
Url proposal_url(domain::GoalId goal, domain::ProposalId id) { return below(goal, "forslag", id.value()); }
Url comments_url(domain::GoalId goal) { return below(goal, "kommentarer"); }
Url comment_url(domain::GoalId goal, domain::CommentId id) { return below(goal, "kommentarer", id.value()); }
Url withdraw_url(domain::GoalId goal, domain::CommentId id) { return comment_url(goal, id).segment("ta-tillbaka"); }
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
