#include "base/csv_writer.hpp"
#include "base/text.hpp"
#include "view/pages/measure_view.hpp"

#include <cmath>
#include <sstream>

namespace rodtrad::view::pages {

namespace {

// As the importer reads the column `status`.
std::string_view status(study::Cell cell) {
    switch (cell) {
    case study::Cell::preliminary:
        return "preliminary";
    case study::Cell::missing:
        return "missing";
    case study::Cell::not_applicable:
        return "not_applicable";
    case study::Cell::confidential:
        return "confidential";
    case study::Cell::absent:
    case study::Cell::measured:
    case study::Cell::aggregated:
        break;
    }
    return "final";
}

std::string known(double number) { return std::isfinite(number) ? base::shortest(number) : std::string{}; }

} // namespace

std::string measure_csv(study::Dataset const& data, study::MeasureIndex measure, study::UnitIndex unit) {
    std::ostringstream out;
    base::CsvWriter csv{out};
    csv.row({"measure", "unit", "group", "period", "value", "numerator", "denominator", "status"});
    auto const& measure_data = data.measures[measure];
    if (!measure_data.cube) return out.str();
    auto const& cube = *measure_data.cube;
    for (std::size_t slot = 0; slot < cube.groups().size(); ++slot) {
        for (std::size_t t = 0; t < cube.periods(); ++t) {
            auto const at = cube.at(slot, t, unit);
            if (cube.cell(at) == study::Cell::absent) continue;
            auto const counts = cube.counts(at);
            csv.row({measure_data.measure.code, data.units[unit].unit.code, data.groups[cube.groups()[slot]].code,
                     cube.period(t).text(), known(cube.value(at)), known(counts.numerator), known(counts.denominator),
                     status(cube.cell(at))});
        }
    }
    return out.str();
}

} // namespace rodtrad::view::pages
