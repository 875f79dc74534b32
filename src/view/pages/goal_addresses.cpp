#include "view/pages/goal_addresses.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace rodtrad::view::pages {

namespace {

using domain::GoalKind;
using domain::GoalLevel;
using domain::GoalState;
using domain::StepKind;
using plan::Standing;

constexpr auto levels = std::to_array<std::pair<GoalLevel, std::string_view>>({
    {GoalLevel::political, "politisk"},
    {GoalLevel::operational, "verksamhet"},
});
constexpr auto kinds = std::to_array<std::pair<GoalKind, std::string_view>>({
    {GoalKind::scorecard, "styrkortsmal"},
    {GoalKind::smart, "smart"},
    {GoalKind::okr, "okr"},
});
constexpr auto states = std::to_array<std::pair<GoalState, std::string_view>>({
    {GoalState::draft, "utkast"},
    {GoalState::proposed, "foreslaget"},
    {GoalState::adopted, "antaget"},
    {GoalState::active, "pagar"},
    {GoalState::paused, "pausat"},
    {GoalState::abandoned, "nedlagt"},
    {GoalState::closed, "avslutat"},
});
constexpr auto standings = std::to_array<std::pair<Standing, std::string_view>>({
    {Standing::not_begun, "ej-borjat"},
    {Standing::no_figures, "utan-siffror"},
    {Standing::stale, "inaktuellt"},
    {Standing::reached, "uppnatt"},
    {Standing::on_the_way, "pa-vag"},
    {Standing::behind, "efter"},
    {Standing::not_reached, "ej-uppnatt"},
    {Standing::paused, "pausat"},
    {Standing::abandoned, "nedlagt"},
});
constexpr auto steps = std::to_array<std::pair<StepKind, std::string_view>>({
    {StepKind::created, "skapa"},
    {StepKind::proposed, "foresla"},
    {StepKind::adopted, "anta"},
    {StepKind::begun, "borja"},
    {StepKind::adjusted, "justera"},
    {StepKind::paused, "pausa"},
    {StepKind::resumed, "ateruppta"},
    {StepKind::abandoned, "lagg-ned"},
    {StepKind::closed, "avsluta"},
    {StepKind::rolled, "for-vidare"},
    {StepKind::sent_back, "skicka-tillbaka"},
});

std::string_view word_in(auto const& table, auto value) {
    return std::ranges::find(table, value, [](auto const& row) { return row.first; })->second;
}
template <class Table>
auto value_in(Table const& table, std::string_view word) -> std::optional<decltype(table.front().first)> {
    auto const found = std::ranges::find(table, word, [](auto const& row) { return row.second; });
    if (found == table.end()) return {};
    return found->first;
}

std::string_view parameter(Parameters const& query, std::string_view name) {
    auto const found = std::ranges::find(query, name, &Parameters::value_type::first);
    return found == query.end() ? std::string_view{} : std::string_view{found->second};
}

Url below(domain::GoalId goal, std::string_view segment) { return goal_url(goal).segment(segment); }

} // namespace

std::string_view word_of(GoalLevel level) { return word_in(levels, level); }
std::string_view word_of(GoalKind kind) { return word_in(kinds, kind); }
std::string_view word_of(GoalState state) { return word_in(states, state); }
std::string_view word_of(Standing standing) { return word_in(standings, standing); }
std::string_view word_of(StepKind step) { return word_in(steps, step); }
std::optional<StepKind> to_step(std::string_view word) { return value_in(steps, word); }

GoalsQuestion to_goals_question(Parameters const& query) {
    GoalsQuestion question;
    question.unit = parameter(query, "enhet");
    question.level = value_in(levels, parameter(query, "niva"));
    question.kind = value_in(kinds, parameter(query, "slag"));
    question.is_all = parameter(query, "lage") == "alla";
    question.state = value_in(states, parameter(query, "lage"));
    question.standing = value_in(standings, parameter(query, "status"));
    question.is_without_owner = parameter(query, "ansvarig") == "saknas";
    question.is_silent = parameter(query, "avstamning") == "missad";
    auto const page = parameter(query, "sida");
    std::from_chars(page.data(), page.data() + page.size(), question.page);
    question.page = std::clamp<std::size_t>(question.page, 1, 100'000);
    return question;
}

Url goals_url(GoalsQuestion const& question) {
    Url url{"/mal"};
    if (!question.unit.empty()) url = url.query("enhet", question.unit);
    if (question.level) url = url.query("niva", word_of(*question.level));
    if (question.kind) url = url.query("slag", word_of(*question.kind));
    if (question.state) url = url.query("lage", word_of(*question.state));
    if (question.is_all) url = url.query("lage", "alla");
    if (question.standing) url = url.query("status", word_of(*question.standing));
    if (question.is_without_owner) url = url.query("ansvarig", "saknas");
    if (question.is_silent) url = url.query("avstamning", "missad");
    if (question.page > 1) url = url.query("sida", std::to_string(question.page));
    return url;
}

Url new_goal_url(std::string_view unit) {
    Url const url{"/mal/ny"};
    return unit.empty() ? url : url.query("enhet", unit);
}
Url goal_url(domain::GoalId goal) { return Url{"/mal"}.segment(std::to_string(goal.value())); }
Url goal_form_url(domain::GoalId goal) { return below(goal, "redigera"); }
Url goal_step_url(domain::GoalId goal, StepKind step) { return below(goal, "steg").segment(word_of(step)); }
Url judge_url(domain::GoalId goal) { return below(goal, "bedom"); }

Url new_key_result_url(domain::GoalId goal) { return below(goal, "nyckelresultat"); }
Url key_result_url(domain::GoalId goal, domain::KeyResultId key_result) {
    return new_key_result_url(goal).segment(std::to_string(key_result.value()));
}
Url withdraw_url(domain::GoalId goal, domain::KeyResultId key_result) {
    return key_result_url(goal, key_result).segment("ta-bort");
}
Url milestone_url(domain::GoalId goal, domain::KeyResultId key_result) {
    return key_result_url(goal, key_result).segment("klar");
}

} // namespace rodtrad::view::pages
