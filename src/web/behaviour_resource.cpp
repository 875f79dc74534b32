// Behaviours and activities: what is done for a goal.

#include "steering/activities.hpp"
#include "steering/behaviours.hpp"
#include "steering/typed.hpp"
#include "view/pages/activity_page.hpp"
#include "view/pages/behaviours_page.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/goal_addresses.hpp"
#include "web/dialogue_asked.hpp"
#include "web/dialogue_resources.hpp"
#include "web/form.hpp"
#include "web/page_answer.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

Response behaviours_response(Visit const& visit, domain::Goal const& goal, pages::Filled const* typed) {
    auto const form = pages::behaviours_form(visit.plan(), visit.data(), goal);
    return page_or_json(visit, form, [&] {
        return pages::behaviours_page(form, typed == nullptr ? pages::standing_of(form) : *typed, visit.context());
    });
}

std::vector<steering::BehaviourWish> behaviours_in(Visit const& visit) {
    std::vector<steering::BehaviourWish> wishes;
    for (std::size_t row = 0; row < rows_of(visit); ++row) {
        auto const value = [&](std::string_view field) { return row_value(visit, field, row); };
        auto& wish = wishes.emplace_back();
        if (auto const id = number_of(value("id")); id != 0) wish.id = domain::BehaviourId{id};
        wish.version = number_of(value("version"));
        wish.text = value("text");
        wish.whose = base::value_of<domain::Whose>(value("whose")).value_or(domain::Whose::everyone);
        wish.pulse_question = value("pulse");
        wish.place = place_in(visit, row);
        wish.is_ended = value("end") == "ja";
    }
    return wishes;
}

Response activity_response(Visit const& visit, domain::Goal const& goal, domain::Activity const* activity,
                           pages::Filled const* typed) {
    auto const form =
        pages::activity_form(visit.plan(), visit.data(), goal, activity, visit.who->person, visit.today());
    auto const filled = typed == nullptr ? pages::standing_of(form) : *typed;
    return page_or_json(visit, pages::form_view(filled),
                        [&] { return pages::activity_page(form, filled, visit.context()); });
}

steering::ActivityWish activity_in(Visit const& visit) {
    steering::ActivityWish wish{.unit = std::string{visit.filled_in("unit")},
                                .title = std::string{visit.filled_in("title")},
                                .due = steering::typed_date("due", visit.filled_in("due")),
                                .obstacle = std::string{visit.filled_in("obstacle")}};
    if (!visit.filled_in("owner").empty()) wish.owner = domain::PersonId{number_in(visit, "owner")};
    auto const state = base::value_of<domain::ActivityState>(visit.filled_in("state"));
    wish.state = state.value_or(domain::ActivityState::planned);
    return wish;
}

view::Url activities_on(domain::GoalId goal) { return pages::goal_url(goal).anchor("aktiviteter"); }

} // namespace

Response show_behaviours(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    return for_who_may(visit, plan::Right::steer, *goal, [&] { return behaviours_response(visit, *goal, nullptr); });
}

Response save_behaviours(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::LeadershipPractice const practice{.goal_version = number_in(visit, "version"),
                                                        .raised = std::string{visit.filled_in("raised")},
                                                        .followed_up = std::string{visit.filled_in("followed_up")},
                                                        .rewarded = std::string{visit.filled_in("rewarded")},
                                                        .deprioritised = std::string{visit.filled_in("deprioritised")}};
            steering::save_behaviours(work, goal->id, practice, behaviours_in(visit));
            return pages::goal_url(goal->id).anchor("beteenden");
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return behaviours_response(visit, *goal, &filled); });
}

Response show_behaviour(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const* behaviour = find_captured_of<domain::Behaviour>(visit, *goal, "behaviour");
    if (behaviour == nullptr) return page_not_found(visit);
    auto const view =
        pages::behaviour_talk(visit.plan(), visit.data(), *goal, *behaviour, visit.who->person, visit.today());
    return page_or_json(visit, view, [&] { return pages::behaviour_page(view, visit.context()); });
}

Response show_new_activity(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    if (!pages::may_add_activity(visit.plan(), visit.data(), *goal, visit.who->person, visit.today()))
        return not_allowed(visit, steering::Forbidden{plan::Right::check_in,
                                                      goal->units.empty() ? std::string{} : goal->units.front()});
    return activity_response(visit, *goal, nullptr, nullptr);
}

Response add_activity(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::add_activity(work, goal->id, activity_in(visit));
            return activities_on(goal->id);
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return activity_response(visit, *goal, nullptr, &filled); });
}

Response show_activity(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const* activity = find_captured_of<domain::Activity>(visit, *goal, "activity");
    if (activity == nullptr) return page_not_found(visit);
    if (!visit.may(plan::Right::check_in, activity->unit))
        return not_allowed(visit, steering::Forbidden{plan::Right::check_in, activity->unit});
    return activity_response(visit, *goal, activity, nullptr);
}

Response change_activity(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const* activity = find_captured_of<domain::Activity>(visit, *goal, "activity");
    if (activity == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::change_activity(work, activity->id, number_in(visit, "version"), activity_in(visit));
            return activities_on(goal->id);
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return activity_response(visit, *goal, activity, &filled); });
}

} // namespace rodtrad::web
