#include "study/roll_up.hpp"

#include "study/calendar.hpp"

#include <cmath>

namespace rodtrad::study {

namespace {

// What a unit brings to the one above it, in one period.
struct Contribution {
    long double numerator = 0; // of `sum`, the values themselves
    long double denominator = 0;
    Coverage coverage;
};

// Figures of one's own: those that were delivered, whatever they say. A figure that is withheld must not be worked out
// from the units below; only one that nobody has may be.
bool stands(Cell cell) { return cell != Cell::absent && cell != Cell::missing; }

class RollUp {
public:
    RollUp(MeasureData const& data, base::IndexVector<UnitIndex, UnitNode> const& units)
        : m_measure{data.measure}, m_units{units}, m_cube{std::make_shared<Cube>(*data.cube)},
          m_coverage{
              std::make_shared<std::vector<Coverage>>(m_cube->groups().size() * m_cube->periods() * m_cube->units())},
          m_is_reporter(units.size()), m_below(units.size()) {}

    void run() {
        for (std::size_t slot = 0; slot < m_cube->groups().size(); ++slot) {
            find_reporters(slot);
            for (std::size_t t = 0; t < m_cube->periods(); ++t) roll_up_slice(slot, t);
        }
    }

    std::shared_ptr<Cube const> cube() const { return m_cube; }
    std::shared_ptr<std::vector<Coverage> const> coverage() const { return m_coverage; }

private:
    void find_reporters(std::size_t slot) {
        for (UnitIndex unit; unit < m_units.end_key(); unit = unit.next()) {
            m_is_reporter[unit.value()] = false;
            for (std::size_t t = 0; t < m_cube->periods() && !m_is_reporter[unit.value()]; ++t)
                m_is_reporter[unit.value()] = has_value(m_cube->cell(m_cube->at(slot, t, unit)));
        }
    }

    // From the last unit to the first: in tree order all below a unit come after it.
    void roll_up_slice(std::size_t slot, std::size_t t) {
        m_below.assign(m_units.size(), {});
        for (auto i = m_units.size(); i-- > 0;) {
            UnitIndex const unit{i};
            auto const at = m_cube->at(slot, t, unit);
            auto const brings = contribution(unit, at, t);
            auto const parent = m_units[unit].parent;
            if (!parent) continue;
            auto& above = m_below[parent->value()];
            above.numerator += brings.numerator;
            above.denominator += brings.denominator;
            above.coverage.reporting += brings.coverage.reporting;
            above.coverage.expected += brings.coverage.expected;
            above.coverage.branches += brings.coverage.expected > 0 ? 1 : 0;
        }
    }

    Contribution contribution(UnitIndex unit, std::size_t at, std::size_t t) {
        if (stands(m_cube->cell(at))) return delivered(at);
        auto const& below = m_below[unit.value()];
        if (below.coverage.expected == 0) {
            auto const is_expected = m_is_reporter[unit.value()] && is_valid(m_units[unit].unit, m_cube->period(t));
            return {0, 0, {.reporting = 0, .expected = is_expected ? 1U : 0U}};
        }
        aggregate(at, below);
        return below;
    }

    Contribution delivered(std::size_t at) const {
        if (!has_value(m_cube->cell(at))) {
            auto const is_expected = m_cube->cell(at) == Cell::confidential;
            return {0, 0, {.reporting = 0, .expected = is_expected ? 1U : 0U}};
        }
        if (m_measure.aggregation == domain::Aggregation::sum)
            return {static_cast<long double>(m_cube->value(at)), 0, {.reporting = 1, .expected = 1}};
        auto const counts = m_cube->counts(at);
        if (std::isnan(counts.numerator) || std::isnan(counts.denominator))
            return {0, 0, {.reporting = 0, .expected = 1}};
        return {static_cast<long double>(counts.numerator),
                static_cast<long double>(counts.denominator),
                {.reporting = 1, .expected = 1}};
    }

    void aggregate(std::size_t at, Contribution const& below) {
        if (below.coverage.reporting == 0) return;
        auto const numerator = static_cast<double>(below.numerator);
        auto const denominator = static_cast<double>(below.denominator);
        if (m_measure.aggregation == domain::Aggregation::sum) {
            m_cube->set(at, Cell::aggregated, numerator);
        } else if (denominator > 0) {
            m_cube->set(at, Cell::aggregated, m_measure.multiplier * numerator / denominator, {numerator, denominator});
        } else {
            return;
        }
        (*m_coverage)[at] = below.coverage;
    }

    domain::Measure const& m_measure;
    base::IndexVector<UnitIndex, UnitNode> const& m_units;
    std::shared_ptr<Cube> m_cube;
    std::shared_ptr<std::vector<Coverage>> m_coverage;
    std::vector<bool> m_is_reporter; // has a figure of its own in some period of the group
    std::vector<Contribution> m_below;
};

} // namespace

MeasureData rolled_up(MeasureData const& data, base::IndexVector<UnitIndex, UnitNode> const& units) {
    if (!data.cube || data.measure.aggregation == domain::Aggregation::none) return data;
    RollUp roll_up{data, units};
    roll_up.run();
    auto result = data;
    result.cube = roll_up.cube();
    result.coverage = roll_up.coverage();
    return result;
}

} // namespace rodtrad::study
