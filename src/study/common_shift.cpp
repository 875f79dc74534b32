#include "study/common_shift.hpp"

#include "study/methods/numbers.hpp"

#include <algorithm>

namespace rodtrad::study {

namespace {

constexpr std::size_t fewest_units = 8;
constexpr std::size_t fewest_without_top = 30;
constexpr double moved_p = 0.05;

bool is_more_than_a_quarter(std::size_t some, std::size_t all) { return 4 * some > all; }

struct Movers {
    std::vector<UnitIndex> tested;
    std::vector<UnitIndex> up;
    std::vector<UnitIndex> down;
};

// Only what was delivered: a sum moves because its parts do, and would be heard once more.
Movers movers_among(MeasureStudy const& study, SeriesTable const& levels, StepTests const& tests) {
    Movers movers;
    for (std::size_t u = 0; u < levels.units(); ++u) {
        UnitIndex const unit{u};
        auto const& test = tests.series[u];
        if (levels.origin(unit) == Origin::aggregated || !test || !study.current_time(levels, unit)) continue;
        movers.tested.push_back(unit);
        if (test->p <= moved_p) (test->effect() > 0 ? movers.up : movers.down).push_back(unit);
    }
    return movers;
}

// The nearest unit whose branch holds them all, and that has a change of its own to tell. In tree order the first and
// the last of them speak for the rest.
std::optional<UnitIndex> top_of(std::vector<UnitIndex> const& units, MeasureStudy const& study,
                                SeriesTable const& levels, StepTests const& tests) {
    auto const& data = study.data();
    for (std::optional at = units.front(); at; at = data.units[*at].parent)
        if (data.is_in_branch(units.back(), *at) && tests.series[at->value()] && study.current_time(levels, *at))
            return at;
    return {};
}

// Each period's median over the units of how far they are from their own usual level.
std::vector<double> median_movement(SeriesTable const& levels, std::size_t periods) {
    std::vector<std::vector<double>> departures(periods);
    std::vector<double> usual;
    for (std::size_t u = 0; u < levels.units(); ++u) {
        auto const values = levels.values(UnitIndex{u});
        auto const times = levels.times(UnitIndex{u});
        if (values.size() < fewest_for_step_test) continue; // says little of its usual level
        if (levels.origin(UnitIndex{u}) == Origin::aggregated) continue;
        usual.assign(values.begin(), values.end());
        auto const level = median_of(usual);
        for (std::size_t i = 0; i < values.size(); ++i) departures[times[i]].push_back(values[i] - level);
    }
    std::vector<double> movement(periods);
    for (std::size_t t = 0; t < periods; ++t)
        if (!departures[t].empty()) movement[t] = median_of(departures[t]);
    return movement;
}

} // namespace

std::optional<CommonShift> common_shift(MeasureStudy const& study, SeriesTable const& levels, StepTests const& tests) {
    auto const movers = movers_among(study, levels, tests);
    auto const& moved = movers.up.size() >= movers.down.size() ? movers.up : movers.down;
    if (movers.tested.size() < fewest_units || !is_more_than_a_quarter(moved.size(), movers.tested.size())) return {};
    CommonShift shift;
    shift.top = top_of(movers.tested, study, levels, tests);
    if (!shift.top && movers.tested.size() < fewest_without_top) return {};

    shift.moved = static_cast<std::uint32_t>(moved.size() - (shift.top == moved.front() ? 1 : 0));
    shift.rest = without_common_movement(levels, study.end());
    return shift;
}

bool is_movement_of_all(std::size_t alike, std::size_t asked) {
    return asked >= fewest_without_top && is_more_than_a_quarter(alike, asked);
}

SeriesTable without_common_movement(SeriesTable const& levels, std::size_t periods) {
    auto rest = levels;
    auto const movement = median_movement(levels, periods);
    for (std::size_t u = 0; u < levels.units(); ++u) {
        auto const values = rest.values(UnitIndex{u});
        auto const times = levels.times(UnitIndex{u});
        for (std::size_t i = 0; i < values.size(); ++i) values[i] -= movement[times[i]];
    }
    return rest;
}

} // namespace rodtrad::study
