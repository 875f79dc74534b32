#pragma once

#include "base/strong.hpp"
#include "domain/group.hpp"
#include "domain/ids.hpp"
#include "domain/mark.hpp"
#include "domain/measure.hpp"
#include "domain/outcome.hpp"
#include "domain/period.hpp"
#include "domain/target.hpp"
#include "domain/unit.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::study {

using UnitIndex = base::Index<struct UnitIndexTag>;       // in tree order: a unit's branch is [unit, unit.branch_end)
using MeasureIndex = base::Index<struct MeasureIndexTag>; // by code
using GroupIndex = base::Index<struct GroupIndexTag>;     // position in Dataset::groups

struct UnitNode {
    domain::UnitId id{0};
    domain::Unit unit;
    std::optional<UnitIndex> parent;
    UnitIndex branch_end;
    int depth = 0; // 0 for a root
};

// Where a cell's figure comes from, or why there is none.
enum class Cell : std::uint8_t {
    absent,         // nothing was ever delivered
    measured,       //
    preliminary,    //
    aggregated,     // made from the units below
    missing,        // delivered as missing
    not_applicable, //
    confidential,   //
};
constexpr bool has_value(Cell cell) {
    return cell == Cell::measured || cell == Cell::preliminary || cell == Cell::aggregated;
}

// The units directly below, in tree order.
std::vector<UnitIndex> children(base::IndexVector<UnitIndex, UnitNode> const& units, UnitIndex unit);

// All figures of one measure: [group][period][unit], units innermost, so that everything along time can be computed
// for many units at once. Inside the engine, and only there, a cell without a figure holds NaN.
class Cube {
public:
    static constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

    // Periods run without gaps from `first`; groups are the measure's own, positions in Dataset::groups.
    Cube(std::vector<GroupIndex> groups, domain::Period first, std::size_t periods, std::size_t units, bool has_counts);

    std::vector<GroupIndex> const& groups() const { return m_groups; }
    std::optional<std::size_t> slot_of(GroupIndex group) const; // position in groups()
    std::size_t periods() const { return m_periods; }
    std::size_t units() const { return m_units; }
    bool has_counts() const { return !m_numerators.empty(); }
    domain::Period period(std::size_t t) const { return m_first.plus(static_cast<int>(t)); }
    std::optional<std::size_t> time_of(domain::Period period) const;

    std::size_t at(std::size_t slot, std::size_t t, UnitIndex unit) const {
        return (slot * m_periods + t) * m_units + unit.value();
    }
    double value(std::size_t at) const { return m_values[at]; }
    Cell cell(std::size_t at) const { return m_cells[at]; }
    // Both NaN where the measure has no counts, or this figure has none.
    domain::Counts counts(std::size_t at) const {
        return has_counts() ? domain::Counts{m_numerators[at], m_denominators[at]} : domain::Counts{no_value, no_value};
    }
    void set(std::size_t at, Cell cell, double value, domain::Counts counts = {no_value, no_value});

    // One slice over units: values of a group in a period.
    std::span<double const> values(std::size_t slot, std::size_t t) const {
        return std::span{m_values}.subspan((slot * m_periods + t) * m_units, m_units);
    }

private:
    std::vector<GroupIndex> m_groups;
    domain::Period m_first;
    std::size_t m_periods;
    std::size_t m_units;
    std::vector<double> m_values;
    std::vector<double> m_numerators; // empty where the measure has no counts
    std::vector<double> m_denominators;
    std::vector<Cell> m_cells;
};

// How many of the units below stand behind an aggregated figure: "18 av 20 enheter".
struct Coverage {
    std::uint32_t reporting = 0;
    std::uint32_t expected = 0; // units below that have had a figure of this measure and group in any period
    std::uint32_t branches = 0; // units right below with such units among them, or being one: a figure of one is a copy
};

struct MeasureData {
    domain::MeasureId id{0};
    domain::Measure measure;
    int version = 1;
    // Shared between datasets: a delivery rebuilds only the measures it touches. Null where there are no figures.
    std::shared_ptr<Cube const> cube;
    // As the cube's cells; filled for aggregated ones. Empty where nothing is aggregated.
    std::shared_ptr<std::vector<Coverage> const> coverage;
    std::vector<domain::Target> targets;
    std::vector<domain::Mark> marks; // by period
};

struct PeerGroupEntry {
    domain::PeerGroup group;
    std::optional<UnitIndex> owner;
    std::vector<UnitIndex> members; // sorted; units that exist
};

// Everything the study looks at, immutable once built, and read by any number of threads without locks.
struct Dataset {
    base::IndexVector<UnitIndex, UnitNode> units;
    base::IndexVector<GroupIndex, domain::Group> groups;
    base::IndexVector<MeasureIndex, MeasureData> measures;
    std::vector<PeerGroupEntry> peer_groups;

    std::optional<UnitIndex> find_unit(std::string_view code) const;
    std::optional<MeasureIndex> find_measure(std::string_view code) const;
    std::optional<GroupIndex> find_group(std::string_view code) const;
    std::vector<UnitIndex> children(UnitIndex unit) const; // direct, in tree order
    bool is_in_branch(UnitIndex unit, UnitIndex root) const { return root <= unit && unit < units[root].branch_end; }
};

} // namespace rodtrad::study
