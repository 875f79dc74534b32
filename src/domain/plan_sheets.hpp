#pragma once

#include "domain/behaviour.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

// A plan as tables in a workbook: the headings of its sheets and the words that their cells take, in Swedish and
// English. The template is written from this, and what comes in is read by it.
namespace rodtrad::domain {

enum class PlanSheetKind : std::uint8_t { goals, key_results, behaviours };

enum class PlanField : std::uint8_t {
    goal, // whose key result or behaviour it is: its title
    title,
    description,
    unit,
    shared_with, // more units, with a semicolon between
    kind,
    owner,
    begins,
    ends,
    supports, // titles, likewise
    measures, // codes or titles, likewise
    rhythm,
    level,
    perspective,
    factor,
    form,
    baseline,
    target,
    upper,
    unit_of_measure,
    measure,
    due,
    text,
    whose,
    pulse_question,
};
inline constexpr std::size_t plan_field_count = static_cast<std::size_t>(PlanField::pulse_question) + 1;

struct PlanColumn {
    PlanField field;
    std::string_view swedish;
    std::string_view english;
};
inline constexpr auto goal_columns = std::to_array<PlanColumn>({
    {PlanField::title, "titel", "title"},
    {PlanField::description, "beskrivning", "description"},
    {PlanField::unit, "enhet", "unit"},
    {PlanField::shared_with, "delas med", "shared with"},
    {PlanField::kind, "slag", "kind"},
    {PlanField::owner, "ansvarig", "owner"},
    {PlanField::begins, "börjar", "begins"},
    {PlanField::ends, "slutar", "ends"},
    {PlanField::supports, "stödjer", "supports"},
    {PlanField::measures, "mått", "measures"},
    {PlanField::rhythm, "rytm", "rhythm"},
    {PlanField::level, "nivå", "level"},
    {PlanField::perspective, "perspektiv", "perspective"},
    {PlanField::factor, "framgångsfaktor", "success factor"},
});
inline constexpr auto key_result_columns = std::to_array<PlanColumn>({
    {PlanField::goal, "mål", "goal"},
    {PlanField::unit, "enhet", "unit"},
    {PlanField::title, "titel", "title"},
    {PlanField::form, "form", "form"},
    {PlanField::baseline, "utgångsläge", "baseline"},
    {PlanField::target, "målvärde", "target"},
    {PlanField::upper, "övre gräns", "upper"},
    {PlanField::unit_of_measure, "måttenhet", "unit of measure"},
    {PlanField::measure, "mått", "measure"},
    {PlanField::due, "klart senast", "due"},
});
inline constexpr auto behaviour_columns = std::to_array<PlanColumn>({
    {PlanField::goal, "mål", "goal"},
    {PlanField::unit, "enhet", "unit"},
    {PlanField::text, "beteende", "behaviour"},
    {PlanField::whose, "vems", "whose"},
    {PlanField::pulse_question, "pulsfråga", "pulse question"},
});

struct PlanSheet {
    PlanSheetKind kind;
    std::span<PlanColumn const> columns;
    std::array<PlanField, 2> told_by; // the columns that it must have tell which sheet it is
};
// The first that fits: a key result and a behaviour name the goal that they belong to.
inline constexpr auto plan_sheets = std::to_array<PlanSheet>({
    {PlanSheetKind::behaviours, behaviour_columns, {PlanField::goal, PlanField::text}},
    {PlanSheetKind::key_results, key_result_columns, {PlanField::goal, PlanField::title}},
    {PlanSheetKind::goals, goal_columns, {PlanField::title, PlanField::unit}},
});

template <class Value>
struct PlanWord {
    Value value;
    std::string_view swedish;
    std::string_view english;
};
inline constexpr auto goal_kind_words = std::to_array<PlanWord<GoalKind>>({
    {GoalKind::scorecard, "styrkort", "scorecard"},
    {GoalKind::smart, "SMART", "SMART"},
    {GoalKind::okr, "OKR", "OKR"},
});
inline constexpr auto level_words = std::to_array<PlanWord<GoalLevel>>({
    {GoalLevel::operational, "verksamhet", "operational"},
    {GoalLevel::political, "politisk", "political"},
});
inline constexpr auto rhythm_words = std::to_array<PlanWord<Rhythm>>({
    {Rhythm::weekly, "varje vecka", "every week"},
    {Rhythm::fortnightly, "varannan vecka", "every other week"},
    {Rhythm::monthly, "varje månad", "every month"},
    {Rhythm::quarterly, "varje kvartal", "every quarter"},
    {Rhythm::none, "inga avstämningar", "no check-ins"},
});
inline constexpr auto whose_words = std::to_array<PlanWord<Whose>>({
    {Whose::everyone, "alla", "everyone"},
    {Whose::leaders, "ledare", "leaders"},
});

struct KeyResultForm {
    KeyResultKind kind = KeyResultKind::metric;
    Aim aim = Aim::reach;
    Bound bound = Bound::inclusive;
};
inline constexpr auto form_words = std::to_array<PlanWord<KeyResultForm>>({
    {{KeyResultKind::metric, Aim::reach, Bound::inclusive}, "når", "reach"},
    {{KeyResultKind::metric, Aim::stay_above, Bound::inclusive}, "minst", "at least"},
    {{KeyResultKind::metric, Aim::stay_above, Bound::exclusive}, "över", "stay above"},
    {{KeyResultKind::metric, Aim::stay_below, Bound::inclusive}, "högst", "at most"},
    {{KeyResultKind::metric, Aim::stay_below, Bound::exclusive}, "under", "stay below"},
    {{KeyResultKind::metric, Aim::within, Bound::inclusive}, "inom", "within"},
    {{KeyResultKind::milestone, Aim::reach, Bound::inclusive}, "delmål", "milestone"},
});

} // namespace rodtrad::domain
