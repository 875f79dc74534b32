#include "study/methods/panel.hpp"

#include "study/methods/distributions.hpp"
#include "study/methods/magnitude.hpp"
#include "study/methods/numbers.hpp"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace rodtrad::study {

namespace {

// What rounding leaves of a column that should have vanished, as a share of what it was.
constexpr double rounding = 1e-11;

double sum_of_squares(std::span<double const> values) {
    std::vector<double> squares(values.size());
    std::ranges::transform(values, squares.begin(), [](double value) { return value * value; });
    return sum_of(squares);
}

std::vector<double> centred(std::span<double const> values) {
    std::vector<double> result(values.begin(), values.end());
    auto const mean = mean_of(values);
    for (auto& value : result) value -= mean;
    return result;
}

// Positions without holes, in the order in which they are met.
std::size_t renumber(std::vector<std::uint32_t>& positions) {
    std::vector<std::uint32_t> names(positions);
    std::ranges::sort(names);
    auto const last = std::ranges::unique(names).begin();
    for (auto& position : positions)
        position = static_cast<std::uint32_t>(std::lower_bound(names.begin(), last, position) - names.begin());
    return static_cast<std::size_t>(last - names.begin());
}

std::vector<std::size_t> rows_without_lone_ones(PanelRows rows) {
    auto const count_of = [](std::span<std::uint32_t const> positions) {
        return std::vector<std::size_t>(positions.empty() ? 0 : std::ranges::max(positions) + std::size_t{1});
    };
    auto in_unit = count_of(rows.units);
    auto in_period = count_of(rows.periods);
    for (auto const unit : rows.units) ++in_unit[unit];
    for (auto const period : rows.periods) ++in_period[period];

    std::vector<std::size_t> kept(rows.size());
    std::iota(kept.begin(), kept.end(), std::size_t{0});
    auto const is_lone = [&](std::size_t row) {
        auto& of_unit = in_unit[rows.units[row]];
        auto& of_period = in_period[rows.periods[row]];
        if (of_unit > 1 && of_period > 1) return false;
        --of_unit;
        --of_period;
        return true;
    };
    while (std::erase_if(kept, is_lone) > 0) {
    }
    return kept;
}

// Units and periods that hang together by rows: in each such part one level is free, and is put to 0.
class Parts {
public:
    explicit Parts(std::size_t nodes) : m_above(nodes) { std::iota(m_above.begin(), m_above.end(), std::size_t{0}); }
    std::size_t top(std::size_t node) {
        while (m_above[node] != node) node = m_above[node] = m_above[m_above[node]];
        return node;
    }
    void join(std::size_t a, std::size_t b) { m_above[top(a)] = top(b); }

private:
    std::vector<std::size_t> m_above;
};

} // namespace

// The normal equations of all levels, units first, without those that are put to 0.
struct TwoWayPanel::Levels {
    static constexpr Eigen::Index fixed = -1;
    std::vector<Eigen::Index> place; // of each unit and then each period among the unknowns
    Eigen::Index unknowns = 0;
    Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> equations;
};

TwoWayPanel::TwoWayPanel(PanelRows rows) : m_kept{rows_without_lone_ones(rows)}, m_levels{std::make_unique<Levels>()} {
    for (auto const row : m_kept) {
        m_kept_units.push_back(rows.units[row]);
        m_kept_periods.push_back(rows.periods[row]);
    }
    m_units = renumber(m_kept_units);
    m_periods = renumber(m_kept_periods);
    if (m_kept.empty()) return;

    Parts parts{m_units + m_periods};
    for (std::size_t i = 0; i < m_kept.size(); ++i) parts.join(m_kept_units[i], m_units + m_kept_periods[i]);
    auto& place = m_levels->place;
    for (std::size_t node = 0; node < m_units + m_periods; ++node)
        place.push_back(parts.top(node) == node ? Levels::fixed : m_levels->unknowns++);

    std::vector<Eigen::Triplet<double>> cells;
    for (std::size_t i = 0; i < m_kept.size(); ++i) {
        auto const unit = place[m_kept_units[i]];
        auto const period = place[m_units + m_kept_periods[i]];
        if (unit != Levels::fixed) cells.emplace_back(unit, unit, 1.0);
        if (period != Levels::fixed) cells.emplace_back(period, period, 1.0);
        if (unit == Levels::fixed || period == Levels::fixed) continue;
        cells.emplace_back(std::max(unit, period), std::min(unit, period), 1.0); // the lower half is read
    }
    Eigen::SparseMatrix<double> normal{m_levels->unknowns, m_levels->unknowns};
    normal.setFromTriplets(cells.begin(), cells.end());
    m_levels->equations.compute(normal);
}

TwoWayPanel::~TwoWayPanel() = default;
TwoWayPanel::TwoWayPanel(TwoWayPanel&&) noexcept = default;
TwoWayPanel& TwoWayPanel::operator=(TwoWayPanel&&) noexcept = default;

std::vector<double> TwoWayPanel::within(std::span<double const> column) const {
    std::vector<double> rest;
    for (auto const row : m_kept) rest.push_back(column[row]);
    if (rest.empty()) return rest;
    rest = centred(rest);
    auto const& place = m_levels->place;
    // The second time takes away what rounding left the first time.
    for (int time = 0; time < 2; ++time) {
        Eigen::VectorXd sums = Eigen::VectorXd::Zero(m_levels->unknowns);
        for (std::size_t i = 0; i < rest.size(); ++i)
            for (auto const node : {place[m_kept_units[i]], place[m_units + m_kept_periods[i]]})
                if (node != Levels::fixed) sums[node] += rest[i];
        Eigen::VectorXd const levels = m_levels->equations.solve(sums);
        for (std::size_t i = 0; i < rest.size(); ++i)
            for (auto const node : {place[m_kept_units[i]], place[m_units + m_kept_periods[i]]})
                if (node != Levels::fixed) rest[i] -= levels[node];
    }
    return rest;
}

Inference inference_of(double estimate, double error, double df, double confidence) {
    auto const t = estimate / error;
    auto const reach = critical_t(confidence, df) * error;
    return {error, t, df, t_two_sided(t, df), {estimate - reach, estimate + reach}};
}

namespace {

// Of figures that are at most 1. `sum_x` is Σ x~².
Answer<Inference> clustered_inference(TwoWayPanel const& panel, std::span<double const> x, std::span<double const> y,
                                      double sum_x, double estimate, double noise_floor) {
    auto const rows = static_cast<double>(x.size());
    auto const units = static_cast<double>(panel.units());
    auto const parameters = 1 + static_cast<double>(panel.periods());
    if (panel.units() < 2) return NoAnswer::too_few_units;
    if (rows <= parameters) return NoAnswer::too_few_points;

    std::vector<double> scores(panel.units());
    std::vector<double> rest(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        rest[i] = y[i] - estimate * x[i];
        scores[panel.kept_units()[i]] += x[i] * rest[i];
    }
    if (sum_of_squares(rest) <= noise_floor) return NoAnswer::zero_variance;
    auto const error =
        std::sqrt(sum_of_squares(scores) * units / (units - 1) * (rows - 1) / (rows - parameters)) / sum_x;
    if (error <= std::sqrt(noise_floor / sum_x)) return NoAnswer::zero_variance;
    return inference_of(estimate, error, units - 1);
}

bool is_finite(Inference const& inference) {
    return std::isfinite(inference.error) && std::isfinite(inference.interval.lower) &&
           std::isfinite(inference.interval.upper);
}

} // namespace

Answer<PanelEffect> two_way_effect(TwoWayPanel const& panel, std::span<double const> x, std::span<double const> y) {
    if (panel.kept().empty()) return x.empty() ? NoAnswer::no_data : NoAnswer::not_identified;
    auto const size_x = magnitude_of(x);
    auto const size_y = magnitude_of(y);
    if (!size_x || !size_y) return NoAnswer::out_of_range;

    auto const scaled_x = scaled_down(x, *size_x);
    auto const scaled_y = scaled_down(y, *size_y);
    auto const within_x = panel.within(scaled_x);
    auto const within_y = panel.within(scaled_y);
    auto const sum_x = sum_of_squares(within_x);
    auto const rounding_of = [&](std::span<double const> column) {
        return rounding * rounding * sum_of_squares(centred(column));
    };
    if (sum_x <= rounding_of(scaled_x)) return NoAnswer::not_identified;

    std::vector<double> products(within_x.size());
    std::ranges::transform(within_x, within_y, products.begin(), std::multiplies{});
    auto const estimate = sum_of(products) / sum_x;

    PanelEffect effect;
    effect.rows = within_x.size();
    effect.units = panel.units();
    effect.periods = panel.periods();
    effect.inference = clustered_inference(panel, within_x, within_y, sum_x, estimate, rounding_of(scaled_y));
    auto const back = *size_y - *size_x;
    effect.estimate = std::ldexp(estimate, back);
    if (!std::isfinite(effect.estimate)) return NoAnswer::out_of_range;
    if (effect.inference) {
        auto inference = *effect.inference;
        inference.error = std::ldexp(inference.error, back);
        inference.interval = {std::ldexp(inference.interval.lower, back), std::ldexp(inference.interval.upper, back)};
        effect.inference = is_finite(inference) ? Answer<Inference>{inference} : NoAnswer::out_of_range;
    }
    return effect;
}

} // namespace rodtrad::study
