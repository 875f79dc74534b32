#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "domain/goal.hpp"
#include "plan/goal_status.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"
#include "view/pages/goal_addresses.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// A goal on the board.
struct GoalRow {
    domain::GoalId goal;
    std::string title;
    std::string unit;       // name of the first
    std::size_t shared = 0; // with how many others
    std::string owner;      // name; empty: nobody who is still here
    std::string cycle;
    domain::GoalState state = domain::GoalState::draft;
    plan::Standing standing = plan::Standing::not_begun;
    bool is_silent = false; // its check-in has been missed
    int met = 0;
    int counted = 0;
    std::optional<domain::Verdict> verdict; // of the latest judgement
    std::string reason;                     // of it
    Url address;

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &GoalRow::goal},           base::Field{"title", &GoalRow::title},
                          base::Field{"unit", &GoalRow::unit},           base::Field{"shared", &GoalRow::shared},
                          base::Field{"owner", &GoalRow::owner},         base::Field{"cycle", &GoalRow::cycle},
                          base::Field{"state", &GoalRow::state},         base::Field{"standing", &GoalRow::standing},
                          base::Field{"is_silent", &GoalRow::is_silent}, base::Field{"met", &GoalRow::met},
                          base::Field{"counted", &GoalRow::counted},     base::Field{"verdict", &GoalRow::verdict},
                          base::Field{"reason", &GoalRow::reason},       base::Field{"address", &GoalRow::address}};
    }
};

struct StandingCount {
    plan::Standing standing = plan::Standing::not_begun;
    std::size_t goals = 0;

    static constexpr auto fields() {
        return std::tuple{base::Field{"standing", &StandingCount::standing},
                          base::Field{"goals", &StandingCount::goals}};
    }
};

struct GoalsView {
    GoalsQuestion question;
    std::string unit;          // name of the branch; empty: the whole organisation
    std::vector<GoalRow> rows; // of the page, by the unit's place in the tree
    std::size_t total = 0;
    std::size_t pages = 1;
    std::vector<StandingCount> counts; // of all that match, whatever standing is asked for
    std::size_t without_owner = 0;     // of those
    std::size_t silent = 0;
    std::vector<Choice> units;
    bool may_write = false; // a goal of its own, somewhere

    static constexpr auto fields() {
        return std::tuple{
            base::Field{"unit", &GoalsView::unit},     base::Field{"rows", &GoalsView::rows},
            base::Field{"total", &GoalsView::total},   base::Field{"pages", &GoalsView::pages},
            base::Field{"counts", &GoalsView::counts}, base::Field{"without_owner", &GoalsView::without_owner},
            base::Field{"silent", &GoalsView::silent}};
    }
};
GoalsView goals_view(plan::Plan const& plan, study::Dataset const& data, GoalsQuestion const& question,
                     std::optional<domain::PersonId> reader, base::Date today, Language const& language);

std::string goals_page(GoalsView const& view, Context const& context);

} // namespace rodtrad::view::pages
