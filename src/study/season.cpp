#include "study/season.hpp"

#include "study/kernels/selection.hpp"
#include "study/methods/numbers.hpp"

#include <cmath>

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

} // namespace

std::vector<double> season_of(SeriesTable const& series, domain::Periodicity periodicity) {
    auto const needed = points_needed(periodicity);
    if (needed == 0) return {};
    std::vector<std::size_t> long_enough;
    for (UnitIndex unit; unit.value() < series.units(); unit = unit.next())
        if (series.length(unit) >= needed) long_enough.push_back(unit.value());
    if (long_enough.size() < units_needed) return {};
    std::vector<double> usual(series.plane().stride()); // each unit's own level
    medians_along_time(series.plane(), 0, series.periods(), usual.data());

    auto const parts = static_cast<std::size_t>(domain::periods_per_year(periodicity));
    std::vector<std::optional<double>> departures(parts); // from the unit's own usual level
    std::vector<double> of_part;
    std::vector<double> reported; // the parts of the year that ever are: schools count no absence in July
    for (std::size_t part = 0; part < parts; ++part) {
        of_part.clear();
        for (auto t = part; t < series.periods(); t += parts) {
            auto const* row = series.plane().row(t);
            for (auto const u : long_enough)
                if (!std::isnan(row[u])) of_part.push_back(row[u] - usual[u]);
        }
        if (of_part.empty()) continue;
        departures[part] = median_of_many(of_part);
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
