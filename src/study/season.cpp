#include "study/season.hpp"

#include "study/kernels/selection.hpp"
#include "study/methods/numbers.hpp"

#include <optional>
#include <span>

namespace rodtrad::study {

namespace {

constexpr std::size_t units_needed = 3;

std::size_t points_needed(domain::Periodicity periodicity) {
    switch (periodicity) {
    case domain::Periodicity::month:
        return 24;
    case domain::Periodicity::quarter:
        return 12;
    default:
        return 0; // no season is taken away
    }
}

// Writes how far each figure of a period is from its unit's usual level; returns how many there were.
std::size_t departures_in(double const* row, std::span<double const> usual, std::size_t units, double* to) {
    std::size_t count = 0;
    for (std::size_t u = 0; u < units; ++u) {
        auto const departure = row[u] - usual[u];
        to[count] = departure;
        count += departure == departure ? 1U : 0U; // without a branch
    }
    return count;
}

} // namespace

std::vector<double> season_of(SeriesTable const& series, domain::Periodicity periodicity) {
    auto const needed = points_needed(periodicity);
    if (needed == 0) return {};
    std::size_t long_enough = 0;
    for (UnitIndex unit; unit.value() < series.units(); unit = unit.next())
        long_enough += series.length(unit) >= needed ? 1U : 0U;
    if (long_enough < units_needed) return {};
    std::vector<double> usual(series.plane().stride()); // each unit's own level
    medians_along_time(series.plane(), 0, series.periods(), usual.data());

    // Units that are too short to tell, and figures that there are not, say nothing.
    for (UnitIndex unit; unit.value() < series.units(); unit = unit.next())
        if (series.length(unit) < needed) usual[unit.value()] = Plane::no_value;

    auto const parts = static_cast<std::size_t>(domain::periods_per_year(periodicity));
    std::vector<std::optional<double>> departures(parts); // from the unit's own usual level
    std::vector<double> of_part(series.units() * ((series.periods() + parts - 1) / parts));
    std::vector<double> reported; // the parts of the year that ever are: schools count no absence in July
    for (std::size_t part = 0; part < parts; ++part) {
        std::size_t count = 0;
        for (auto t = part; t < series.periods(); t += parts)
            count += departures_in(series.plane().row(t), usual, series.units(), of_part.data() + count);
        if (count == 0) continue;
        departures[part] = median_of_many(std::span{of_part}.first(count));
        reported.push_back(*departures[part]);
    }
    auto const centre = mean_of(reported);
    std::vector<double> result;
    for (auto const& departure : departures) result.push_back(departure ? *departure - centre : 0);
    return result;
}

void adjust(SeriesTable& series, std::vector<double> const& season) {
    if (season.empty()) return;
    for (std::size_t t = 0; t < series.periods(); ++t)
        for (auto& value : series.plane().units_of(t)) value -= season[t % season.size()];
}

} // namespace rodtrad::study
