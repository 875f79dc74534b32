#pragma once

#include "study/finding.hpp"
#include "study/methods/answer.hpp"
#include "study/methods/intervals.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rodtrad::study {

// "What did it do?": an action, a practice or a behaviour that some units took up, and others not.

struct TreatedUnit {
    UnitIndex unit;
    domain::Period start; // of any length: the measure's period in which it begins is the first one after
};

struct EffectRequest {
    MeasureIndex measure;
    GroupIndex group;
    std::vector<TreatedUnit> treated;
    // Who they are compared with; those treated are taken out. Nothing = their peers; empty = their own past alone.
    std::optional<std::vector<UnitIndex>> comparison;
    std::optional<domain::Period> as_of; // figures after the end of this period are not looked at
};

enum class EffectMethod : std::uint8_t {
    difference_in_differences, // M12: all started at once
    staggered_adoption,        // M12: at different times
    interrupted_time_series,   // M13: nobody to compare with
};

enum class ComparedWith : std::uint8_t { peers, chosen_units, own_past };

enum class EffectVerdict : std::uint8_t {
    clear,              // p ≤ 0.05
    not_clear_yet,      //
    too_little_to_tell, // an estimate that bears no test: Effect::shortfalls says what it lacks
};

// What stands between an estimate and a test of it.
enum class EffectShortfall : std::uint8_t {
    few_periods_before,   // fewer than 2; alone with its past fewer than 8
    few_periods_after,    // fewer than 1; alone with its past fewer than 4
    few_treated_units,    // fewer than 2
    few_comparison_units, // fewer than 5
    no_chance_to_measure, // all figures are met: there is no variation to measure by
};

// The same question, asked of a start that never was, in the middle of the time before.
struct FakeStart {
    double estimate = 0;
    double p = 1;
    bool moved_alike() const { return p > 0.05; } // "utvecklades lika före"
};

struct Effect {
    EffectMethod method = EffectMethod::difference_in_differences;
    ComparedWith compared_with = ComparedWith::peers;
    EffectVerdict verdict = EffectVerdict::too_little_to_tell;
    std::vector<EffectShortfall> shortfalls; // none for a verdict
    Judgement judgement = Judgement::neutral;

    MeasureIndex measure;
    GroupIndex group;
    double estimate = 0; // in the measure's unit; of a series by itself: the change of level at once
    // 95 %: "troligen 0,8 till 5,4". It leaves out 0 where p ≤ 0.05; of a series by itself it or the slope's does.
    std::optional<Interval> interval;
    // The larger of the model's and the placebo's; of a series by itself twice the smaller of level's and slope's.
    std::optional<double> p;
    // Of the ways to choose the treated, how many do as much: asked with fewer than 12 units, or fewer than 4 treated.
    std::optional<double> placebo_p;
    std::size_t reassignments = 0;   // those ways: all there are, or 999 from a fixed seed
    std::optional<FakeStart> before; // where there are 2 periods before and enough units

    std::size_t treated_units = 0; // with figures before and after
    std::size_t comparison_units = 0;
    std::size_t periods_before = 0;                                                     // the first start
    std::size_t periods_after = 0;                                                      // from the first start on
    domain::Period first_start = domain::Period::make(domain::Periodicity::year, 2000); // of the measure's periods
    domain::Period latest = domain::Period::make(domain::Periodicity::year, 2000);

    struct OwnPast {
        double slope_before = 0; // per period
        double slope_change = 0;
        std::optional<Interval> slope_interval; // with that of the level 95 % together
        double level_p = 1;                     // effect.p is twice the smaller of these two
        double slope_p = 1;
        double durbin_watson = 2;
    };
    std::optional<OwnPast> own_past; // interrupted_time_series
};

enum class NoEffect : std::uint8_t {
    no_treated_units,  // none given, or none with a figure
    no_figures_before, // of the treated
    no_figures_after,  // yet
    too_few_points,    // nobody to compare with, and fewer than 5 before or 3 after
    not_identified,    // what it did cannot be told apart from what differs anyway
    out_of_range,      // a figure, or what comes of it, is no finite number
};
std::string_view to_text(NoEffect reason); // as the enumerators are written

// One start: difference_in_differences over all figures of the treated and the comparison units, errors clustered by
// unit. Different starts: the simple average of staggered_adoption, over the periods in which at least half of the
// units have a figure. Nobody to compare with: interrupted_time_series of the treated units' mean, counted from each
// one's start, on the larger of the ordinary and the Newey-West errors; figures from before a rebase of the whole
// measure that precedes the start, or from one that follows it, are left out. Units without a figure both before and
// after say nothing and are not counted.
Answer<Effect, NoEffect> effect_of(Dataset const& data, EffectRequest const& request);

} // namespace rodtrad::study
