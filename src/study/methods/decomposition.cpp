#include "study/methods/decomposition.hpp"

#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace rodtrad::study {

std::optional<NoAnswer> contradiction_in(domain::Counts counts) {
    if (counts.numerator < 0 || counts.denominator < 0) return NoAnswer::negative_count;
    if (counts.denominator == 0 && counts.numerator > 0) return NoAnswer::numerator_exceeds_denominator;
    return {};
}

namespace {

domain::Counts sum_over(std::span<UnitChange const> units, domain::Counts UnitChange::* when) {
    std::vector<double> x;
    std::vector<double> n;
    for (auto const& unit : units) {
        x.push_back((unit.*when).numerator);
        n.push_back((unit.*when).denominator);
    }
    return {sum_of(x), sum_of(n)};
}

double rate_of(domain::Counts counts, domain::Counts otherwise) {
    if (counts.denominator > 0) return counts.numerator / counts.denominator;
    return otherwise.denominator > 0 ? otherwise.numerator / otherwise.denominator : 0;
}

} // namespace

Answer<Decomposition> kitagawa(std::span<UnitChange const> units) {
    if (units.empty()) return NoAnswer::no_data;
    for (auto const& unit : units)
        for (auto const& counts : {unit.before, unit.after})
            if (auto const contradiction = contradiction_in(counts)) return *contradiction;
    auto const before = sum_over(units, &UnitChange::before);
    auto const after = sum_over(units, &UnitChange::after);
    if (before.denominator == 0 || after.denominator == 0) return NoAnswer::zero_denominator;

    Decomposition result;
    result.before = before.numerator / before.denominator;
    result.after = after.numerator / after.denominator;
    auto const level = (result.before + result.after) / 2;
    std::vector<double> rates;
    std::vector<double> mixes;
    for (auto const& unit : units) {
        auto const w0 = unit.before.denominator / before.denominator;
        auto const w1 = unit.after.denominator / after.denominator;
        auto const r0 = rate_of(unit.before, unit.after);
        auto const r1 = rate_of(unit.after, unit.before);
        auto const own_level = (r0 + r1) / 2;
        result.units.push_back({(r1 - r0) * (w0 + w1) / 2, (w1 - w0) * own_level, (w1 - w0) * (own_level - level)});
        rates.push_back(result.units.back().rate);
        mixes.push_back(result.units.back().mix);
    }
    result.rate = sum_of(rates);
    result.mix = sum_of(mixes);
    auto const is_finite = std::isfinite(before.denominator) && std::isfinite(after.denominator) &&
                           std::ranges::all_of(result.units, [](Contribution const& unit) {
                               return std::isfinite(unit.rate) && std::isfinite(unit.mix) && std::isfinite(unit.sum());
                           });
    if (!is_finite || !std::isfinite(result.rate + result.mix)) return NoAnswer::out_of_range;
    return result;
}

std::vector<double> rounded_to_total(std::span<double const> parts, double total, int decimals) {
    constexpr double largest_whole = 9007199254740992.0; // 2⁵³: up to here doubles count by one
    auto const scale = std::pow(10, decimals);
    std::vector<double> rounded(parts.begin(), parts.end());
    if (std::ranges::any_of(parts, [&](double part) { return !(std::abs(part * scale) < largest_whole); }))
        return rounded;

    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> remainders;
    auto left = std::round(total * scale);
    for (auto& part : rounded) {
        auto const whole = std::floor(part * scale);
        remainders.push_back(part * scale - whole);
        left -= whole;
        part = whole;
    }
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t at) { return remainders[at]; });
    for (auto const at : order) {
        if (left < 1) break;
        rounded[at] += 1;
        left -= 1;
    }
    for (auto& part : rounded) part = part == 0 ? 0 : part / scale; // never −0
    return rounded;
}

ShownContributions shown_contributions(std::span<double const> contributions, double total, int decimals,
                                       std::size_t most) {
    std::vector<std::size_t> order(contributions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t at) { return std::abs(contributions[at]); });

    auto const shown = std::min(most, order.size());
    std::vector<double> parts;
    for (std::size_t at = 0; at < shown; ++at) parts.push_back(contributions[order[at]]);
    if (shown < order.size()) parts.push_back(total - sum_of(parts));
    auto const rounded = rounded_to_total(parts, total, decimals);

    ShownContributions result;
    for (std::size_t at = 0; at < shown; ++at) result.largest.push_back({order[at], rounded[at]});
    result.other_units = order.size() - shown;
    if (result.other_units > 0) result.others = rounded.back();
    return result;
}

} // namespace rodtrad::study
