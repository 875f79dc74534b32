#pragma once

#include "view/pages/dialogue_parts.hpp"

#include <string>
#include <vector>

namespace rodtrad::view::pages {

// A proposal with its answer, if it has one.
void write_proposal(Html& h, Context const& context, ProposalView const& proposal);

// A new proposal.
std::string proposal_form_page(GoalPlace const& goal, Filled const& filled, Context const& context);

// One proposal: what is said of it, and the form for who answers.
struct ProposalPage {
    GoalPlace goal;
    ProposalView proposal;
    std::int64_t version = 0;
    bool may_comment = false;
    std::vector<std::string> mentionable;

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &ProposalPage::goal}, base::Field{"proposal", &ProposalPage::proposal},
                          base::Field{"version", &ProposalPage::version},
                          base::Field{"may_comment", &ProposalPage::may_comment},
                          base::Field{"mentionable", &ProposalPage::mentionable}};
    }
};
std::string proposal_page(ProposalPage const& view, Filled const& answer, Context const& context);

} // namespace rodtrad::view::pages
