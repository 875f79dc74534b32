#pragma once

#include "domain/period.hpp"

#include <optional>
#include <string>

namespace rodtrad::domain {

// What a unit aims at for a measure, a group and a period. Holds from that period until a later target.
// `floor` is the least that is accepted, `stretch` what one hopes for. A measure with a wanted range needs none.
struct Target {
    std::string measure;
    std::string unit; // also holds for units below it that have no target of their own when is_inherited
    std::string group = "T";
    Period period = Period::make(Periodicity::year, 2000);
    std::optional<double> floor;
    std::optional<double> target;
    std::optional<double> stretch;
    bool is_inherited = true;
    bool operator==(Target const&) const = default;
};

} // namespace rodtrad::domain
