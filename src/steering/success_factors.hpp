#pragma once

#include "domain/scorecard.hpp"
#include "steering/work.hpp"

#include <string>

namespace rodtrad::steering {

struct FactorText {
    domain::PerspectiveId perspective;
    std::string name;
    std::string process; // the key process it belongs to; may be empty
    std::string about;
};

// What must go well in a unit's branch. Last among those of its perspective. Needs the right to define there. Throws
// Forbidden and Refused (no name, one the unit already has, a perspective that does not hold there).
domain::SuccessFactorId add_factor(Work& work, std::string const& unit, FactorText const& text);
// The same factor, said better: on all cards. Throws also NotFound and Conflict.
void revise_factor(Work& work, domain::SuccessFactorId id, std::int64_t version_read, FactorText const& text);

} // namespace rodtrad::steering
