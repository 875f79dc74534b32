#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

namespace rodtrad::plan {

// Whether one person may look after another's account on a day: is administrator of every branch in which the other
// has, or will have, a role or a place. Who could give another a new password would else get what the other may.
bool may_look_after(Plan const& plan, study::Dataset const& data, domain::PersonId administrator,
                    domain::PersonId person, base::Date day);

} // namespace rodtrad::plan
