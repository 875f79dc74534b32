#include "study/methods/staggered_adoption.hpp"

#include "study/methods/magnitude.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace rodtrad::study {

namespace {

constexpr double rounding = 1e-12;

// Units with a figure in every period, and what they started when.
struct Complete {
    std::vector<std::uint32_t> periods;      // ascending
    std::vector<std::vector<double>> values; // [period][unit]
    std::vector<std::uint32_t> starts;       // [unit]
    std::size_t incomplete = 0;
    std::size_t already_treated = 0;

    std::vector<std::size_t> units_of(std::uint32_t start) const {
        std::vector<std::size_t> units;
        for (std::size_t unit = 0; unit < starts.size(); ++unit)
            if (starts[unit] == start) units.push_back(unit);
        return units;
    }
};

Complete complete_units(PanelRows rows, std::span<std::uint32_t const> starts, std::span<double const> y) {
    Complete complete;
    complete.periods.assign(rows.periods.begin(), rows.periods.end());
    std::ranges::sort(complete.periods);
    complete.periods.erase(std::ranges::unique(complete.periods).begin(), complete.periods.end());
    auto const periods = complete.periods.size();
    complete.values.resize(periods);

    std::map<std::uint32_t, std::vector<std::size_t>> rows_of;
    for (std::size_t row = 0; row < rows.size(); ++row) rows_of[rows.units[row]].push_back(row);
    for (auto const& [unit, of_unit] : rows_of) {
        if (of_unit.size() != periods) {
            ++complete.incomplete;
        } else if (starts[unit] <= complete.periods.front()) {
            ++complete.already_treated;
        } else {
            complete.starts.push_back(starts[unit] > complete.periods.back() ? never_treated : starts[unit]);
            for (auto const row : of_unit) {
                auto const at = std::ranges::lower_bound(complete.periods, rows.periods[row]);
                complete.values[static_cast<std::size_t>(at - complete.periods.begin())].push_back(y[row]);
            }
        }
    }
    return complete;
}

// Mean change of some units, and how far each is from it.
struct Changes {
    double mean = 0;
    std::vector<double> rest;
    double variance = 0; // by 1/n

    Changes(std::vector<double> const& to, std::vector<double> const& from, std::span<std::size_t const> units) {
        for (auto const unit : units) rest.push_back(to[unit] - from[unit]);
        mean = mean_of(rest);
        double largest = 0;
        for (auto const change : rest) largest = std::max(largest, std::abs(change));
        for (auto& change : rest) {
            change -= mean;
            if (std::abs(change) <= rounding * largest) change = 0; // the same change, but for its last digits
            variance += change * change;
        }
        variance /= static_cast<double>(rest.size());
    }
};

} // namespace

Answer<StaggeredAdoption> staggered_adoption(PanelRows rows, std::span<std::uint32_t const> starts,
                                             std::span<double const> y) {
    auto const exponent = magnitude_of(y);
    if (!exponent) return NoAnswer::out_of_range;
    if (y.empty()) return NoAnswer::no_data;
    auto const complete = complete_units(rows, starts, scaled_down(y, *exponent));
    if (complete.periods.size() < 2) return NoAnswer::too_few_points;
    auto const back = [&](double value) { return std::ldexp(value, *exponent); };

    std::vector<std::uint32_t> cohorts{complete.starts};
    std::ranges::sort(cohorts);
    cohorts.erase(std::ranges::unique(cohorts).begin(), cohorts.end());
    if (cohorts.size() < 2 || cohorts.back() != never_treated) return NoAnswer::not_identified;
    cohorts.pop_back();

    StaggeredAdoption found;
    auto const all = static_cast<double>(complete.starts.size());
    auto const never = complete.units_of(never_treated);
    auto const never_n = static_cast<double>(never.size());
    found.never_treated_units = never.size();
    found.treated_units = complete.starts.size() - never.size();
    found.already_treated_units = complete.already_treated;
    found.incomplete_units = complete.incomplete;

    std::vector<double> influence(complete.starts.size()); // on Σ size·ATT, of each unit
    std::vector<double> effect_of(complete.starts.size()); // Σ ATT of its own cohort over t ≥ g
    std::vector<double> times_of(complete.starts.size());  // how many those are
    double weighted = 0;
    double weights = 0;
    for (auto const start : cohorts) {
        auto const cohort = complete.units_of(start);
        auto const n = static_cast<double>(cohort.size());
        auto const base_of_start =
            static_cast<std::size_t>(std::ranges::lower_bound(complete.periods, start) - complete.periods.begin()) - 1;
        for (std::size_t t = 1; t < complete.periods.size(); ++t) {
            auto const is_treated = complete.periods[t] >= start;
            auto const base = is_treated ? base_of_start : t - 1;
            Changes const own{complete.values[t], complete.values[base], cohort};
            Changes const others{complete.values[t], complete.values[base], never};
            auto const effect = own.mean - others.mean;
            auto const error = std::sqrt(own.variance / n + others.variance / never_n);
            found.effects.push_back({start, complete.periods[t], back(effect), {}});
            if (error > 0) found.effects.back().error = back(error);
            if (!is_treated) continue;
            // Size as a share of all; the influence on a mean of n units is all/n times how far each is from it.
            auto const share = n / all;
            weighted += share * effect;
            weights += share;
            for (std::size_t i = 0; i < cohort.size(); ++i) {
                influence[cohort[i]] += share * all / n * own.rest[i];
                effect_of[cohort[i]] += effect;
                times_of[cohort[i]] += 1;
            }
            for (std::size_t i = 0; i < never.size(); ++i)
                influence[never[i]] -= share * all / never_n * others.rest[i];
        }
    }
    auto const average = weighted / weights;
    double squares = 0;
    for (std::size_t unit = 0; unit < influence.size(); ++unit) {
        // That the shares are estimated: Σ (1{unit in g} − share_g)(ATT − average), over all (g, t ≥ g); the part of
        // the shares themselves sums to 0.
        auto const total = influence[unit] + effect_of[unit] - times_of[unit] * average;
        squares += total * total;
    }
    auto const error = std::sqrt(squares) / all / weights;
    found.average.estimate = back(average);
    if (error > 0) found.average.error = back(error);

    auto const is_finite = [](double estimate, std::optional<double> of) {
        return std::isfinite(estimate) && (!of || std::isfinite(*of));
    };
    for (auto const& effect : found.effects)
        if (!is_finite(effect.estimate, effect.error)) return NoAnswer::out_of_range;
    if (!is_finite(found.average.estimate, found.average.error)) return NoAnswer::out_of_range;
    return found;
}

} // namespace rodtrad::study
