#pragma once

#include "study/evidence.hpp"
#include "study/measure_tables.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace rodtrad::study {

// One measure, looked at through every lens: what does not depend on any other measure, and is therefore kept from one
// follow-up to the next for as long as all it was made of is the same.
struct LookedAt {
    // What it was made of.
    std::shared_ptr<Frame const> frame;
    MeasureData data;
    std::vector<std::pair<MeasureIndex, std::shared_ptr<Cube const>>> conditions; // that it was seen in the light of
    std::optional<domain::Period> as_of;

    // What came of it. Evidence is absent for a measure without figures.
    std::optional<Evidence> evidence;
    MeasureTables tables;
    std::optional<domain::Period> newest;
    double min_effect = 0;             // worth talking about, in the measure's unit
    std::vector<double> season_of_all; // what the time of year does to the figures for all; empty for nothing
    std::size_t checked = 0;           // series, see FollowUp
    std::size_t too_short = 0;         //
    std::size_t not_current = 0;       //
};

// True where looking at the measure again would tell nothing new.
bool is_as_before(LookedAt const& before, Dataset const& data, std::shared_ptr<Frame const> const& frame,
                  MeasureIndex measure, std::optional<domain::Period> as_of);

// `before`, which may be null, is the same measure as it was looked at before: what of it still holds is taken over.
// The answer is the same with and without it, and on any number of threads, to the last bit.
std::shared_ptr<LookedAt const> look_at(Dataset const& data, std::shared_ptr<Frame const> const& frame,
                                        MeasureIndex measure, std::optional<domain::Period> as_of,
                                        LookedAt const* before, int threads);

} // namespace rodtrad::study
