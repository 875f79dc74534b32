#include "plan/plan.hpp"

namespace rodtrad::plan {

Plan::Plan(Tables tables, std::int64_t revision) : Tables{std::move(tables)}, m_revision{revision} {
    for (auto const& step : steps) m_steps.add(step.goal, step);
    for (auto const& judgement : judgements) m_judgements.add(judgement.goal, judgement);
    for (auto const& key_result : key_results) m_key_results.add(key_result.goal, key_result);
    for (auto const& behaviour : behaviours) m_behaviours.add(behaviour.goal, behaviour);
    for (auto const& activity : activities) {
        m_activities.add(activity.goal, activity);
        if (activity.owner) m_owned_activities.add(*activity.owner, activity);
    }
    for (auto const& check_in : check_ins) {
        m_check_ins.add(check_in.goal, check_in);
        m_check_ins_by.add(check_in.by, check_in);
    }
    for (auto const& comment : comments) {
        m_comments.add(comment.goal, comment);
        for (auto const person : comment.mentions) m_mentions.add(person, comment);
    }
    for (auto const& proposal : proposals) {
        m_proposals.add(proposal.goal, proposal);
        m_proposals_by.add(proposal.by, proposal);
    }
    for (auto const& goal : goals) {
        for (auto const supported : goal.supports) m_supporters.add(supported, goal);
        for (auto const document : goal.supports_documents) m_document_supporters.add(document, goal);
        for (auto const& unit : goal.units) m_goals_of_unit.add(unit, goal);
        if (goal.owner) m_owned.add(*goal.owner, goal);
    }
    for (auto const& document : documents) m_documents.add(document.unit, document);
    for (auto const& perspective : perspectives) m_perspectives.add(perspective.unit, perspective);
    for (auto const& factor : factors) m_factors.add(factor.unit, factor);
    for (auto const& profile : profiles) m_profiles.add(profile.unit, profile);
    for (auto const& membership : memberships) {
        m_members.add(membership.unit, membership);
        m_memberships.add(membership.person, membership);
    }
    for (auto const& grant : grants) {
        m_grants.add(grant.person, grant);
        m_grants_at.add(grant.unit, grant);
    }
    for (auto const& following : followings) {
        m_followers.add(following.goal, following);
        m_followed.add(following.person, following);
    }
    for (auto const& record : seen) m_seen.add(record.person, record);
    for (auto const& reminder : reminders) m_reminders.add(reminder.goal, reminder);
    for (auto const& person : people) m_users.emplace(person.user_name, &person);
}

domain::Profile const* Plan::profile_of(std::string_view unit) const {
    auto const profiles_of_unit = m_profiles.of(unit);
    return profiles_of_unit.empty() ? nullptr : profiles_of_unit.front();
}

domain::Person const* Plan::find_user(std::string_view user_name) const {
    auto const found = m_users.find(user_name);
    return found == m_users.end() ? nullptr : found->second;
}

} // namespace rodtrad::plan
