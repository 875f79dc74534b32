#include "import/columns.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "import/shown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rodtrad::import {

namespace {

std::string plain(std::string_view heading) {
    auto result = base::lower(base::trimmed(heading));
    std::ranges::replace(result, ' ', '_');
    std::ranges::replace(result, '-', '_');
    return result;
}

std::string listed(std::vector<std::string> const& headings) {
    constexpr std::size_t max_listed = 30;
    std::string list;
    for (std::size_t at = 0; at < std::min(headings.size(), max_listed); ++at)
        list += fmt::format("{}\"{}\"", at == 0 ? "" : ", ", shown(headings[at]));
    if (headings.size() > max_listed) list += fmt::format(" and {} more", headings.size() - max_listed);
    return list;
}

// Fields that no other kind of table has: one of them tells what the file is.
constexpr auto of_units =
    std::to_array<std::string_view>({"parent", "operation", "valid_from", "valid_to", "predecessors"});
constexpr auto of_measures = std::to_array<std::string_view>(
    {"title", "title_en", "definition", "unit_of_measure", "multiplier", "polarity", "aggregation", "periodicity",
     "level", "perspective", "min_effect", "decimals", "weight", "people", "conditions"});
constexpr auto of_targets = std::to_array<std::string_view>({"floor", "target", "stretch"});

} // namespace

Column Column::of_constant(std::string constant) {
    Column column;
    column.m_index = constant_text;
    column.m_text = std::move(constant);
    return column;
}

std::string_view Column::in(TableRow const& row) const {
    if (m_index == absent) return {};
    if (m_index == constant_text) return m_text;
    auto const text = row.cells[m_index];
    auto const is_clean = [](char c) { return c > ' '; }; // also false for what begins or ends an NBSP
    if (text.empty() || (is_clean(text.front()) && is_clean(text.back()))) return text;
    return base::trimmed(text);
}

Columns::Columns(std::vector<std::string> headings, Mapping const& mapping)
    : m_headings{std::move(headings)}, m_mapping{mapping} {
    for (auto const& heading : m_headings) m_plain.push_back(mapping.has_header ? plain(heading) : std::string{});
}

std::optional<TableKind> Columns::kind_of(std::vector<std::string> headings, Mapping const& mapping) {
    return mapping.kind ? mapping.kind : Columns{std::move(headings), mapping}.guess_kind();
}

Columns::Columns(std::vector<std::string> headings, Mapping const& mapping, std::string_view file)
    : Columns{std::move(headings), mapping} {
    m_file = file;
    for (auto const& [field, ref] : mapping.columns) pointed_to(ref); // every column that the mapping names is there
    for (auto const& keep : mapping.keep) pointed_to(keep.column);

    auto const kind = mapping.kind ? mapping.kind : guess_kind();
    if (!kind)
        fail(fmt::format("the headings are not those of any table known here: {}.\n{}", listed(m_headings), example()));
    m_kind = *kind;
    auto const must_have = [&](std::string_view field) {
        if (!has(field, m_kind))
            fail(fmt::format("a table of {} must have {}. The headings are {}.\n{}", to_text(m_kind), field,
                             listed(m_headings), example()));
    };
    switch (m_kind) {
    case TableKind::observations:
        for (auto const* const field : {"measure", "unit", "period"}) must_have(field);
        if (!has("numerator", m_kind)) must_have("value");
        if (!has("value", m_kind)) must_have("denominator");
        break;
    case TableKind::targets:
        for (auto const* const field : {"measure", "unit", "period"}) must_have(field);
        break;
    case TableKind::groups:
        for (auto const* const field : {"code", "name"}) must_have(field);
        break;
    case TableKind::peer_groups:
        for (auto const* const field : {"code", "member"}) must_have(field);
        break;
    case TableKind::marks:
        for (auto const* const field : {"measure", "period", "kind", "text"}) must_have(field);
        break;
    case TableKind::units:
    case TableKind::measures:
        must_have("code");
        break;
    }
    refuse_doubles();

    auto const is_figures = m_kind == TableKind::observations || m_kind == TableKind::targets;
    auto const rest = unread();
    if (is_figures && !rest.empty())
        fail(fmt::format(
            "the column \"{}\" is not known. If figures differ by it, they would be mixed up; so say in a mapping "
            "what the columns are. Columns that the mapping does not name are then not read.\n{}",
            shown(rest.front().heading()), example()));
}

std::optional<TableKind> Columns::guess_kind() const {
    using enum TableKind;
    if (has("measure", observations) && has("unit", observations) && has("period", observations)) {
        if (has("value", observations) || (has("numerator", observations) && has("denominator", observations)))
            return observations;
        if (has_any(of_targets, targets)) return targets;
    }
    if (has("measure", marks) && has("period", marks) && has("text", marks)) return marks;
    if (has("member", peer_groups) && has("code", peer_groups)) return peer_groups;
    if (has("code", units) && (has_any(of_units, units) || !externals().empty())) return units;
    if (has("code", groups) && has("name", groups) && has("name_en", groups)) return groups;
    if (has("code", measures) && has_any(of_measures, measures)) return measures;
    return {};
}

bool Columns::has(std::string_view field, TableKind kind) const {
    return m_mapping.constants.contains(field) || find(field, kind).has_value();
}

bool Columns::has_any(std::span<std::string_view const> fields, TableKind kind) const {
    return std::ranges::any_of(fields, [&](std::string_view field) { return has(field, kind); });
}

std::optional<std::size_t> Columns::find(std::string_view field, TableKind kind) const {
    if (auto const ref = m_mapping.columns.find(field); ref != m_mapping.columns.end()) {
        if (auto const* number = std::get_if<std::size_t>(&ref->second)) return *number - 1;
        auto const wanted = plain(std::get<std::string>(ref->second));
        auto const found = std::ranges::find(m_plain, wanted);
        return static_cast<std::size_t>(found - m_plain.begin());
    }
    if (m_mapping.constants.contains(field)) return {};
    for (auto const& known : fields_of(kind))
        for (std::size_t at = 0; known.name == field && at < m_plain.size(); ++at)
            if (known.is_called(m_plain[at])) return at;
    return {};
}

void Columns::refuse_doubles() const {
    for (auto const& field : fields_of(m_kind)) {
        if (m_mapping.columns.contains(field.name) || m_mapping.constants.contains(field.name)) continue;
        auto const first = find(field.name, m_kind);
        for (auto at = first.value_or(m_plain.size()) + 1; at < m_plain.size(); ++at)
            if (field.is_called(m_plain[at]))
                fail(fmt::format(
                    R"(the columns "{}" and "{}" are both {}. Remove one, or say in a mapping which it is.)",
                    shown(m_headings[*first]), shown(m_headings[at]), field.name));
    }
}

Column Columns::column(std::string_view field) const {
    if (auto const constant = m_mapping.constants.find(field); constant != m_mapping.constants.end())
        return Column::of_constant(constant->second);
    auto const at = find(field, m_kind);
    return at ? Column{*at, m_headings[*at]} : Column{};
}

Column Columns::pointed_to(ColumnRef const& ref) const {
    if (auto const* number = std::get_if<std::size_t>(&ref)) {
        if (*number > m_headings.size())
            fail(fmt::format("the mapping speaks of column {}, but there are {}.", *number, m_headings.size()));
        return {*number - 1, m_headings[*number - 1]};
    }
    auto const& heading = std::get<std::string>(ref);
    auto const found = std::ranges::find(m_plain, plain(heading));
    if (found == m_plain.end())
        fail(fmt::format("the mapping speaks of the column \"{}\", but the headings are {}.", heading,
                         listed(m_headings)));
    auto const at = static_cast<std::size_t>(found - m_plain.begin());
    return {at, m_headings[at]};
}

std::vector<Columns::External> Columns::externals() const {
    std::vector<External> externals;
    for (std::size_t at = 0; at < m_plain.size(); ++at)
        if (m_plain[at].starts_with(external_prefix))
            externals.push_back({m_plain[at].substr(external_prefix.size()), {at, m_headings[at]}});
    for (auto const& [field, ref] : m_mapping.columns)
        if (field.starts_with(external_prefix))
            externals.push_back({field.substr(external_prefix.size()), pointed_to(ref)});
    return externals;
}

std::vector<Column> Columns::unread() const {
    if (!m_mapping.columns.empty() || !m_mapping.constants.empty() || !m_mapping.keep.empty()) return {};
    std::vector<Column> rest;
    auto const fields = fields_of(m_kind);
    for (std::size_t at = 0; at < m_plain.size(); ++at) {
        auto const is_field =
            std::ranges::any_of(fields, [&](auto const& field) { return field.is_called(m_plain[at]); });
        auto const is_external = m_kind == TableKind::units && m_plain[at].starts_with(external_prefix);
        if (!is_field && !is_external && !m_plain[at].empty()) rest.emplace_back(at, m_headings[at]);
    }
    return rest;
}

void Columns::fail(std::string const& what) const { throw base::Error{fmt::format("{}: {}", m_file, what)}; }

// A mapping to begin from, with headings of this very file.
std::string Columns::example() const {
    auto const heading = [&](std::size_t at) {
        return at < m_headings.size() ? shown(m_headings[at]) : std::string{"…"};
    };
    return fmt::format("Write a mapping, a file such as mapping.toml, and name it with --mapping. For example:\n"
                       "[columns]\nmeasure = \"{}\"\nunit = \"{}\"\nperiod = \"{}\"\nvalue = \"{}\"",
                       heading(0), heading(1), heading(2), heading(3));
}

} // namespace rodtrad::import
