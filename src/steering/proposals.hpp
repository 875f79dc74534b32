#pragma once

#include "domain/dialogue.hpp"
#include "steering/work.hpp"

#include <cstdint>
#include <string_view>

namespace rodtrad::steering {

// Takes the right to take part at one of the goal's units; the goal must not be closed or abandoned. Refuses by field:
// "text".
domain::ProposalId propose(Work& work, domain::GoalId id, domain::ProposalKind kind, std::string_view text);

// Accepts or declines, always with words back. Takes the right to steer in one of the goal's units. Refuses by field:
// "state", "answer".
void answer_proposal(Work& work, domain::ProposalId id, std::int64_t version_read, domain::ProposalState state,
                     std::string_view answer);

} // namespace rodtrad::steering
