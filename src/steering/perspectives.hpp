#pragma once

#include "domain/scorecard.hpp"
#include "steering/work.hpp"

#include <string>
#include <vector>

// The perspectives of a branch. All need the right to define there.
namespace rodtrad::steering {

// A line of the form.
struct PerspectiveText {
    domain::PerspectiveId id; // 0: a new one
    std::string name;
    std::string name_en;
    std::string about;
    bool is_ended = false;
};

// What holds at a unit and below from now on, in that order. Lines without a name that are new are passed over. Ids
// that are another unit's begin a perspective of the unit's own. Throws Refused (field "name.3": the place in `texts`)
// where a name is missing, too long or there twice, where none is left, or where one that is ended has success factors
// on a card that is in use or in development.
void set_perspectives(Work& work, std::string const& unit, std::vector<PerspectiveText> const& texts);

// The unit's own are ended: it follows those above again. Throws Refused as above.
void drop_own_perspectives(Work& work, std::string const& unit);

// Balansen's four become records of the topmost unit, where nobody has said anything yet: something is about to refer
// to one. Needs no right of its own, because they hold already.
void settle_perspectives(Work& work, std::string const& unit);

} // namespace rodtrad::steering
