#include "plan/goal_status.hpp"

#include "plan/goal_life.hpp"
#include "plan/period_days.hpp"
#include "study/targets_in_force.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace rodtrad::plan {

namespace {

using domain::Aim;
using domain::Bound;
using domain::Direction;
using domain::GoalState;
using domain::KeyResultKind;

struct Readings {
    std::optional<Reading> now;    // of the goal's own time
    std::optional<Reading> before; // the latest from before it
};

// What is asked of a goal's figures, gathered once.
struct Asked {
    Plan const& plan;
    study::Dataset const& data;
    domain::Goal const& goal;
    base::Date today;
    GoalState state;
    std::optional<study::UnitIndex> unit; // the goal's first
    std::optional<study::GroupIndex> everyone;

    bool is_running() const { return state == GoalState::active; }
    bool is_over(base::Date due) const { return state == GoalState::closed || today > due; }
};

// The newest figure of the first unit whose period touches the days, for everyone.
Readings figures_of(Asked const& asked, study::MeasureData const& measure, base::Date from, base::Date to) {
    Readings readings;
    if (!measure.cube || !asked.unit || !asked.everyone) return readings;
    auto const& cube = *measure.cube;
    auto const slot = cube.slot_of(*asked.everyone);
    if (!slot) return readings;
    for (auto t = cube.periods(); t-- > 0;) {
        auto const at = cube.at(*slot, t, *asked.unit);
        auto const period = cube.period(t);
        if (!has_value(cube.cell(at))) continue;
        auto const [first, last] = days_of(period);
        if (first > to) continue;
        Reading const reading{cube.value(at), period, last, cube.cell(at) == study::Cell::preliminary};
        (last < from ? readings.before : readings.now) = reading;
        break;
    }
    return readings;
}

// What the newest check-in that mentions the key result said of it.
domain::ReportedValue const* reported(Asked const& asked, domain::KeyResultId key_result, base::Date& day) {
    domain::ReportedValue const* newest = nullptr;
    base::Instant at{};
    for (auto const* check_in : asked.plan.check_ins_of(asked.goal.id))
        for (auto const& value : check_in->values)
            if (value.key_result == key_result && (newest == nullptr || check_in->at >= at)) {
                newest = &value;
                at = check_in->at;
            }
    if (newest != nullptr) day = base::day_of(at);
    return newest;
}

std::optional<study::MeasureIndex> measure_of(Asked const& asked, std::string const& code) {
    return code.empty() ? std::nullopt : asked.data.find_measure(code);
}

Direction better_way(Asked const& asked, domain::KeyResult const& key_result) {
    auto const measure = measure_of(asked, key_result.measure);
    if (!measure) return Direction::higher_is_better;
    auto const* direction = std::get_if<Direction>(&asked.data.measures[*measure].measure.polarity);
    return direction == nullptr ? Direction::higher_is_better : *direction;
}

// Whether to reach means to go down.
bool goes_down(domain::KeyResult const& key_result, Direction better) {
    if (key_result.aim == Aim::stay_below) return true;
    if (key_result.commit && key_result.target && *key_result.commit != *key_result.target)
        return *key_result.target < *key_result.commit;
    if (key_result.baseline && key_result.target && *key_result.baseline != *key_result.target)
        return *key_result.target < *key_result.baseline;
    return better == Direction::lower_is_better;
}

bool is_past(double value, double limit, bool is_down, Bound bound) {
    if (value == limit) return bound == Bound::inclusive;
    return is_down ? value < limit : value > limit;
}

// Two figures in a row are missing: the one that is there is too old.
bool is_outdated(Reading const& reading, base::Date today) {
    if (!reading.period) return false;
    if (reading.period->year() + 2 > domain::Period::last_year) return false;
    return days_of(reading.period->plus(2)).second < today;
}

// Where on the way from baseline to target; see KeyResultStatus::progress.
std::optional<double> way_gone(domain::KeyResult const& key_result, double value, Direction better) {
    if (!key_result.baseline || !key_result.target) return {};
    auto const baseline = *key_result.baseline;
    if (key_result.aim != Aim::reach && is_met(key_result, baseline, better)) return {};
    auto const target = key_result.aim == Aim::within && key_result.upper && baseline > *key_result.upper
                            ? *key_result.upper
                            : *key_result.target;
    if (target == baseline) return {};
    return (value - baseline) / (target - baseline);
}

double time_gone(base::Date begins, base::Date due, base::Date day) {
    auto const whole = base::days_between(begins, due);
    if (whole <= 0) return 1;
    return std::clamp(static_cast<double>(base::days_between(begins, day)) / whole, 0.0, 1.0);
}

Rung rung_of(domain::KeyResult const& key_result, double value, Direction better) {
    bool const is_down = goes_down(key_result, better);
    auto const reaches = [&](std::optional<double> limit) {
        return limit && is_past(value, *limit, is_down, key_result.bound);
    };
    if (reaches(key_result.stretch)) return Rung::stretch;
    if (reaches(key_result.target)) return Rung::target;
    return reaches(key_result.commit) ? Rung::commit : Rung::none;
}

Standing standing_of(Asked const& asked, domain::KeyResult const& key_result, KeyResultStatus const& status,
                     Direction better) {
    bool const is_over = asked.is_over(status.due);
    if (!status.reading) return Standing::no_figures;
    bool const is_ordinal = key_result.kind == KeyResultKind::ordinal;
    if (is_ordinal ? status.rung >= Rung::target : is_met(key_result, status.reading->value, better))
        return Standing::reached;
    if (is_over) return Standing::not_reached;
    if (status.progress) return *status.progress >= *status.expected ? Standing::on_the_way : Standing::behind;
    return is_ordinal && status.rung == Rung::commit ? Standing::on_the_way : Standing::behind;
}

// A check-in that says that it is done, or not done after all, has it marked so.
Standing standing_of_milestone(Asked const& asked, domain::KeyResult const& key_result, KeyResultStatus const& status) {
    if (key_result.is_done) return Standing::reached;
    return asked.is_over(status.due) ? Standing::not_reached : Standing::on_the_way;
}

// Silence: what was told at check-ins is older than their rhythm, or the figures have stopped coming.
bool is_silent(Asked const& asked, KeyResultStatus const& status) {
    if (!asked.is_running() || asked.today > status.due || !status.reading) return false;
    if (status.reading->period) return is_outdated(*status.reading, asked.today);
    auto const rhythm = asked.goal.rhythm;
    if (rhythm == domain::Rhythm::none) return false;
    auto const next = next_day(rhythm, status.reading->day);
    return next <= asked.goal.ends && asked.today > base::plus_days(next, days_of_grace(rhythm));
}

// What would be well is not believed when it is silent.
Standing doubted(Standing standing, bool is_stale) {
    bool const is_well =
        standing == Standing::reached || standing == Standing::on_the_way || standing == Standing::no_figures;
    return is_stale && is_well ? Standing::stale : standing;
}

KeyResultStatus status_of(Asked const& asked, domain::KeyResult const& key_result) {
    KeyResultStatus status{.key_result = key_result.id, .due = key_result.due.value_or(asked.goal.ends)};
    if (asked.state != GoalState::active && asked.state != GoalState::paused && asked.state != GoalState::closed)
        return status;
    if (key_result.kind == KeyResultKind::milestone) {
        status.standing = standing_of_milestone(asked, key_result, status);
        return status;
    }
    if (auto const measure = measure_of(asked, key_result.measure)) {
        auto const readings = figures_of(asked, asked.data.measures[*measure], asked.goal.begins, status.due);
        status.reading = readings.now;
        status.before = readings.before;
    } else {
        base::Date day{};
        auto const* told = reported(asked, key_result.id, day);
        if (told != nullptr && told->value) status.reading = Reading{.value = *told->value, .day = day};
    }
    auto const better = better_way(asked, key_result);
    if (status.reading) {
        status.progress = way_gone(key_result, status.reading->value, better);
        status.rung = rung_of(key_result, status.reading->value, better);
    }
    if (way_gone(key_result, 0, better))
        status.expected = time_gone(asked.goal.begins, status.due,
                                    status.reading ? std::min(status.reading->day, asked.today) : asked.today);
    status.is_stale = is_silent(asked, status);
    status.standing = doubted(standing_of(asked, key_result, status, better), status.is_stale);
    return status;
}

// Against a target; a measure with a wanted range has that where no target is set. Nothing: there is nothing to meet.
std::optional<bool> meets(domain::Measure const& measure, std::optional<double> target, double value) {
    if (auto const* range = std::get_if<domain::WantedRange>(&measure.polarity))
        return range->low <= value && value <= range->high;
    auto const direction = std::get<Direction>(measure.polarity);
    if (!target || direction == Direction::neutral) return {};
    return is_past(value, *target, direction == Direction::lower_is_better, Bound::inclusive);
}

MeasureStatus status_of_measure(Asked const& asked, std::string const& code,
                                std::vector<domain::KeyResult const*> const& key_results) {
    MeasureStatus status{.measure = code};
    auto const index = measure_of(asked, code);
    if (!index || !asked.unit || !asked.everyone) return status;
    auto const& measure = asked.data.measures[*index];
    auto const readings = figures_of(asked, measure, asked.goal.begins, asked.goal.ends);
    status.reading = readings.now;
    status.before = readings.before;
    auto const* target = study::target_in_force(
        measure, asked.data, *asked.unit, *asked.everyone,
        status.reading ? *status.reading->period
                       : domain::Period::make(domain::Periodicity::year,
                                              std::clamp(static_cast<int>(asked.goal.ends.year()),
                                                         domain::Period::first_year, domain::Period::last_year)));
    if (target != nullptr) status.target = target->target ? target->target : target->floor;
    auto const is_well = status.reading ? meets(measure.measure, status.target, status.reading->value) : std::nullopt;
    bool const is_spoken_of =
        std::ranges::any_of(key_results, [&](auto const* key_result) { return key_result->measure == code; });
    status.is_counted = !is_spoken_of && meets(measure.measure, status.target, 0).has_value();
    if (asked.state == GoalState::active || asked.state == GoalState::paused || asked.state == GoalState::closed) {
        if (!is_well)
            status.standing = Standing::no_figures;
        else if (*is_well)
            status.standing = Standing::reached;
        else
            status.standing = asked.is_over(asked.goal.ends) ? Standing::not_reached : Standing::behind;
        bool const is_old = asked.is_running() && status.reading && is_outdated(*status.reading, asked.today);
        status.standing = doubted(status.standing, is_old && asked.today <= asked.goal.ends);
    }
    return status;
}

// Of the standings of its parts; see GoalStatus.
Standing together(std::vector<Standing> const& parts, bool is_over) {
    auto const has = [&](Standing standing) { return std::ranges::find(parts, standing) != parts.end(); };
    if (has(Standing::not_reached)) return is_over ? Standing::not_reached : Standing::behind;
    if (has(Standing::behind)) return Standing::behind;
    if (has(Standing::stale)) return Standing::stale;
    bool const is_all_reached =
        !parts.empty() && std::ranges::all_of(parts, [](Standing standing) { return standing == Standing::reached; });
    if (is_all_reached) return Standing::reached;
    bool const is_known = has(Standing::on_the_way) || (has(Standing::reached) && !is_over);
    return is_known ? Standing::on_the_way : Standing::no_figures;
}

Standing standing_of(Asked const& asked, GoalStatus const& status) {
    switch (asked.state) {
    case GoalState::draft:
    case GoalState::proposed:
    case GoalState::adopted:
        return Standing::not_begun;
    case GoalState::paused:
        return Standing::paused;
    case GoalState::abandoned:
        return Standing::abandoned;
    case GoalState::active:
    case GoalState::closed:
        break;
    }
    return doubted(together(counted_parts(status), asked.is_over(asked.goal.ends)), status.is_stale);
}

} // namespace

bool is_met(domain::KeyResult const& key_result, double value, Direction better) {
    if (!key_result.target) return false;
    if (key_result.aim == Aim::within)
        return is_past(value, *key_result.target, false, key_result.bound) &&
               (!key_result.upper || is_past(value, *key_result.upper, true, key_result.bound));
    return is_past(value, *key_result.target, key_result.aim != Aim::stay_above && goes_down(key_result, better),
                   key_result.bound);
}

GoalStatus status_of(Plan const& plan, study::Dataset const& data, domain::Goal const& goal, base::Date today) {
    Asked const asked{.plan = plan,
                      .data = data,
                      .goal = goal,
                      .today = today,
                      .state = state_on(goal, today),
                      .unit = goal.units.empty() ? std::nullopt : data.find_unit(goal.units.front()),
                      .everyone = data.find_group("T")};
    GoalStatus status{.goal = goal.id, .state = asked.state};
    status.check_in = check_in_day(plan, goal, today);
    status.is_to_close = asked.today > goal.ends && (asked.is_running() || asked.state == GoalState::paused);
    auto const key_results = standing_key_results(plan, goal.id);
    for (auto const* key_result : key_results) status.key_results.push_back(status_of(asked, *key_result));
    for (auto const& code : goal.measures) status.measures.push_back(status_of_measure(asked, code, key_results));
    auto const parts = counted_parts(status);
    status.counted = static_cast<int>(parts.size());
    status.met = static_cast<int>(std::ranges::count(parts, Standing::reached));
    status.is_stale =
        status.check_in.is_missed || std::ranges::any_of(status.key_results, &KeyResultStatus::is_stale) ||
        std::ranges::find(status.measures, Standing::stale, &MeasureStatus::standing) != status.measures.end();
    status.standing = standing_of(asked, status);
    return status;
}

std::vector<Standing> counted_parts(GoalStatus const& status) {
    std::vector<Standing> parts;
    for (auto const& key_result : status.key_results) parts.push_back(key_result.standing);
    for (auto const& measure : status.measures)
        if (measure.is_counted) parts.push_back(measure.standing);
    return parts;
}

domain::Judgement const* latest_judgement(Plan const& plan, domain::GoalId goal) {
    auto const judgements = plan.judgements_of(goal);
    return judgements.empty() ? nullptr : judgements.back();
}

std::vector<domain::KeyResult const*> standing_key_results(Plan const& plan, domain::GoalId goal) {
    std::vector<domain::KeyResult const*> standing;
    for (auto const* key_result : plan.key_results_of(goal))
        if (!key_result->is_withdrawn) standing.push_back(key_result);
    std::ranges::stable_sort(standing, {}, &domain::KeyResult::position);
    return standing;
}

} // namespace rodtrad::plan
