#include "study/roll_up.hpp"

#include "study/calendar.hpp"
#include "study/frame.hpp"

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
    RollUp(MeasureData const& data, base::IndexVector<UnitIndex, UnitNode> const& units, UnitLayout const& layout)
        : m_measure{data.measure}, m_units{units}, m_layout{layout}, m_cube{std::make_shared<Cube>(*data.cube)},
          m_coverage{std::make_shared<CoverageTable>(units.size(), nodes_of(layout),
                                                     m_cube->groups().size() * m_cube->periods())},
          m_is_reporter(units.size()), m_below(layout.nodes.size()) {}

    void run() {
        for (std::size_t slot = 0; slot < m_cube->groups().size(); ++slot) {
            find_reporters(slot);
            for (std::size_t t = 0; t < m_cube->periods(); ++t) roll_up_slice(slot, t);
        }
    }

    std::shared_ptr<Cube const> cube() const { return m_cube; }
    std::shared_ptr<CoverageTable const> coverage() const { return m_coverage; }

private:
    static std::vector<UnitIndex> nodes_of(UnitLayout const& layout) {
        std::vector<UnitIndex> nodes;
        for (auto const& node : layout.nodes) nodes.emplace_back(node.unit);
        return nodes;
    }

    void find_reporters(std::size_t slot) {
        m_is_reporter.assign(m_units.size(), 0);
        for (std::size_t t = 0; t < m_cube->periods(); ++t) {
            auto const* cells = m_cube->columns().cells.data() + m_cube->at(slot, t, UnitIndex{});
            for (std::size_t u = 0; u < m_units.size(); ++u)
                m_is_reporter[u] = static_cast<char>(m_is_reporter[u] | static_cast<char>(has_value(cells[u])));
        }
    }

    // From the last unit to the first: in tree order all below a unit come after it.
    void roll_up_slice(std::size_t slot, std::size_t t) {
        m_below.assign(m_below.size(), {});
        auto const coverage = m_coverage->slice(slot * m_cube->periods() + t);
        for (auto u = m_units.size(); u-- > 0;) {
            auto const at = m_cube->at(slot, t, UnitIndex{u});
            auto const cell = m_cube->cell(at);
            auto const node = m_layout.node[u];
            auto const parent = m_layout.parent[u];
            if (stands(cell)) {
                if (parent != UnitLayout::none) bring(delivered(cell, at), parent);
            } else if (node != UnitLayout::none && m_below[node].coverage.expected > 0) {
                if (aggregate(at, m_below[node])) coverage[node] = m_below[node].coverage;
                if (parent != UnitLayout::none) bring(m_below[node], parent);
            } else if (parent != UnitLayout::none && m_is_reporter[u] != 0 &&
                       is_valid(m_units[UnitIndex{u}].unit, m_cube->period(t))) {
                bring({0, 0, {.reporting = 0, .expected = 1}}, parent);
            }
        }
    }

    void bring(Contribution const& brings, std::uint32_t parent) {
        auto& above = m_below[m_layout.node[parent]];
        above.numerator += brings.numerator;
        above.denominator += brings.denominator;
        above.coverage.reporting += brings.coverage.reporting;
        above.coverage.expected += brings.coverage.expected;
        above.coverage.branches += brings.coverage.expected > 0 ? 1 : 0;
    }

    Contribution delivered(Cell cell, std::size_t at) const {
        if (!has_value(cell)) return {0, 0, {.reporting = 0, .expected = cell == Cell::confidential ? 1U : 0U}};
        if (m_measure.aggregation == domain::Aggregation::sum)
            return {static_cast<long double>(m_cube->value(at)), 0, {.reporting = 1, .expected = 1}};
        auto const counts = m_cube->counts(at);
        if (std::isnan(counts.numerator) || std::isnan(counts.denominator))
            return {0, 0, {.reporting = 0, .expected = 1}};
        return {static_cast<long double>(counts.numerator),
                static_cast<long double>(counts.denominator),
                {.reporting = 1, .expected = 1}};
    }

    // False where what is below has nothing to sum, or too much for a number.
    bool aggregate(std::size_t at, Contribution const& below) {
        if (below.coverage.reporting == 0) return false;
        auto const numerator = static_cast<double>(below.numerator);
        auto const denominator = static_cast<double>(below.denominator);
        auto const is_sum = m_measure.aggregation == domain::Aggregation::sum;
        if (!is_sum && !(denominator > 0)) return false;
        auto const value = is_sum ? numerator : m_measure.multiplier * numerator / denominator;
        if (!std::isfinite(value)) return false;
        if (is_sum) {
            m_cube->set(at, Cell::aggregated, value);
        } else {
            m_cube->set(at, Cell::aggregated, value, {numerator, denominator});
        }
        return true;
    }

    domain::Measure const& m_measure;
    base::IndexVector<UnitIndex, UnitNode> const& m_units;
    UnitLayout const& m_layout;
    std::shared_ptr<Cube> m_cube;
    std::shared_ptr<CoverageTable> m_coverage;
    std::vector<char> m_is_reporter;   // [unit] has a figure of its own in some period of the group
    std::vector<Contribution> m_below; // [node]
};

} // namespace

MeasureData rolled_up(MeasureData const& data, base::IndexVector<UnitIndex, UnitNode> const& units,
                      UnitLayout const& layout) {
    if (!data.cube || data.measure.aggregation == domain::Aggregation::none) return data;
    RollUp roll_up{data, units, layout};
    roll_up.run();
    auto result = data;
    result.cube = roll_up.cube();
    result.coverage = roll_up.coverage();
    return result;
}

MeasureData rolled_up(MeasureData const& data, base::IndexVector<UnitIndex, UnitNode> const& units) {
    return rolled_up(data, units, layout_of(units));
}

} // namespace rodtrad::study
