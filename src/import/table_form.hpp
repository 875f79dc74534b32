#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace rodtrad::import {

// The kinds of table a CSV file can be.
enum class TableKind : std::uint8_t { observations, targets, units, measures, groups, peer_groups, marks };
std::string_view to_text(TableKind kind); // "observations", "peer_groups"…
std::optional<TableKind> to_table_kind(std::string_view text);

// A field that a kind of table can have, and the headings it is known by, separated by |.
// Headings are compared in lower case with _ for space and hyphen.
struct TableField {
    std::string_view name;
    std::string_view headings;

    bool is_called(std::string_view heading) const;
};

std::span<TableField const> fields_of(TableKind kind);

// Headings like "external:heroma" hold a unit's code in that system.
inline constexpr std::string_view external_prefix = "external:";

} // namespace rodtrad::import
