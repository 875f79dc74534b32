#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rodtrad::plan {

// Who sees to what comes from units: decides, answers, acknowledges. For each unit it is the managers given for the
// unit itself, or else those nearest above it. Where there are none all the way up it is the controllers, and then the
// administrators, likewise. What somebody did is for another to see to: that person is passed over. So is everyone who
// has been deactivated.
class Leaders {
public:
    // Both outlive it.
    Leaders(Plan const& plan, study::Dataset const& data, base::Date day);

    // Empty: there is nobody.
    std::vector<domain::PersonId> of(study::UnitIndex unit, std::optional<domain::PersonId> but = {}) const;
    bool leads(domain::PersonId person, study::UnitIndex unit, std::optional<domain::PersonId> but = {}) const;
    // The units for which the person may be the one, depending on who is passed over; in tree order.
    std::vector<study::UnitIndex> units_of(domain::PersonId person) const;

private:
    std::vector<domain::PersonId> given_at(std::string const& code, domain::Role role,
                                           std::optional<domain::PersonId> but) const;

    Plan const& m_plan;
    study::Dataset const& m_data;
    base::Date m_day;
};

} // namespace rodtrad::plan
