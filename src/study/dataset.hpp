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
    domain::DeliveryId described_by{0};
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

// What a cube keeps for each figure, and so what it weighs: 9, 17 or 25 bytes.
enum class CubeContent : std::uint8_t {
    values,            // no counts
    counts,            // numerator and denominator; the value is multiplier × numerator / denominator, to the last bit
    values_and_counts, // a delivered value that is not quite what its counts say: it was rounded
};

// All figures of one measure: [group][period][unit], units innermost, so that everything along time can be computed
// for many units at once. Inside the engine, and only there, a cell without a figure holds NaN.
class Cube {
public:
    static constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

    // Where the figures stand in time and whose they are. Periods run without gaps from `first`; groups are the
    // measure's own, positions in Dataset::groups.
    struct Axes {
        std::vector<GroupIndex> groups;
        domain::Period first;
        std::size_t periods = 0;
        std::size_t units = 0;
        std::size_t cells() const { return groups.size() * periods * units; }
        bool operator==(Axes const&) const = default;
    };
    // All there is in a cube, each column as long as there are cells, or empty by its content: for who writes it to a
    // file and reads it back.
    struct Columns {
        std::vector<double> values;
        std::vector<double> numerators;
        std::vector<double> denominators;
        std::vector<Cell> cells;
    };

    // All cells absent. `multiplier` is the measure's.
    Cube(Axes axes, CubeContent content, double multiplier = 1);
    // The columns are as long as the content asks for.
    Cube(Axes axes, Columns columns, double multiplier);

    Axes const& axes() const { return m_axes; }
    Columns const& columns() const { return m_columns; }
    double multiplier() const { return m_multiplier; }
    std::vector<GroupIndex> const& groups() const { return m_axes.groups; }
    std::optional<std::size_t> slot_of(GroupIndex group) const; // position in groups()
    std::size_t periods() const { return m_axes.periods; }
    std::size_t units() const { return m_axes.units; }
    bool has_counts() const { return !m_columns.numerators.empty(); }
    domain::Period period(std::size_t t) const { return m_axes.first.plus(static_cast<int>(t)); }
    std::optional<std::size_t> time_of(domain::Period period) const;

    std::size_t at(std::size_t slot, std::size_t t, UnitIndex unit) const {
        return (slot * m_axes.periods + t) * m_axes.units + unit.value();
    }
    double value(std::size_t at) const {
        return m_columns.values.empty() ? m_multiplier * m_columns.numerators[at] / m_columns.denominators[at]
                                        : m_columns.values[at];
    }
    Cell cell(std::size_t at) const { return m_columns.cells[at]; }
    // Both NaN where the measure has no counts, or this figure has none.
    domain::Counts counts(std::size_t at) const {
        return has_counts() ? domain::Counts{m_columns.numerators[at], m_columns.denominators[at]}
                            : domain::Counts{no_value, no_value};
    }
    // A value that is not what its counts say makes a cube of counts one of values and counts.
    void set(std::size_t at, Cell cell, double value, domain::Counts counts = {no_value, no_value});

    // A figure made from others: value is multiplier × numerator / denominator where the cube keeps counts.
    void set_sum(std::size_t at, double value, domain::Counts counts) {
        m_columns.cells[at] = Cell::aggregated;
        if (!m_columns.values.empty()) m_columns.values[at] = value;
        if (!has_counts()) return;
        m_columns.numerators[at] = counts.numerator;
        m_columns.denominators[at] = counts.denominator;
    }

    // The values of a group in a period, all units, into `to`.
    void copy_values(std::size_t slot, std::size_t t, double* to) const;
    std::vector<double> values(std::size_t slot, std::size_t t) const {
        std::vector<double> result(units());
        copy_values(slot, t, result.data());
        return result;
    }

    // From now on values need not be what the counts say.
    void keep_values();

    std::size_t bytes() const; // of the columns

private:
    Axes m_axes;
    double m_multiplier;
    Columns m_columns;
};

// How many of the units below stand behind an aggregated figure: "18 av 20 enheter".
struct Coverage {
    std::uint32_t reporting = 0;
    std::uint32_t expected = 0; // units below that have had a figure of this measure and group in any period
    std::uint32_t branches = 0; // units right below with such units among them, or being one: a figure of one is a copy
    bool operator==(Coverage const&) const = default;
};

// Coverage of every figure of the units that have others below them.
class CoverageTable {
public:
    // `nodes`: the units that have others below them, in tree order.
    CoverageTable(std::size_t units, std::vector<UnitIndex> nodes, std::size_t slices);

    std::vector<UnitIndex> const& units() const { return m_nodes; }

    // By a cell's place in the cube; nothing reported for a unit with none below.
    Coverage operator[](std::size_t at) const {
        auto const node = m_node[at % m_node.size()];
        return node == none ? Coverage{} : m_entries[at / m_node.size() * m_nodes.size() + node];
    }
    // Of one group in one period, for each of units().
    std::span<Coverage> slice(std::size_t slice) {
        return std::span{m_entries}.subspan(slice * m_nodes.size(), m_nodes.size());
    }
    std::span<Coverage const> slice(std::size_t slice) const {
        return std::span{m_entries}.subspan(slice * m_nodes.size(), m_nodes.size());
    }
    bool operator==(CoverageTable const&) const = default;

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    std::vector<std::uint32_t> m_node; // [unit]: its place among m_nodes
    std::vector<UnitIndex> m_nodes;
    std::vector<Coverage> m_entries; // [slot × periods + t][node]
};

struct MeasureData {
    domain::MeasureId id{0};
    domain::Measure measure;
    int version = 1;
    // Shared between datasets: a delivery rebuilds only the measures it touches. Null where there are no figures.
    std::shared_ptr<Cube const> cube;
    // Of the aggregated figures. Null where nothing is aggregated.
    std::shared_ptr<CoverageTable const> coverage;
    std::vector<domain::Target> targets;
    std::vector<domain::Mark> marks; // by period
};

struct PeerGroupEntry {
    domain::PeerGroup group;
    std::optional<UnitIndex> owner;
    std::vector<UnitIndex> members; // sorted; units that exist
};

class Frame;

// Everything the study looks at, immutable once built, and read by any number of threads without locks.
struct Dataset {
    // What follows from units, groups and peer groups alone (study/frame.hpp). Made once by who makes the dataset, and
    // shared by all datasets in which these are the same: a follow-up can then take over what it knows of a measure
    // that has not changed. Without it everything is as right, but made anew.
    std::shared_ptr<Frame const> frame;
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
