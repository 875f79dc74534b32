#include "demo/plan_builder.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rodtrad::demo {

using namespace domain;

namespace {

template <class T>
decltype(T::id) next_id(std::vector<T> const& records) {
    return decltype(T::id){static_cast<std::int64_t>(records.size()) + 1};
}

template <class T>
decltype(T::id) add(std::vector<T>& records, T record) {
    record.id = next_id(records);
    records.push_back(std::move(record));
    return records.back().id;
}

constexpr std::chrono::days friday{4}; // days after Monday

// So much later, or on the Monday where that is a weekend.
base::Instant later(base::Instant instant, std::chrono::hours hours) {
    auto const then = instant + hours;
    auto const since_monday = std::chrono::weekday{std::chrono::floor<std::chrono::days>(then)} - std::chrono::Monday;
    return since_monday > friday ? then + std::chrono::days{7} - since_monday : then;
}

struct Span {
    base::Date first;
    base::Date last;
};

// The cycle that a day lies in; an own one is a school year.
Span span_at(Cycle cycle, base::Date day) {
    using namespace std::chrono;
    auto const months_in = [&](unsigned count) {
        auto const first = (static_cast<unsigned>(day.month()) - 1) / count * count + 1;
        return Span{day.year() / month{first} / 1, day.year() / month{first + count - 1} / last};
    };
    if (cycle == Cycle::year) return months_in(12);
    if (cycle == Cycle::tertial) return months_in(4);
    if (cycle == Cycle::quarter) return months_in(3);
    auto const autumn = day.month() >= July ? day.year() : day.year() - years{1};
    return {autumn / July / 1, (autumn + years{1}) / June / 30};
}

// How many days ago the earliest can be that is told of a goal. One that had not begun then goes on from the cycle
// before, so that nothing is told of it from before it began, whatever day it is.
int farthest_back(Cycle cycle) {
    switch (cycle) {
    case Cycle::quarter:
        return 30;
    case Cycle::tertial:
        return 45;
    default:
        return 85;
    }
}

} // namespace

PersonId PlanBuilder::who(std::string_view user_name) const {
    auto const found = m_people.find(user_name);
    if (found == m_people.end()) throw base::Error(fmt::format("the example has no person {}", user_name));
    return found->second;
}

base::Instant PlanBuilder::at(int days_ago, int hour) const {
    auto const day = std::chrono::sys_days{base::plus_days(m_today, -days_ago)};
    auto const since_monday = std::chrono::weekday{day} - std::chrono::Monday;
    return day - std::max(since_monday - friday, std::chrono::days{0}) + std::chrono::hours{hour};
}

PersonId PlanBuilder::person(std::string user_name, std::string name, std::string const& unit, std::string title,
                             Role role, std::optional<std::string> const& branch) {
    auto const id =
        add(m_plan.people,
            Person{.user_name = user_name, .name = std::move(name), .email = user_name + "@lindhamra.example"});
    auto const since = base::plus_days(m_today, -500);
    add(m_plan.memberships, Membership{.person = id, .unit = unit, .title = std::move(title), .valid_from = since});
    add(m_plan.grants, Grant{.person = id, .role = role, .unit = branch.value_or(unit), .valid_from = since});
    m_people.emplace(std::move(user_name), id);
    return id;
}

DocumentId PlanBuilder::document(std::string unit, DocumentKind kind, std::string title, std::string text,
                                 std::string source, base::Date valid_from) {
    return add(m_plan.documents, SteeringDocument{.unit = std::move(unit),
                                                  .kind = kind,
                                                  .title = std::move(title),
                                                  .text = std::move(text),
                                                  .source = std::move(source),
                                                  .valid_from = valid_from});
}

void PlanBuilder::perspective(std::string name, std::string name_en, std::string about) {
    auto const id = add(m_plan.perspectives, Perspective{.unit = "LH",
                                                         .name = name,
                                                         .name_en = std::move(name_en),
                                                         .about = std::move(about),
                                                         .position = static_cast<int>(m_plan.perspectives.size())});
    m_perspectives.emplace(std::move(name), id);
}

SuccessFactorId PlanBuilder::factor(std::string_view perspective, std::string name, std::string process,
                                    std::string about, std::string unit) {
    auto const id = add(m_plan.factors, SuccessFactor{.perspective = m_perspectives.find(perspective)->second,
                                                      .unit = std::move(unit),
                                                      .name = name,
                                                      .process = std::move(process),
                                                      .about = std::move(about),
                                                      .position = static_cast<int>(m_plan.factors.size())});
    m_factors.insert_or_assign(std::move(name), id);
    return id;
}

void PlanBuilder::scorecard(std::string name, std::string operation, std::vector<ScorecardRow> rows,
                            ScorecardState state, int edition) {
    Scorecard card{.name = std::move(name),
                   .unit = "LH",
                   .operation = std::move(operation),
                   .edition = edition,
                   .state = state,
                   .rows = std::move(rows)};
    if (state == ScorecardState::in_use) card.valid_from = m_today.year() / std::chrono::January / 1;
    if (edition > 1 && !m_plan.scorecards.empty()) card.replaces = m_plan.scorecards.back().id;
    add(m_plan.scorecards, std::move(card));
}

void PlanBuilder::profile(Profile profile) { add(m_plan.profiles, std::move(profile)); }

void PlanBuilder::set_dates(Goal& goal) const {
    auto const told_of = span_at(goal.cycle, base::plus_days(m_today, -farthest_back(goal.cycle)));
    auto const now = span_at(goal.cycle, m_today);
    goal.begins = told_of.first;
    goal.ends = now.last;
    if (told_of.first != now.first) goal.cycle = Cycle::own;
}

void PlanBuilder::step(StepKind kind, int days_ago, std::string reason, std::optional<PersonId> by) {
    add(m_plan.steps,
        GoalStep{.goal = last().id, .kind = kind, .at = at(days_ago), .by = by, .reason = std::move(reason)});
}

GoalId PlanBuilder::goal(GoalTold const& told) {
    Goal goal{.kind = told.kind,
              .level = told.level,
              .title = told.title,
              .description = told.description,
              .units = told.units,
              .cycle = told.cycle,
              .supports = told.supports,
              .supports_documents = told.documents,
              .measures = told.measures,
              .rhythm = told.rhythm,
              .state = told.state,
              .raised = told.raised,
              .followed_up = told.followed_up,
              .rewarded = told.rewarded,
              .deprioritised = told.deprioritised};
    if (!told.owner.empty()) goal.owner = who(told.owner);
    if (!told.factor.empty()) {
        goal.factor = m_factors.find(told.factor)->second;
        goal.perspective = m_plan.factors[static_cast<std::size_t>(goal.factor->value()) - 1].perspective;
    }
    set_dates(goal);
    auto const id = add(m_plan.goals, std::move(goal));

    auto const begun = std::max(1, base::days_between(last().begins, m_today));
    bool const is_new = told.state == GoalState::draft || told.state == GoalState::proposed;
    step(StepKind::created, is_new ? 20 : begun + 40, {}, last().owner);
    if (told.state == GoalState::draft) return id;
    step(StepKind::proposed, is_new ? 10 : begun + 30, {}, last().owner);
    if (told.state == GoalState::proposed) return id;
    if (told.decided_by.empty())
        step(StepKind::adopted, begun + 14, "Efter samtal på arbetsplatsträffen.", last().owner);
    else
        step(StepKind::adopted, begun + 14, "Beslutat med budgeten.", who(told.decided_by));
    if (told.state != GoalState::adopted) step(StepKind::begun, begun, {}, last().owner);
    return id;
}

PlanBuilder& PlanBuilder::key_result(KeyResultTold const& told) {
    auto const position = static_cast<int>(std::ranges::count(m_plan.key_results, last().id, &KeyResult::goal));
    KeyResult result{.goal = last().id,
                     .kind = told.is_milestone ? KeyResultKind::milestone : KeyResultKind::metric,
                     .title = told.title,
                     .aim = told.aim,
                     .bound = told.bound,
                     .measure = told.measure,
                     .unit_of_measure = told.unit,
                     .baseline = told.baseline,
                     .target = told.target,
                     .upper = told.upper,
                     .is_done = told.is_done,
                     .position = position};
    if (told.is_done) result.done_on = base::plus_days(m_today, -20);
    std::erase(last().measures, told.measure); // told once, with what is aimed at here
    add(m_plan.key_results, std::move(result));
    return *this;
}

PlanBuilder& PlanBuilder::behaviour(std::string text, std::string pulse_question, Whose whose) {
    auto const position = static_cast<int>(std::ranges::count(m_plan.behaviours, last().id, &Behaviour::goal));
    add(m_plan.behaviours, Behaviour{.goal = last().id,
                                     .text = std::move(text),
                                     .whose = whose,
                                     .pulse_question = std::move(pulse_question),
                                     .position = position});
    return *this;
}

PlanBuilder& PlanBuilder::activity(std::string title, std::string const& owner, int due_in_days, ActivityState state,
                                   std::string obstacle) {
    add(m_plan.activities, Activity{.goal = last().id,
                                    .unit = last().units.front(),
                                    .title = std::move(title),
                                    .owner = who(owner),
                                    .due = base::plus_days(m_today, due_in_days),
                                    .state = state,
                                    .obstacle = std::move(obstacle)});
    return *this;
}

PlanBuilder& PlanBuilder::check_in(CheckInTold const& told, std::string const& by) {
    CheckIn check_in{.goal = last().id,
                     .by = by.empty() ? last().owner.value() : who(by),
                     .at = at(told.days_ago, 14),
                     .progress = told.progress,
                     .confidence = told.confidence,
                     .obstacle = told.obstacle,
                     .unblocked_when = told.unblocked_when,
                     .next_step = told.next_step,
                     .question = told.question,
                     .answer = told.answer};
    auto value = told.values.begin();
    for (auto const& result : m_plan.key_results)
        if (result.goal == last().id && result.kind == KeyResultKind::metric && result.measure.empty() &&
            value != told.values.end())
            check_in.values.push_back({.key_result = result.id, .value = *value++});
    add(m_plan.check_ins, std::move(check_in));
    return *this;
}

PlanBuilder& PlanBuilder::acknowledged(std::string const& by, std::string words) {
    auto& check_in = m_plan.check_ins.back();
    check_in.acknowledged_by = who(by);
    check_in.acknowledged_at = later(check_in.at, std::chrono::hours{26});
    if (!words.empty())
        add(m_plan.comments, Comment{.goal = last().id,
                                     .about = SubjectKind::check_in,
                                     .subject = check_in.id.value(),
                                     .by = who(by),
                                     .at = *check_in.acknowledged_at,
                                     .text = std::move(words)});
    return *this;
}

PlanBuilder& PlanBuilder::adjusted(int days_ago, std::string what, std::string before, std::string after,
                                   std::string reason) {
    step(StepKind::adjusted, days_ago, std::move(reason), last().owner);
    Alteration alteration{.what = std::move(what), .before = std::move(before), .after = std::move(after)};
    if (alteration.what == "target") alteration.key_result = m_plan.key_results.back().id;
    m_plan.steps.back().alterations.push_back(std::move(alteration));
    return *this;
}

PlanBuilder& PlanBuilder::judged(int days_ago, Verdict verdict, std::string reason, std::string const& by) {
    add(m_plan.judgements, Judgement{.goal = last().id,
                                     .at = at(days_ago, 16),
                                     .by = by.empty() ? last().owner : std::optional{who(by)},
                                     .verdict = verdict,
                                     .reason = std::move(reason)});
    return *this;
}

PlanBuilder& PlanBuilder::closed(int days_ago, Verdict verdict, std::string reflection) {
    last().state = GoalState::closed;
    last().verdict = verdict;
    last().reflection = reflection;
    step(StepKind::closed, days_ago, std::move(reflection), last().owner);
    return *this;
}

PlanBuilder& PlanBuilder::ended(int days_ago, StepKind kind, std::string reason) {
    last().state = kind == StepKind::paused ? GoalState::paused : GoalState::abandoned;
    step(kind, days_ago, std::move(reason), last().owner);
    return *this;
}

PlanBuilder& PlanBuilder::comment(int days_ago, std::string const& by, std::string text) {
    Comment comment{.goal = last().id, .by = who(by), .at = at(days_ago, 11), .text = std::move(text)};
    for (auto const& person : m_plan.people)
        if (comment.text.find("@" + person.name) != std::string::npos) comment.mentions.push_back(person.id);
    add(m_plan.comments, std::move(comment));
    return *this;
}

PlanBuilder& PlanBuilder::proposal(int days_ago, std::string const& by, ProposalKind kind, std::string text,
                                   std::string answer, bool is_accepted) {
    Proposal proposal{.goal = last().id, .kind = kind, .by = who(by), .at = at(days_ago, 10), .text = std::move(text)};
    if (!answer.empty()) {
        proposal.state = is_accepted ? ProposalState::accepted : ProposalState::declined;
        proposal.answer = std::move(answer);
        proposal.answered_by = last().owner;
        proposal.answered_at = later(proposal.at, std::chrono::hours{50});
    }
    add(m_plan.proposals, std::move(proposal));
    return *this;
}

PlanBuilder& PlanBuilder::followed_by(std::string const& by) {
    add(m_plan.followings, Following{.person = who(by), .goal = last().id});
    return *this;
}

void PlanBuilder::thread_share(int days_ago, int units, int units_with_thread, int people, int people_with_thread) {
    add(m_plan.thread_shares, ThreadShare{.day = base::plus_days(m_today, -days_ago),
                                          .units = units,
                                          .units_with_thread = units_with_thread,
                                          .people = people,
                                          .people_with_thread = people_with_thread});
}

ExamplePlan make_plan(base::Date today) {
    PlanBuilder plan{today};
    tell_people(plan);
    tell_scorecards(plan);
    auto const political = tell_political_goals(plan);
    tell_goals_of_education(plan, political);
    tell_goals_of_care(plan, political);
    tell_goals_of_others(plan, political);
    return plan.take();
}

} // namespace rodtrad::demo
