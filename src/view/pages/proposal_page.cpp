#include "view/pages/proposal_page.hpp"

#include "view/pages/dialogue_addresses.hpp"

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

} // namespace

std::string proposal_page(ProposalPage const& view, Filled const& answer, Context const& context) {
    auto const& language = context.language;
    auto const& proposal = view.proposal;
    return page_below_goal(proposal_url(view.goal.id, proposal.id), language.tr("Proposal"), view.goal, context,
                           [&](Html& h) {
                               h.div(class_("quoted"), [&] { write_proposal(h, context, proposal); });
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
