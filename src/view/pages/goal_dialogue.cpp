#include "view/pages/goal_dialogue.hpp"

#include "plan/goal_life.hpp"
#include "plan/leaders.hpp"
#include "plan/reminders.hpp"
#include "plan/rights.hpp"
#include "plan/valid.hpp"
#include "view/pages/activity_page.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <set>

namespace rodtrad::view::pages {

namespace {

using plan::Right;

// So many names are offered; any other can be written.
constexpr std::size_t most_names = 100;
constexpr base::Date last_of_all{std::chrono::year::max(), std::chrono::December, std::chrono::day{31}};

std::string person_name(plan::Plan const& plan, domain::PersonId id) {
    auto const* person = plan.people.find(id);
    return person == nullptr ? std::string{} : person->name;
}

class DialogueMaker {
public:
    DialogueMaker(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                  std::optional<domain::PersonId> reader, base::Date today)
        : m_plan{plan}, m_data{data}, m_goal{goal}, m_reader{reader}, m_today{today},
          m_may_take_part{may(Right::take_part)}, m_may_steer{may(Right::steer)} {}

    GoalDialogue made() const {
        bool const is_over = m_goal.state == domain::GoalState::closed || m_goal.state == domain::GoalState::abandoned;
        GoalDialogue view{.goal = m_goal.id,
                          .behaviours = behaviours(),
                          .activities = activities(),
                          .may_add_activity = m_reader && may_add_activity(m_plan, m_data, m_goal, *m_reader, m_today),
                          .check_in_day = plan::check_in_day(m_plan, m_goal, m_today),
                          .check_ins = check_ins(),
                          .may_check_in = may(Right::check_in) && plan::is_standing(m_goal.state),
                          .proposals = proposals(),
                          .may_propose = m_may_take_part && !is_over,
                          .comments = comments_on(domain::SubjectKind::goal, 0),
                          .may_comment = m_may_take_part,
                          .may_follow = m_reader && plan::may_somewhere(m_plan, *m_reader, Right::take_part, m_today)};
        if (view.check_in_day.is_missed) tell_of_missed(view);
        if (view.may_comment) view.mentionable = mentionable();
        for (auto const* following : m_plan.followers_of(m_goal.id)) {
            if (following->is_ended) continue;
            view.followers.push_back(name_of(following->person));
            if (following->person == m_reader) view.is_following = true;
        }
        return view;
    }

private:
    bool may_at(Right right, std::string_view unit) const {
        return m_reader && plan::may(m_plan, m_data, *m_reader, right, unit, m_today);
    }
    bool may(Right right) const {
        return std::ranges::any_of(m_goal.units, [&](std::string const& unit) { return may_at(right, unit); });
    }
    std::string name_of(std::optional<domain::PersonId> id) const {
        return id ? person_name(m_plan, *id) : std::string{};
    }

    BehavioursView behaviours() const {
        BehavioursView view{.goal = m_goal.id,
                            .raised = m_goal.raised,
                            .followed_up = m_goal.followed_up,
                            .rewarded = m_goal.rewarded,
                            .deprioritised = m_goal.deprioritised,
                            .may_edit = m_may_steer};
        std::vector<domain::Behaviour const*> standing;
        for (auto const* behaviour : m_plan.behaviours_of(m_goal.id))
            if (!behaviour->is_ended) standing.push_back(behaviour);
        std::ranges::stable_sort(standing, {}, &domain::Behaviour::position);
        for (auto const* behaviour : standing) {
            auto const notes = count_standing(comments_on(domain::SubjectKind::behaviour, behaviour->id.value()));
            auto& list = behaviour->whose == domain::Whose::leaders ? view.leaders : view.everyone;
            list.push_back({behaviour->id, behaviour->text, behaviour->pulse_question, notes});
        }
        return view;
    }

    std::vector<ActivityView> activities() const {
        using enum domain::ActivityState;
        std::vector<ActivityView> views;
        for (auto const* activity : m_plan.activities_of(m_goal.id)) {
            auto const unit = m_data.find_unit(activity->unit);
            bool const is_open = activity->state != done && activity->state != dropped;
            views.push_back({.id = activity->id,
                             .title = activity->title,
                             .unit = unit ? m_data.units[*unit].unit.name : activity->unit,
                             .owner = name_of(activity->owner),
                             .due = activity->due,
                             .is_late = is_open && activity->due && *activity->due < m_today,
                             .state = activity->state,
                             .obstacle = activity->obstacle,
                             .may_edit = may_at(Right::check_in, activity->unit)});
        }
        constexpr std::array order{blocked, under_way, planned, done, dropped};
        std::ranges::stable_sort(views, {}, [&](ActivityView const& view) {
            return std::pair{std::ranges::find(order, view.state) - order.begin(), view.due.value_or(last_of_all)};
        });
        return views;
    }

    std::vector<CheckInView> check_ins() const {
        std::vector<CheckInView> views;
        std::optional<int> before;
        for (auto const* check_in : m_plan.check_ins_of(m_goal.id)) {
            views.push_back(
                {.id = check_in->id,
                 .goal = m_goal.id,
                 .name = name_of(check_in->by),
                 .at = check_in->at,
                 .progress = check_in->progress,
                 .confidence = check_in->confidence,
                 .confidence_before = before,
                 .obstacle = check_in->obstacle,
                 .unblocked_when = check_in->unblocked_when,
                 .next_step = check_in->next_step,
                 .question = check_in->question,
                 .answer = check_in->answer,
                 .values = values(*check_in),
                 .acknowledged_by = name_of(check_in->acknowledged_by),
                 .acknowledged_at = check_in->acknowledged_at,
                 .may_acknowledge = m_may_steer && !check_in->acknowledged_by && check_in->by != m_reader,
                 .may_correct = may(Right::check_in) && !check_in->acknowledged_by && check_in->by == m_reader,
                 .comments = comments_on(domain::SubjectKind::check_in, check_in->id.value())});
            before = check_in->confidence;
        }
        std::ranges::reverse(views);
        return views;
    }

    std::vector<ReportedView> values(domain::CheckIn const& check_in) const {
        std::vector<ReportedView> views;
        for (auto const& reported : check_in.values) {
            auto const* key_result = m_plan.key_results.find(reported.key_result);
            if (key_result == nullptr) continue;
            views.push_back({.key_result = key_result->title,
                             .unit_of_measure = key_result->unit_of_measure,
                             .is_milestone = key_result->kind == domain::KeyResultKind::milestone,
                             .value = reported.value,
                             .is_done = reported.is_done});
        }
        return views;
    }

    std::vector<ProposalView> proposals() const {
        std::vector<ProposalView> views;
        for (auto const* proposal : m_plan.proposals_of(m_goal.id))
            views.push_back({.id = proposal->id,
                             .goal = m_goal.id,
                             .kind = proposal->kind,
                             .name = name_of(proposal->by),
                             .at = proposal->at,
                             .text = proposal->text,
                             .state = proposal->state,
                             .answer = proposal->answer,
                             .answered_by = name_of(proposal->answered_by),
                             .answered_at = proposal->answered_at,
                             .may_answer = m_may_steer,
                             .comments = comments_on(domain::SubjectKind::proposal, proposal->id.value())});
        std::ranges::reverse(views);
        std::ranges::stable_partition(
            views, [](ProposalView const& view) { return view.state == domain::ProposalState::open; });
        return views;
    }

    std::vector<CommentView> comments_on(domain::SubjectKind kind, std::int64_t subject) const {
        return comments_about(m_plan, m_goal.id, kind, subject, m_reader);
    }

    void tell_of_missed(GoalDialogue& view) const {
        if (auto const unit = m_goal.units.empty() ? std::nullopt : m_data.find_unit(m_goal.units.front()))
            for (auto const person : plan::Leaders{m_plan, m_data, m_today}.of(*unit, m_goal.owner))
                view.told_of_missed.push_back(name_of(person));
        for (auto const* reminder : m_plan.reminders_of(m_goal.id))
            if (reminder->due == view.check_in_day.due)
                view.reminders.push_back({name_of(reminder->person), name_of(reminder->by), reminder->at});
        if (!m_reader || !m_may_steer) return;
        for (auto const person : plan::who_can_be_reminded(m_plan, m_data, m_goal, *m_reader, m_today))
            view.can_be_reminded.push_back(name_of(person));
    }

    // Those who own, follow or have written on it, and who belong to its units.
    std::vector<std::string> mentionable() const {
        std::set<domain::PersonId> around;
        if (m_goal.owner) around.insert(*m_goal.owner);
        for (auto const* following : m_plan.followers_of(m_goal.id)) around.insert(following->person);
        for (auto const* comment : m_plan.comments_of(m_goal.id)) around.insert(comment->by);
        for (auto const* check_in : m_plan.check_ins_of(m_goal.id)) around.insert(check_in->by);
        for (auto const& unit : m_goal.units)
            for (auto const* membership : m_plan.members_of(unit))
                if (plan::is_valid(*membership, m_today)) around.insert(membership->person);
        if (m_reader) around.erase(*m_reader);
        std::vector<std::string> names;
        auto const called = how_many_are_called(around);
        for (auto const id : around)
            if (auto const* person = m_plan.people.find(id); person != nullptr && person->is_active)
                names.push_back(called.at(person->name) == 1 ? person->name : person->user_name);
        std::ranges::sort(names);
        names.resize(std::min(names.size(), most_names));
        return names;
    }
    // By their names, of all who can be mentioned.
    std::map<std::string_view, int> how_many_are_called(std::set<domain::PersonId> const& people) const {
        std::map<std::string_view, int> called;
        for (auto const id : people)
            if (auto const* person = m_plan.people.find(id)) called.emplace(person->name, 0);
        for (auto const& person : m_plan.people)
            if (auto const found = called.find(person.name); person.is_active && found != called.end()) ++found->second;
        return called;
    }

    plan::Plan const& m_plan;
    study::Dataset const& m_data;
    domain::Goal const& m_goal;
    std::optional<domain::PersonId> m_reader;
    base::Date m_today;
    bool m_may_take_part;
    bool m_may_steer;
};

} // namespace

std::vector<CommentView> comments_about(plan::Plan const& plan, domain::GoalId goal, domain::SubjectKind kind,
                                        std::int64_t subject, std::optional<domain::PersonId> reader) {
    std::vector<CommentView> views;
    for (auto const* comment : plan.comments_of(goal))
        if (comment->about == kind && comment->subject == subject)
            views.push_back({.id = comment->id,
                             .goal = goal,
                             .name = person_name(plan, comment->by),
                             .at = comment->at,
                             .text = comment->is_withdrawn ? std::string{} : comment->text,
                             .is_withdrawn = comment->is_withdrawn,
                             .is_mine = comment->by == reader});
    return views;
}

int count_standing(std::span<CommentView const> comments) {
    return static_cast<int>(std::ranges::count(comments, false, &CommentView::is_withdrawn));
}

GoalDialogue goal_dialogue(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                           std::optional<domain::PersonId> reader, base::Date today) {
    return DialogueMaker{plan, data, goal, reader, today}.made();
}

} // namespace rodtrad::view::pages
