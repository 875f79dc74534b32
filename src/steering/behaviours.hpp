#pragma once

#include "domain/behaviour.hpp"
#include "steering/work.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::steering {

// A behaviour as someone wants it to stand.
struct BehaviourWish {
    std::optional<domain::BehaviourId> id; // nothing: a new one, or where its text is empty none at all
    std::int64_t version = 0;              // as it was read
    std::string text;
    domain::Whose whose = domain::Whose::everyone;
    std::string pulse_question;
    int place = 0; // among the others; of those with the same, the first comes first
    bool is_ended = false;
};

// What leaders do for a goal, and what makes room for it.
struct LeadershipPractice {
    std::int64_t goal_version = 0; // as it was read
    std::string raised;
    std::string followed_up;
    std::string rewarded;
    std::string deprioritised;
};

// How a goal is lived, in one go. Those that are not named stay as they are, after the
// others. Takes the right to steer in one of the goal's units. Refuses, by field: "raised" …, "text.0", "pulse.0"
// (which of `behaviours`).
void save_behaviours(Work& work, domain::GoalId goal, LeadershipPractice const& practice,
                     std::vector<BehaviourWish> const& behaviours);

} // namespace rodtrad::steering
