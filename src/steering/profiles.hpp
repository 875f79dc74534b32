#pragma once

#include "domain/steering_document.hpp"
#include "steering/work.hpp"

#include <string>

namespace rodtrad::steering {

// How a unit describes itself: the answers to the questions of Balansen's steps. `answers` are taken for the unit that
// they name; its id is not looked at, and its version is the one that was read (0: there was none yet). Needs the right
// to steer there. Throws Forbidden, Refused (all is empty, or something too long) and Conflict.
domain::ProfileId describe_unit(Work& work, domain::Profile answers);

} // namespace rodtrad::steering
