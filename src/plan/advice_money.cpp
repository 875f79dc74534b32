#include "base/message.hpp"
#include "base/text.hpp"
#include "plan/advice_rules.hpp"

#include <algorithm>
#include <array>

namespace rodtrad::plan {

namespace {

using base::message;

constexpr std::array<std::string_view, 30> words_of_money{
    "budget",      "budgeten",  "budgetram",   "ekonomi",      "ekonomin",       "kostnad",
    "kostnader",   "kostnaden", "kostnaderna", "nettokostnad", "nettokostnaden", "nettokostnader",
    "hushållning", "besparing", "besparingar", "underskott",   "underskottet",   "överskott",
    "överskottet", "kronor",    "mnkr",        "tkr",          "soliditet",      "balanskrav",
    "cost",        "costs",     "savings",     "deficit",      "surplus",        "spending",
};
// Money as it is written after a figure.
constexpr std::array<std::string_view, 6> currencies{"kr", "tkr", "mkr", "mnkr", "sek", "kronor"};

bool has_word(std::string_view text, auto const& words) {
    return std::ranges::any_of(base::search_words(text),
                               [&](std::string const& word) { return std::ranges::find(words, word) != words.end(); });
}

bool is_of_money(domain::Measure const& measure) {
    return measure.kind == domain::ValueKind::money || has_word(measure.unit_of_measure, currencies) ||
           has_word(measure.title, words_of_money);
}

// How many of the things that tell whether the goal is reached speak of money.
struct Told {
    std::size_t all = 0;
    std::size_t money = 0;
};
Told told_by(AdviceGround const& ground, domain::Goal const& goal) {
    Told told;
    auto const add = [&](bool is_money) {
        ++told.all;
        if (is_money) ++told.money;
    };
    auto const is_money = [&](std::string_view code) {
        auto const measure = ground.data.find_measure(code);
        return measure && is_of_money(ground.data.measures[*measure].measure);
    };
    for (auto const& code : goal.measures) add(is_money(code));
    for (auto const* key_result : ground.plan.key_results_of(goal.id))
        if (!key_result->is_withdrawn)
            add(key_result->measure.empty()
                    ? has_word(key_result->unit_of_measure, currencies) || has_word(key_result->title, words_of_money)
                    : is_money(key_result->measure));
    return told;
}

void advise(AdviceGround const& ground, domain::Goal const& goal, std::vector<Advice>& advice) {
    auto const told = told_by(ground, goal);
    if (told.money < told.all) return;
    if (told.all > 0)
        advice.push_back({AdviceRule::only_money, &goal, message("Everything that tells of the goal is money.")});
    else if (has_word(goal.title, words_of_money))
        advice.push_back({AdviceRule::only_money, &goal, message("The goal speaks of nothing but money.")});
}

} // namespace

constinit Rule const only_money{
    .rule = AdviceRule::only_money,
    .words = {message("A goal about money alone"),
              message("Money is a means. A goal of it says what must not be spent, but not what is to be better for "
                      "anyone, and few can see their own part in it."),
              message(
                  "Say for whom and in what way it will be better, and let the budget be the frame. Financial goals "
                  "that must be there stand stronger beside a goal for the operation.")},
    .on_goal = advise,
};

} // namespace rodtrad::plan
