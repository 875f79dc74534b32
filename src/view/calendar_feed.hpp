#pragma once

#include "base/date.hpp"
#include "base/instant.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/language.hpp"

#include <span>
#include <string>
#include <string_view>

namespace rodtrad::view {

// Something on a day, all of it: Swedish days, which no time zone moves.
struct CalendarEvent {
    std::string id; // the same each time the same thing is told: "check_in-17-0"; letters, digits, - and _
    base::Date day{};
    std::string summary;
    std::string description; // may have several lines; may be empty
    std::string url;         // whole: "https://rodtrad.example.se/mal/17"
};

// An iCalendar of them (RFC 5545): lines end with CR LF and are folded at 75 bytes, between characters; what has a
// meaning in a text is escaped and other control characters are left out, so that no text can become a property.
// `site`: the origin that the addresses begin with; it makes the ids unique in the world.
std::string to_calendar(std::string_view name, std::string_view site, std::span<CalendarEvent const> events,
                        base::Instant stamp);

// What a person owes in the coming months, each thing on its day, and what is late on this one; and that things wait
// for the person, today. `site` is the origin of the pages: "https://rodtrad.example.se".
std::string calendar_of(plan::Plan const& plan, study::Dataset const& data, domain::PersonId person,
                        std::string_view site, base::Instant now, Language const& language);

} // namespace rodtrad::view
