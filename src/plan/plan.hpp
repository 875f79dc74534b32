#pragma once

#include "domain/behaviour.hpp"
#include "domain/check_in.hpp"
#include "domain/dialogue.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/person.hpp"
#include "domain/reminder.hpp"
#include "domain/scorecard.hpp"
#include "domain/seen.hpp"
#include "domain/steering_document.hpp"
#include "domain/thread_share.hpp"
#include "plan/table.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace rodtrad::plan {

// Every record of the plan, one table each. Private notes are not here: only who wrote them reads them, from the
// database.
struct Tables {
    Table<domain::Person> people;
    Table<domain::Membership> memberships;
    Table<domain::Grant> grants;
    Table<domain::SteeringDocument> documents;
    Table<domain::Profile> profiles;
    Table<domain::Perspective> perspectives;
    Table<domain::SuccessFactor> factors;
    Table<domain::Scorecard> scorecards;
    Table<domain::Goal> goals;
    Table<domain::GoalStep> steps;
    Table<domain::Judgement> judgements;
    Table<domain::KeyResult> key_results;
    Table<domain::Behaviour> behaviours;
    Table<domain::Activity> activities;
    Table<domain::CheckIn> check_ins;
    Table<domain::CoachingQuestion> questions;
    Table<domain::Comment> comments;
    Table<domain::Proposal> proposals;
    Table<domain::Following> followings;
    Table<domain::Seen> seen;
    Table<domain::Reminder> reminders;
    Table<domain::ThreadShare> thread_shares;

    // All of them, in an order in which no record speaks of one in a later table.
    auto all() {
        return std::tie(people, memberships, grants, documents, profiles, perspectives, factors, scorecards, goals,
                        steps, judgements, key_results, behaviours, activities, check_ins, questions, comments,
                        proposals, followings, seen, reminders, thread_shares);
    }
    auto all() const {
        return std::tie(people, memberships, grants, documents, profiles, perspectives, factors, scorecards, goals,
                        steps, judgements, key_results, behaviours, activities, check_ins, questions, comments,
                        proposals, followings, seen, reminders, thread_shares);
    }
    // The table that holds records of a kind.
    template <class T>
    Table<T>& of() {
        return std::get<Table<T>&>(all());
    }
    template <class T>
    Table<T> const& of() const {
        return std::get<Table<T> const&>(all());
    }
};

// Pointers to records of one kind that belong to one thing, by id. They live as long as the plan.
template <class T>
using Records = std::span<T const* const>;

// What the organisation wants, who carries it and how it goes, as it stood at one moment. Immutable once made, and read
// by any number of threads without locks. Units and figures are in the study::Dataset of the same snapshot.
class Plan : public Tables {
public:
    Plan() : Plan{Tables{}, 0} {}
    // `revision`: the newest line of the journal that it knows of.
    Plan(Tables tables, std::int64_t revision);
    Plan(Plan const&) = delete; // the lists below point into the tables
    Plan& operator=(Plan const&) = delete;

    std::int64_t revision() const { return m_revision; }

    // What belongs to a goal, oldest first; what is withdrawn or ended too.
    Records<domain::GoalStep> steps_of(domain::GoalId goal) const { return m_steps.of(goal); }
    Records<domain::Judgement> judgements_of(domain::GoalId goal) const { return m_judgements.of(goal); }
    Records<domain::KeyResult> key_results_of(domain::GoalId goal) const { return m_key_results.of(goal); }
    Records<domain::Behaviour> behaviours_of(domain::GoalId goal) const { return m_behaviours.of(goal); }
    Records<domain::Activity> activities_of(domain::GoalId goal) const { return m_activities.of(goal); }
    Records<domain::CheckIn> check_ins_of(domain::GoalId goal) const { return m_check_ins.of(goal); }
    Records<domain::Comment> comments_of(domain::GoalId goal) const { return m_comments.of(goal); }
    Records<domain::Proposal> proposals_of(domain::GoalId goal) const { return m_proposals.of(goal); }
    Records<domain::Following> followers_of(domain::GoalId goal) const { return m_followers.of(goal); }
    Records<domain::Reminder> reminders_of(domain::GoalId goal) const { return m_reminders.of(goal); }

    // Links: what supports a goal, or a steering document, directly.
    Records<domain::Goal> supporters_of(domain::GoalId goal) const { return m_supporters.of(goal); }
    Records<domain::Goal> supporters_of(domain::DocumentId document) const {
        return m_document_supporters.of(document);
    }

    // By the code of a unit.
    Records<domain::Goal> goals_of(std::string_view unit) const { return m_goals_of_unit.of(unit); } // shared ones too
    Records<domain::SteeringDocument> documents_of(std::string_view unit) const { return m_documents.of(unit); }
    Records<domain::Perspective> perspectives_of(std::string_view unit) const { return m_perspectives.of(unit); }
    Records<domain::SuccessFactor> factors_of(std::string_view unit) const { return m_factors.of(unit); }
    Records<domain::Membership> members_of(std::string_view unit) const { return m_members.of(unit); }
    Records<domain::Grant> grants_at(std::string_view unit) const { return m_grants_at.of(unit); } // empty: everywhere
    domain::Profile const* profile_of(std::string_view unit) const; // null: it has not described itself

    // By person.
    Records<domain::Membership> memberships_of(domain::PersonId person) const { return m_memberships.of(person); }
    Records<domain::Grant> grants_of(domain::PersonId person) const { return m_grants.of(person); }
    Records<domain::Goal> goals_owned_by(domain::PersonId person) const { return m_owned.of(person); }
    Records<domain::Following> followed_by(domain::PersonId person) const { return m_followed.of(person); }
    Records<domain::Activity> activities_owned_by(domain::PersonId person) const {
        return m_owned_activities.of(person);
    }
    Records<domain::CheckIn> check_ins_by(domain::PersonId person) const { return m_check_ins_by.of(person); }
    Records<domain::Proposal> proposals_by(domain::PersonId person) const { return m_proposals_by.of(person); }
    Records<domain::Comment> mentions_of(domain::PersonId person) const { return m_mentions.of(person); }
    Records<domain::Seen> seen_by(domain::PersonId person) const { return m_seen.of(person); }
    domain::Person const* find_user(std::string_view user_name) const; // lower case

private:
    // Which records belong to what, each list by id.
    template <class Key, class T>
    class Lists {
    public:
        void add(Key const& key, T const& record) { m_lists[key].push_back(&record); }
        Records<T> of(Key const& key) const {
            auto const found = m_lists.find(key);
            return found == m_lists.end() ? Records<T>{} : Records<T>{found->second};
        }

    private:
        std::unordered_map<Key, std::vector<T const*>> m_lists;
    };

    std::int64_t m_revision;
    Lists<domain::GoalId, domain::GoalStep> m_steps;
    Lists<domain::GoalId, domain::Judgement> m_judgements;
    Lists<domain::GoalId, domain::KeyResult> m_key_results;
    Lists<domain::GoalId, domain::Behaviour> m_behaviours;
    Lists<domain::GoalId, domain::Activity> m_activities;
    Lists<domain::GoalId, domain::CheckIn> m_check_ins;
    Lists<domain::GoalId, domain::Comment> m_comments;
    Lists<domain::GoalId, domain::Proposal> m_proposals;
    Lists<domain::GoalId, domain::Following> m_followers;
    Lists<domain::GoalId, domain::Reminder> m_reminders;
    Lists<domain::GoalId, domain::Goal> m_supporters;
    Lists<domain::DocumentId, domain::Goal> m_document_supporters;
    Lists<std::string_view, domain::Goal> m_goals_of_unit;
    Lists<std::string_view, domain::SteeringDocument> m_documents;
    Lists<std::string_view, domain::Perspective> m_perspectives;
    Lists<std::string_view, domain::SuccessFactor> m_factors;
    Lists<std::string_view, domain::Membership> m_members;
    Lists<std::string_view, domain::Grant> m_grants_at;
    Lists<std::string_view, domain::Profile> m_profiles;
    Lists<domain::PersonId, domain::Membership> m_memberships;
    Lists<domain::PersonId, domain::Grant> m_grants;
    Lists<domain::PersonId, domain::Goal> m_owned;
    Lists<domain::PersonId, domain::Following> m_followed;
    Lists<domain::PersonId, domain::Activity> m_owned_activities;
    Lists<domain::PersonId, domain::CheckIn> m_check_ins_by;
    Lists<domain::PersonId, domain::Proposal> m_proposals_by;
    Lists<domain::PersonId, domain::Comment> m_mentions;
    Lists<domain::PersonId, domain::Seen> m_seen;
    std::unordered_map<std::string_view, domain::Person const*> m_users;
};

} // namespace rodtrad::plan
