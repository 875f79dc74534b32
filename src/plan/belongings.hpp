#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"

#include <string_view>
#include <vector>

namespace rodtrad::plan {

// What belongs to a unit itself, not to those below it, and would outlast a day if nobody did anything about it.
struct Belongings {
    std::vector<domain::Goal const*> goals;             // drafts, proposals and standing ones
    std::vector<domain::Membership const*> memberships; // people
    std::vector<domain::Grant const*> grants;           // roles
    std::vector<domain::SteeringDocument const*> documents;

    bool empty() const { return goals.empty() && memberships.empty() && grants.empty() && documents.empty(); }
};
Belongings belongings_of(Plan const& plan, std::string_view unit, base::Date last_day);

// Whether any record, also one that is over, is about a unit.
bool is_spoken_of(Tables const& tables, std::string_view unit);

} // namespace rodtrad::plan
