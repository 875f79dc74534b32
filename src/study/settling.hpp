#pragma once

#include "study/evidence.hpp"
#include "study/methods/multiple_testing.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace rodtrad::study {

// q over the whole batch, for each kind; nothing where no test of the kind was made.
using Batch = std::array<std::optional<FalseDiscoveries>, finding_kinds>;

// What a measure's candidates came to.
struct Settled {
    std::vector<Candidate> findings; // with q and certainty; those that came to nothing are gone
    // Main findings that are not confirmed, but whose q is at most widest_q: where they were confirmed before, they
    // stay.
    std::vector<Finding> nearly;
    std::size_t subgroup_series = 0; // of other groups than total, women and men, that were looked at after all
};

// `evidence`: of the measure's own lenses first, then of what else has looked at it; the kinds are each one's own.
//
// Confirmed: q over the batch is at most the limit, and the effect is worth talking about. Watch: the same with q over
// the measure alone, or a rule. Of a neutral measure only what is confirmed is kept. Other groups than total, women and
// men are tested under a confirmed total, each unit and kind a family of its own (STATISTICS M11 and section 3).
Settled settled(Dataset const& data, MeasureIndex measure, std::vector<Evidence const*> evidence, Batch const& batch,
                double q_limit);

} // namespace rodtrad::study
