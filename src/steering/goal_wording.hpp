#pragma once

#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "steering/work.hpp"

#include <vector>

// What a goal and its key results say, as someone stated it: checked, and compared with what they said before.
namespace rodtrad::steering {

// `standing` with what may be taken of `stated` (goals.hpp). Throws Refused, by field, where it makes no sense.
domain::Goal reworded(Work const& work, domain::Goal const& standing, domain::Goal const& stated);
// The same of a key result of the goal (key_results.hpp).
domain::KeyResult reworded(Work const& work, domain::Goal const& goal, domain::KeyResult standing,
                           domain::KeyResult const& stated);

// What differs, in words: names rather than numbers of people, units and goals; days as 2026-10-03; numbers with a
// point before their decimals; enumerations by name.
std::vector<domain::Alteration> alterations(Work const& work, domain::Goal const& before, domain::Goal const& after);
std::vector<domain::Alteration> alterations(domain::KeyResult const& before, domain::KeyResult const& after);

} // namespace rodtrad::steering
