#pragma once

#include "domain/goal.hpp"
#include "steering/work.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

// The life of a goal (plan/goal_life.hpp says which step may follow which). Each step is kept with its reason, its day
// and who took it. All throw NotFound, Forbidden or Refused; where `version_read` is asked for, Conflict too: the
// version of the goal as the form was filled in from.
//
// Rights: to create and to propose takes the right to take part in one of the goal's units, and a draft may be edited
// and dropped by who wrote it; everything else takes the right to steer in one of them.
namespace rodtrad::steering {

// What is taken of `stated`: kind, level, title, description, units, owner, cycle, begins, ends, supports,
// supports_documents, perspective, factor, measures, rhythm. The rest of a goal has use cases of its own.
domain::GoalId create_goal(Work& work, domain::Goal const& stated);                                    // a draft
void edit_draft(Work& work, domain::GoalId id, std::int64_t version_read, domain::Goal const& stated); // or proposed
// Of one that is decided. Keeps the old wording as Alterations; `reason` must be given.
void adjust_goal(Work& work, domain::GoalId id, std::int64_t version_read, domain::Goal const& stated,
                 std::string_view reason);

void propose_goal(Work& work, domain::GoalId id, std::string_view reason);
void send_back_goal(Work& work, domain::GoalId id, std::string_view reason); // must be given
// Active on its first day. `version_read`: of the goal as who decides has read it, since its author may still reword
// it; nothing: nobody has.
void adopt_goal(Work& work, domain::GoalId id, std::string_view reason, std::optional<std::int64_t> version_read = {});
void begin_goal(Work& work, domain::GoalId id, std::string_view reason); // before that
void pause_goal(Work& work, domain::GoalId id, std::string_view reason); // must be given
void resume_goal(Work& work, domain::GoalId id, std::string_view reason);
void abandon_goal(Work& work, domain::GoalId id, std::string_view reason); // must be given
// Both must be given. The verdict is also a judgement, with the reflection as its reason.
void close_goal(Work& work, domain::GoalId id, domain::Verdict verdict, std::string_view reflection);
// A draft for the next cycle: definition, links, behaviours, leadership, key results with targets and baselines; never
// outcomes, steps, judgements, check-ins. Returns the new goal's id.
domain::GoalId roll_goal_forward(Work& work, domain::GoalId id);

} // namespace rodtrad::steering
