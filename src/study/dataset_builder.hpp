#pragma once

#include "study/dataset.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rodtrad::study {

// The parts of a Dataset, made from what a database or a test keeps in no particular order. A Dataset is put together
// by hand from them: units, groups, measures sorted by code (with `rolled_up` on each), peer groups.

// The units in tree order: every unit is followed by its whole branch, siblings stand by name, then code. A parent that
// is not among them makes its unit a root. Throws base::Error that names the units where parents go in a circle, or
// where two units have the same code.
base::IndexVector<UnitIndex, UnitNode> in_tree_order(std::vector<std::pair<domain::UnitId, domain::Unit>> units);

// Owner and members by code; codes of no unit fall away. A group with an owner that is not among the units is left out.
std::vector<PeerGroupEntry> resolved(std::vector<domain::PeerGroup> groups,
                                     base::IndexVector<UnitIndex, UnitNode> const& units);

// Collects the figures of one measure, in any order, into its cube.
class CubeBuilder {
public:
    // Without a periodicity, that of the first figure is the measure's.
    // `multiplier` is the measure's.
    CubeBuilder(std::size_t units, std::optional<domain::Periodicity> periodicity, double multiplier = 1);

    // False, and nothing is added, where the period is not of the measure's periodicity.
    // A later figure for the same unit, group and period replaces the earlier one.
    [[nodiscard]] bool add(UnitIndex unit, GroupIndex group, domain::Period period, domain::Outcome const& outcome);

    std::shared_ptr<Cube const> build() const; // null where nothing was added

private:
    struct Figure {
        UnitIndex unit;
        GroupIndex group;
        std::int32_t time; // domain::Period::number
        Cell cell;
        double value;
        domain::Counts counts;
    };
    std::size_t m_units;
    std::optional<domain::Periodicity> m_periodicity;
    double m_multiplier;
    std::vector<Figure> m_figures;
    bool m_has_counts = false;
    bool m_has_values_of_their_own = false; // figures whose counts do not say their value
};

} // namespace rodtrad::study
