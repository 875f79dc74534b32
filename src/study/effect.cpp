#include "study/effect.hpp"

#include "study/effect_panel.hpp"
#include "study/judgement.hpp"
#include "study/methods/difference_in_differences.hpp"
#include "study/methods/distributions.hpp"
#include "study/methods/magnitude.hpp"
#include "study/methods/numbers.hpp"
#include "study/methods/reassignment.hpp"
#include "study/methods/staggered_adoption.hpp"
#include "study/own_past.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

namespace {

constexpr double clear_p = 0.05;
constexpr std::size_t fewest_before = 2;
constexpr std::size_t fewest_after = 1;
constexpr std::size_t fewest_treated = 2;
constexpr std::size_t fewest_compared = 5;
constexpr std::size_t enough_units = 12; // below this, or with fewer treated than the next, chance is asked directly
constexpr std::size_t enough_treated = 4;

NoEffect to_no_effect(NoAnswer reason) {
    return reason == NoAnswer::out_of_range ? NoEffect::out_of_range : NoEffect::not_identified;
}

bool is_few(EffectPanel const& panel) { return panel.starts.size() < enough_units || panel.treated() < enough_treated; }

std::vector<std::uint8_t> is_treated(EffectPanel const& panel, std::span<std::uint32_t const> starts) {
    std::vector<std::uint8_t> result;
    for (auto const unit : panel.units) result.push_back(starts[unit] != never_treated);
    return result;
}

std::vector<std::uint8_t> is_from(EffectPanel const& panel, std::uint32_t start) {
    std::vector<std::uint8_t> result;
    for (auto const period : panel.periods) result.push_back(period >= start);
    return result;
}

// An estimate, and what the model and a placebo say of its certainty.
struct Tested {
    double estimate = 0;
    std::optional<Inference> inference;
    std::optional<PlaceboTest> placebo;

    // The larger of the two p.
    std::optional<double> p() const {
        if (!inference) return {};
        return placebo ? std::max(inference->p, placebo->p) : inference->p;
    }
    // As wide as that p makes it.
    std::optional<Interval> interval() const {
        if (!inference) return {};
        if (!placebo || placebo->p <= inference->p) return inference->interval;
        auto const t = critical_t(1 - std::min(placebo->p, 0.95), inference->df);
        auto const reach = critical_t(0.95, inference->df) * std::abs(estimate / t);
        if (!(reach >= inference->interval.upper - estimate) || !std::isfinite(reach)) return inference->interval;
        return Interval{estimate - reach, estimate + reach};
    }
};

// All start at `start`.
Answer<Tested> tested_at_once(EffectPanel const& panel, std::uint32_t start) {
    auto const post = is_from(panel, start);
    auto const found = difference_in_differences(panel.rows(), is_treated(panel, panel.starts), post, panel.values);
    if (!found) return found.reason();
    Tested tested{found->effect.estimate, {}, {}};
    if (found->effect.inference) tested.inference = *found->effect.inference;
    if (!tested.inference || !is_few(panel)) return tested;

    TwoWayPanel const within{panel.rows()};
    auto const size = magnitude_of(panel.values).value_or(0);
    auto const y = within.within(scaled_down(panel.values, size));
    tested.placebo = placebo_test(panel.starts, [&](std::span<std::uint32_t const> starts) {
        auto const treated = is_treated(panel, starts);
        std::vector<double> in_force(treated.size());
        std::ranges::transform(treated, post, in_force.begin(), [](auto one, auto other) { return one & other; });
        auto const x = within.within(in_force);
        double xy = 0;
        double xx = 0;
        for (std::size_t row = 0; row < x.size(); ++row) {
            xy += x[row] * y[row];
            xx += x[row] * x[row];
        }
        return xx > 0 ? xy / xx : 0;
    });
    return tested;
}

// The variance of a cohort of one is unknown, not 0, and that of a few not much better known.
bool has_small_cohorts(StaggeredAdoption const& found, EffectPanel const& panel) {
    return std::ranges::any_of(found.effects, [&](CohortEffect const& effect) {
        return std::ranges::count(panel.starts, effect.start) < static_cast<std::ptrdiff_t>(enough_treated);
    });
}

// They start at different times.
Tested tested_staggered(EffectPanel const& panel, StaggeredAdoption const& found) {
    Tested tested{found.average.estimate, {}, {}};
    auto const units = found.treated_units + found.never_treated_units;
    if (found.average.error)
        tested.inference = inference_of(tested.estimate, *found.average.error, static_cast<double>(units - 1));
    if (tested.inference && (is_few(panel) || has_small_cohorts(found, panel)))
        tested.placebo = placebo_test(panel.starts, [&](std::span<std::uint32_t const> starts) {
            auto const other = staggered_adoption(panel.rows(), starts, panel.values);
            return other ? other->average.estimate : 0;
        });
    return tested;
}

// The time before each start, as if it had begun in the middle of that.
std::optional<FakeStart> fake_start(EffectPanel const& panel) {
    auto const is_at_once = panel.first_start() == panel.last_start();
    auto const before = panel.where([&](std::uint32_t unit, std::uint32_t period) {
        return period < std::min(panel.starts[unit], panel.last_start());
    });
    auto const times = before.times();
    auto const middle_before = [&](std::uint32_t start) -> std::optional<std::uint32_t> {
        auto const known = static_cast<std::size_t>(std::ranges::lower_bound(times, start) - times.begin());
        if (known < fewest_before) return {};
        return times[(known + 1) / 2];
    };
    if (is_at_once) {
        auto const middle = middle_before(panel.first_start());
        if (!middle) return {};
        auto const tested = tested_at_once(before, *middle);
        if (!tested || !tested->inference) return {};
        return FakeStart{tested->estimate, *tested->p()};
    }
    std::vector<double> in_force;
    for (std::size_t row = 0; row < before.values.size(); ++row) {
        auto const start = before.starts[before.units[row]];
        auto const middle = start == never_treated ? std::nullopt : middle_before(start);
        in_force.push_back(middle && before.periods[row] >= *middle ? 1 : 0);
    }
    auto const found = two_way_effect(TwoWayPanel{before.rows()}, in_force, before.values);
    if (!found || !found->inference) return {};
    return FakeStart{found->estimate, found->inference->p};
}

// Periods in which at least half of the units have a figure: a unit that lacks one of them is let go.
EffectPanel without_thin_periods(EffectPanel const& panel) {
    std::vector<std::size_t> figures(panel.times().back() + std::size_t{1});
    for (auto const period : panel.periods) ++figures[period];
    return panel.where([&](std::uint32_t, std::uint32_t period) { return 2 * figures[period] >= panel.starts.size(); });
}

// Their mean after the start, to judge which way is better from.
double level_after(EffectPanel const& panel) {
    std::vector<double> after;
    for (std::size_t row = 0; row < panel.values.size(); ++row)
        if (panel.periods[row] >= panel.starts[panel.units[row]]) after.push_back(panel.values[row]);
    return mean_of(after);
}

// How many periods with a figure of any treated unit lie before the first start, and from it on.
void count_periods(Effect& effect, EffectPanel const& panel) {
    auto const treated = panel.where([&](std::uint32_t unit, auto) { return panel.starts[unit] != never_treated; });
    for (auto const time : treated.times())
        ++(time < panel.first_start() ? effect.periods_before : effect.periods_after);
}

void settle(Effect& effect, Tested const& tested) {
    auto const lacks = [&](bool is_lacking, EffectShortfall shortfall) {
        if (is_lacking) effect.shortfalls.push_back(shortfall);
    };
    lacks(effect.periods_before < fewest_before, EffectShortfall::few_periods_before);
    lacks(effect.periods_after < fewest_after, EffectShortfall::few_periods_after);
    lacks(effect.treated_units < fewest_treated, EffectShortfall::few_treated_units);
    lacks(effect.comparison_units < fewest_compared, EffectShortfall::few_comparison_units);
    lacks(effect.shortfalls.empty() && !tested.inference, EffectShortfall::no_chance_to_measure);
    effect.estimate = tested.estimate;
    if (!effect.shortfalls.empty()) return;

    effect.p = tested.p();
    effect.interval = tested.interval();
    if (tested.placebo) {
        effect.placebo_p = tested.placebo->p;
        effect.reassignments = tested.placebo->assigned;
    }
    effect.verdict = *effect.p <= clear_p ? EffectVerdict::clear : EffectVerdict::not_clear_yet;
}

Answer<Effect, NoEffect> compared_effect(Effect effect, EffectPanel const& panel) {
    if (panel.first_start() == panel.last_start()) {
        effect.method = EffectMethod::difference_in_differences;
        effect.treated_units = panel.treated();
        effect.comparison_units = panel.never_treated_units();
        count_periods(effect, panel);
        auto const tested = tested_at_once(panel, panel.first_start());
        if (!tested) return to_no_effect(tested.reason());
        settle(effect, *tested);
    } else {
        effect.method = EffectMethod::staggered_adoption;
        auto const even = without_thin_periods(panel);
        auto const found = staggered_adoption(even.rows(), even.starts, even.values);
        if (!found) return to_no_effect(found.reason());
        effect.treated_units = found->treated_units;
        effect.comparison_units = found->never_treated_units;
        count_periods(effect, even);
        settle(effect, tested_staggered(even, *found));
    }
    if (effect.shortfalls.empty()) effect.before = fake_start(panel);
    return effect;
}

} // namespace

std::string_view to_text(NoEffect reason) {
    switch (reason) {
    case NoEffect::no_treated_units:
        return "no_treated_units";
    case NoEffect::no_figures_before:
        return "no_figures_before";
    case NoEffect::no_figures_after:
        return "no_figures_after";
    case NoEffect::too_few_points:
        return "too_few_points";
    case NoEffect::not_identified:
        return "not_identified";
    case NoEffect::out_of_range:
        return "out_of_range";
    }
    return "";
}

Answer<Effect, NoEffect> effect_of(Dataset const& data, EffectRequest const& request) {
    auto const& measure = data.measures[request.measure];
    if (!measure.cube || !measure.cube->slot_of(request.group)) return NoEffect::no_treated_units;
    auto const panel = effect_panel(data, request);
    if (!panel) return panel.reason();

    Effect effect;
    effect.measure = request.measure;
    effect.group = request.group;
    effect.first_start = measure.cube->period(panel->first_start());
    effect.latest = measure.cube->period(panel->times().back());
    auto const is_alone = panel->never_treated_units() == 0;
    effect.compared_with = is_alone             ? ComparedWith::own_past
                           : request.comparison ? ComparedWith::chosen_units
                                                : ComparedWith::peers;
    auto found = is_alone ? effect_against_own_past(effect, data, *panel) : compared_effect(effect, *panel);
    if (!found) return found.reason();

    auto result = *found;
    auto const level = level_after(*panel);
    if (!std::isfinite(level - result.estimate)) return NoEffect::out_of_range;
    result.judgement = judged(measure.measure.polarity, level, level - result.estimate);
    return result;
}

} // namespace rodtrad::study
