#include "steering/goal_wording.hpp"

#include "base/message.hpp"
#include "plan/valid.hpp"
#include "steering/written_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace rodtrad::steering {

namespace {

using base::message;
using domain::Goal;

constexpr int first_year = 1900;
constexpr int last_year = 2199;
constexpr int most_years = 50; // a vision may be further away; a goal is followed up

template <class T>
std::vector<T> each_once(std::vector<T> const& values) {
    std::vector<T> once;
    for (auto const& value : values)
        if (std::ranges::find(once, value) == once.end()) once.push_back(value);
    return once;
}

void check_units(Work const& work, Goal const& goal, Goal const& standing) {
    if (goal.units.empty()) throw Refused{"units", message("Choose whose goal it is: at least one unit.")};
    for (auto const& code : goal.units) {
        auto const unit = work.data().find_unit(code);
        if (!unit) throw Refused{"units", message("There is no unit {0}."), {code}};
        bool const is_new = std::ranges::find(standing.units, code) == standing.units.end();
        auto const& described = work.data().units[*unit].unit;
        if (is_new && !plan::is_valid(described, work.today()))
            throw Refused{"units", message("{0} is not in use today. Choose another unit."), {described.name}};
    }
}

void check_owner(Work const& work, Goal const& goal, Goal const& standing) {
    if (!goal.owner || goal.owner == standing.owner) return;
    auto const* owner = work.tables().people.find(*goal.owner);
    if (owner == nullptr) throw Refused{"owner", message("There is nobody by that name. Choose from the list.")};
    if (!owner->is_active)
        throw Refused{"owner",
                      message("{0} no longer has an account. Choose someone who can answer for the goal."),
                      {owner->name}};
}

void check_days(Goal const& goal) {
    auto const check_year = [](std::string field, base::Date day) {
        if (auto const year = static_cast<int>(day.year()); year < first_year || year > last_year)
            throw Refused{std::move(field),
                          message("{0} is no likely day. Write one between {1} and {2}."),
                          {base::to_text(day), std::to_string(first_year), std::to_string(last_year)}};
    };
    if (!goal.begins.ok()) throw Refused{"begins", message("Say which day the goal begins.")};
    if (!goal.ends.ok()) throw Refused{"ends", message("Say which day the goal ends.")};
    check_year("begins", goal.begins);
    check_year("ends", goal.ends);
    if (goal.ends < goal.begins)
        throw Refused{"ends",
                      message("The goal’s last day, {0}, comes before its first, {1}."),
                      {base::to_text(goal.ends), base::to_text(goal.begins)}};
    if (goal.ends > goal.begins + std::chrono::years{most_years})
        throw Refused{"ends", message("The goal would last more than {0} years."), {std::to_string(most_years)}};
}

// Everything that a goal leads to, over all steps upward.
std::set<domain::GoalId> all_above(Work const& work, domain::GoalId from) {
    std::set<domain::GoalId> above{from};
    std::vector waiting{from};
    while (!waiting.empty()) {
        auto const* goal = work.tables().goals.find(waiting.back());
        waiting.pop_back();
        if (goal == nullptr) continue;
        for (auto const id : goal->supports)
            if (above.insert(id).second) waiting.push_back(id);
    }
    return above;
}

void check_links(Work const& work, Goal const& goal, Goal const& standing) {
    for (auto const id : goal.supports) {
        auto const* supported = work.tables().goals.find(id);
        if (supported == nullptr) throw Refused{"supports", message("The goal that it supports is not there.")};
        if (id == goal.id) throw Refused{"supports", message("A goal cannot support itself.")};
        if (goal.id.value() != 0 && all_above(work, id).contains(goal.id))
            throw Refused{"supports",
                          message("“{0}” already leads up to this goal. A goal cannot lead up to itself: leave out "
                                  "one of the two links."),
                          {supported->title}};
        bool const is_new = std::ranges::find(standing.supports, id) == standing.supports.end();
        if (is_new && supported->state == domain::GoalState::abandoned)
            throw Refused{"supports",
                          message("“{0}” has been abandoned. Choose a goal that is still worked for."),
                          {supported->title}};
    }
    for (auto const id : goal.supports_documents)
        if (work.tables().documents.find(id) == nullptr)
            throw Refused{"supports", message("The vision or strategy that it supports is not there.")};
}

void check_scorecard(Work const& work, Goal& goal) {
    if (goal.perspective && work.tables().perspectives.find(*goal.perspective) == nullptr)
        throw Refused{"perspective", message("There is no such perspective. Choose from the list.")};
    if (!goal.factor) return;
    auto const* factor = work.tables().factors.find(*goal.factor);
    if (factor == nullptr) throw Refused{"factor", message("There is no such success factor. Choose from the list.")};
    if (!goal.perspective) goal.perspective = factor->perspective;
    if (goal.perspective != factor->perspective)
        throw Refused{"factor", message("“{0}” belongs to another perspective."), {factor->name}};
}

void check_measures(Work const& work, Goal const& goal) {
    for (auto const& code : goal.measures)
        if (!work.data().find_measure(code)) throw Refused{"measures", message("There is no measure {0}."), {code}};
}

// As the journal's readers want it.
std::string in_words(std::optional<double> value) { return value ? fmt::format("{}", *value) : std::string{}; }
std::string in_words(std::optional<base::Date> day) { return day ? base::to_text(*day) : std::string{}; }

template <class Value, class InWords>
void compare(std::vector<domain::Alteration>& out, std::string_view what, Value const& before, Value const& after,
             InWords const& words) {
    if (before != after) out.push_back({.what = std::string{what}, .before = words(before), .after = words(after)});
}

template <class List, class Name>
std::string joined(List const& list, Name const& name) {
    std::vector<std::string> names;
    for (auto const& one : list) names.push_back(name(one));
    return fmt::format("{}", fmt::join(names, ", "));
}

void check_metric(domain::KeyResult& key_result) {
    if (!key_result.target) throw Refused{"target", message("Say which value it is to reach.")};
    key_result.commit.reset();
    key_result.stretch.reset();
    if (key_result.aim != domain::Aim::within) {
        key_result.upper.reset();
        if (key_result.aim == domain::Aim::reach && key_result.baseline == key_result.target)
            throw Refused{"target", message("It is there already: the target is the same as where it starts.")};
        return;
    }
    if (!key_result.upper) throw Refused{"upper", message("Say both ends of what it is to be within.")};
    if (*key_result.upper <= *key_result.target)
        throw Refused{"upper", message("The upper end is not above the lower.")};
}

void check_ordinal(domain::KeyResult& key_result) {
    key_result.aim = domain::Aim::reach;
    key_result.upper.reset();
    if (!key_result.commit) throw Refused{"commit", message("Say the least that is promised.")};
    if (!key_result.target) throw Refused{"target", message("Say which value it is to reach.")};
    bool const is_up = *key_result.target > *key_result.commit;
    if (key_result.target == key_result.commit)
        throw Refused{"target", message("The target is to be further away than what is promised.")};
    if (key_result.stretch &&
        (is_up ? *key_result.stretch <= *key_result.target : *key_result.stretch >= *key_result.target))
        throw Refused{"stretch", message("What is hoped for is to be further away than the target.")};
}

} // namespace

Goal reworded(Work const& work, Goal const& standing, Goal const& stated) {
    auto goal = standing;
    goal.kind = stated.kind;
    goal.level = stated.level;
    Faults faults;
    goal.title = faults.in([&] { return written_line("title", stated.title, Empty::is_refused); });
    goal.description = faults.in([&] { return written_text("description", stated.description, Empty::is_fine); });
    goal.units = each_once(stated.units);
    goal.owner = stated.owner;
    goal.cycle = stated.cycle;
    goal.begins = stated.begins;
    goal.ends = stated.ends;
    goal.supports = each_once(stated.supports);
    goal.supports_documents = each_once(stated.supports_documents);
    goal.perspective = stated.perspective;
    goal.factor = stated.factor;
    goal.measures = each_once(stated.measures);
    goal.rhythm = stated.rhythm;
    faults.in([&] { check_units(work, goal, standing); });
    faults.in([&] { check_owner(work, goal, standing); });
    faults.in([&] { check_days(goal); });
    faults.in([&] { check_links(work, goal, standing); });
    faults.in([&] { check_scorecard(work, goal); });
    faults.in([&] { check_measures(work, goal); });
    faults.refuse();
    return goal;
}

domain::KeyResult reworded(Work const& work, Goal const& goal, domain::KeyResult standing,
                           domain::KeyResult const& stated) {
    standing.kind = stated.kind;
    standing.title = written_line("title", stated.title, Empty::is_refused);
    standing.aim = stated.aim;
    standing.bound = stated.bound;
    standing.measure = stated.measure;
    standing.unit_of_measure = written_line("unit_of_measure", stated.unit_of_measure, Empty::is_fine);
    standing.baseline = stated.baseline;
    standing.target = stated.target;
    standing.upper = stated.upper;
    standing.commit = stated.commit;
    standing.stretch = stated.stretch;
    standing.due = stated.due;
    if (standing.due && (*standing.due < goal.begins || *standing.due > goal.ends))
        throw Refused{"due",
                      message("The goal lasts from {0} to {1}: choose a day within that."),
                      {base::to_text(goal.begins), base::to_text(goal.ends)}};
    if (standing.kind == domain::KeyResultKind::milestone) {
        domain::KeyResult const none;
        standing.aim = none.aim;
        standing.bound = none.bound;
        standing.measure.clear();
        standing.unit_of_measure.clear();
        standing.baseline = standing.target = standing.upper = standing.commit = standing.stretch = {};
        return standing;
    }
    if (!standing.measure.empty()) {
        auto const measure = work.data().find_measure(standing.measure);
        if (!measure) throw Refused{"measure", message("There is no measure {0}."), {standing.measure}};
        standing.unit_of_measure = work.data().measures[*measure].measure.unit_of_measure;
    }
    if (standing.kind == domain::KeyResultKind::ordinal)
        check_ordinal(standing);
    else
        check_metric(standing);
    return standing;
}

std::vector<domain::Alteration> alterations(Work const& work, Goal const& before, Goal const& after) {
    std::vector<domain::Alteration> out;
    auto const as_it_is = [](std::string const& text) { return text; };
    auto const name = [](auto value) { return std::string{base::name_of(value)}; };
    auto const day = [](base::Date value) { return base::to_text(value); };
    auto const person = [&](std::optional<domain::PersonId> id) {
        auto const* found = id ? work.tables().people.find(*id) : nullptr;
        return found == nullptr ? std::string{} : found->name;
    };
    auto const units = [&](std::vector<std::string> const& codes) {
        return joined(codes, [&](std::string const& code) {
            auto const unit = work.data().find_unit(code);
            return unit ? work.data().units[*unit].unit.name : code;
        });
    };
    auto const titles = [&](auto const& table) {
        return [&table](auto const& ids) {
            return joined(ids, [&](auto id) {
                auto const* found = table.find(id);
                return found == nullptr ? std::string{} : found->title;
            });
        };
    };
    auto const called = [&](auto const& table) {
        return [&table](auto const& id) {
            auto const* found = id ? table.find(*id) : nullptr;
            return found == nullptr ? std::string{} : found->name;
        };
    };
    auto const measures = [&](std::vector<std::string> const& codes) {
        return joined(codes, [&](std::string const& code) {
            auto const measure = work.data().find_measure(code);
            return measure ? work.data().measures[*measure].measure.title : code;
        });
    };
    auto const& tables = work.tables();
    compare(out, "kind", before.kind, after.kind, name);
    compare(out, "level", before.level, after.level, name);
    compare(out, "title", before.title, after.title, as_it_is);
    compare(out, "description", before.description, after.description, as_it_is);
    compare(out, "units", before.units, after.units, units);
    compare(out, "owner", before.owner, after.owner, person);
    compare(out, "cycle", before.cycle, after.cycle, name);
    compare(out, "begins", before.begins, after.begins, day);
    compare(out, "ends", before.ends, after.ends, day);
    compare(out, "supports", before.supports, after.supports, titles(tables.goals));
    compare(out, "supports_documents", before.supports_documents, after.supports_documents, titles(tables.documents));
    compare(out, "perspective", before.perspective, after.perspective, called(tables.perspectives));
    compare(out, "factor", before.factor, after.factor, called(tables.factors));
    compare(out, "measures", before.measures, after.measures, measures);
    compare(out, "rhythm", before.rhythm, after.rhythm, name);
    return out;
}

std::vector<domain::Alteration> alterations(domain::KeyResult const& before, domain::KeyResult const& after) {
    std::vector<domain::Alteration> out;
    auto const as_it_is = [](std::string const& text) { return text; };
    auto const name = [](auto value) { return std::string{base::name_of(value)}; };
    auto const number = [](std::optional<double> value) { return in_words(value); };
    compare(out, "kind", before.kind, after.kind, name);
    compare(out, "title", before.title, after.title, as_it_is);
    compare(out, "aim", before.aim, after.aim, name);
    compare(out, "bound", before.bound, after.bound, name);
    compare(out, "measure", before.measure, after.measure, as_it_is);
    compare(out, "unit_of_measure", before.unit_of_measure, after.unit_of_measure, as_it_is);
    compare(out, "baseline", before.baseline, after.baseline, number);
    compare(out, "target", before.target, after.target, number);
    compare(out, "upper", before.upper, after.upper, number);
    compare(out, "commit", before.commit, after.commit, number);
    compare(out, "stretch", before.stretch, after.stretch, number);
    compare(out, "due", before.due, after.due, [](std::optional<base::Date> day) { return in_words(day); });
    for (auto& alteration : out) alteration.key_result = after.id;
    return out;
}

} // namespace rodtrad::steering
