#pragma once

#include "base/fields.hpp"
#include "base/text.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace rodtrad::domain {

enum class UnitKind : std::uint8_t {
    country,
    region,
    municipality,
    organisation,
    assembly,
    board,
    administration,
    unit,
    team,
};
constexpr auto names_of(UnitKind) {
    return std::to_array<std::pair<UnitKind, std::string_view>>({
        {UnitKind::country, "country"},
        {UnitKind::region, "region"},
        {UnitKind::municipality, "municipality"},
        {UnitKind::organisation, "organisation"},
        {UnitKind::assembly, "assembly"},
        {UnitKind::board, "board"},
        {UnitKind::administration, "administration"},
        {UnitKind::unit, "unit"},
        {UnitKind::team, "team"},
    });
}
constexpr std::string_view to_text(UnitKind kind) { return base::name_of(kind); }
constexpr std::optional<UnitKind> to_unit_kind(std::string_view text) { return base::value_of<UnitKind>(text); }

// A node of the organisation tree, as one delivery described it. Codes are unique in an organisation.
struct Unit {
    std::string code;
    std::string name;
    std::optional<std::string> parent; // code
    UnitKind kind = UnitKind::unit;
    std::string operation; // kind of operation ("grundskola", "hemtjänst"), empty for none: who it is compared with
    std::optional<std::chrono::year_month_day> valid_from;
    std::optional<std::chrono::year_month_day> valid_to; // last day
    base::TextMap<std::string> external_codes;           // system → code
    std::vector<std::string> predecessors;               // codes of the units that it came out of: a split, a merger

    static constexpr auto fields() {
        return std::tuple{base::Field{"code", &Unit::code},
                          base::Field{"name", &Unit::name},
                          base::Field{"parent", &Unit::parent},
                          base::Field{"kind", &Unit::kind},
                          base::Field{"operation", &Unit::operation},
                          base::Field{"valid_from", &Unit::valid_from},
                          base::Field{"valid_to", &Unit::valid_to},
                          base::Field{"external_codes", &Unit::external_codes},
                          base::Field{"predecessors", &Unit::predecessors}};
    }
    bool operator==(Unit const&) const = default;
};

// A named set of units that are compared with each other.
struct PeerGroup {
    std::string code;
    std::string name;
    std::optional<std::string> owner; // code of the unit whose likes these are; the members then exclude it
    std::string area;                 // field of operation the likeness is about ("grundskola"); empty = general
    std::optional<int> year;          // the likeness is computed on this year's conditions
    std::vector<std::string> members; // unit codes
    bool operator==(PeerGroup const&) const = default;
};

} // namespace rodtrad::domain
