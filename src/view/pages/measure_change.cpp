// What a confirmed change is made of: the units below, or women and men.

#include "study/methods/decomposition.hpp"
#include "study/methods/numbers.hpp"
#include "view/letter_case.hpp"
#include "view/pages/measure_panels.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace rodtrad::view::pages {

namespace {

// The periods on both sides of a change, as positions on the cube's time axis.
struct Sides {
    std::vector<std::size_t> before;
    std::vector<std::size_t> after;
};

// Since the change against before it. Where the time of year matters the figures are held against those of the same
// months in the year before the change.
Sides sides_of(PanelMatter const& matter) {
    auto const& series = matter.series;
    Sides sides;
    sides.after.assign(series.times.begin() + static_cast<std::ptrdiff_t>(series.before_change), series.times.end());
    std::vector<std::size_t> const before(series.times.begin() + static_cast<std::ptrdiff_t>(series.segment_start),
                                          series.times.begin() + static_cast<std::ptrdiff_t>(series.before_change));
    if (!series.is_season_adjusted) {
        sides.before = before;
        return sides;
    }
    auto const per_year =
        static_cast<std::size_t>(domain::periods_per_year(matter.cube().period(series.newest()).periodicity()));
    for (auto t : sides.after) {
        while (t >= per_year && t >= sides.after.front()) t -= per_year;
        if (std::ranges::find(before, t) != before.end() && std::ranges::find(sides.before, t) == sides.before.end())
            sides.before.push_back(t);
    }
    return sides;
}

struct PartOfWhole {
    std::string name;
    std::size_t slot;
    study::UnitIndex unit;
};

// The units below where there are two or more, else women and men.
std::vector<PartOfWhole> parts_of(PanelMatter const& matter) {
    auto const& [key, data, list, language, series, card, among] = matter;
    std::vector<PartOfWhole> parts;
    auto const has_figure = [&](study::UnitIndex unit) {
        return has_value(matter.cube().cell(matter.cube().at(matter.slot(), series.newest(), unit)));
    };
    for (auto const child : data.children(key.unit))
        if (has_figure(child)) parts.push_back({data.units[child].unit.name, matter.slot(), child});
    if (parts.size() > 1) return parts;
    parts.clear();
    if (data.groups[key.group].code != domain::total_group) return parts;
    for (auto const code : {domain::women_group, domain::men_group}) {
        auto const group = data.find_group(code);
        auto const slot = group ? matter.cube().slot_of(*group) : std::nullopt;
        if (slot) parts.push_back({capitalised(group_name(data.groups[*group], language)), *slot, key.unit});
    }
    if (parts.size() < 2) parts.clear();
    return parts;
}

domain::Counts summed(study::Cube const& cube, PartOfWhole const& part, std::vector<std::size_t> const& times) {
    domain::Counts sum;
    for (auto const t : times) {
        auto const at = cube.at(part.slot, t, part.unit);
        auto const counts = cube.counts(at);
        if (!has_value(cube.cell(at)) || !std::isfinite(counts.numerator) || !std::isfinite(counts.denominator))
            continue;
        sum.numerator += counts.numerator;
        sum.denominator += counts.denominator;
    }
    return sum;
}

double mean_value(study::Cube const& cube, PartOfWhole const& part, std::vector<std::size_t> const& times) {
    double sum = 0;
    for (auto const t : times) {
        auto const at = cube.at(part.slot, t, part.unit);
        if (has_value(cube.cell(at))) sum += cube.value(at);
    }
    return times.empty() ? 0 : sum / static_cast<double>(times.size());
}

// Contributions of the parts in the measure's unit, and what came of their sizes having changed.
struct Contributed {
    std::vector<double> parts;
    std::optional<double> mix;
    double total = 0;
};

std::optional<Contributed> contributed(PanelMatter const& matter, std::vector<PartOfWhole> const& parts,
                                       Sides const& sides) {
    auto const& measure = matter.measure();
    Contributed result;
    if (measure.aggregation == domain::Aggregation::sum) {
        for (auto const& part : parts) {
            result.parts.push_back(mean_value(matter.cube(), part, sides.after) -
                                   mean_value(matter.cube(), part, sides.before));
            result.total += result.parts.back();
        }
        return result;
    }
    bool const has_counts = measure.kind == domain::ValueKind::proportion || measure.kind == domain::ValueKind::rate ||
                            measure.aggregation == domain::Aggregation::counts;
    if (!has_counts || !matter.cube().has_counts()) return {};
    std::vector<study::UnitChange> changes;
    for (auto const& part : parts)
        changes.push_back({summed(matter.cube(), part, sides.before), summed(matter.cube(), part, sides.after)});
    auto const decomposed = study::kitagawa(changes);
    if (!decomposed) return {};
    for (auto const& unit : decomposed->units) result.parts.push_back(unit.rate * measure.multiplier);
    result.mix = decomposed->mix * measure.multiplier;
    result.total = decomposed->change() * measure.multiplier;
    return result;
}

// The largest three, the rest together, and the mix last; rounded so that they sum to the total as it is written.
std::vector<Contribution> shown(std::vector<PartOfWhole> const& parts, Contributed const& contributed, int decimals,
                                Language const& language) {
    std::vector<std::size_t> order(parts.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return std::abs(contributed.parts[i]); });
    std::vector<Contribution> bars;
    double others = 0;
    std::size_t number_of_others = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        bool const is_named = i < study::contributions_shown || order.size() == study::contributions_shown + 1;
        if (is_named) {
            bars.push_back({parts[order[i]].name, contributed.parts[order[i]]});
        } else {
            others += contributed.parts[order[i]];
            ++number_of_others;
        }
    }
    if (number_of_others > 0)
        bars.push_back(
            {language.tr("The other {0}", whole(language, static_cast<std::int64_t>(number_of_others))), others});
    if (contributed.mix) bars.push_back({std::string{language.tr("Changed sizes of the parts")}, *contributed.mix});
    std::vector<double> values;
    for (auto const& bar : bars) values.push_back(bar.value);
    auto const rounded = study::rounded_to_total(values, contributed.total, decimals);
    for (std::size_t i = 0; i < bars.size(); ++i) bars[i].value = rounded[i];
    return bars;
}

} // namespace

std::optional<ChangePanel> change_panel(PanelMatter const& matter) {
    auto const& language = matter.language;
    auto const& series = matter.series;
    auto const* change = matter.finding(study::FindingKind::change);
    if (!change || !series.has_changed() || series.before_change <= series.segment_start) return {};
    auto const parts = parts_of(matter);
    auto const sides = sides_of(matter);
    if (parts.empty() || sides.before.empty()) return {};
    auto const result = contributed(matter, parts, sides);
    if (!result || result->total == 0) return {};

    ChangePanel panel;
    auto const since = period_text(language, matter.cube().period(sides.after.front()));
    panel.chart.title = result->total < 0 ? language.tr("What contributed to the decrease since {0}?", since)
                                          : language.tr("What contributed to the increase since {0}?", since);
    panel.chart.format = {series.format.unit, std::max(series.format.decimals, 1)};
    panel.chart.polarity = matter.measure().polarity;
    panel.chart.total = result->total;
    panel.chart.parts = shown(parts, *result, panel.chart.format.decimals, language);
    auto const total = signed_difference(language, panel.chart.format, result->total);
    if (!result->mix) {
        panel.sentence = language.tr("{0} in all, against the mean before.", total);
        return panel;
    }
    auto const mix = panel.chart.parts.back().value;
    panel.sentence =
        mix == 0 ? language.tr("{0} in all, and all of it because the parts’ own figures are others.", total)
                 : language.tr("{0} in all. {1} of it comes of the parts being of other sizes than before, the rest of "
                               "their own figures being others.",
                               total, signed_difference(language, {"", panel.chart.format.decimals}, mix));
    return panel;
}

} // namespace rodtrad::view::pages
