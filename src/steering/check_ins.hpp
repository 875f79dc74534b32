#pragma once

#include "domain/check_in.hpp"
#include "steering/work.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace rodtrad::steering {

// What a team says of its goal.
struct CheckInWish {
    std::string progress;
    int confidence = 0; // 1–5
    std::string obstacle;
    std::string unblocked_when;
    std::string next_step;
    std::string question; // of the bank, as it was asked
    std::string answer;
    std::vector<domain::ReportedValue> values; // of key results that no measure feeds
};

// Takes the right to check in at one of the goal's units; the goal must be adopted, active or paused. A milestone that
// is told as done, or not done after all, is so from today. The same said again by the same person on the same day is
// the check-in that is there. Refuses by field: "progress", "confidence", "unblocked_when", "answer", "value.7" (the
// number of the key result) …
domain::CheckInId check_in(Work& work, domain::GoalId id, CheckInWish const& wish);

// What its author said otherwise than meant, until somebody has read it: the words, how sure, and the figures. (A
// milestone is marked on the goal's page.) The journal keeps what stood. The day stays, and so does the question. Takes
// the right to check in, and refuses as check_in does.
void correct_check_in(Work& work, domain::CheckInId id, std::int64_t version_read, CheckInWish const& wish);

// "I have read it": by someone with the right to steer in one of the goal's units, who did not write it. The first to
// say so stands.
void acknowledge(Work& work, domain::CheckInId id);

} // namespace rodtrad::steering
