#include "study/methods/interrupted_time_series.hpp"

#include "study/methods/distributions.hpp"
#include "study/methods/magnitude.hpp"

#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace rodtrad::study {

namespace {

constexpr Eigen::Index parameters = 4; // level, slope, change of level, change of slope
constexpr double rounding = 1e-12;
constexpr double largest_time = 9007199254740992; // 2^53: whole numbers up to here are exact

std::size_t usual_lag(std::size_t n) {
    return static_cast<std::size_t>(std::floor(4 * std::pow(static_cast<double>(n) / 100, 2.0 / 9)));
}

// Time is counted from the start in units of its span, so that no column dwarfs another.
struct Design {
    Eigen::Matrix<double, Eigen::Dynamic, parameters> columns;
    double span = 1;
};
Design design_of(std::span<double const> times, double start) {
    Design design;
    for (auto const time : times) design.span = std::max(design.span, std::abs(time - start));
    design.columns.resize(static_cast<Eigen::Index>(times.size()), parameters);
    for (Eigen::Index row = 0; row < design.columns.rows(); ++row) {
        auto const since = times[static_cast<std::size_t>(row)] - start;
        design.columns.row(row) << 1, since / design.span, (since >= 0 ? 1 : 0), std::max(0.0, since + 1) / design.span;
    }
    return design;
}

// The roots of the diagonal of B M B', B = (X'X)⁻¹.
SegmentErrors sandwich(Eigen::Matrix4d const& bread, Eigen::Matrix4d const& meat, double factor) {
    Eigen::Matrix4d const covariance = bread * meat * bread;
    auto const error = [&](Eigen::Index at) { return std::sqrt(std::max(0.0, covariance(at, at)) * factor); };
    return {error(1), error(2), error(3)};
}

// In the order of time; figures are at most 1.
InterruptedTimeSeries fit(std::span<double const> times, std::span<double const> values, double start, std::size_t lag,
                          int exponent) {
    auto const design = design_of(times, start);
    auto const& x = design.columns;
    auto const n = x.rows();
    Eigen::Map<Eigen::VectorXd const> const y{values.data(), n};
    Eigen::HouseholderQR<Eigen::MatrixXd> const qr{x};
    Eigen::Vector4d const b = qr.solve(y);
    Eigen::Matrix4d const r_inverse =
        qr.matrixQR().topRows<parameters>().triangularView<Eigen::Upper>().solve(Eigen::Matrix4d::Identity());
    Eigen::Matrix4d const bread = r_inverse * r_inverse.transpose();
    Eigen::VectorXd const rest = y - x * b;
    auto const squares = rest.squaredNorm();
    auto const df = static_cast<double>(n - parameters);

    auto const back = [&](double value) { return std::ldexp(value, exponent); };
    auto const back_in_time = [&](SegmentErrors const& errors) {
        return SegmentErrors{back(errors.slope / design.span), back(errors.level_change),
                             back(errors.slope_change / design.span)};
    };
    InterruptedTimeSeries result;
    result.slope = back(b[1] / design.span);
    result.intercept = back(b[0] - b[1] / design.span * start);
    result.level_change = back(b[2]);
    result.slope_change = back(b[3] / design.span);
    result.sigma = back(std::sqrt(squares / df));
    result.df = df;
    result.lag = lag;
    auto const is_met = [&](double whole) { return std::sqrt(squares) <= rounding * whole; };
    if (is_met((y.array() - y.mean()).matrix().norm()) || is_met(y.norm() / 100)) return result;

    Eigen::MatrixXd const scores = x.array().colwise() * rest.array();
    Eigen::Matrix4d const own = scores.transpose() * scores;
    Eigen::Matrix4d meat = own;
    for (std::size_t j = 1; j <= std::min(lag, static_cast<std::size_t>(n) - 1); ++j) {
        auto const apart = static_cast<Eigen::Index>(j);
        Eigen::Matrix4d const across = scores.bottomRows(n - apart).transpose() * scores.topRows(n - apart);
        meat += (1 - static_cast<double>(j) / static_cast<double>(lag + 1)) * (across + across.transpose());
    }
    auto const factor = static_cast<double>(n) / df;
    Eigen::VectorXd const steps = rest.tail(n - 1) - rest.head(n - 1);
    Eigen::Matrix4d const plain = x.transpose() * x;
    result.errors = {back_in_time(sandwich(bread, plain, squares / df)), back_in_time(sandwich(bread, own, factor)),
                     back_in_time(sandwich(bread, meat, factor)), steps.squaredNorm() / squares};
    return result;
}

bool is_finite(InterruptedTimeSeries const& found) {
    std::vector<double> figures{found.intercept, found.slope, found.level_change, found.slope_change, found.sigma};
    if (found.errors)
        for (auto const& errors : {found.errors->ols, found.errors->hc1, found.errors->newey_west})
            figures.insert(figures.end(), {errors.slope, errors.level_change, errors.slope_change});
    return std::ranges::all_of(figures, [](double figure) { return std::isfinite(figure); });
}

} // namespace

double InterruptedTimeSeries::p(double coefficient, double error) const {
    if (error > 0) return t_two_sided(coefficient / error, df);
    return coefficient == 0 ? 1 : 0;
}

Answer<InterruptedTimeSeries> interrupted_time_series(std::span<double const> times, std::span<double const> values,
                                                      double start, std::optional<std::size_t> lag) {
    auto const is_time = [](double time) { return std::abs(time) <= largest_time; };
    auto const exponent = magnitude_of(values);
    if (!exponent || !is_time(start) || !std::ranges::all_of(times, is_time)) return NoAnswer::out_of_range;
    std::vector<std::size_t> order(times.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return times[at]; });
    std::vector<double> in_order;
    std::vector<double> ordered_values;
    for (auto const at : order) {
        in_order.push_back(times[at]);
        ordered_values.push_back(std::ldexp(values[at], -*exponent));
    }
    if (std::ranges::adjacent_find(in_order) != in_order.end()) return NoAnswer::not_identified;
    auto const after = static_cast<std::size_t>(in_order.end() - std::ranges::lower_bound(in_order, start));
    auto const before = in_order.size() - after;
    if (before < fewest_before_to_fit || after < fewest_after_to_fit) return NoAnswer::too_few_points;

    auto found = fit(in_order, ordered_values, start, lag.value_or(usual_lag(times.size())), *exponent);
    if (!is_finite(found)) return NoAnswer::out_of_range;
    found.before = before;
    found.after = after;
    return found;
}

} // namespace rodtrad::study
