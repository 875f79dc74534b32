#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <vector>

namespace rodtrad::plan {

// The steering documents of a kind that hold at a unit on a day, and whose they are.
struct DocumentsInForce {
    std::optional<study::UnitIndex> unit; // itself or the nearest above that has any; nothing: there are none
    std::vector<domain::SteeringDocument const*> documents;
};
DocumentsInForce documents_in_force(Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                    domain::DocumentKind kind, base::Date day);

} // namespace rodtrad::plan
