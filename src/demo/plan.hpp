#pragma once

#include "base/date.hpp"
#include "domain/behaviour.hpp"
#include "domain/check_in.hpp"
#include "domain/dialogue.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/person.hpp"
#include "domain/scorecard.hpp"
#include "domain/steering_document.hpp"
#include "domain/thread_share.hpp"

#include <string>
#include <vector>

namespace rodtrad::demo {

// What the invented municipality wants and who carries it: from the vision to the teams, with a quarter of check-ins,
// some threads that are broken and some goals that nobody has spoken of for long. Ids are given, from 1.
struct ExamplePlan {
    std::vector<domain::Person> people;
    std::vector<domain::Membership> memberships;
    std::vector<domain::Grant> grants;
    std::vector<domain::SteeringDocument> documents;
    std::vector<domain::Profile> profiles;
    std::vector<domain::Perspective> perspectives;
    std::vector<domain::SuccessFactor> factors;
    std::vector<domain::Scorecard> scorecards;
    std::vector<domain::Goal> goals;
    std::vector<domain::GoalStep> steps;
    std::vector<domain::Judgement> judgements;
    std::vector<domain::KeyResult> key_results;
    std::vector<domain::Behaviour> behaviours;
    std::vector<domain::Activity> activities;
    std::vector<domain::CheckIn> check_ins;
    std::vector<domain::Comment> comments;
    std::vector<domain::Proposal> proposals;
    std::vector<domain::Following> followings;
    std::vector<domain::ThreadShare> thread_shares;

    // Calls take(records) for each of them, in an order in which no record speaks of a later one.
    void for_each_kind(auto&& take) const {
        take(people), take(memberships), take(grants), take(documents), take(profiles), take(perspectives),
            take(factors), take(scorecards), take(goals), take(steps), take(judgements), take(key_results),
            take(behaviours), take(activities), take(check_ins), take(comments), take(proposals), take(followings),
            take(thread_shares);
    }
};

// As it stands on a day: all that is told is counted back from it, and speaks of no month or season, so that it fits on
// any day.
ExamplePlan make_plan(base::Date today);

} // namespace rodtrad::demo
