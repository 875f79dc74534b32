#include "steering/proposals.hpp"

#include "steering/written_text.hpp"

#include <utility>

namespace rodtrad::steering {

using base::message;

domain::ProposalId propose(Work& work, domain::GoalId id, domain::ProposalKind kind, std::string_view text) {
    auto const& goal = work.must_find<domain::Goal>(id);
    work.require_in_any(plan::Right::take_part, goal.units);
    domain::Proposal proposal{.goal = id, .kind = kind, .by = work.require_person(), .at = work.now()};
    proposal.text = written_text("text", text, Empty::is_refused);
    if (goal.state == domain::GoalState::closed || goal.state == domain::GoalState::abandoned)
        throw Refused{{}, message("The goal is over. Propose it for the next one.")};
    return work.put(std::move(proposal), "proposal.make");
}

void answer_proposal(Work& work, domain::ProposalId id, std::int64_t version_read, domain::ProposalState state,
                     std::string_view answer) {
    auto proposal = work.must_find<domain::Proposal>(id);
    work.require_in_any(plan::Right::steer, work.must_find<domain::Goal>(proposal.goal).units);
    work.must_find<domain::Proposal>(id, version_read);
    if (state == domain::ProposalState::open) throw Refused{"state", message("Choose whether to accept or decline.")};
    proposal.state = state;
    proposal.answer = written_text("answer", answer, Empty::is_refused);
    proposal.answered_by = work.person();
    proposal.answered_at = work.now();
    work.put(std::move(proposal), "proposal.answer");
}

} // namespace rodtrad::steering
