#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"
#include "study/dataset_builder.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace rodtrad::plan::test {

inline base::Date const today = base::Date{std::chrono::year{2026}, std::chrono::month{10}, std::chrono::day{1}};

// What a goal is beside its unit and its title.
struct GoalLinks {
    std::vector<domain::GoalId> supports{};
    std::vector<domain::DocumentId> supports_documents{};
    domain::GoalState state = domain::GoalState::active;
};

// A plan and its units made from a few lines:
//
//     SmallPlan made;
//     made.unit("K");
//     made.unit("skola", "K");
//     auto const vision = made.vision("K", "En kommun där alla barn lyckas");
//     auto const goal = made.goal("skola", "Varje elev får stöd i tid", {.supports_documents = {vision}});
//     auto const anna = made.person("Anna", "skola");
//     made.at(goal).owner = anna;
//     auto const plan = made.plan();   // shared_ptr<Plan const>
//     auto const data = made.data();   // study::Dataset: units, and measures where some were made
//
// What a line does not say is as it is where all is well: units and documents are valid, goals are active this year.
// Ids count from 1 within each kind.
class SmallPlan {
public:
    domain::Unit& unit(std::string code, std::string const& parent = {}) {
        domain::Unit unit{.code = code, .name = std::move(code)};
        if (!parent.empty()) unit.parent = parent;
        m_units.push_back(std::move(unit));
        return m_units.back(); // until the next one is made
    }

    domain::DocumentId document(std::string unit, domain::DocumentKind kind, std::string title) {
        return add(m_documents, {.unit = std::move(unit), .kind = kind, .title = std::move(title)});
    }
    domain::DocumentId vision(std::string unit, std::string title) {
        return document(std::move(unit), domain::DocumentKind::vision, std::move(title));
    }
    domain::DocumentId strategy(std::string unit, std::string title) {
        return document(std::move(unit), domain::DocumentKind::strategy, std::move(title));
    }

    domain::GoalId goal(std::string unit, std::string title, GoalLinks links = {}) {
        return add(m_goals, {.title = std::move(title),
                             .units = {std::move(unit)},
                             .begins = base::plus_days(today, -273),
                             .ends = base::plus_days(today, 91),
                             .supports = std::move(links.supports),
                             .supports_documents = std::move(links.supports_documents),
                             .state = links.state});
    }
    domain::PersonId person(std::string name, std::string const& unit = {}) {
        auto const id = add(m_people, {.user_name = name, .name = name});
        if (!unit.empty()) member(id, unit);
        return id;
    }
    domain::MembershipId member(domain::PersonId person, std::string unit) {
        return add(m_memberships, {.person = person, .unit = std::move(unit)});
    }
    domain::KeyResultId key_result(domain::KeyResult key_result) { return add(m_key_results, std::move(key_result)); }
    domain::BehaviourId behaviour(domain::GoalId goal, std::string text) {
        return add(m_behaviours, {.goal = goal, .text = std::move(text)});
    }
    domain::CheckInId check_in(domain::CheckIn check_in) { return add(m_check_ins, std::move(check_in)); }
    domain::ScorecardId card(domain::Scorecard card) { return add(m_cards, std::move(card)); }
    void measure(domain::Measure measure) { m_measures.push_back(std::move(measure)); }
    void figure(std::string measure, std::string unit, int year, double value) {
        m_figures.push_back({std::move(measure), std::move(unit), year, value});
    }
    void target(domain::Target target) { m_targets.push_back(std::move(target)); }

    // To alter what was made; until the next of its kind is made.
    domain::Goal& at(domain::GoalId id) { return find(m_goals, id); }
    domain::SteeringDocument& at(domain::DocumentId id) { return find(m_documents, id); }
    domain::Person& at(domain::PersonId id) { return find(m_people, id); }
    domain::Membership& at(domain::MembershipId id) { return find(m_memberships, id); }
    domain::KeyResult& at(domain::KeyResultId id) { return find(m_key_results, id); }
    domain::Behaviour& at(domain::BehaviourId id) { return find(m_behaviours, id); }

    Tables tables() const {
        Tables tables;
        tables.people = Table{m_people};
        tables.memberships = Table{m_memberships};
        tables.documents = Table{m_documents};
        tables.scorecards = Table{m_cards};
        tables.goals = Table{m_goals};
        tables.key_results = Table{m_key_results};
        tables.behaviours = Table{m_behaviours};
        tables.check_ins = Table{m_check_ins};
        return tables;
    }
    std::shared_ptr<Plan const> plan() const { return std::make_shared<Plan const>(tables(), 1); }

    study::Dataset data() const {
        std::vector<std::pair<domain::UnitId, domain::Unit>> units;
        for (auto const& unit : m_units)
            units.emplace_back(domain::UnitId{static_cast<std::int64_t>(units.size() + 1)}, unit);
        study::Dataset data;
        data.units = study::in_tree_order(std::move(units));
        auto const everyone = data.groups.push_back({.code = "T"});
        auto measures = m_measures;
        std::ranges::sort(measures, {}, &domain::Measure::code);
        for (auto const& measure : measures) {
            study::CubeBuilder cube{data.units.size(), domain::Periodicity::year};
            for (auto const& figure : m_figures)
                if (figure.measure == measure.code)
                    static_cast<void>(cube.add(data.find_unit(figure.unit).value(), everyone,
                                               domain::Period::make(domain::Periodicity::year, figure.year),
                                               domain::Measured{.value = figure.value}));
            study::MeasureData entry{.id = domain::MeasureId{static_cast<std::int64_t>(data.measures.size() + 1)},
                                     .measure = measure,
                                     .cube = cube.build()};
            for (auto const& target : m_targets)
                if (target.measure == measure.code) entry.targets.push_back(target);
            data.measures.push_back(std::move(entry));
        }
        return data;
    }

private:
    struct Figure {
        std::string measure;
        std::string unit;
        int year;
        double value;
    };

    template <class T>
    static decltype(T::id) add(std::vector<T>& records, T record) {
        record.id = decltype(T::id){static_cast<std::int64_t>(records.size() + 1)};
        record.version = 1;
        records.push_back(std::move(record));
        return records.back().id;
    }
    template <class T>
    static T& find(std::vector<T>& records, decltype(T::id) id) {
        return records.at(static_cast<std::size_t>(id.value() - 1));
    }

    std::vector<domain::Unit> m_units;
    std::vector<domain::SteeringDocument> m_documents;
    std::vector<domain::Goal> m_goals;
    std::vector<domain::Person> m_people;
    std::vector<domain::Membership> m_memberships;
    std::vector<domain::KeyResult> m_key_results;
    std::vector<domain::Behaviour> m_behaviours;
    std::vector<domain::CheckIn> m_check_ins;
    std::vector<domain::Scorecard> m_cards;
    std::vector<domain::Measure> m_measures;
    std::vector<Figure> m_figures;
    std::vector<domain::Target> m_targets;
};

} // namespace rodtrad::plan::test
