#pragma once

#include "domain/key_result.hpp"
#include "steering/work.hpp"

#include <cstdint>
#include <string_view>

// A goal's key results. While the goal is a draft or proposed they are edited as it is. Once it is decided they take
// the right to steer and a reason, and what was changed is kept as an adjustment of the goal.
namespace rodtrad::steering {

// What is taken of `stated`: kind, title, aim, bound, measure, unit_of_measure, baseline, target, upper, commit,
// stretch, due.
domain::KeyResultId add_key_result(Work& work, domain::GoalId id, domain::KeyResult const& stated,
                                   std::string_view reason);
void adjust_key_result(Work& work, domain::KeyResultId id, std::int64_t version_read, domain::KeyResult const& stated,
                       std::string_view reason);
void withdraw_key_result(Work& work, domain::KeyResultId id, std::string_view reason);
// Done, or after all not. Takes the right to check in.
void mark_milestone(Work& work, domain::KeyResultId id, bool is_done);

} // namespace rodtrad::steering
