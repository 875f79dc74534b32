#pragma once

#include "base/strong.hpp"

namespace rodtrad::domain {

using UnitId = base::Id<struct UnitTag>;
using MeasureId = base::Id<struct MeasureTag>;
using GroupId = base::Id<struct GroupTag>;
using DeliveryId = base::Id<struct DeliveryTag>;

using PersonId = base::Id<struct PersonTag>;
using MembershipId = base::Id<struct MembershipTag>;
using GrantId = base::Id<struct GrantTag>;
using DocumentId = base::Id<struct DocumentTag>;
using ProfileId = base::Id<struct ProfileTag>;
using PerspectiveId = base::Id<struct PerspectiveTag>;
using SuccessFactorId = base::Id<struct SuccessFactorTag>;
using ScorecardId = base::Id<struct ScorecardTag>;
using GoalId = base::Id<struct GoalTag>;
using GoalStepId = base::Id<struct GoalStepTag>;
using JudgementId = base::Id<struct JudgementTag>;
using KeyResultId = base::Id<struct KeyResultTag>;
using BehaviourId = base::Id<struct BehaviourTag>;
using ActivityId = base::Id<struct ActivityTag>;
using CheckInId = base::Id<struct CheckInTag>;
using CoachingQuestionId = base::Id<struct CoachingQuestionTag>;
using CommentId = base::Id<struct CommentTag>;
using PrivateNoteId = base::Id<struct PrivateNoteTag>;
using ProposalId = base::Id<struct ProposalTag>;
using FollowingId = base::Id<struct FollowingTag>;
using SeenId = base::Id<struct SeenTag>;
using ReminderId = base::Id<struct ReminderTag>;
using ThreadShareId = base::Id<struct ThreadShareTag>;

} // namespace rodtrad::domain
