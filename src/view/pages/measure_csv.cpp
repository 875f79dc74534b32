#include "base/text.hpp"
#include "view/pages/measure_view.hpp"
#include "view/pages/series_csv.hpp"

#include <cmath>
#include <limits>
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

void write_series_heading(base::CsvWriter& csv) {
    csv.row({"measure", "unit", "group", "period", "value", "numerator", "denominator", "status"});
}

void write_series(base::CsvWriter& csv, study::Dataset const& data, SeriesKey key, std::optional<int> from,
                  std::optional<int> to) {
    auto const& measure_data = data.measures[key.measure];
    auto const& cube = *measure_data.cube;
    auto const slot = cube.slot_of(key.group);
    if (!slot) return;
    for (std::size_t t = 0; t < cube.periods(); ++t) {
        auto const at = cube.at(*slot, t, key.unit);
        auto const year = cube.period(t).year();
        bool const is_within = year >= from.value_or(std::numeric_limits<int>::min()) &&
                               year <= to.value_or(std::numeric_limits<int>::max());
        if (!is_within || cube.cell(at) == study::Cell::absent) continue;
        auto const counts = cube.counts(at);
        csv.row({measure_data.measure.code, data.units[key.unit].unit.code, data.groups[key.group].code,
                 cube.period(t).text(), known(cube.value(at)), known(counts.numerator), known(counts.denominator),
                 status(cube.cell(at))});
    }
}

std::string measure_csv(study::Dataset const& data, study::MeasureIndex measure, study::UnitIndex unit) {
    std::ostringstream out;
    base::CsvWriter csv{out, base::CsvFor::spreadsheets};
    write_series_heading(csv);
    if (auto const& cube = data.measures[measure].cube)
        for (auto const group : cube->groups()) write_series(csv, data, {measure, unit, group});
    return out.str();
}

} // namespace rodtrad::view::pages
