#pragma once

#include "demo/plan.hpp"

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::demo {

// A goal as it is told in the example.
struct GoalTold {
    std::string title;
    std::string description{};
    std::vector<std::string> units;
    std::string owner{};      // user name; empty: nobody carries it
    std::string decided_by{}; // who adopted it for a board; empty: the owner
    std::vector<domain::GoalId> supports{};
    std::vector<domain::DocumentId> documents{};
    std::string factor{};
    std::vector<std::string> measures{};
    domain::GoalKind kind = domain::GoalKind::okr;
    domain::GoalLevel level = domain::GoalLevel::operational;
    domain::Rhythm rhythm = domain::Rhythm::monthly;
    domain::Cycle cycle = domain::Cycle::year;
    domain::GoalState state = domain::GoalState::active;
    std::string raised{};
    std::string followed_up{};
    std::string rewarded{};
    std::string deprioritised{};
};

// A key result: a figure from a measure, or one that comes with check-ins, or a milestone.
struct KeyResultTold {
    std::string title;
    domain::Aim aim = domain::Aim::reach;
    std::string measure{};
    std::string unit{};
    std::optional<double> baseline{};
    std::optional<double> target{};
    std::optional<double> upper{};
    bool is_milestone = false;
    bool is_done = false;
    domain::Bound bound = domain::Bound::inclusive;
};

struct CheckInTold {
    int days_ago;
    int confidence;
    std::string progress;
    std::string obstacle{};
    std::string unblocked_when{};
    std::string next_step{};
    std::string question{};
    std::string answer{};
    std::vector<std::optional<double>> values{}; // of the key results that no measure feeds, in their order
};

// Writes the plan down, giving ids and what goes without saying: steps in the life of a goal, memberships, roles.
class PlanBuilder {
public:
    explicit PlanBuilder(base::Date today) : m_today{today} {}

    domain::PersonId person(std::string user_name, std::string name, std::string const& unit, std::string title,
                            domain::Role role, std::optional<std::string> const& branch = {}); // no branch: the unit's
    domain::DocumentId document(std::string unit, domain::DocumentKind kind, std::string title, std::string text,
                                std::string source, base::Date valid_from);
    void perspective(std::string name, std::string name_en, std::string about);
    // Known by its name and the operation it is for.
    domain::SuccessFactorId factor(std::string_view perspective, std::string name, std::string process,
                                   std::string about = {}, std::string unit = "LH");
    void scorecard(std::string name, std::string operation, std::vector<domain::ScorecardRow> rows,
                   domain::ScorecardState state = domain::ScorecardState::in_use, int edition = 1);
    void profile(domain::Profile profile);

    // The goal that is told last is the one that what follows belongs to.
    domain::GoalId goal(GoalTold const& told);
    PlanBuilder& key_result(KeyResultTold const& told);
    PlanBuilder& behaviour(std::string text, std::string pulse_question = {},
                           domain::Whose whose = domain::Whose::everyone);
    PlanBuilder& activity(std::string title, std::string const& owner, int due_in_days, domain::ActivityState state,
                          std::string obstacle = {});
    PlanBuilder& check_in(CheckInTold const& told, std::string const& by = {}); // the owner
    PlanBuilder& acknowledged(std::string const& by, std::string words = {});   // the latest check-in
    PlanBuilder& adjusted(int days_ago, std::string what, std::string before, std::string after, std::string reason);
    PlanBuilder& judged(int days_ago, domain::Verdict verdict, std::string reason, std::string const& by = {});
    PlanBuilder& closed(int days_ago, domain::Verdict verdict, std::string reflection);
    PlanBuilder& ended(int days_ago, domain::StepKind kind, std::string reason); // paused, abandoned
    PlanBuilder& comment(int days_ago, std::string const& by, std::string text);
    PlanBuilder& proposal(int days_ago, std::string const& by, domain::ProposalKind kind, std::string text,
                          std::string answer = {}, bool is_accepted = true);
    PlanBuilder& followed_by(std::string const& by);

    void thread_share(int days_ago, int units, int units_with_thread, int people, int people_with_thread);

    base::Date today() const { return m_today; }
    ExamplePlan take() { return std::move(m_plan); }

private:
    domain::PersonId who(std::string_view user_name) const;
    base::Instant at(int days_ago, int hour = 9) const; // or on the Friday before, where that was a weekend
    domain::Goal& last() { return m_plan.goals.back(); }
    void step(domain::StepKind kind, int days_ago, std::string reason, std::optional<domain::PersonId> by);
    void set_dates(domain::Goal& goal) const;

    base::Date m_today;
    ExamplePlan m_plan;
    std::map<std::string, domain::PersonId, std::less<>> m_people;
    std::map<std::string, domain::PerspectiveId, std::less<>> m_perspectives;
    std::map<std::string, domain::SuccessFactorId, std::less<>> m_factors;
};

// What a board aims at, and those below it too.
KeyResultTold satisfied_parents();
KeyResultTold faces_in_a_fortnight();
KeyResultTold falls();
KeyResultTold investigated_in_time();
KeyResultTold visits_in_an_evening();

// The parts of the plan, in the order in which they are told.
void tell_people(PlanBuilder& plan);
void tell_scorecards(PlanBuilder& plan);
// What the goals further down support.
struct PoliticalGoals {
    domain::GoalId support_in_time;
    domain::GoalId safe_preschools;
    domain::GoalId known_faces;
    domain::GoalId good_homes;
    domain::GoalId attractive_employer;
    domain::GoalId balanced_economy;
    domain::GoalId own_lives;
    domain::GoalId meeting_places;
    domain::GoalId easy_to_reach;
};
PoliticalGoals tell_political_goals(PlanBuilder& plan);
void tell_goals_of_education(PlanBuilder& plan, PoliticalGoals const& political);
void tell_goals_of_care(PlanBuilder& plan, PoliticalGoals const& political);
void tell_goals_of_others(PlanBuilder& plan, PoliticalGoals const& political);

} // namespace rodtrad::demo
