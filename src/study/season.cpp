#include "study/season.hpp"

#include "study/methods/numbers.hpp"

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
    auto const parts = static_cast<std::size_t>(domain::periods_per_year(periodicity));
    std::vector<std::vector<double>> departures(parts); // from the unit's own usual level
    std::vector<double> usual;
    std::size_t units = 0;
    for (std::size_t u = 0; u < series.units(); ++u) {
        auto const values = series.values(UnitIndex{u});
        auto const times = series.times(UnitIndex{u});
        if (values.size() < needed) continue;
        ++units;
        usual.assign(values.begin(), values.end());
        auto const level = median_of(usual);
        for (std::size_t i = 0; i < values.size(); ++i) departures[times[i] % parts].push_back(values[i] - level);
    }
    if (units < units_needed) return {};

    std::vector<double> reported; // the parts of the year that ever are: schools count no absence in July
    for (auto& part : departures)
        if (!part.empty()) reported.push_back(median_of(part));
    auto const centre = mean_of(reported);
    std::vector<double> result;
    auto next = reported.begin();
    for (auto const& part : departures) result.push_back(part.empty() ? 0 : *next++ - centre);
    return result;
}

void adjust(SeriesTable& series, std::vector<double> const& season) {
    if (season.empty()) return;
    for (std::size_t u = 0; u < series.units(); ++u) {
        auto const values = series.values(UnitIndex{u});
        auto const times = series.times(UnitIndex{u});
        for (std::size_t i = 0; i < values.size(); ++i) values[i] -= season[times[i] % season.size()];
    }
}

} // namespace rodtrad::study
