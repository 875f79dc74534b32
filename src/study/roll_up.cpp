#include "study/roll_up.hpp"

#include "study/calendar.hpp"
#include "study/frame.hpp"

#include <cmath>

namespace rodtrad::study {

namespace {

// A sum that keeps beside it what rounding took (Knuth's two-sum): whichever way the units are grouped, it is that of
// all of them.
class ExactSum {
public:
    void add(double value) {
        auto const next = m_sum + value;
        auto const added = next - m_sum;
        m_lost += (m_sum - (next - added)) + (value - added);
        m_sum = next;
    }
    void add(ExactSum const& other) {
        add(other.m_sum);
        m_lost += other.m_lost;
    }
    double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0;
    double m_lost = 0;
};

// What the units below a node bring it, in one period.
struct Sums {
    ExactSum numerator; // of `sum`, the values themselves
    ExactSum denominator;
    Coverage coverage;
};

class RollUp {
public:
    RollUp(MeasureData& data, std::shared_ptr<Cube> cube, base::IndexVector<UnitIndex, UnitNode> const& units,
           UnitLayout const& layout)
        : m_measure{data.measure}, m_units{units}, m_layout{layout}, m_cube{std::move(cube)},
          m_coverage{std::make_shared<CoverageTable>(units.size(), nodes_of(layout),
                                                     m_cube->groups().size() * m_cube->periods())},
          m_is_reporter(units.size()), m_below(layout.nodes.size()) {
        m_is_sum = m_measure.aggregation == domain::Aggregation::sum;
    }

    std::shared_ptr<CoverageTable const> run() {
        for (std::size_t slot = 0; slot < m_cube->groups().size(); ++slot) {
            find_reporters(slot);
            for (std::size_t t = 0; t < m_cube->periods(); ++t) roll_up_slice(slot, t);
        }
        return m_coverage;
    }

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

    // From the last node to the first: in tree order all below a node come after it.
    void roll_up_slice(std::size_t slot, std::size_t t) {
        auto const first = m_cube->at(slot, t, UnitIndex{});
        auto const coverage = m_coverage->slice(slot * m_cube->periods() + t);
        for (auto node = m_layout.nodes.size(); node-- > 0;) {
            UnitIndex const unit{m_layout.nodes[node].unit};
            auto& below = m_below[node];
            below = sum_below(node, first, t);
            // Figures of one's own stand, those that were delivered, whatever they say. One that is withheld must not
            // be worked out from the units below; only one that nobody has may be.
            auto const cell = m_cube->cell(first + unit.value());
            if (cell != Cell::absent && cell != Cell::missing) continue;
            if (aggregate(first + unit.value(), below)) coverage[node] = below.coverage;
        }
    }

    // What the units right below bring. Most are leaves with a figure: those are summed in registers.
    Sums sum_below(std::size_t node, std::size_t first, std::size_t t) const {
        auto const& columns = m_cube->columns();
        auto const* cells = columns.cells.data() + first;
        auto const has_counts = !m_is_sum && m_cube->has_counts();
        auto const* numerators = has_counts ? columns.numerators.data() + first : nullptr;
        auto const* denominators = has_counts ? columns.denominators.data() + first : nullptr;
        ExactSum numerator;
        ExactSum denominator;
        std::uint32_t summed = 0;
        Sums others;
        for (auto at = m_layout.children_first[node]; at < m_layout.children_first[node + 1]; ++at) {
            auto const child = m_layout.children[at];
            auto const cell = cells[child];
            if (has_counts && (cell == Cell::measured || cell == Cell::preliminary) &&
                numerators[child] == numerators[child]) {
                numerator.add(numerators[child]);
                denominator.add(denominators[child]);
                ++summed;
            } else {
                bring(others, UnitIndex{child}, cell, first + child, t);
            }
        }
        others.numerator.add(numerator);
        others.denominator.add(denominator);
        others.coverage.reporting += summed;
        others.coverage.expected += summed;
        others.coverage.branches += summed;
        return others;
    }

    void bring(Sums& sums, UnitIndex child, Cell cell, std::size_t at, std::size_t t) const {
        auto const node = m_layout.node[child.value()];
        Coverage coverage;
        switch (cell) {
        case Cell::measured:
        case Cell::preliminary:
            if (m_is_sum) sums.numerator.add(m_cube->value(at));
            coverage = {.reporting = m_is_sum ? 1U : 0U, .expected = 1}; // of counts, those it should have had
            break;
        case Cell::confidential:
            coverage.expected = 1;
            break;
        case Cell::not_applicable:
            break;
        case Cell::absent:
        case Cell::missing:
        case Cell::aggregated:
            if (node != UnitLayout::none && m_below[node].coverage.expected > 0) {
                sums.numerator.add(m_below[node].numerator);
                sums.denominator.add(m_below[node].denominator);
                coverage = m_below[node].coverage;
            } else {
                auto const is_expected =
                    m_is_reporter[child.value()] != 0 && is_valid(m_units[child].unit, m_cube->period(t));
                coverage.expected = is_expected ? 1 : 0;
            }
            break;
        }
        sums.coverage.reporting += coverage.reporting;
        sums.coverage.expected += coverage.expected;
        sums.coverage.branches += coverage.expected > 0 ? 1 : 0;
    }

    // False where what is below has nothing to sum, or too much for a number.
    bool aggregate(std::size_t at, Sums const& below) {
        if (below.coverage.reporting == 0) return false;
        auto const numerator = below.numerator.value();
        auto const denominator = below.denominator.value();
        if (!m_is_sum && !(denominator > 0)) return false;
        auto const value = m_is_sum ? numerator : m_measure.multiplier * numerator / denominator;
        if (!std::isfinite(value) || !std::isfinite(denominator)) return false;
        if (m_is_sum) {
            m_cube->set_sum(at, value, {Cube::no_value, Cube::no_value});
        } else {
            m_cube->set_sum(at, value, {numerator, denominator});
        }
        return true;
    }

    domain::Measure const& m_measure;
    base::IndexVector<UnitIndex, UnitNode> const& m_units;
    UnitLayout const& m_layout;
    std::shared_ptr<Cube> m_cube;
    std::shared_ptr<CoverageTable> m_coverage;
    bool m_is_sum = false;
    std::vector<char> m_is_reporter; // [unit] has a figure of its own in some period of the group
    std::vector<Sums> m_below;       // [node]
};

// The cube itself where nobody else holds it. It was made as one that can be written to (CubeBuilder).
std::shared_ptr<Cube> writable(std::shared_ptr<Cube const>& cube) {
    if (cube.use_count() == 1) return std::const_pointer_cast<Cube>(cube);
    return std::make_shared<Cube>(*cube);
}

} // namespace

MeasureData rolled_up(MeasureData data, base::IndexVector<UnitIndex, UnitNode> const& units, UnitLayout const& layout) {
    if (!data.cube || data.measure.aggregation == domain::Aggregation::none) return data;
    auto cube = writable(data.cube);
    // What the units sum to is not what their counts say of a sum.
    if (data.measure.aggregation == domain::Aggregation::sum || cube->multiplier() != data.measure.multiplier)
        cube->keep_values();
    data.coverage = RollUp{data, cube, units, layout}.run();
    data.cube = std::move(cube);
    return data;
}

MeasureData rolled_up(MeasureData data, base::IndexVector<UnitIndex, UnitNode> const& units) {
    return rolled_up(std::move(data), units, layout_of(units));
}

} // namespace rodtrad::study
