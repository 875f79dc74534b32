#pragma once

#include "base/instant.hpp"
#include "domain/steering_document.hpp"

#include <string>
#include <vector>

namespace rodtrad::steering {

class Organisation;

// How a steering document read before somebody gave it another wording.
struct EarlierWording {
    domain::SteeringDocument document;
    base::Instant changed_at{}; // when it was given another
    std::string changed_by;     // name
    std::string reason;         // may be empty
};
// The latest first, as the journal tells it; what changed a day alone is no wording. For all who may read.
std::vector<EarlierWording> earlier_wordings(Organisation const& organisation, domain::DocumentId document);

} // namespace rodtrad::steering
