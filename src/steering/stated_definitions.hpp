#pragma once

#include "base/text.hpp"
#include "domain/group.hpp"
#include "domain/mark.hpp"
#include "domain/measure.hpp"
#include "domain/target.hpp"
#include "domain/unit.hpp"
#include "import/sink.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

// What the rows of definitions say, beside what is known already.
namespace rodtrad::steering {

inline bool states(import::Fields stated, auto field) { return (stated & static_cast<import::Fields>(field)) != 0; }

// What is known, with the fields that the row states.
domain::Unit merged(domain::Unit known, domain::Unit const& row, import::Fields stated);
domain::Measure merged(domain::Measure known, domain::Measure const& row, import::Fields stated);

// The groups that everybody uses need no definition.
std::optional<domain::Group> well_known_group(std::string_view code);

// Names are the same whatever their case and the space around them.
inline std::string name_key(std::string_view name) { return base::lower(base::trimmed(name)); }

// What makes two targets, or two marks, the same one.
inline auto key_of(domain::Target const& target) {
    return std::tuple{target.measure, target.unit, target.group, target.period.code()};
}
inline auto key_of(domain::Mark const& mark) {
    return std::tuple{mark.measure, mark.unit, mark.group, mark.period.code(), mark.kind};
}

} // namespace rodtrad::steering
