// One unit becomes several, and several become one.

#include "base/message.hpp"
#include "steering/tree.hpp"
#include "steering/tree_standing.hpp"
#include "steering/written_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rodtrad::steering {

using base::message;

namespace {

// Takes the unit to its end the day before.
void end_before(domain::Unit& unit, base::Date first_day) {
    if (unit.valid_to && *unit.valid_to < first_day)
        throw Refused{
            "first_day", message("{0} came to its end already, on {1}."), {unit.name, base::to_text(*unit.valid_to)}};
    unit.valid_to = base::plus_days(first_day, -1);
    check_days("first_day", unit);
}

void add_predecessor(domain::Unit& unit, std::string const& code) {
    if (std::ranges::find(unit.predecessors, code) == unit.predecessors.end()) unit.predecessors.push_back(code);
}

} // namespace

std::vector<std::string> split_unit(Work& work, std::string const& code, std::int64_t described_by,
                                    std::vector<Part> const& parts, base::Date first_day, std::string_view reason) {
    StandingTree const tree{work.connection()};
    auto old = tree.must_find(code, described_by).value;
    work.require(plan::Right::define, old.parent.value_or(""));
    if (parts.size() < 2)
        throw Refused{"name_1", message("A unit is split into at least two. Name them, or give it another name.")};
    check_nothing_left_below(tree, "first_day", code, base::plus_days(first_day, -1));
    end_before(old, first_day);
    check_parent(tree, "first_day", old.parent.value_or(""), first_day, {});

    std::vector<domain::Unit> stated;
    std::vector<std::string> codes;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        domain::Unit part{.code = {}, .name = {}, .parent = old.parent, .kind = old.kind, .operation = old.operation};
        part.name = written_line(fmt::format("name_{}", at + 1), parts[at].name, Empty::is_refused);
        auto const field = fmt::format("code_{}", at + 1);
        part.code = written_code(tree, field, parts[at].code, part.name);
        // Two parts of the same name get the same proposal.
        auto const proposed = part.code;
        bool const is_proposed = parts[at].code.empty();
        for (int number = 2; is_proposed && (tree.find(part.code) || std::ranges::count(codes, part.code)); ++number)
            part.code = fmt::format("{}-{}", proposed, number);
        if (std::ranges::count(codes, part.code) > 0)
            throw Refused{field, message("Two units cannot have the same code: {0}."), {part.code}};
        part.valid_from = first_day;
        part.predecessors = {code};
        codes.push_back(part.code);
        stated.push_back(std::move(part));
    }
    stated.push_back(std::move(old));
    state_units(work, tree, stated, "unit.split", reason);
    return codes;
}

std::string merge_units(Work& work, Merger const& merger, std::string_view reason) {
    StandingTree const tree{work.connection()};
    auto const& units = merger.units;
    if (units.size() < 2) throw Refused{"units", message("Choose at least one more unit to merge with.")};
    for (std::size_t at = 0; at < units.size(); ++at)
        if (std::find(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(at), units[at]) !=
            units.begin() + static_cast<std::ptrdiff_t>(at))
            throw Refused{"units", message("A unit cannot be merged with itself.")};
    bool const is_new = merger.into.empty();
    if (!is_new && std::ranges::find(units, merger.into) == units.end())
        throw Refused{"into", message("Choose one of the units that are merged, or a new one.")};

    auto const& place = tree.must_find(is_new ? units.front() : merger.into).value;
    for (auto const& code : units) {
        tree.must_find(code);
        work.require(plan::Right::define, code);
    }
    work.require(plan::Right::define, place.parent.value_or(""));

    auto merged = place;
    merged.name = written_line("name", merger.unit.name, Empty::is_refused);
    if (is_new) {
        merged.code = written_code(tree, "code", merger.unit.code, merged.name);
        merged.valid_from = merger.first_day;
        merged.valid_to.reset();
        merged.external_codes.clear();
        merged.predecessors.clear();
    } else if (merged.valid_to) {
        throw Refused{
            "into", message("{0} came to its end already, on {1}."), {merged.name, base::to_text(*merged.valid_to)}};
    }
    auto const is_merged = [&](std::string const& code) { return std::ranges::find(units, code) != units.end(); };
    for (auto above = merged.parent; above && is_new; above = tree.must_find(*above).value.parent)
        if (is_merged(*above))
            throw Refused{"units",
                          message("{0} lies above another of the units. Merge into it, so that it goes on."),
                          {tree.must_find(*above).value.name}};
    check_parent(tree, "first_day", merged.parent.value_or(""), merger.first_day, {});

    std::vector<domain::Unit> stated;
    for (auto const& code : units) {
        if (code == merged.code) continue;
        auto old = tree.must_find(code).value;
        if (tree.is_in_branch(merged.code, code))
            throw Refused{"into", message("{0} lies above it. Let that one go on instead."), {old.name}};
        end_before(old, merger.first_day);
        add_predecessor(merged, code);
        for (auto const* below : tree.living_below(code, merger.first_day)) {
            if (is_merged(below->value.code)) continue;
            auto moved = below->value;
            moved.parent = merged.code;
            stated.push_back(std::move(moved));
        }
        stated.push_back(std::move(old));
    }
    auto const code = merged.code;
    stated.insert(stated.begin(), std::move(merged));
    state_units(work, tree, stated, "unit.merge", reason);
    return code;
}

} // namespace rodtrad::steering
