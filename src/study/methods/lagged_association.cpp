#include "study/methods/lagged_association.hpp"

#include <optional>
#include <unordered_map>
#include <vector>

namespace rodtrad::study {

namespace {

// Figures by unit and period.
class Lookup {
public:
    explicit Lookup(PanelColumn const& column) {
        m_values.reserve(column.rows.size());
        for (std::size_t row = 0; row < column.rows.size(); ++row)
            m_values.emplace(key(column.rows.units[row], column.rows.periods[row]), column.values[row]);
    }
    std::optional<double> find(std::uint32_t unit, std::uint32_t period) const {
        auto const found = m_values.find(key(unit, period));
        if (found == m_values.end()) return {};
        return found->second;
    }

private:
    static std::uint64_t key(std::uint32_t unit, std::uint32_t period) { return (std::uint64_t{unit} << 32U) | period; }
    std::unordered_map<std::uint64_t, double> m_values;
};

} // namespace

Answer<PanelEffect> lagged_association(PanelColumn const& x, PanelColumn const& y, std::uint32_t lag) {
    Lookup const behaviour{x};
    std::vector<std::uint32_t> units;
    std::vector<std::uint32_t> periods;
    std::vector<double> before;
    std::vector<double> after;
    for (std::size_t row = 0; row < y.rows.size(); ++row) {
        auto const [unit, period] = std::pair{y.rows.units[row], y.rows.periods[row]};
        if (period < lag) continue;
        auto const earlier = behaviour.find(unit, period - lag);
        if (!earlier) continue;
        units.push_back(unit);
        periods.push_back(period);
        before.push_back(*earlier);
        after.push_back(y.values[row]);
    }
    return two_way_effect(TwoWayPanel{{units, periods}}, before, after);
}

Answer<RankCorrelation> correlation_of_changes(PanelColumn const& x, PanelColumn const& y, std::uint32_t first,
                                               std::uint32_t last, std::uint32_t lag) {
    if (last < lag || last - lag <= first) return NoAnswer::too_few_points;
    Lookup const behaviour{x};
    Lookup const result{y};
    std::vector<double> change_x;
    std::vector<double> change_y;
    for (std::size_t row = 0; row < y.rows.size(); ++row) {
        if (y.rows.periods[row] != last) continue;
        auto const unit = y.rows.units[row];
        auto const x_from = behaviour.find(unit, first);
        auto const x_to = behaviour.find(unit, last - lag);
        auto const y_from = result.find(unit, first + lag);
        if (!x_from || !x_to || !y_from) continue;
        change_x.push_back(*x_to - *x_from);
        change_y.push_back(y.values[row] - *y_from);
    }
    return rank_correlation(change_x, change_y);
}

} // namespace rodtrad::study
