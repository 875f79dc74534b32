#include "study/own_past.hpp"

#include "study/methods/interrupted_time_series.hpp"
#include "study/methods/numbers.hpp"
#include "study/methods/panel.hpp"
#include "study/season.hpp"
#include "study/series.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace rodtrad::study {

namespace {

constexpr std::size_t fewest_before_to_show = 5;
constexpr std::size_t fewest_after_to_show = 3;
constexpr std::size_t fewest_before_to_judge = 8;
constexpr std::size_t fewest_after_to_judge = 4;
constexpr double clear_p = 0.05;
constexpr double each_of_two = 0.975; // two questions are asked, of level and of slope: together 95 %

// A new definition starts a new series: figures from its own side of every rebase of the whole measure.
bool is_of_one_series(Dataset const& data, Effect const& effect, std::uint32_t period, std::uint32_t start) {
    auto const& measure = data.measures[effect.measure];
    auto const& group = data.groups[effect.group].code;
    for (auto const& mark : measure.marks) {
        if (mark.kind != domain::MarkKind::rebase || !mark.unit.empty()) continue;
        if (!mark.group.empty() && mark.group != group) continue;
        auto const at = measure.cube->time_of(mark.period);
        if (at && (period < *at) != (start < *at)) return false;
    }
    return true;
}

// The treated units' mean, by periods since each one's start; where all of them have a figure.
struct MeanSeries {
    std::vector<double> times;
    std::vector<double> values;
};

MeanSeries mean_series(Dataset const& data, Effect const& effect, EffectPanel const& panel) {
    auto const& measure = data.measures[effect.measure];
    auto const& cube = *measure.cube;
    auto const season =
        season_of(series_of(measure, cube.slot_of(effect.group).value(), cube.periods()), cube.period(0).periodicity());
    std::map<double, std::vector<double>> by_time;
    for (std::size_t row = 0; row < panel.values.size(); ++row) {
        auto const start = panel.starts[panel.units[row]];
        auto const period = panel.periods[row];
        if (!is_of_one_series(data, effect, period, start)) continue;
        auto const usual = season.empty() ? 0 : season[period % season.size()];
        by_time[static_cast<double>(period) - static_cast<double>(start)].push_back(panel.values[row] - usual);
    }
    MeanSeries series;
    for (auto const& [time, values] : by_time) {
        if (values.size() < panel.starts.size()) continue;
        series.times.push_back(time);
        series.values.push_back(mean_of(values));
    }
    return series;
}

} // namespace

Answer<Effect, NoEffect> effect_against_own_past(Effect effect, Dataset const& data, EffectPanel const& panel) {
    effect.method = EffectMethod::interrupted_time_series;
    auto const [times, values] = mean_series(data, effect, panel);
    if (!std::ranges::all_of(values, [](double value) { return std::isfinite(value); })) return NoEffect::out_of_range;
    auto const found = interrupted_time_series(times, values, 0);
    if (!found) return found.reason() == NoAnswer::out_of_range ? NoEffect::out_of_range : NoEffect::too_few_points;
    if (found->before < fewest_before_to_show || found->after < fewest_after_to_show) return NoEffect::too_few_points;

    effect.treated_units = panel.treated();
    effect.periods_before = found->before;
    effect.periods_after = found->after;
    effect.estimate = found->level_change;
    Effect::OwnPast own_past;
    own_past.slope_before = found->slope;
    own_past.slope_change = found->slope_change;
    if (found->before < fewest_before_to_judge) effect.shortfalls.push_back(EffectShortfall::few_periods_before);
    if (found->after < fewest_after_to_judge) effect.shortfalls.push_back(EffectShortfall::few_periods_after);
    if (!found->errors) {
        effect.shortfalls.push_back(EffectShortfall::no_chance_to_measure);
    } else {
        auto const& [ols, hc1, newey_west, durbin_watson] = *found->errors;
        auto const inference = [&](double estimate, double ordinary, double robust) {
            return inference_of(estimate, std::max(ordinary, robust), found->df, each_of_two);
        };
        auto const level = inference(effect.estimate, ols.level_change, newey_west.level_change);
        auto const slope = inference(own_past.slope_change, ols.slope_change, newey_west.slope_change);
        effect.interval = level.interval;
        own_past.slope_interval = slope.interval;
        own_past.level_p = level.p;
        own_past.slope_p = slope.p;
        own_past.durbin_watson = durbin_watson;
        if (effect.shortfalls.empty()) {
            effect.p = std::min(1.0, 2 * std::min(level.p, slope.p));
            effect.verdict = *effect.p <= clear_p ? EffectVerdict::clear : EffectVerdict::not_clear_yet;
        }
    }
    effect.own_past = own_past;
    return effect;
}

} // namespace rodtrad::study
