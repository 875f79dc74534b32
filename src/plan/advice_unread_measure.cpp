#include "base/message.hpp"
#include "plan/advice_rules.hpp"

#include <string_view>
#include <unordered_set>

namespace rodtrad::plan {

namespace {

using base::message;

// What somebody has said that they look at: on a card that is not retired, or by a goal that is not over.
std::unordered_set<std::string_view> measures_read(Plan const& plan) {
    std::unordered_set<std::string_view> codes;
    for (auto const& card : plan.scorecards)
        if (card.state != domain::ScorecardState::retired)
            for (auto const& row : card.rows) codes.insert(row.measures.begin(), row.measures.end());
    for (auto const& goal : plan.goals) {
        if (!is_open(goal)) continue;
        codes.insert(goal.measures.begin(), goal.measures.end());
        for (auto const* key_result : plan.key_results_of(goal.id))
            if (!key_result->is_withdrawn) codes.insert(key_result->measure);
    }
    return codes;
}

void advise(AdviceGround const& ground, std::vector<Advice>& advice) {
    // Where there is no plan yet there is nobody to read for.
    if (ground.plan.goals.empty() && ground.plan.scorecards.empty()) return;
    auto const read = measures_read(ground.plan);
    auto const& measures = ground.data.measures;
    for (study::MeasureIndex measure; measure < measures.end_key(); measure = measure.next()) {
        auto const& definition = measures[measure].measure;
        if (definition.owner.empty() && !read.contains(definition.code))
            advice.push_back({AdviceRule::measure_nobody_reads, measure,
                              message("The measure stands on no scorecard, belongs to no goal and has no owner.")});
    }
}

} // namespace

constinit Rule const measure_nobody_reads{
    .rule = AdviceRule::measure_nobody_reads,
    .words = {message("A measure nobody reads"),
              message("Every figure costs somebody time to deliver. One that nobody has asked for takes attention from "
                      "those that are needed."),
              message(
                  "Put it on a scorecard, tie it to a goal, or give it an owner who knows what it is for. Else stop "
                  "collecting it.")},
    .on_whole = advise,
};

} // namespace rodtrad::plan
