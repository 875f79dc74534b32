#pragma once

#include "plan/todo.hpp"
#include "study/dataset_builder.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rodtrad::plan::test {

using domain::Role;

inline base::Date day(std::string_view text) { return *base::to_date(text); }
inline base::Instant at(std::string_view date) { return base::to_instant(std::string{date} + "T10:00:00Z"); }

inline constexpr domain::PersonId rektor{1};
inline constexpr domain::PersonId chef{2}; // manages what is above the school
inline constexpr domain::PersonId teacher{3};
inline constexpr domain::PersonId colleague{4};
inline constexpr domain::GoalId goal{1};

// A school with a team, below an administration. The goal of the school is the head teacher's, is checked in on every
// week, and was begun on 5 October.
struct School {
    Tables tables;
    study::Dataset data;

    School() {
        auto const unit = [](std::string code, std::optional<std::string> parent, domain::UnitKind kind) {
            return domain::Unit{.code = code, .name = code, .parent = std::move(parent), .kind = kind};
        };
        data.units =
            study::in_tree_order({{domain::UnitId{1}, unit("forvaltning", {}, domain::UnitKind::administration)},
                                  {domain::UnitId{2}, unit("skola", "forvaltning", domain::UnitKind::unit)},
                                  {domain::UnitId{3}, unit("lag", "skola", domain::UnitKind::team)}});
        person(rektor, Role::manager, "skola");
        person(chef, Role::manager, "forvaltning");
        person(teacher, Role::member, "lag");
        person(colleague, Role::member, "lag");
        put_goal({.id = goal,
                  .title = "Varje elev får stöd i tid",
                  .units = {"skola"},
                  .owner = rektor,
                  .begins = day("2026-10-05"),
                  .ends = day("2026-12-31"),
                  .rhythm = domain::Rhythm::weekly,
                  .state = domain::GoalState::active});
    }

    void person(domain::PersonId id, Role role, std::string const& unit) {
        tables.people.put({.id = id, .user_name = std::to_string(id.value()), .name = "N"});
        tables.memberships.put({.id = domain::MembershipId{id.value()}, .person = id, .unit = unit});
        tables.grants.put({.id = domain::GrantId{id.value()}, .person = id, .role = role, .unit = unit});
    }
    void put_goal(domain::Goal wanted) { tables.goals.put(std::move(wanted)); }
    domain::Goal standing() const { return *tables.goals.find(goal); }
    void check_in(std::int64_t id, std::string_view date, domain::PersonId by = rektor) {
        tables.check_ins.put({.id = domain::CheckInId{id}, .goal = goal, .by = by, .at = at(date)});
    }

    Todos of(domain::PersonId person, std::string_view today) const {
        return todo_of(Plan{tables, 1}, data, person, day(today));
    }
};

} // namespace rodtrad::plan::test
