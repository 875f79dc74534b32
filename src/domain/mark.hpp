#pragma once

#include "domain/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::domain {

// What somebody has said of a point in a series.
enum class MarkKind : std::uint8_t {
    rebase,      // from here on it is another level: limits, runs and tests start anew. A human act, with a reason
    explanation, // shown wherever the figure is shown; changes nothing that is computed
};
std::string_view to_text(MarkKind kind); // the enumerator's name
std::optional<MarkKind> to_mark_kind(std::string_view text);

struct Mark {
    std::string measure;
    std::string unit;  // holds for the unit and all below it; empty = for every unit
    std::string group; // empty = for every group
    Period period = Period::make(Periodicity::year, 2000);
    MarkKind kind = MarkKind::explanation;
    std::string text; // the reason, or the explanation; never empty
    bool operator==(Mark const&) const = default;
};

} // namespace rodtrad::domain
