#pragma once

#include "domain/ids.hpp"
#include "steering/plan_tables.hpp"
#include "steering/work.hpp"

#include <cstddef>
#include <string>
#include <vector>

// A plan that comes by file: goals with their key results and behaviours (docs/guide/goals-from-excel.md).
namespace rodtrad::steering {

struct PlanReport {
    struct Goal {
        domain::GoalId id;
        std::string title;
        std::string unit;        // name of the first
        std::string perspective; // its name; may be empty
        std::size_t key_results = 0;
        std::size_t behaviours = 0;
    };
    std::vector<Goal> drafts;        // new
    std::vector<Goal> already_there; // left alone, with what the file says of them
    std::size_t left_out = 0;        // goals
    std::vector<PlanComplaint> complaints;
};

// Makes a draft of each goal. A goal comes whole or not at all: where its own row, one of its key results or behaviours
// or a goal of the file that it supports is wrong, or the person has no right to it, all of it is left out and told
// why, so that the file can be mended and sent again. A goal of the same title that the same unit has for the same time
// is already there.
PlanReport take_in_plan(Work& work, PlanTables const& file);

} // namespace rodtrad::steering
