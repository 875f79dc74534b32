#include "plan/administrators.hpp"

#include "plan/rights.hpp"

#include <algorithm>

namespace rodtrad::plan {

bool may_look_after(Plan const& plan, study::Dataset const& data, domain::PersonId administrator,
                    domain::PersonId person, base::Date day) {
    auto const is_administered = [&](auto const* held) {
        bool const is_past = held->valid_to && *held->valid_to < day;
        return is_past || may(plan, data, administrator, Right::administer, held->unit, day);
    };
    return may_somewhere(plan, administrator, Right::administer, day) &&
           std::ranges::all_of(plan.grants_of(person), is_administered) &&
           std::ranges::all_of(plan.memberships_of(person), is_administered);
}

} // namespace rodtrad::plan
