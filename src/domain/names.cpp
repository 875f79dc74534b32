// The texts of the domain's enumerations: one table for each, read both ways.

#include "base/text.hpp"
#include "domain/group.hpp"
#include "domain/mark.hpp"
#include "domain/measure.hpp"
#include "domain/unit.hpp"

#include <array>
#include <utility>

namespace rodtrad::domain {

namespace {

template <class Enum, std::size_t N>
using Names = std::array<std::pair<Enum, std::string_view>, N>;

template <class Enum, std::size_t N>
std::string_view name_in(Names<Enum, N> const& names, Enum value) {
    for (auto const& [enumerator, name] : names)
        if (enumerator == value) return name;
    return {};
}

template <class Enum, std::size_t N>
std::optional<Enum> value_in(Names<Enum, N> const& names, std::string_view text) {
    for (auto const& [enumerator, name] : names)
        if (name == text) return enumerator;
    return {};
}

constexpr Names<GroupKind, 4> group_kinds{{
    {GroupKind::total, "total"},
    {GroupKind::sex, "sex"},
    {GroupKind::age, "age"},
    {GroupKind::other, "other"},
}};

constexpr Names<MarkKind, 2> mark_kinds{{
    {MarkKind::rebase, "rebase"},
    {MarkKind::explanation, "explanation"},
}};

constexpr Names<Direction, 3> directions{{
    {Direction::higher_is_better, "higher"},
    {Direction::lower_is_better, "lower"},
    {Direction::neutral, "neutral"},
}};

constexpr Names<ValueKind, 7> value_kinds{{
    {ValueKind::proportion, "proportion"},
    {ValueKind::rate, "rate"},
    {ValueKind::mean, "mean"},
    {ValueKind::index, "index"},
    {ValueKind::money, "money"},
    {ValueKind::count, "count"},
    {ValueKind::other, "other"},
}};

constexpr Names<Aggregation, 3> aggregations{{
    {Aggregation::counts, "counts"},
    {Aggregation::sum, "sum"},
    {Aggregation::none, "none"},
}};

constexpr Names<MeasureLevel, 3> levels{{
    {MeasureLevel::political, "political"},
    {MeasureLevel::operational, "operational"},
    {MeasureLevel::informative, "informative"},
}};

} // namespace

std::string_view to_text(MarkKind kind) { return name_in(mark_kinds, kind); }
std::optional<MarkKind> to_mark_kind(std::string_view text) { return value_in(mark_kinds, text); }

std::string_view to_text(GroupKind kind) { return name_in(group_kinds, kind); }
std::optional<GroupKind> to_group_kind(std::string_view text) { return value_in(group_kinds, text); }

std::string_view to_text(ValueKind kind) { return name_in(value_kinds, kind); }
std::optional<ValueKind> to_value_kind(std::string_view text) { return value_in(value_kinds, text); }

std::string_view to_text(Aggregation aggregation) { return name_in(aggregations, aggregation); }
std::optional<Aggregation> to_aggregation(std::string_view text) { return value_in(aggregations, text); }

std::string_view to_text(MeasureLevel level) { return name_in(levels, level); }
std::optional<MeasureLevel> to_measure_level(std::string_view text) { return value_in(levels, text); }

std::string to_text(Polarity const& polarity) {
    if (auto const* range = std::get_if<WantedRange>(&polarity))
        return base::shortest(range->low) + ".." + base::shortest(range->high);
    return std::string{name_in(directions, std::get<Direction>(polarity))};
}

std::optional<Polarity> to_polarity(std::string_view text) {
    if (auto const direction = value_in(directions, text)) return *direction;
    auto const dots = text.find("..");
    if (dots == std::string_view::npos) return {};
    auto const low = base::to_double(text.substr(0, dots));
    auto const high = base::to_double(text.substr(dots + 2));
    if (!low || !high || *low > *high) return {};
    return WantedRange{*low, *high};
}

} // namespace rodtrad::domain
