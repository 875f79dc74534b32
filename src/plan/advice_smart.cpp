#include "base/message.hpp"
#include "base/text.hpp"
#include "plan/advice_rules.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace rodtrad::plan {

namespace {

using base::message;

// Directions without a distance.
constexpr std::array<std::string_view, 33> vague{
    "bättre",    "effektivare", "effektivisera", "färre",    "främja", "fler",        "förbättra",
    "förstärka", "höja",        "minska",        "optimera", "stärka", "säkerställa", "utveckla",
    "verka",     "värna",       "ökad",          "ökat",     "öka",    "ensure",      "enhance",
    "fewer",     "improve",     "improved",      "increase", "more",   "optimise",    "promote",
    "raise",     "reduce",      "strengthen",    "better",   "strive",
};

std::optional<std::string> vague_word(std::string_view title) {
    for (auto& word : base::search_words(title))
        if (std::ranges::find(vague, word) != vague.end()) return std::move(word);
    return {};
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// A figure to reach, in a key result or as the target of a measure.
bool says_how_much(AdviceGround const& ground, domain::Goal const& goal) {
    auto const has_number = [](domain::KeyResult const* key_result) {
        return !key_result->is_withdrawn && key_result->kind != domain::KeyResultKind::milestone && key_result->target;
    };
    auto const has_target = [&](std::string const& code) {
        auto const measure = ground.data.find_measure(code);
        return measure && !ground.data.measures[*measure].targets.empty();
    };
    return std::ranges::any_of(ground.plan.key_results_of(goal.id), has_number) ||
           std::ranges::any_of(goal.measures, has_target);
}

void advise(AdviceGround const& ground, domain::Goal const& goal, std::vector<Advice>& advice) {
    if (goal.kind != domain::GoalKind::smart) return;
    if (!goal.ends.ok() || goal.ends < goal.begins)
        advice.push_back({AdviceRule::not_smart, &goal, message("The goal has no end: it is not bound in time.")});
    if (says_how_much(ground, goal)) return;
    auto const word = vague_word(goal.title);
    if (word && !has_digit(goal.title))
        advice.push_back({AdviceRule::not_smart, &goal, message("\"{0}\" says which way, but not how much."), {*word}});
    else
        advice.push_back({AdviceRule::not_smart, &goal,
                          message("No key result and no measure with a target says when the goal is reached.")});
}

} // namespace

constinit Rule const not_smart{
    .rule = AdviceRule::not_smart,
    .words = {message("Worded as SMART, but is not"),
              message("A SMART goal is specific, measurable, accepted, realistic and bound in time. If two people can "
                      "disagree about whether it was reached, it is not one."),
              message("Add a key result with a number, or a measure with a target, and a last day. If it cannot be "
                      "measured yet: let it be an objective, with key results of its own.")},
    .on_goal = advise,
};

} // namespace rodtrad::plan
