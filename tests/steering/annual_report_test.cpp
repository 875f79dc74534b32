// A real annual report, entered whole: what is computed and what the board judged differ, and both are kept.

#include "organisation_fixture.hpp"
#include "plan/goal_status.hpp"
#include "steering/goals.hpp"
#include "steering/key_results.hpp"
#include "steering/typed.hpp"
#include "steering/work.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace rodtrad::steering {
namespace {

struct Row {
    std::string goal, title, number, indicator, target, before, outcome, verdict, reason;
};

std::vector<Row> rows_of(std::ifstream& file) {
    std::vector<Row> rows;
    std::string line;
    std::getline(file, line); // the heading
    while (std::getline(file, line)) {
        if (line.ends_with('\r')) line.pop_back();
        std::vector<std::string> cells;
        std::istringstream parts{line};
        for (std::string cell; std::getline(parts, cell, ';');) cells.push_back(cell);
        REQUIRE(cells.size() == 10);
        rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[8], cells[9]});
    }
    return rows;
}

// ">99%", "<1%", "≥12%"
domain::KeyResult key_result_of(Row const& row, std::string measure) {
    constexpr std::string_view at_least = "≥";
    domain::KeyResult key_result{.title = row.indicator, .measure = std::move(measure)};
    std::string_view text = row.target;
    if (text.starts_with(at_least)) {
        key_result.aim = domain::Aim::stay_above;
        text.remove_prefix(at_least.size());
    } else {
        key_result.aim = text.front() == '>' ? domain::Aim::stay_above : domain::Aim::stay_below;
        key_result.bound = domain::Bound::exclusive;
        text.remove_prefix(1);
    }
    key_result.target = typed_number("target", text);
    key_result.baseline = typed_number("baseline", row.before);
    return key_result;
}

TEST_CASE("a real annual report: one goal of five has all its indicators met, and four are judged reached") {
    auto const* shared = std::getenv("RODTRAD_SHARED_DIR");
    auto const path =
        std::string{shared == nullptr ? "../shared" : shared} + "/data/plans/goals_tolkformedling_vast_2025.csv";
    std::ifstream file{path};
    if (!file) {
        MESSAGE("skipped: the annual report is not at " << path);
        return;
    }
    auto const rows = rows_of(file);
    REQUIRE(rows.size() == 10);

    test::TestOrganisation made;
    made.deliver("units.csv", "code;name;parent;kind\nTV;Tolkförmedling;;organisation\n");
    std::string measures = "code;title;unit_of_measure;periodicity\n";
    std::string figures = "measure;unit;period;value\n";
    auto const code = [](Row const& row) { return "i" + row.goal + "-" + row.number; };
    for (auto const& row : rows) {
        measures += code(row) + ";" + row.indicator + ";" + (row.target.ends_with('%') ? "%" : "") + ";year\n";
        for (auto const& [year, value] : {std::pair{"2024", row.before}, std::pair{"2025", row.outcome}})
            figures += code(row) + ";TV;" + year + ";" + std::to_string(typed_number("value", value).value()) + "\n";
    }
    REQUIRE(made.deliver("measures.csv", measures).complaints.empty());
    REQUIRE(made.deliver("figures.csv", figures).complaints.empty());

    std::map<std::string, domain::GoalId> goals;
    made.organisation->carry_out(test::at_first_day, [&](Work& work) {
        for (auto const& row : rows) {
            if (!goals.contains(row.goal))
                goals[row.goal] = create_goal(work, {.level = domain::GoalLevel::political,
                                                     .title = row.title,
                                                     .units = {"TV"},
                                                     .begins = *base::to_date("2025-01-01"),
                                                     .ends = *base::to_date("2025-12-31")});
            add_key_result(work, goals[row.goal], key_result_of(row, code(row)), "");
        }
        for (auto const& [number, id] : goals) adopt_goal(work, id, "");
    });
    made.organisation->carry_out(test::at_second_day, [&](Work& work) {
        for (auto const& [number, id] : goals) {
            auto const row = std::ranges::find(rows, number, &Row::goal);
            close_goal(work, id, row->verdict == "uppnått" ? domain::Verdict::reached : domain::Verdict::partly,
                       row->reason);
        }
    });

    auto const plan = made.organisation->plan();
    auto const snapshot = made.organisation->snapshot();
    int computed = 0;
    int judged = 0;
    for (auto const& goal : plan->goals) {
        auto const status = plan::status_of(*plan, snapshot->data, goal, *base::to_date("2026-10-02"));
        computed += status.standing == plan::Standing::reached ? 1 : 0;
        judged += plan::latest_judgement(*plan, goal.id)->verdict == domain::Verdict::reached ? 1 : 0;
        if (goal.id == goals["1"]) {
            CHECK(status.met == 1); // 1,0 % is not below 1 %
            CHECK(status.key_results[1].reading.value().value == 1.0);
            CHECK(status.key_results[1].standing == plan::Standing::not_reached);
        }
    }
    CHECK(plan->goals.size() == 5);
    CHECK(computed == 1);
    CHECK(judged == 4);
}

} // namespace
} // namespace rodtrad::steering
