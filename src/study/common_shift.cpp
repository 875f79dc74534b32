#include "study/common_shift.hpp"

#include "study/kernels/selection.hpp"

#include <cmath>

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
Movers movers_among(MeasureStudy const& study, SeriesTable const& levels, StepFamily const& tests,
                    std::span<StepFamily::OfUnit const> small) {
    auto const is_asked = [&](UnitIndex unit) {
        return levels.origin(unit) == Origin::delivered && study.current_time(levels, unit);
    };
    Movers movers;
    for (UnitIndex unit; unit.value() < levels.units(); unit = unit.next())
        if (tests.is_tested(unit.value()) && is_asked(unit)) movers.tested.push_back(unit);
    for (auto const& [u, test] : small)
        if (UnitIndex const unit{u}; test.p <= moved_p && is_asked(unit))
            (test.effect() > 0 ? movers.up : movers.down).push_back(unit);
    return movers;
}

// The nearest unit whose branch holds them all, and that has a change of its own to tell. In tree order the first and
// the last of them speak for the rest.
std::optional<UnitIndex> top_of(std::vector<UnitIndex> const& units, MeasureStudy const& study,
                                SeriesTable const& levels, StepFamily const& tests) {
    auto const& data = study.data();
    for (std::optional at = units.front(); at; at = data.units[*at].parent)
        if (data.is_in_branch(units.back(), *at) && tests.is_tested(at->value()) && study.current_time(levels, *at))
            return at;
    return {};
}

// Each period's median over the units of how far they are from their own usual level.
std::vector<double> median_movement(SeriesTable const& levels) {
    std::vector<double> usual(levels.plane().stride());
    medians_along_time(levels.plane(), 0, levels.periods(), usual.data());
    std::vector<std::size_t> asked;
    for (UnitIndex unit; unit.value() < levels.units(); unit = unit.next())
        if (levels.length(unit) >= fewest_for_step_test && // says enough of its usual level
            levels.origin(unit) == Origin::delivered)
            asked.push_back(unit.value());
    std::vector<double> movement(levels.periods());
    std::vector<double> departures;
    for (std::size_t t = 0; t < levels.periods(); ++t) {
        auto const* row = levels.plane().row(t);
        departures.clear();
        for (auto const u : asked)
            if (!std::isnan(row[u])) departures.push_back(row[u] - usual[u]);
        if (!departures.empty()) movement[t] = median_of_many(departures);
    }
    return movement;
}

} // namespace

std::optional<CommonShift> common_shift(MeasureStudy const& study, SeriesTable const& levels, StepFamily const& tests,
                                        std::span<StepFamily::OfUnit const> small) {
    auto const movers = movers_among(study, levels, tests, small);
    auto const& moved = movers.up.size() >= movers.down.size() ? movers.up : movers.down;
    if (movers.tested.size() < fewest_units || !is_more_than_a_quarter(moved.size(), movers.tested.size())) return {};
    CommonShift shift{without_common_movement(levels), {}, 0};
    shift.top = top_of(movers.tested, study, levels, tests);
    if (!shift.top && movers.tested.size() < fewest_without_top) return {};

    shift.moved = static_cast<std::uint32_t>(moved.size() - (shift.top == moved.front() ? 1 : 0));
    return shift;
}

bool is_movement_of_all(std::size_t alike, std::size_t asked) {
    return asked >= fewest_without_top && is_more_than_a_quarter(alike, asked);
}

SeriesTable without_common_movement(SeriesTable const& levels) {
    auto rest = levels;
    auto const movement = median_movement(levels);
    for (std::size_t t = 0; t < rest.periods(); ++t)
        for (auto& value : rest.plane().units_of(t)) value -= movement[t];
    return rest;
}

} // namespace rodtrad::study
