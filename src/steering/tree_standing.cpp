#include "steering/tree_standing.hpp"

#include "base/json.hpp"
#include "base/message.hpp"
#include "base/text.hpp"
#include "steering/receive.hpp"
#include "steering/written_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rodtrad::steering {

namespace {

using base::message;

constexpr std::size_t longest_code = 60;

base::Json json_of(std::optional<base::Date> const& day) {
    return day ? base::Json{base::to_text(*day)} : base::Json{};
}

std::string journal_text(domain::Unit const& unit) {
    base::Json::Array predecessors;
    for (auto const& code : unit.predecessors) predecessors.emplace_back(code);
    return base::to_text(base::Json::Object{{"code", unit.code},
                                            {"name", unit.name},
                                            {"parent", unit.parent ? base::Json{*unit.parent} : base::Json{}},
                                            {"kind", domain::to_text(unit.kind)},
                                            {"operation", unit.operation},
                                            {"valid_from", json_of(unit.valid_from)},
                                            {"valid_to", json_of(unit.valid_to)},
                                            {"predecessors", std::move(predecessors)}});
}

// Lower case letters and digits, parted by hyphens.
std::string code_of_name(std::string_view name) {
    constexpr auto letters = std::to_array<std::pair<std::string_view, char>>(
        {{"å", 'a'}, {"ä", 'a'}, {"ö", 'o'}, {"é", 'e'}, {"ü", 'u'}, {"æ", 'a'}, {"ø", 'o'}});
    auto const lower = base::lower(name);
    std::string code;
    for (std::size_t at = 0; at < lower.size() && code.size() < longest_code / 2; ++at) {
        char const c = lower[at];
        auto const rest = std::string_view{lower}.substr(at);
        auto const* const known =
            std::ranges::find_if(letters, [&](auto const& pair) { return rest.starts_with(pair.first); });
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            code += c;
        } else if (known != letters.end()) {
            code += known->second;
            at += known->first.size() - 1;
        } else if (!code.empty() && code.back() != '-') {
            code += '-';
        }
    }
    while (code.ends_with('-')) code.pop_back();
    return code.empty() ? "enhet" : code;
}

} // namespace

StandingTree::StandingTree(store::Connection& connection) : m_units{store::standing_units(connection)} {
    for (std::size_t at = 0; at < m_units.size(); ++at) m_by_code.emplace(m_units[at].value.code, at);
}

store::StandingUnit const* StandingTree::find(std::string_view code) const {
    auto const found = m_by_code.find(code);
    return found == m_by_code.end() ? nullptr : &m_units[found->second];
}

store::StandingUnit const& StandingTree::must_find(std::string_view code) const {
    auto const* found = find(code);
    if (found == nullptr) throw NotFound{"unit", 0};
    return *found;
}

store::StandingUnit const& StandingTree::must_find(std::string_view code, std::int64_t described_by) const {
    auto const& found = must_find(code);
    if (described_by != 0 && found.delivery.value() != described_by)
        throw Conflict{"unit", found.id.value(), described_by, found.delivery.value()};
    return found;
}

std::vector<store::StandingUnit const*> StandingTree::living_below(std::string_view code, base::Date day) const {
    std::vector<store::StandingUnit const*> below;
    for (auto const& unit : m_units)
        if (unit.value.parent == code && (!unit.value.valid_to || *unit.value.valid_to >= day)) below.push_back(&unit);
    return below;
}

bool StandingTree::is_in_branch(std::string_view unit, std::string_view top) const {
    // The tree that stands has no circle: a delivery that would make one is refused.
    for (auto const* at = find(unit); at != nullptr; at = at->value.parent ? find(*at->value.parent) : nullptr)
        if (at->value.code == top) return true;
    return false;
}

std::string StandingTree::free_code(std::string_view name) const {
    auto const wanted = code_of_name(name);
    auto code = wanted;
    for (int number = 2; find(code) != nullptr; ++number) code = fmt::format("{}-{}", wanted, number);
    return code;
}

void state_units(Work& work, StandingTree const& tree, std::vector<domain::Unit> const& units, std::string_view action,
                 std::string_view reason) {
    auto const source = fmt::format("{} {}", action, units.front().code);
    auto const report =
        receive(work, {}, source, Rights::are_checked, [&](Receiver& receiver, DeliveryReport& counted) {
            for (auto const& unit : units) receiver.unit(unit, import::all_fields, {source, ++counted.counts.rows});
        });
    if (!report.delivery) return;
    StandingTree const after{work.connection()};
    for (auto const& change : report.units) {
        auto const& now = after.must_find(change.after.code);
        auto const* before = tree.find(change.after.code);
        work.tell({.kind = "unit",
                   .record = now.id.value(),
                   .before = before != nullptr ? journal_text(before->value) : std::string{},
                   .after = journal_text(now.value)},
                  action, reason);
    }
}

std::string written_code(StandingTree const& tree, std::string_view field, std::string_view typed,
                         std::string_view name) {
    auto code = written_line(field, typed, Empty::is_fine);
    if (code.empty()) return tree.free_code(name);
    if (code.size() > longest_code || code.find_first_of("\t,;") != std::string::npos)
        throw Refused{std::string{field}, message("A code is at most 60 characters, without commas and semicolons.")};
    if (auto const* other = tree.find(code))
        throw Refused{std::string{field},
                      message("The unit {0} has the code {1} already. Choose another, or leave it empty."),
                      {other->value.name, code}};
    return code;
}

void check_parent(StandingTree const& tree, std::string_view field, std::string const& parent,
                  std::optional<base::Date> from, std::optional<base::Date> to) {
    if (parent.empty()) return;
    auto const* above = tree.find(parent);
    if (above == nullptr)
        throw Refused{std::string{field}, message("There is no unit {0}. Choose one of those there are."), {parent}};
    auto const& end = above->value.valid_to;
    bool const is_over = end && ((from && *from > *end) || !to || *to > *end);
    if (is_over)
        throw Refused{std::string{field},
                      message("{0} comes to its end on {1}: nothing can go on below it after that."),
                      {above->value.name, base::to_text(*end)}};
}

void check_days(std::string_view field, domain::Unit const& unit) {
    if (unit.valid_from && unit.valid_to && *unit.valid_to < *unit.valid_from)
        throw Refused{std::string{field},
                      message("{0} would come to its end on {1}, before it begins on {2}."),
                      {unit.name, base::to_text(*unit.valid_to), base::to_text(*unit.valid_from)}};
}

void check_nothing_left_below(StandingTree const& tree, std::string_view field, std::string_view code,
                              base::Date last_day) {
    auto const left = tree.living_below(code, base::plus_days(last_day, 1));
    if (left.empty()) return;
    throw Refused{std::string{field},
                  message("{0} lies below and goes on. Move what is below, or end it first: {1} in all."),
                  {left.front()->value.name, std::to_string(left.size())}};
}

} // namespace rodtrad::steering
