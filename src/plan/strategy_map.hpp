#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <cstddef>
#include <vector>

namespace rodtrad::plan {

// A success factor, a goal or a steering document on the map: one of the three is there.
struct MapNode {
    domain::SuccessFactor const* factor = nullptr;
    domain::Goal const* goal = nullptr;
    domain::SteeringDocument const* document = nullptr;
    bool is_from_above = false; // another unit's, that a goal here supports
    bool is_from_below = false; // a goal of a unit below, where there are none of its own
};

struct MapRow {
    domain::Perspective perspective;  // without a name: what stands in none, or the row of what is from above
    bool is_from_above = false;       // the first row, where there is anything in it
    std::vector<std::size_t> nodes{}; // places in StrategyMap::nodes
};

struct MapLink { // places in StrategyMap::nodes
    std::size_t from = 0;
    std::size_t to = 0; // what it serves
};

// How a unit means to reach what it is there for: perspectives as rows, in them its success factors and its goals, and
// what supports what. Drawn from the same records as the scorecard and the goals; nothing is placed by hand.
struct StrategyMap {
    std::vector<MapNode> nodes;
    std::vector<MapRow> rows;
    std::vector<MapLink> links;
};

// On a day, of a unit: its own vision and strategies, the factors of its card, the goals that it carries or shares and
// that are adopted, active or paused, and what these support above. Where it has no goals of its own, those of the
// nearest units below that have any.
StrategyMap strategy_map(Plan const& plan, study::Dataset const& data, study::UnitIndex unit, base::Date day);

} // namespace rodtrad::plan
