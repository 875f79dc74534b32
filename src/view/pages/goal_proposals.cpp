#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/dialogue_parts.hpp"
#include "view/pages/goal_dialogue.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/proposal_page.hpp"

namespace rodtrad::view::pages {

namespace {

Tag tag_of(domain::ProposalState state, Language const& language) {
    std::string const text{state_name(state, language)};
    if (state == domain::ProposalState::accepted) return {Sign::target_met, Tone::better, text};
    return {state == domain::ProposalState::open ? Sign::watch : Sign::too_few, Tone::normal, text};
}

} // namespace

void write_proposal(Html& h, Context const& context, ProposalView const& proposal) {
    write_who(h, context, proposal.at, proposal.name, kind_name(proposal.kind, context.language));
    write_words(h, proposal.text);
    h.p([&] { write_tag(h, tag_of(proposal.state, context.language)); });
    if (!proposal.answered_at) return;
    h.div(class_("answer"), [&] {
        write_who(h, context, *proposal.answered_at, proposal.answered_by);
        write_words(h, proposal.answer);
    });
}

void write_proposals(Html& h, Context const& context, GoalDialogue const& view) {
    if (view.proposals.empty() && !view.may_propose) return;
    auto const& language = context.language;
    h.section(class_("panel"), id("forslag"), [&] {
        h.h2(language.tr("Proposals"));
        if (view.proposals.empty())
            h.p(language.tr("No one has proposed anything yet."));
        else
            h.ol(class_("talk"), [&] {
                for (auto const& proposal : view.proposals)
                    h.li([&] {
                        write_proposal(h, context, proposal);
                        h.p(class_("of"), [&] {
                            bool const is_to_answer =
                                proposal.may_answer && proposal.state == domain::ProposalState::open;
                            h.a(href(proposal_url(proposal.goal, proposal.id)),
                                is_to_answer ? language.tr("Answer") : language.tr("Discuss it"));
                        });
                    });
            });
        if (view.may_propose) h.p([&] { h.a(href(proposals_url(view.goal)), language.tr("Propose something")); });
    });
}

} // namespace rodtrad::view::pages
