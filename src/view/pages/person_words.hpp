#pragma once

#include "base/date.hpp"
#include "domain/person.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/language.hpp"

#include <optional>
#include <string>
#include <string_view>

// How people, what they are and what they may are said.
namespace rodtrad::view::pages {

std::string_view role_name(domain::Role role, Language const& language); // "Chef"
// What one may who has it, in one line.
std::string_view role_about(domain::Role role, Language const& language);

// "Rektor, Norrskolan": by the first place that the person has on the day; else by the first role; else empty.
std::string what_is(domain::Person const& person, plan::Plan const& plan, study::Dataset const& data, base::Date day,
                    Language const& language);

// The name of a unit by its code; that of the whole organisation for an empty one, and the code itself where there is
// none such.
std::string unit_name(std::string_view code, study::Dataset const& data);

// "sedan 1 augusti 2026", "1 augusti 2025–30 juni 2026", "till och med 30 juni 2026", "från 1 augusti 2027"; empty
// where neither day is set.
std::string time_of(std::optional<base::Date> from, std::optional<base::Date> to, base::Date today,
                    Language const& language);

} // namespace rodtrad::view::pages
