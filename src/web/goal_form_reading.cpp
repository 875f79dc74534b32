#include "web/goal_form_reading.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "plan/period_days.hpp"
#include "steering/refusals.hpp"
#include "steering/typed.hpp"
#include "view/pages/goal_choices.hpp"
#include "view/pages/goal_form.hpp"
#include "view/pages/key_result_form.hpp"
#include "web/dialogue_asked.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace rodtrad::web {

namespace {

using base::message;
using steering::Refused;

template <class T>
T chosen(Visit const& visit, std::string_view field) {
    auto const value = base::value_of<T>(visit.filled_in(field));
    if (!value) throw Refused{std::string{field}, message("Choose one of them.")};
    return *value;
}

template <class Id>
std::optional<Id> numbered(Visit const& visit, std::string_view field) {
    if (visit.filled_in(field).empty()) return {};
    return Id{number_in(visit, field)};
}

// By code, or by a name that only one unit has.
std::string unit_called(study::Dataset const& data, std::string_view text, std::string_view field) {
    if (data.find_unit(text)) return std::string{text};
    std::string code;
    for (auto const& node : data.units) {
        if (node.unit.name != text) continue;
        if (!code.empty())
            throw Refused{std::string{field},
                          message("Several units are called {0}: write the code instead."),
                          {std::string{text}}};
        code = node.unit.code;
    }
    if (code.empty()) throw Refused{std::string{field}, message("There is no unit {0}."), {std::string{text}}};
    return code;
}

std::vector<std::string> units_in(Visit const& visit) {
    std::vector<std::string> units;
    if (auto const first = visit.filled_in("unit"); !first.empty())
        units.push_back(unit_called(visit.data(), first, "unit"));
    auto rest = visit.filled_in("shared");
    while (!rest.empty()) {
        auto const end = std::min(rest.find('\n'), rest.size());
        if (auto const line = base::trimmed(rest.substr(0, end)); !line.empty())
            units.push_back(unit_called(visit.data(), line, "shared"));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return units;
}

std::optional<domain::PersonId> owner_in(Visit const& visit) {
    auto const typed = base::trimmed(visit.filled_in("owner"));
    if (typed.empty()) return {};
    domain::Person const* found = nullptr;
    for (auto const& person : visit.plan().people) {
        if (person.user_name == typed) return person.id;
        if (!person.is_active || base::lower(person.name) != base::lower(typed)) continue;
        if (found != nullptr)
            throw Refused{
                "owner", message("Several people are called {0}: write the user name instead."), {std::string{typed}}};
        found = &person;
    }
    if (found == nullptr)
        throw Refused{"owner",
                      message("There is nobody here called {0}. Write the name as it stands in the list of people."),
                      {std::string{typed}}};
    return found->id;
}

void read_cycle(Visit const& visit, domain::Goal& goal) {
    auto const typed = visit.filled_in("cycle");
    if (typed == "own") {
        goal.cycle = domain::Cycle::own;
        goal.begins = steering::typed_date("begins", visit.filled_in("begins")).value_or(base::Date{});
        goal.ends = steering::typed_date("ends", visit.filled_in("ends")).value_or(base::Date{});
        return;
    }
    auto const period = domain::Period::from_text(typed);
    if (!period) throw Refused{"cycle", message("Choose one of them.")};
    auto const days = plan::days_of(*period);
    auto const is_other = [&](std::string_view field, base::Date day) {
        return steering::typed_date(field, visit.filled_in(field)).value_or(day) != day;
    };
    if (is_other("begins", days.first) || is_other("ends", days.second))
        throw Refused{"cycle",
                      message("You have written other dates below. Choose “Dates of its own”, or empty the dates.")};
    switch (period->periodicity()) {
    case domain::Periodicity::year:
        goal.cycle = domain::Cycle::year;
        break;
    case domain::Periodicity::tertial:
        goal.cycle = domain::Cycle::tertial;
        break;
    case domain::Periodicity::quarter:
        goal.cycle = domain::Cycle::quarter;
        break;
    case domain::Periodicity::half_year:
    case domain::Periodicity::month:
        goal.cycle = domain::Cycle::own;
        break;
    }
    std::tie(goal.begins, goal.ends) = days;
}

void read_links(Visit const& visit, domain::Goal& goal) {
    constexpr std::string_view of_goal = "goal-";
    constexpr std::string_view of_document = "document-";
    for (std::string_view const link : visit.filled_in_all("supports")) {
        if (link.starts_with(of_goal))
            goal.supports.emplace_back(number_of(link.substr(of_goal.size())));
        else if (link.starts_with(of_document))
            goal.supports_documents.emplace_back(number_of(link.substr(of_document.size())));
    }
}

void read_form(Visit const& visit, domain::KeyResult& key_result) {
    auto const typed = visit.filled_in("form");
    for (auto const& [aim, unused_aim] : names_of(domain::Aim{}))
        for (auto const& [bound, unused_bound] : names_of(domain::Bound{}))
            if (view::pages::form_value(aim, bound) == typed) {
                key_result.aim = aim;
                key_result.bound = bound;
                return;
            }
    throw Refused{"form", message("Choose one of them.")};
}

} // namespace

domain::Goal goal_in(Visit const& visit) {
    domain::Goal goal;
    steering::Faults faults;
    goal.kind = faults.in([&] { return chosen<domain::GoalKind>(visit, "kind"); });
    goal.level = faults.in([&] { return chosen<domain::GoalLevel>(visit, "level"); });
    goal.title = visit.filled_in("title");
    goal.description = visit.filled_in("description");
    goal.units = faults.in([&] { return units_in(visit); });
    goal.owner = faults.in([&] { return owner_in(visit); });
    faults.in([&] { read_cycle(visit, goal); });
    read_links(visit, goal);
    goal.perspective = numbered<domain::PerspectiveId>(visit, "perspective");
    goal.factor = numbered<domain::SuccessFactorId>(visit, "factor");
    for (std::size_t at = 0; at < view::pages::longest_measure_list; ++at)
        if (auto const code = visit.filled_in(fmt::format("measures.{}", at)); !code.empty())
            goal.measures.emplace_back(code);
    goal.rhythm = faults.in([&] { return chosen<domain::Rhythm>(visit, "rhythm"); });
    faults.refuse();
    return goal;
}

domain::KeyResult key_result_in(Visit const& visit) {
    auto const number = [&](std::string_view field) {
        return steering::typed_number(field, visit.filled_in(field), base::trimmed(visit.filled_in("unit_of_measure")));
    };
    domain::KeyResult key_result;
    key_result.kind = chosen<domain::KeyResultKind>(visit, "kind");
    key_result.title = visit.filled_in("title");
    read_form(visit, key_result);
    key_result.measure = visit.filled_in("measure");
    key_result.unit_of_measure = visit.filled_in("unit_of_measure");
    key_result.baseline = number("baseline");
    key_result.target = number("target");
    key_result.upper = number("upper");
    key_result.commit = number("commit");
    key_result.stretch = number("stretch");
    key_result.due = steering::typed_date("due", visit.filled_in("due"));
    return key_result;
}

} // namespace rodtrad::web
