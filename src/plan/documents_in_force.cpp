#include "plan/documents_in_force.hpp"

#include "plan/valid.hpp"

namespace rodtrad::plan {

DocumentsInForce documents_in_force(Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                    domain::DocumentKind kind, base::Date day) {
    DocumentsInForce found;
    for (std::optional<study::UnitIndex> step = unit; step; step = data.units[*step].parent) {
        for (auto const* document : plan.documents_of(data.units[*step].unit.code))
            if (document->kind == kind && is_valid(*document, day)) found.documents.push_back(document);
        if (found.documents.empty()) continue;
        found.unit = step;
        break;
    }
    return found;
}

} // namespace rodtrad::plan
