#pragma once

#include "base/text.hpp"
#include "study/dataset.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rodtrad::study {

// Who a unit is compared with.
class Peers {
public:
    explicit Peers(Dataset const& data);

    // Position in Dataset::peer_groups of the unit's likes for a measure of this area: a group that the unit owns for
    // the area, or a general one; else a shared group it is a member of, for the area, or a general one. Of several
    // alike the newest.
    std::optional<std::size_t> group_of(UnitIndex unit, std::string_view area) const;

    // The same for every unit at once, [unit].
    std::vector<std::optional<std::size_t>> const& groups_for(std::string_view area) const;

    // The units of a group and the one it is for, in tree order.
    std::vector<UnitIndex> members(std::size_t group, UnitIndex unit) const;

    // All units of the same kind and operation, itself among them, in tree order.
    std::span<UnitIndex const> cohort(UnitIndex unit) const { return m_cohorts[m_cohort_of[unit]]; }
    std::size_t cohort_number(UnitIndex unit) const { return m_cohort_of[unit]; }
    std::span<std::vector<UnitIndex> const> cohorts() const { return m_cohorts; }

private:
    void choose(std::string const& area, std::vector<std::vector<std::size_t>> const& owned,
                std::vector<std::vector<std::size_t>> const& shared);
    std::optional<std::size_t> best(std::vector<std::size_t> const& groups, std::string_view area) const;

    std::vector<PeerGroupEntry> m_groups;
    base::TextMap<std::vector<std::optional<std::size_t>>> m_chosen; // by area: [unit]; "" for all areas without groups
    base::IndexVector<UnitIndex, std::size_t> m_cohort_of;
    std::vector<std::vector<UnitIndex>> m_cohorts;
};

} // namespace rodtrad::study
