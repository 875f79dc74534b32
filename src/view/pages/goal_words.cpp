#include "view/pages/goal_words.hpp"

#include "base/date.hpp"
#include "plan/period_days.hpp"
#include "view/format.hpp"

#include <utility>
#include <vector>

namespace rodtrad::view::pages {

namespace {

using domain::Aim;
using domain::Bound;
using domain::KeyResult;
using domain::KeyResultKind;
using plan::Standing;

ValueFormat format_of(KeyResult const& key_result) { return {.unit = key_result.unit_of_measure, .decimals = 1}; }

std::string limit(KeyResult const& key_result, std::optional<double> value, Language const& language) {
    return value ? as_set(language, format_of(key_result), *value) : std::string{"–"};
}

std::string wanted_range(KeyResult const& key_result, Language const& language) {
    if (!key_result.upper) return language.tr("is at least {0}", limit(key_result, key_result.target, language));
    auto const range =
        as_set(language, {}, key_result.target.value_or(0)) + "–" + limit(key_result, key_result.upper, language);
    return key_result.bound == Bound::inclusive ? language.tr("stays within {0}", range)
                                                : language.tr("stays between {0}, limits not included", range);
}

std::string wanted_rungs(KeyResult const& key_result, Language const& language) {
    auto const commit = limit(key_result, key_result.commit, language);
    auto const target = limit(key_result, key_result.target, language);
    if (!key_result.stretch) return language.tr("promised {0}, target {1}", commit, target);
    return language.tr("promised {0}, target {1}, hoped for {2}", commit, target,
                       limit(key_result, key_result.stretch, language));
}

Tag tag_of(Sign sign, Tone tone, std::string_view text) { return {sign, tone, std::string{text}}; }

} // namespace

std::string_view kind_name(domain::GoalKind kind, Language const& language) {
    switch (kind) {
    case domain::GoalKind::scorecard:
        return language.tr("Scorecard goal");
    case domain::GoalKind::smart:
        return language.tr("SMART goal");
    case domain::GoalKind::okr:
        break;
    }
    return language.tr("Objective with key results (OKR)");
}

std::string_view level_name(domain::GoalLevel level, Language const& language) {
    return level == domain::GoalLevel::political ? language.tr("Political goal") : language.tr("Operational goal");
}

std::string_view state_name(domain::GoalState state, Language const& language) {
    switch (state) {
    case domain::GoalState::draft:
        return language.tr("Draft");
    case domain::GoalState::proposed:
        return language.tr("Proposed");
    case domain::GoalState::adopted:
        return language.tr("Adopted");
    case domain::GoalState::active:
        return language.tr("Under way");
    case domain::GoalState::paused:
        return language.tr("Paused");
    case domain::GoalState::abandoned:
        return language.tr("Abandoned");
    case domain::GoalState::closed:
        break;
    }
    return language.tr("Closed");
}

std::string_view rhythm_name(domain::Rhythm rhythm, Language const& language) {
    switch (rhythm) {
    case domain::Rhythm::none:
        return language.tr("no check-ins");
    case domain::Rhythm::weekly:
        return language.tr("every week");
    case domain::Rhythm::fortnightly:
        return language.tr("every other week");
    case domain::Rhythm::monthly:
        return language.tr("every month");
    case domain::Rhythm::quarterly:
        break;
    }
    return language.tr("every quarter");
}

std::string_view verdict_name(domain::Verdict verdict, Language const& language) {
    switch (verdict) {
    case domain::Verdict::reached:
        return language.tr("reached");
    case domain::Verdict::partly:
        return language.tr("partly reached");
    case domain::Verdict::not_reached:
        return language.tr("not reached");
    case domain::Verdict::unknown:
        break;
    }
    return language.tr("cannot be judged");
}

std::string_view standing_name(Standing standing, Language const& language) {
    switch (standing) {
    case Standing::not_begun:
        return language.tr("not begun");
    case Standing::no_figures:
        return language.tr("no figures yet");
    case Standing::stale:
        return language.tr("out of date");
    case Standing::reached:
        return language.tr("reached");
    case Standing::on_the_way:
        return language.tr("on the way");
    case Standing::behind:
        return language.tr("behind");
    case Standing::not_reached:
        return language.tr("not reached");
    case Standing::paused:
        return language.tr("paused");
    case Standing::abandoned:
        break;
    }
    return language.tr("abandoned");
}

std::string standing_count(Standing standing, std::size_t goals, Language const& language) {
    auto const n = static_cast<std::int64_t>(goals);
    auto const number = whole(language, n);
    switch (standing) {
    case Standing::not_begun:
        return language.trn("{0} not begun", "{0} not begun", n, number);
    case Standing::no_figures:
        return language.trn("{0} without figures", "{0} without figures", n, number);
    case Standing::stale:
        return language.trn("{0} out of date", "{0} out of date", n, number);
    case Standing::reached:
        return language.trn("{0} reached", "{0} reached", n, number);
    case Standing::on_the_way:
        return language.trn("{0} on the way", "{0} on the way", n, number);
    case Standing::behind:
        return language.trn("{0} behind", "{0} behind", n, number);
    case Standing::not_reached:
        return language.trn("{0} not reached", "{0} not reached", n, number);
    case Standing::paused:
        return language.trn("{0} paused", "{0} paused", n, number);
    case Standing::abandoned:
        break;
    }
    return language.trn("{0} abandoned", "{0} abandoned", n, number);
}

std::string_view step_name(domain::StepKind step, Language const& language) {
    switch (step) {
    case domain::StepKind::created:
        return language.tr("written");
    case domain::StepKind::proposed:
        return language.tr("proposed");
    case domain::StepKind::adopted:
        return language.tr("adopted");
    case domain::StepKind::begun:
        return language.tr("begun");
    case domain::StepKind::adjusted:
        return language.tr("adjusted");
    case domain::StepKind::paused:
        return language.tr("paused");
    case domain::StepKind::resumed:
        return language.tr("resumed");
    case domain::StepKind::abandoned:
        return language.tr("abandoned");
    case domain::StepKind::closed:
        return language.tr("closed");
    case domain::StepKind::rolled:
        return language.tr("rolled forward");
    case domain::StepKind::sent_back:
        break;
    }
    return language.tr("sent back");
}

std::string_view step_action(domain::StepKind step, Language const& language) {
    switch (step) {
    case domain::StepKind::created:
        return language.tr("New goal");
    case domain::StepKind::proposed:
        return language.tr("Propose");
    case domain::StepKind::adopted:
        return language.tr("Adopt");
    case domain::StepKind::begun:
        return language.tr("Begin now");
    case domain::StepKind::adjusted:
        return language.tr("Adjust");
    case domain::StepKind::paused:
        return language.tr("Pause");
    case domain::StepKind::resumed:
        return language.tr("Resume");
    case domain::StepKind::abandoned:
        return language.tr("Abandon");
    case domain::StepKind::closed:
        return language.tr("Close");
    case domain::StepKind::rolled:
        return language.tr("Roll forward");
    case domain::StepKind::sent_back:
        break;
    }
    return language.tr("Send back");
}

std::string_view key_result_kind_name(KeyResultKind kind, Language const& language) {
    switch (kind) {
    case KeyResultKind::metric:
        return language.tr("A figure");
    case KeyResultKind::milestone:
        return language.tr("A milestone");
    case KeyResultKind::ordinal:
        break;
    }
    return language.tr("A ladder: promised, target, hoped for");
}

Tag standing_tag(Standing standing, Language const& language) {
    auto const text = standing_name(standing, language);
    switch (standing) {
    case Standing::reached:
        return tag_of(Sign::target_met, Tone::better, text);
    case Standing::behind:
        return tag_of(Sign::worse, Tone::worse, text);
    case Standing::not_reached:
        return tag_of(Sign::target_missed, Tone::worse, text);
    case Standing::stale:
        return tag_of(Sign::silent, Tone::worse, text);
    case Standing::on_the_way:
        return tag_of(Sign::normal, Tone::normal, text);
    case Standing::no_figures:
    case Standing::not_begun:
    case Standing::paused:
    case Standing::abandoned:
        break;
    }
    return tag_of(Sign::too_few, Tone::normal, text);
}

Tag verdict_tag(domain::Verdict verdict, Language const& language) {
    return tag_of(Sign::judged, Tone::normal, verdict_name(verdict, language));
}

std::optional<domain::Period> cycle_period(domain::Goal const& goal) {
    if (goal.cycle == domain::Cycle::own) return {};
    auto const periodicity = goal.cycle == domain::Cycle::year      ? domain::Periodicity::year
                             : goal.cycle == domain::Cycle::tertial ? domain::Periodicity::tertial
                                                                    : domain::Periodicity::quarter;
    auto const months = 12 / domain::periods_per_year(periodicity);
    auto const month = static_cast<int>(unsigned{goal.begins.month()}) - 1;
    auto const period = domain::Period::make(periodicity, static_cast<int>(goal.begins.year()), month / months + 1);
    return plan::days_of(period) == std::pair{goal.begins, goal.ends} ? std::optional{period} : std::nullopt;
}

std::string cycle_text(domain::Goal const& goal, Language const& language) {
    if (auto const period = cycle_period(goal)) return period_text(language, *period);
    return date(language, goal.begins) + "–" + date(language, goal.ends);
}

std::string wanted(KeyResult const& key_result, Language const& language) {
    if (key_result.kind == KeyResultKind::milestone) return {};
    if (key_result.kind == KeyResultKind::ordinal) return wanted_rungs(key_result, language);
    auto const target = limit(key_result, key_result.target, language);
    bool const is_inclusive = key_result.bound == Bound::inclusive;
    switch (key_result.aim) {
    case Aim::reach:
        return is_inclusive ? language.tr("reaches {0}", target) : language.tr("passes {0}", target);
    case Aim::stay_above:
        return is_inclusive ? language.tr("is at least {0}", target) : language.tr("stays above {0}", target);
    case Aim::stay_below:
        return is_inclusive ? language.tr("is at most {0}", target) : language.tr("stays below {0}", target);
    case Aim::within:
        break;
    }
    return wanted_range(key_result, language);
}

std::string key_result_value(KeyResult const& key_result, double value, Language const& language) {
    std::vector<double> shown{value};
    if (key_result.baseline) shown.push_back(*key_result.baseline);
    auto const format = value_format({.unit_of_measure = key_result.unit_of_measure}, shown);
    auto rounded = with_unit(language, format, value);
    // What is not on the limit must not look as if it were.
    for (auto const one : {key_result.target, key_result.upper, key_result.commit, key_result.stretch})
        if (one && *one != value && with_unit(language, format, *one) == rounded)
            return as_set(language, format, value);
    return rounded;
}

} // namespace rodtrad::view::pages
