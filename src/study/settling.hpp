#pragma once

#include "study/evidence.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rodtrad::study {

// q over the whole batch, for each of a measure's main tests of each kind.
using BatchQ = std::array<std::span<std::optional<double> const>, finding_kinds>;

// What a measure's candidates came to.
struct Settled {
    std::vector<Candidate> findings; // with q and certainty; those that came to nothing are gone
    std::size_t subgroup_series = 0; // of other groups than total, women and men, that were looked at after all
};

// Confirmed: q over the batch is at most the limit, and the effect is worth talking about. Watch: the same with q over
// the measure alone, or a rule. Of a neutral measure only what is confirmed is kept. Other groups than total, women and
// men are tested under a confirmed total, each unit and kind a family of its own (STATISTICS M11 and section 3).
Settled settled(Dataset const& data, MeasureIndex measure, Evidence const& evidence, BatchQ const& batch_q,
                double q_limit);

} // namespace rodtrad::study
