#include "study/series.hpp"

#include <algorithm>

namespace rodtrad::study {

// Figures come period by period, as they lie in the cube, and leave unit by unit.
class SeriesTableBuilder {
public:
    SeriesTableBuilder(std::size_t units, std::size_t periods)
        : m_units{units}, m_periods{periods}, m_lengths(units), m_values(units * periods), m_times(units * periods),
          m_origins(units, Origin::delivered) {}

    void add(std::size_t unit, std::size_t t, double value, Origin origin) {
        if (origin == Origin::aggregated) m_origins[unit] = origin;
        auto const at = unit * m_periods + m_lengths[unit]++;
        m_values[at] = value;
        m_times[at] = static_cast<std::uint32_t>(t);
    }

    SeriesTable table() const {
        SeriesTable result;
        result.m_origins = m_origins;
        result.m_first.reserve(m_units + 1);
        result.m_first.push_back(0);
        for (auto const length : m_lengths) result.m_first.push_back(result.m_first.back() + length);
        result.m_values.reserve(result.m_first.back());
        result.m_times.reserve(result.m_first.back());
        for (std::size_t u = 0; u < m_units; ++u) {
            auto const from = u * m_periods;
            auto const values = std::span{m_values}.subspan(from, m_lengths[u]);
            auto const times = std::span{m_times}.subspan(from, m_lengths[u]);
            result.m_values.insert(result.m_values.end(), values.begin(), values.end());
            result.m_times.insert(result.m_times.end(), times.begin(), times.end());
        }
        return result;
    }

private:
    std::size_t m_units;
    std::size_t m_periods;
    std::vector<std::size_t> m_lengths;
    std::vector<double> m_values; // [unit][its nth figure]
    std::vector<std::uint32_t> m_times;
    std::vector<Origin> m_origins;
};

namespace {

Origin origin_of(Cell cell) { return cell == Cell::aggregated ? Origin::aggregated : Origin::delivered; }

} // namespace

bool is_comparable(MeasureData const& data, std::size_t at) {
    auto const cell = data.cube->cell(at);
    if (!has_value(cell)) return false;
    if (cell != Cell::aggregated) return true;
    auto const& coverage = (*data.coverage)[at];
    if (coverage.branches == 1) return false;
    return data.measure.aggregation != domain::Aggregation::sum || coverage.reporting == coverage.expected;
}

SeriesTable series_of(MeasureData const& data, std::size_t slot, std::size_t end) {
    auto const& cube = *data.cube;
    SeriesTableBuilder builder{cube.units(), end};
    for (std::size_t t = 0; t < end; ++t) {
        auto const first = cube.at(slot, t, UnitIndex{});
        for (std::size_t u = 0; u < cube.units(); ++u)
            if (is_comparable(data, first + u))
                builder.add(u, t, cube.value(first + u), origin_of(cube.cell(first + u)));
    }
    return builder.table();
}

SeriesTable gap_series_of(MeasureData const& data, std::size_t women, std::size_t men, std::size_t end) {
    auto const& cube = *data.cube;
    SeriesTableBuilder builder{cube.units(), end};
    for (std::size_t t = 0; t < end; ++t) {
        auto const of_women = cube.at(women, t, UnitIndex{});
        auto const of_men = cube.at(men, t, UnitIndex{});
        for (std::size_t u = 0; u < cube.units(); ++u)
            if (is_comparable(data, of_women + u) && is_comparable(data, of_men + u))
                builder.add(u, t, cube.value(of_women + u) - cube.value(of_men + u),
                            std::max(origin_of(cube.cell(of_women + u)), origin_of(cube.cell(of_men + u))));
    }
    return builder.table();
}

} // namespace rodtrad::study
