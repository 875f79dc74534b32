#include "view/pages/topmost.hpp"

#include "view/pages/addresses.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

bool has_figure(study::Cube const& cube, std::size_t t, study::UnitIndex unit) {
    for (std::size_t slot = 0; slot < cube.groups().size(); ++slot)
        if (has_value(cube.cell(cube.at(slot, t, unit)))) return true;
    return false;
}

bool has_any_figure(study::MeasureData const& measure, study::UnitIndex unit) {
    if (!measure.cube) return false;
    for (std::size_t t = 0; t < measure.cube->periods(); ++t)
        if (has_figure(*measure.cube, t, unit)) return true;
    return false;
}

} // namespace

std::vector<study::UnitIndex> units_with_newest_figure(study::Dataset const& data, study::MeasureIndex measure) {
    std::vector<study::UnitIndex> units;
    auto const& cube = data.measures[measure].cube;
    if (!cube) return units;
    for (auto t = cube->periods(); t-- > 0 && units.empty();)
        for (study::UnitIndex unit; unit < data.units.end_key(); unit = unit.next())
            if (has_figure(*cube, t, unit)) units.push_back(unit);
    return units;
}

Url url_of(study::Dataset const& data, study::MeasureIndex measure, std::vector<study::UnitIndex> const& units,
           std::optional<study::UnitIndex> asked) {
    if (data.units.empty()) return measures_url();
    auto unit = asked.value_or(study::UnitIndex{});
    if (!units.empty() && !(asked && has_any_figure(data.measures[measure], *asked))) {
        auto const depth = [&](study::UnitIndex one) { return data.units[one].depth; };
        unit = *std::ranges::min_element(units, {}, depth);
    }
    return measure_url(data.measures[measure].measure.code, data.units[unit].unit.code);
}

} // namespace rodtrad::view::pages
