#include "study/expected.hpp"

#include "study/calendar.hpp"
#include "study/methods/distributions.hpp"
#include "study/methods/magnitude.hpp"
#include "study/methods/numbers.hpp"
#include "study/series.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <array>
#include <cmath>

namespace rodtrad::study {

namespace {

using Column = Eigen::VectorXd;
using Columns = Eigen::MatrixXd;

constexpr std::size_t fewest_for_each_condition = 5;
constexpr Eigen::Index folds = 10;
constexpr std::array penalties{100.0, 30.0, 10.0, 3.0, 1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 1e-4};
constexpr double alike = 1e-12; // a condition that differs by less, beside its size, is the same everywhere
constexpr double rounding = 1e-9;

// Of a standard normal Z cut at 1.5: E min(Z², 1.5²), E Z² within the cut, and the share of the sample's knowledge of
// the scale that is left: (2 E Z²)² / (2 Var min(Z², 1.5²)).
constexpr double huber_cut = 1.5;
constexpr double cut_mean_square = 0.77846521617447;
constexpr double mean_square_within_cut = 0.47783;
constexpr double scale_efficiency = 0.725;

// Tails of the likelihood that tells how the variance goes by weight: so heavy that units far off do not decide it.
constexpr double tail_freedom = 4;

struct Standardised {
    Columns columns; // ones first, then each condition with mean 0 and deviation 1
    std::vector<ConditionEffect> conditions;
};

// `conditions` are finite.
Standardised standardised(std::vector<std::vector<double>> const& conditions, std::size_t rows) {
    Standardised result;
    result.columns = Columns::Ones(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(conditions.size()) + 1);
    for (std::size_t j = 0; j < conditions.size(); ++j) {
        auto const exponent = magnitude_of(conditions[j]).value_or(0);
        auto const scaled = scaled_down(conditions[j], exponent);
        auto const mean = mean_of(scaled);
        auto deviation = std::sqrt(variance_of(scaled));
        if (deviation <= alike) deviation = 0;
        for (std::size_t row = 0; row < rows; ++row)
            result.columns(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(j) + 1) =
                deviation > 0 ? (scaled[row] - mean) / deviation : 0;
        result.conditions.push_back({std::ldexp(mean, exponent), std::ldexp(deviation, exponent), 0});
    }
    return result;
}

struct Fit {
    Column coefficients;
    Column rest;     // y − fitted
    Column leverage; // 0 … 1
    double penalty = 0;
    double left_out = 0; // Σ w (rest / (1 − leverage))²: what the model makes of units that it has not seen
};

Fit ridge(Columns const& x, Column const& y, Column const& weights, Columns const& squares, double penalty) {
    Columns penalised = squares;
    penalised.diagonal().tail(x.cols() - 1).array() += penalty * weights.sum();
    Eigen::LLT<Columns> const factor{penalised};
    Fit fit;
    fit.penalty = penalty;
    fit.coefficients = factor.solve(x.transpose() * weights.cwiseProduct(y));
    fit.rest = y - x * fit.coefficients;
    Columns const roots = factor.matrixL().solve(x.transpose());
    fit.leverage = weights.array() * roots.colwise().squaredNorm().transpose().array();
    fit.left_out = (weights.array() * (fit.rest.array() / (1 - fit.leverage.array())).square()).sum();
    return fit;
}

// With the penalty that predicts left-out rows best; of equals the greatest.
Fit best_ridge(Columns const& x, Column const& y, Column const& weights) {
    Columns const squares = x.transpose() * weights.asDiagonal() * x;
    auto best = ridge(x, y, weights, squares, penalties.front());
    for (auto const penalty : penalties)
        if (auto fit = ridge(x, y, weights, squares, penalty); fit.left_out < best.left_out) best = std::move(fit);
    return best;
}

// Residuals that have the same deviation where the model holds.
Column studentised(Fit const& fit, Column const& weights) {
    return fit.rest.array() * weights.array().sqrt() / (1 - fit.leverage.array()).sqrt();
}

// Huber's proposal 2 (1981, section 6.4): the s with mean min((r/s)², 1.5²) = E min(Z², 1.5²).
double huber_scale(Column const& residuals) {
    auto scale = std::sqrt(residuals.squaredNorm() / static_cast<double>(residuals.size()));
    if (scale == 0) return 0;
    for (int step = 0; step < 100; ++step) {
        auto const mean = (residuals.array() / scale).square().min(huber_cut * huber_cut).mean();
        auto const next = scale * std::sqrt(mean / cut_mean_square);
        if (std::abs(next - scale) <= 1e-10 * scale || next < 1e-300) return next;
        scale = next;
    }
    return scale;
}

// The scale without one of the residuals, to the first order.
double scale_without(double residual, double scale, Eigen::Index rows) {
    auto const cut = std::min(std::pow(residual / scale, 2), huber_cut * huber_cut);
    return scale * std::exp((cut_mean_square - cut) / (2 * mean_square_within_cut * static_cast<double>(rows - 1)));
}

// −2 log likelihood of residuals as Student's t with the likeliest scale, for each residual; `weights` are 1/variance.
double unlikeliness(Column const& residuals, Column const& weights) {
    auto square = residuals.squaredNorm() / static_cast<double>(residuals.size());
    if (square == 0) return 0;
    auto const relative = [&] { return residuals.array().square() / square; };
    for (int step = 0; step < 50; ++step)
        square *= ((tail_freedom + 1) * relative() / (tail_freedom + relative())).mean();
    return std::log(square) - weights.array().log().mean() +
           ((tail_freedom + 1) * (1 + relative() / tail_freedom).log()).mean();
}

struct WeightedFit {
    Fit fit;
    Column weights; // mean 1
    double scale = 0;
};

// The likeliest of some shares between the variance τ² that is the same for units of any weight and the σ²/w that is
// not, by their ratio in a unit of median weight.
WeightedFit fit_with_even_weights(Columns const& x, Column const& y, Column const& weights) {
    static constexpr std::array ratios{0.0, 0.01, 0.03, 0.1, 0.2, 0.4, 0.7, 1.0, 1.5, 2.5, 5.0, 10.0, 30.0, 100.0};
    Column by_weight = weights.cwiseInverse();
    std::vector<double> sorted(by_weight.begin(), by_weight.end());
    by_weight /= median_of(sorted);
    auto const is_equal = (by_weight.array() == by_weight[0]).all();
    WeightedFit best;
    double least = 0;
    for (auto const ratio : std::span{ratios}.first(is_equal ? 1 : ratios.size())) {
        Column used = (ratio + by_weight.array()).inverse();
        used /= used.mean();
        auto fit = best_ridge(x, y, used);
        Column const residuals = studentised(fit, used);
        auto const unlikely = unlikeliness(residuals, used);
        if (best.weights.size() > 0 && unlikely >= least) continue;
        least = unlikely;
        best = {std::move(fit), std::move(used), huber_scale(residuals)};
    }
    return best;
}

// Rows in the order of the columns, those of one fold or all the others.
std::vector<Eigen::Index> rows_where(Eigen::Index rows, auto const& is_wanted) {
    std::vector<Eigen::Index> result;
    for (Eigen::Index row = 0; row < rows; ++row)
        if (is_wanted(row)) result.push_back(row);
    return result;
}

double cross_validated(Columns const& x, Column const& y, Column const& weights) {
    double missed = 0;
    double spread = 0;
    for (Eigen::Index fold = 0; fold < folds; ++fold) {
        auto const seen = rows_where(x.rows(), [&](auto row) { return row % folds != fold; });
        auto const unseen = rows_where(x.rows(), [&](auto row) { return row % folds == fold; });
        Column const seen_weights = weights(seen);
        Column const seen_y = y(seen);
        auto const fit = best_ridge(x(seen, Eigen::all), seen_y, seen_weights);
        auto const mean = seen_weights.dot(seen_y) / seen_weights.sum();
        Column const of_unseen = weights(unseen);
        missed += (of_unseen.array() * (y(unseen) - x(unseen, Eigen::all) * fit.coefficients).array().square()).sum();
        spread += (of_unseen.array() * (y(unseen).array() - mean).square()).sum();
    }
    return spread > 0 ? 1 - missed / spread : 0;
}

Column column_of(std::span<double const> values) {
    return Eigen::Map<Column const>{values.data(), static_cast<Eigen::Index>(values.size())};
}

bool is_finite(std::span<double const> values) {
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

// Figures back in their own size; nothing where one has none.
Answer<Expectation, NoExpectation> told(WeightedFit const& found, std::span<double const> values, Column const& y,
                                        Standardised const& conditions, double explained, int exponent) {
    auto const& [fit, weights, scale] = found;
    auto const back = [&](double value) { return std::ldexp(value, exponent); };
    auto const floor = rounding * std::sqrt((y.array() - y.mean()).square().mean());
    auto const freedom = static_cast<double>(y.size()) - fit.leverage.sum();

    Expectation result;
    result.explained = explained;
    result.penalty = fit.penalty;
    result.average = back(fit.coefficients[0]);
    result.conditions = conditions.conditions;
    for (std::size_t j = 0; j < result.conditions.size(); ++j)
        result.conditions[j].per_deviation = back(fit.coefficients[static_cast<Eigen::Index>(j) + 1]);
    for (Eigen::Index row = 0; row < y.size(); ++row) {
        auto const unseen = 1 - fit.leverage[row];
        auto const residual = fit.rest[row] / unseen;
        auto const known = std::sqrt(weights[row] * unseen); // residual × known is the studentised one
        auto const of_others = scale > floor ? scale_without(residual * known, scale, y.size()) : floor;
        auto const error = of_others / known;
        result.expected.push_back(back(y[row] - residual));
        result.residual.push_back(values[static_cast<std::size_t>(row)] - result.expected.back());
        result.error.push_back(back(error));
        result.p.push_back(t_two_sided(residual / error, scale_efficiency * (freedom - 1)));
    }
    for (auto const& column : {result.expected, result.residual, result.error, {result.average}})
        if (!is_finite(column)) return NoExpectation::out_of_range;
    for (auto const& condition : result.conditions)
        if (!is_finite(std::array{condition.mean, condition.deviation, condition.per_deviation}))
            return NoExpectation::out_of_range;
    return result;
}

} // namespace

std::string_view to_text(NoExpectation reason) {
    switch (reason) {
    case NoExpectation::no_conditions:
        return "no_conditions";
    case NoExpectation::conditions_missing:
        return "conditions_missing";
    case NoExpectation::too_few_units:
        return "too_few_units";
    case NoExpectation::explains_too_little:
        return "explains_too_little";
    case NoExpectation::out_of_range:
        return "out_of_range";
    }
    return "";
}

Answer<Expectation, NoExpectation> expected_given_conditions(std::span<double const> values,
                                                             std::span<double const> weights,
                                                             std::vector<std::vector<double>> const& conditions) {
    if (conditions.empty()) return NoExpectation::no_conditions;
    if (values.size() < std::max(fewest_to_expect_from, fewest_for_each_condition * conditions.size()))
        return NoExpectation::too_few_units;
    auto const exponent = magnitude_of(values);
    auto const weight_exponent = magnitude_of(weights);
    auto const is_weight = [](double weight) { return weight > 0; };
    if (!exponent || !weight_exponent || !std::ranges::all_of(weights, is_weight) ||
        !std::ranges::all_of(conditions, is_finite))
        return NoExpectation::out_of_range;

    auto const y = column_of(scaled_down(values, *exponent));
    // A weight of less than a billionth of the greatest is a billionth of it: it counts for nothing either way.
    Column const w = weights.empty() ? Column::Ones(y.size())
                                     : Column{column_of(scaled_down(weights, *weight_exponent)).cwiseMax(1e-9)};
    auto const x = standardised(conditions, values.size());
    auto const found = fit_with_even_weights(x.columns, y, w);
    auto const explained = cross_validated(x.columns, y, found.weights);
    if (!(explained >= least_explained)) return NoExpectation::explains_too_little;
    return told(found, values, y, x, explained, *exponent);
}

namespace {

// The latest figure of a condition at or before the end of a month.
class ConditionFigures {
public:
    ConditionFigures(MeasureData const& data, std::size_t slot, int month) : m_data{data}, m_slot{slot} {
        auto const& cube = *data.cube;
        while (m_end < cube.periods() && last_month(cube.period(m_end)) <= month) ++m_end;
    }
    std::optional<double> of(UnitIndex unit) const {
        for (auto t = m_end; t-- > 0;) {
            auto const at = m_data.cube->at(m_slot, t, unit);
            if (is_comparable(m_data, at) && std::isfinite(m_data.cube->value(at))) return m_data.cube->value(at);
        }
        return {};
    }

private:
    MeasureData const& m_data;
    std::size_t m_slot;
    std::size_t m_end = 0;
};

std::optional<std::size_t> slot_for(Dataset const& data, MeasureData const& condition, GroupIndex group) {
    if (!condition.cube) return {};
    if (auto const slot = condition.cube->slot_of(group)) return slot;
    auto const total = data.find_group(domain::total_group);
    return total ? condition.cube->slot_of(*total) : std::nullopt;
}

} // namespace

Answer<UnitsExpectation, NoExpectation> expected_given_conditions(Dataset const& data, MeasureIndex measure,
                                                                  std::size_t slot, std::size_t t,
                                                                  std::span<UnitIndex const> cohort) {
    auto const& of_measure = data.measures[measure];
    auto const& cube = *of_measure.cube;
    auto const& codes = of_measure.measure.conditions;
    if (codes.empty()) return NoExpectation::no_conditions;

    UnitsExpectation result;
    std::vector<ConditionFigures> figures;
    for (auto const& code : codes) {
        auto const condition = data.find_measure(code);
        auto const of_group = condition ? slot_for(data, data.measures[*condition], cube.groups()[slot]) : std::nullopt;
        if (!of_group) return NoExpectation::conditions_missing;
        result.conditions.push_back(*condition);
        figures.emplace_back(data.measures[*condition], *of_group, last_month(cube.period(t)));
    }

    std::size_t with_figure = 0;
    std::vector<double> values;
    std::vector<double> weights;
    std::vector<std::vector<double>> conditions(codes.size());
    for (auto const unit : cohort) {
        auto const at = cube.at(slot, t, unit);
        if (!is_comparable(of_measure, at)) continue;
        ++with_figure;
        std::vector<std::optional<double>> row;
        for (auto const& condition : figures) row.push_back(condition.of(unit));
        if (!std::ranges::all_of(row, [](auto const& figure) { return figure.has_value(); })) continue;
        for (std::size_t j = 0; j < row.size(); ++j) conditions[j].push_back(*row[j]);
        result.units.push_back(unit);
        values.push_back(cube.value(at));
        if (auto const n = cube.counts(at).denominator; n > 0 && std::isfinite(n)) weights.push_back(n);
    }
    if (weights.size() < values.size()) weights.clear();
    auto const model = expected_given_conditions(values, weights, conditions);
    if (!model) {
        auto const is_for_lack_of_conditions =
            model.reason() == NoExpectation::too_few_units &&
            with_figure >= std::max(fewest_to_expect_from, fewest_for_each_condition * codes.size());
        return is_for_lack_of_conditions ? NoExpectation::conditions_missing : model.reason();
    }
    result.model = *model;
    return result;
}

} // namespace rodtrad::study
