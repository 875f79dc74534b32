#include "plan/belongings.hpp"

#include "plan/goal_life.hpp"

#include <algorithm>
#include <tuple>

namespace rodtrad::plan {

namespace {

// Those that hold for some day after the last one.
template <class T>
void add_lasting(std::vector<T const*>& lasting, Records<T> records, base::Date last_day) {
    for (auto const* record : records)
        if (!record->valid_to || *record->valid_to > last_day) lasting.push_back(record);
}

bool is_of(auto const& record, std::string_view unit) {
    if constexpr (requires { record.units.front() == unit; })
        return std::ranges::find(record.units, unit) != record.units.end();
    else if constexpr (requires { std::string_view{record.unit}; })
        return record.unit == unit;
    else
        return false;
}

} // namespace

Belongings belongings_of(Plan const& plan, std::string_view unit, base::Date last_day) {
    Belongings belongings;
    for (auto const* goal : plan.goals_of(unit))
        if (is_standing(goal->state) || is_unsettled(goal->state)) belongings.goals.push_back(goal);
    add_lasting(belongings.memberships, plan.members_of(unit), last_day);
    add_lasting(belongings.grants, plan.grants_at(unit), last_day);
    add_lasting(belongings.documents, plan.documents_of(unit), last_day);
    return belongings;
}

bool is_spoken_of(Tables const& tables, std::string_view unit) {
    auto const is_in = [&](auto const& table) {
        return std::ranges::any_of(table, [&](auto const& record) { return is_of(record, unit); });
    };
    return std::apply([&](auto const&... table) { return (is_in(table) || ...); }, tables.all());
}

} // namespace rodtrad::plan
