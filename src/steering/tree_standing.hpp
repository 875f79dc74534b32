#pragma once

#include "domain/unit.hpp"
#include "steering/work.hpp"
#include "store/units.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::steering {

// The units as they stand in the database within a work, for who changes them.
class StandingTree {
public:
    explicit StandingTree(store::Connection& connection);

    store::StandingUnit const* find(std::string_view code) const; // null where there is none
    // Throws NotFound.
    store::StandingUnit const& must_find(std::string_view code) const;
    // The same, where a form was filled in on an earlier reading (0: it was not). Throws Conflict.
    store::StandingUnit const& must_find(std::string_view code, std::int64_t described_by) const;

    // Those right below that have not come to their end before a day, by code.
    std::vector<store::StandingUnit const*> living_below(std::string_view code, base::Date day) const;
    bool is_in_branch(std::string_view unit, std::string_view top) const;
    std::vector<store::StandingUnit> const& units() const { return m_units; }

    // One made of a name that no unit has: "Norra förskolan" → "norra-forskolan", "norra-forskolan-2".
    std::string free_code(std::string_view name) const;

private:
    std::vector<store::StandingUnit> m_units;
    base::TextMap<std::size_t> m_by_code;
};

// States units anew as a delivery of its own, and tells the journal of each. `source`: what the delivery is called.
void state_units(Work& work, StandingTree const& tree, std::vector<domain::Unit> const& units, std::string_view action,
                 std::string_view reason);

// What of a unit is written in a form, as it is kept. Throws Refused, naming the field.
std::string written_code(StandingTree const& tree, std::string_view field, std::string_view typed,
                         std::string_view name);
// That a unit stands there from a day on (nothing: always). Throws Refused.
void check_parent(StandingTree const& tree, std::string_view field, std::string const& parent,
                  std::optional<base::Date> from, std::optional<base::Date> to);
// Throws Refused where the unit began after its last day.
void check_days(std::string_view field, domain::Unit const& unit);
// Throws Refused where units below would outlive it.
void check_nothing_left_below(StandingTree const& tree, std::string_view field, std::string_view code,
                              base::Date last_day);

} // namespace rodtrad::steering
