#include "steering/tree.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "steering/tree_standing.hpp"
#include "steering/written_text.hpp"

#include <algorithm>
#include <functional>

namespace rodtrad::steering {

using base::message;

namespace {

void set_words(domain::Unit& unit, UnitWords const& words) {
    unit.name = written_line("name", words.name, Empty::is_refused);
    unit.kind = words.kind;
    unit.operation = base::lower(written_line("operation", words.operation, Empty::is_fine));
    unit.valid_from = words.from;
}

// Throws Refused where the one above has another of that name that is alive: nobody could tell them apart.
void check_name(StandingTree const& tree, std::string_view field, domain::Unit const& unit) {
    for (auto const& [id, other, delivery, version] : tree.units())
        if (other.code != unit.code && other.parent == unit.parent && !other.valid_to &&
            base::lower(other.name) == base::lower(unit.name))
            throw Refused{std::string{field},
                          message("There is another {0} in the same place, with the code {1}."),
                          {other.name, other.code}};
}

} // namespace

std::string add_unit(Work& work, NewUnit const& unit, std::string_view reason) {
    work.require(plan::Right::define, unit.parent);
    StandingTree const tree{work.connection()};
    domain::Unit added{.code = {}, .name = {}, .parent = {}};
    set_words(added, {unit.name, unit.kind, unit.operation, unit.from});
    added.code = written_code(tree, "code", unit.code, added.name);
    if (!unit.parent.empty()) added.parent = unit.parent;
    check_parent(tree, "parent", unit.parent, unit.from, {});
    check_name(tree, "name", added);
    state_units(work, tree, {added}, "unit.add", reason);
    return added.code;
}

void describe_unit(Work& work, std::string const& code, std::int64_t described_by, UnitWords const& words,
                   std::string_view reason) {
    work.require(plan::Right::define, code);
    StandingTree const tree{work.connection()};
    auto unit = tree.must_find(code, described_by).value;
    auto const old_name = unit.name;
    set_words(unit, words);
    check_days("from", unit);
    if (unit.name != old_name) check_name(tree, "name", unit);
    state_units(work, tree, {unit}, "unit.describe", reason);
}

void move_unit(Work& work, std::string const& code, std::int64_t described_by, std::string const& parent,
               std::string_view reason) {
    StandingTree const tree{work.connection()};
    auto unit = tree.must_find(code, described_by).value;
    work.require(plan::Right::define, unit.parent.value_or(""));
    work.require(plan::Right::define, parent);
    check_parent(tree, "parent", parent, {}, unit.valid_to);
    if (tree.is_in_branch(parent, code))
        throw Refused{"parent",
                      message("{0} lies in the branch of {1}, which cannot be moved to below itself."),
                      {tree.must_find(parent).value.name, unit.name}};
    unit.parent = parent.empty() ? std::nullopt : std::optional{parent};
    state_units(work, tree, {unit}, "unit.move", reason);
}

void end_unit(Work& work, std::string const& code, std::int64_t described_by, base::Date last_day,
              std::string_view reason) {
    work.require(plan::Right::define, code);
    StandingTree const tree{work.connection()};
    auto unit = tree.must_find(code, described_by).value;
    unit.valid_to = last_day;
    check_days("last_day", unit);
    check_nothing_left_below(tree, "last_day", code, last_day);
    check_parent(tree, "last_day", unit.parent.value_or(""), {}, last_day);
    state_units(work, tree, {unit}, "unit.end", reason);
}

std::string unit_written(Work const& work, std::string_view field, std::string_view written) {
    auto const text = base::trimmed(written);
    std::vector<domain::Unit const*> called;
    for (auto const& node : work.data().units) {
        if (node.unit.code == text) return node.unit.code;
        if (base::lower(node.unit.name) == base::lower(text)) called.push_back(&node.unit);
    }
    // One that has come to its end gives way to one of the same name that goes on.
    auto const goes_on = [](auto const* unit) { return !unit->valid_to; };
    if (std::ranges::any_of(called, goes_on)) std::erase_if(called, std::not_fn(goes_on));
    if (called.empty())
        throw Refused{
            std::string{field}, message("There is no unit {0}. Choose one of those there are."), {std::string{text}}};
    if (called.size() > 1)
        throw Refused{std::string{field},
                      message("{0} units are called {1}. Write the code of the one you mean, such as {2}."),
                      {std::to_string(called.size()), called.front()->name, called.front()->code}};
    return called.front()->code;
}

} // namespace rodtrad::steering
