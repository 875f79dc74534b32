#pragma once

#include "plan/red_thread.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rodtrad::plan {

// Where the thread is not whole.
enum class BreakKind : std::uint8_t {
    no_vision,             // nothing for the thread to lead to
    strategy_alone,        // a strategy with no vision at its unit or above
    strategy_without_goal, // nobody works for it
    goal_alone,            // supports nothing
    goal_outlived,         // all that it supports has ended, or was never decided
    goal_without_owner,
    owner_gone, // who owned it has left, or cannot sign in
    unit_without_goal,
    measure_without_owner, // it is in use: on a card, or by a goal
    person_without_goal,   // works in no unit that has one
};
constexpr auto names_of(BreakKind) {
    return std::to_array<std::pair<BreakKind, std::string_view>>({
        {BreakKind::no_vision, "no_vision"},
        {BreakKind::strategy_alone, "strategy_alone"},
        {BreakKind::strategy_without_goal, "strategy_without_goal"},
        {BreakKind::goal_alone, "goal_alone"},
        {BreakKind::goal_outlived, "goal_outlived"},
        {BreakKind::goal_without_owner, "goal_without_owner"},
        {BreakKind::owner_gone, "owner_gone"},
        {BreakKind::unit_without_goal, "unit_without_goal"},
        {BreakKind::measure_without_owner, "measure_without_owner"},
        {BreakKind::person_without_goal, "person_without_goal"},
    });
}

// What is broken: the organisation itself, or one thing in it.
using BrokenThing = std::variant<std::monostate, domain::Goal const*, domain::SteeringDocument const*, study::UnitIndex,
                                 study::MeasureIndex, domain::Person const*>;

struct ThreadBreak {
    BreakKind kind = BreakKind::no_vision;
    BrokenThing about;
    std::optional<study::UnitIndex> unit; // where it is; nothing: of the whole, or a person without a unit
};

// What follows from a break, and how it is mended: sentences marked with base::message.
struct BreakWords {
    std::string_view why;
    std::string_view mend;
};
BreakWords words_of(BreakKind kind);

// By kind, and within a kind by the unit's place in the tree. Of a branch: what is in it, and its own.
std::vector<ThreadBreak> thread_breaks(RedThread const& thread, std::optional<study::UnitIndex> branch = {});

// What is broken at one goal; nothing of one that does not stand.
std::vector<BreakKind> breaks_of(RedThread const& thread, domain::Goal const& goal);

} // namespace rodtrad::plan
