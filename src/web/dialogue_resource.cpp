// What is said of a goal: proposals and their answers, comments, a note for oneself, and who follows.

#include "steering/comments.hpp"
#include "steering/followings.hpp"
#include "steering/notes.hpp"
#include "steering/proposals.hpp"
#include "view/pages/comment_page.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/proposal_page.hpp"
#include "web/dialogue_asked.hpp"
#include "web/dialogue_resources.hpp"
#include "web/form.hpp"
#include "web/page_answer.hpp"

#include <algorithm>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

pages::GoalDialogue dialogue_of(Visit const& visit, domain::Goal const& goal) {
    return pages::goal_dialogue(visit.plan(), visit.data(), goal, visit.who->person, visit.today());
}

Response proposal_form_response(Visit const& visit, domain::Goal const& goal, pages::Filled const& filled) {
    return page_or_json(visit, pages::form_view(filled), [&] {
        return pages::proposal_form_page(pages::goal_place(goal, visit.data()), filled, visit.context());
    });
}

Response proposal_response(Visit const& visit, domain::Goal const& goal, domain::Proposal const& proposal,
                           pages::Filled const& filled) {
    auto dialogue = dialogue_of(visit, goal);
    pages::ProposalPage const view{.goal = pages::goal_place(goal, visit.data()),
                                   .proposal =
                                       *std::ranges::find(dialogue.proposals, proposal.id, &pages::ProposalView::id),
                                   .version = proposal.version,
                                   .may_comment = dialogue.may_comment,
                                   .mentionable = std::move(dialogue.mentionable)};
    return page_or_json(visit, view, [&] { return pages::proposal_page(view, filled, visit.context()); });
}

steering::Subject subject_in(Visit const& visit, domain::GoalId goal) {
    return {.goal = goal,
            .kind = base::value_of<domain::SubjectKind>(visit.filled_in("about")).value_or(domain::SubjectKind::goal),
            .number = number_in(visit, "subject")};
}

Response comment_again(Visit const& visit, domain::Goal const& goal, pages::Filled const& filled) {
    auto const subject = subject_in(visit, goal.id);
    auto const& language = visit.language();
    pages::CommentForm const form{.goal = goal.id,
                                  .about = subject.kind,
                                  .subject = subject.number,
                                  .label = language.tr("Comment"),
                                  .hint = language.tr("Everyone who is signed in can read it."),
                                  .button = language.tr("Comment")};
    return page_or_json(visit, pages::form_view(filled), [&] {
        return pages::comment_again_page(pages::goal_place(goal, visit.data()), form,
                                         dialogue_of(visit, goal).mentionable, filled, visit.context());
    });
}

domain::Comment const* own_comment(Visit const& visit, domain::Goal const& goal) {
    auto const* comment = find_captured_of<domain::Comment>(visit, goal, "comment");
    bool const is_own = comment != nullptr && comment->by == visit.who->person && !comment->is_withdrawn;
    return is_own ? comment : nullptr;
}

Response own_comment_response(Visit const& visit, domain::Goal const& goal, domain::Comment const& comment,
                              pages::Filled const& filled) {
    return page_or_json(visit, pages::form_view(filled), [&] {
        return pages::own_comment_page(pages::goal_place(goal, visit.data()), comment, filled, visit.context());
    });
}

Response note_response(Visit const& visit, domain::Goal const& goal, pages::Filled const& filled) {
    return page_or_json(visit, pages::form_view(filled), [&] {
        return pages::note_page(pages::goal_place(goal, visit.data()), filled, visit.context());
    });
}

} // namespace

Response show_proposal_form(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    return for_who_may(visit, plan::Right::take_part, *goal, [&] { return proposal_form_response(visit, *goal, {}); });
}

Response propose(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const kind = base::value_of<domain::ProposalKind>(visit.filled_in("kind"));
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            auto const proposal =
                steering::propose(work, goal->id, kind.value_or(domain::ProposalKind::other), visit.filled_in("text"));
            return pages::proposal_url(goal->id, proposal);
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return proposal_form_response(visit, *goal, filled); });
}

Response show_proposal(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const* proposal = find_captured_of<domain::Proposal>(visit, *goal, "proposal");
    if (proposal == nullptr) return page_not_found(visit);
    auto const filled =
        pages::Filled::standing({{"state", std::string{base::name_of(proposal->state)}}, {"answer", proposal->answer}});
    return proposal_response(visit, *goal, *proposal, filled);
}

Response answer_proposal(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const* proposal = find_captured_of<domain::Proposal>(visit, *goal, "proposal");
    if (proposal == nullptr) return page_not_found(visit);
    auto const state = base::value_of<domain::ProposalState>(visit.filled_in("state"));
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::answer_proposal(work, proposal->id, number_in(visit, "version"),
                                      state.value_or(domain::ProposalState::open), visit.filled_in("answer"));
            return pages::proposal_url(goal->id, proposal->id);
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return proposal_response(visit, *goal, *proposal, filled); });
}

Response show_comment_form(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    return for_who_may(visit, plan::Right::take_part, *goal, [&] { return comment_again(visit, *goal, {}); });
}

Response write_comment(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            auto const comment =
                steering::comment(work, subject_in(visit, goal->id), visit.filled_in("text"), visit.filled_in("to"));
            return pages::said_url(work.must_find<domain::Comment>(comment));
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return comment_again(visit, *goal, filled); });
}

Response show_own_comment(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    auto const* comment = goal == nullptr ? nullptr : own_comment(visit, *goal);
    if (comment == nullptr) return page_not_found(visit);
    auto const filled =
        pages::Filled::standing({{"text", comment->text}, {"version", std::to_string(comment->version)}});
    return own_comment_response(visit, *goal, *comment, filled);
}

Response rewrite_comment(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    auto const* comment = goal == nullptr ? nullptr : own_comment(visit, *goal);
    if (comment == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::rewrite_comment(work, comment->id, number_in(visit, "version"), visit.filled_in("text"));
            return pages::said_url(*comment);
        });
    };
    return answer_form(visit, use_case, [&](pages::Filled const& filled) {
        return own_comment_response(visit, *goal, *comment, filled);
    });
}

Response withdraw_comment(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    auto const* comment = goal == nullptr ? nullptr : own_comment(visit, *goal);
    if (comment == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::withdraw_comment(work, comment->id);
            return pages::said_url(*comment);
        });
    };
    return answer_button(visit, use_case);
}

Response show_note(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const note = steering::own_note(visit.organisation, goal->id, visit.who->person);
    return note_response(visit, *goal, pages::Filled::standing({{"text", note}}));
}

Response save_note(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::save_note(work, goal->id, visit.filled_in("text"));
            return pages::goal_url(goal->id).anchor("anteckning");
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return note_response(visit, *goal, filled); });
}

Response follow_goal(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            if (visit.filled_in("sluta") == "ja")
                steering::unfollow(work, goal->id);
            else
                steering::follow(work, goal->id);
            return pages::goal_url(goal->id).anchor("foljare");
        });
    };
    return answer_button(visit, use_case);
}

} // namespace rodtrad::web
