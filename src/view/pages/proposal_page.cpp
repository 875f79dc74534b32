#include "view/pages/proposal_page.hpp"

#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/goal_addresses.hpp"

namespace rodtrad::view::pages {

std::string proposal_form_page(GoalPlace const& goal, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const draft = "proposal-" + std::to_string(goal.id.value());
    return page_below_goal(proposals_url(goal.id), language.tr("Propose something"), goal, context, [&](Html& h) {
        h.p(class_("lede"), language.tr("Everyone can read it. Those who decide on the goal answer you here."));
        write_problems(h, context, filled);
        write_form(h, context, proposals_url(goal.id), {.draft = draft}, [&] {
            std::vector<Choice> kinds;
            for (auto const& [kind, name] : names_of(domain::ProposalKind{}))
                kinds.push_back({std::string{name}, std::string{kind_name(kind, language)}});
            select_field(h, filled, {.name = "kind", .label = language.tr("What is it about?")}, kinds);
            area_field(
                h, filled,
                {.name = "text", .label = language.tr("What do you propose, and why?"), .required = Required::yes}, 5);
            submit_button(h, language.tr("Propose"));
        });
    });
}

namespace {

void write_answer_form(Html& h, ProposalPage const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const draft = "answer-" + std::to_string(view.proposal.id.value());
    h.section(class_("panel"), [&] {
        h.h2(view.proposal.state == domain::ProposalState::open ? language.tr("Answer")
                                                                : language.tr("Change the answer"));
        write_problems(h, context, filled);
        write_form(h, context, proposal_url(view.goal.id, view.proposal.id), {.draft = draft}, [&] {
            hidden_field(h, "version", std::to_string(view.version));
            std::vector<Choice> const states{
                {std::string{base::name_of(domain::ProposalState::accepted)},
                 std::string{language.tr("Yes, we accept it")}},
                {std::string{base::name_of(domain::ProposalState::declined)}, std::string{language.tr("No, not now")}}};
            radio_field(h, filled, {.name = "state", .label = language.tr("Will we do it?"), .required = Required::yes},
                        states);
            area_field(h, filled,
                       {.name = "answer",
                        .label = language.tr("Your answer"),
                        .hint = language.tr("Say why, whatever the answer is."),
                        .required = Required::yes});
            submit_button(h, language.tr("Send the answer"));
        });
    });
}

// A yes is a promise: from it one goes on to where it is written into the goal.
void write_what_follows(Html& h, ProposalPage const& view, Language const& language) {
    auto const& proposal = view.proposal;
    if (proposal.state != domain::ProposalState::accepted || !proposal.may_answer) return;
    auto const goal = view.goal.id;
    auto const lead_to = [&](Url const& url, std::string_view words) {
        h.p([&] { h.a(class_("btn"), href(url), words); });
    };
    switch (proposal.kind) {
    case domain::ProposalKind::behaviour:
        return lead_to(behaviours_url(goal), language.tr("Write it in among what we do"));
    case domain::ProposalKind::wording:
        return lead_to(goal_form_url(goal), language.tr("Change the goal accordingly"));
    case domain::ProposalKind::key_result:
        return lead_to(new_key_result_url(goal), language.tr("Add the key result"));
    case domain::ProposalKind::activity:
        return lead_to(new_activity_url(goal), language.tr("Plan it among the activities"));
    case domain::ProposalKind::other:
        break;
    }
}

} // namespace

std::string proposal_page(ProposalPage const& view, Filled const& answer, Context const& context) {
    auto const& language = context.language;
    auto const& proposal = view.proposal;
    return page_below_goal(proposal_url(view.goal.id, proposal.id), language.tr("Proposal"), view.goal, context,
                           [&](Html& h) {
                               h.div(class_("quoted"), [&] { write_proposal(h, context, proposal); });
                               write_what_follows(h, view, language);
                               if (proposal.may_answer) write_answer_form(h, view, answer, context);
                               if (!view.may_comment && proposal.comments.empty()) return;
                               h.section(class_("panel"), [&] {
                                   h.h2(language.tr("What we say about it"));
                                   write_said(h, context, proposal.comments);
                                   if (view.may_comment)
                                       write_comment_form(h, context,
                                                          {.goal = view.goal.id,
                                                           .about = domain::SubjectKind::proposal,
                                                           .subject = proposal.id.value(),
                                                           .label = language.tr("What do you think?"),
                                                           .button = language.tr("Comment")},
                                                          view.mentionable);
                               });
                           });
}

} // namespace rodtrad::view::pages
