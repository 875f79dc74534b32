#pragma once

#include "base/date.hpp"
#include "domain/unit.hpp"
#include "study/dataset.hpp"
#include "view/language.hpp"
#include "view/pages/context.hpp"

#include <string>
#include <string_view>
#include <vector>

// What is said of units in several places.
namespace rodtrad::view::pages {

std::string_view kind_text(domain::UnitKind kind, Language const& language); // "Förvaltning"

// What a unit came out of, and what came out of it: links to their pages, in tree order.
std::vector<Link> predecessors_of(domain::Unit const& unit, study::Dataset const& data);
std::vector<Link> successors_of(domain::Unit const& unit, study::Dataset const& data);

// "Upphörde 30 juni 2025."; on the day and before: "Upphör 30 juni 2025."; empty where it goes on.
std::string ended_text(domain::Unit const& unit, base::Date day, Language const& language);

} // namespace rodtrad::view::pages
