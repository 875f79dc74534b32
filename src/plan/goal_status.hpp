#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/period.hpp"
#include "plan/check_in_days.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// How a goal goes, computed from figures and check-ins alone. What people say of it stands beside (domain::Judgement),
// and may say something else.
namespace rodtrad::plan {

// How a key result, a measure with a target, or a whole goal goes.
enum class Standing : std::uint8_t {
    not_begun,
    no_figures,  // nothing is known from its own time
    stale,       // what is known would be well, but is too old to be believed
    reached,     //
    on_the_way,  // as far as its share of the time, or further
    behind,      //
    not_reached, // its time is over
    paused,
    abandoned,
};
constexpr auto names_of(Standing) {
    return std::to_array<std::pair<Standing, std::string_view>>({
        {Standing::not_begun, "not_begun"},
        {Standing::no_figures, "no_figures"},
        {Standing::stale, "stale"},
        {Standing::reached, "reached"},
        {Standing::on_the_way, "on_the_way"},
        {Standing::behind, "behind"},
        {Standing::not_reached, "not_reached"},
        {Standing::paused, "paused"},
        {Standing::abandoned, "abandoned"},
    });
}

// How far up its ladder an ordinal key result has come.
enum class Rung : std::uint8_t { none, commit, target, stretch };
constexpr auto names_of(Rung) {
    return std::to_array<std::pair<Rung, std::string_view>>({
        {Rung::none, "none"},
        {Rung::commit, "commit"},
        {Rung::target, "target"},
        {Rung::stretch, "stretch"},
    });
}

// The latest that is known of a value.
struct Reading {
    double value = 0;                     // as it was delivered: nothing is rounded
    std::optional<domain::Period> period; // of a measure's figure
    base::Date day{};                     // of the check-in, or the last day of the period
    bool is_preliminary = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"value", &Reading::value}, base::Field{"period", &Reading::period},
                          base::Field{"day", &Reading::day}, base::Field{"is_preliminary", &Reading::is_preliminary}};
    }
    bool operator==(Reading const&) const = default;
};

struct KeyResultStatus {
    domain::KeyResultId key_result;
    Standing standing = Standing::not_begun;
    std::optional<Reading> reading; // of the goal's own time
    std::optional<Reading> before;  // where there is none: the latest from before the goal began
    // Share of the way from baseline to target, not held within 0–1. Nothing: no baseline, or one that is already where
    // it should be and only has to be kept.
    std::optional<double> progress;
    // The same, where it should be by the day that the reading tells of (today, where there is none): time passes
    // evenly from the goal's first day to the day the key result is due.
    std::optional<double> expected;
    Rung rung = Rung::none; // of an ordinal one
    base::Date due{};
    bool is_stale = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"key_result", &KeyResultStatus::key_result},
                          base::Field{"standing", &KeyResultStatus::standing},
                          base::Field{"reading", &KeyResultStatus::reading},
                          base::Field{"before", &KeyResultStatus::before},
                          base::Field{"progress", &KeyResultStatus::progress},
                          base::Field{"expected", &KeyResultStatus::expected},
                          base::Field{"rung", &KeyResultStatus::rung},
                          base::Field{"due", &KeyResultStatus::due},
                          base::Field{"is_stale", &KeyResultStatus::is_stale}};
    }
    bool operator==(KeyResultStatus const&) const = default;
};

// A measure of the goal, against the target in force for the goal's first unit.
struct MeasureStatus {
    std::string measure; // code
    Standing standing = Standing::not_begun;
    std::optional<Reading> reading; // of the goal's own time
    std::optional<Reading> before;  // where there is none: the latest from before the goal began
    std::optional<double> target;   // nothing: none is in force
    bool is_counted = false;        // it has a target, and no key result speaks of the same measure

    static constexpr auto fields() {
        return std::tuple{
            base::Field{"measure", &MeasureStatus::measure}, base::Field{"standing", &MeasureStatus::standing},
            base::Field{"reading", &MeasureStatus::reading}, base::Field{"before", &MeasureStatus::before},
            base::Field{"target", &MeasureStatus::target},   base::Field{"is_counted", &MeasureStatus::is_counted}};
    }
    bool operator==(MeasureStatus const&) const = default;
};

struct GoalStatus {
    domain::GoalId goal;
    domain::GoalState state = domain::GoalState::draft; // on the day: state_on
    Standing standing = Standing::not_begun;
    bool is_stale = false;    // also where the standing says something worse
    bool is_to_close = false; // its last day has passed, and it still stands
    int met = 0;              // of `counted`
    int counted = 0;          // key results, and measures with a target
    CheckInDay check_in;
    std::vector<KeyResultStatus> key_results; // those that are not withdrawn, by position
    std::vector<MeasureStatus> measures;      // as the goal names them

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &GoalStatus::goal},
                          base::Field{"state", &GoalStatus::state},
                          base::Field{"standing", &GoalStatus::standing},
                          base::Field{"is_stale", &GoalStatus::is_stale},
                          base::Field{"is_to_close", &GoalStatus::is_to_close},
                          base::Field{"met", &GoalStatus::met},
                          base::Field{"counted", &GoalStatus::counted},
                          base::Field{"check_in", &GoalStatus::check_in},
                          base::Field{"key_results", &GoalStatus::key_results},
                          base::Field{"measures", &GoalStatus::measures}};
    }
    bool operator==(GoalStatus const&) const = default;
};

// Reached: everything that is counted is met. Behind: something is. Stale wins over what is well: silence is never
// green. A figure counts where its period touches the goal's time, so what comes later changes nothing of a goal that
// is over, and what was there before is no outcome of it.
GoalStatus status_of(Plan const& plan, study::Dataset const& data, domain::Goal const& goal, base::Date today);

// How each of its key results goes, and each measure that is counted.
std::vector<Standing> counted_parts(GoalStatus const& status);

// Whether a value is where the key result wants it: the value as it is, against the limit as it is. "Under 1" is not
// met by 1. To reach goes down where the target is below the baseline, or, without a baseline, where the measure is
// better lower.
bool is_met(domain::KeyResult const& key_result, double value,
            domain::Direction better = domain::Direction::higher_is_better);

// What was said of it last; null where nothing has been. Closing a goal says it too.
domain::Judgement const* latest_judgement(Plan const& plan, domain::GoalId goal);

// The key results that stand, by position.
std::vector<domain::KeyResult const*> standing_key_results(Plan const& plan, domain::GoalId goal);

} // namespace rodtrad::plan
