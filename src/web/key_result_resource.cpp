// The key results of a goal.

#include "plan/goal_life.hpp"
#include "steering/key_results.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/key_result_form.hpp"
#include "web/dialogue_asked.hpp"
#include "web/form.hpp"
#include "web/goal_form_reading.hpp"
#include "web/goal_resources.hpp"
#include "web/page_answer.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

using domain::Goal;
using domain::KeyResult;

Response form_response(Visit const& visit, Goal const& goal, std::optional<domain::KeyResultId> id,
                       pages::Filled const* typed) {
    auto const plan = visit.organisation.plan(); // anew: someone else may just have written
    auto const* standing = id ? plan->key_results.find(*id) : nullptr;
    auto const view = pages::key_result_form_view(visit.data(), goal, standing, typed, visit.today(), visit.language());
    auto const filled =
        typed == nullptr ? pages::filled_of(standing == nullptr ? KeyResult{} : *standing, visit.language()) : *typed;
    return page_or_json(visit, pages::form_view(filled),
                        [&] { return pages::key_result_form_page(view, visit.data(), filled, visit.context()); });
}

plan::Right needed(Visit const& visit, Goal const& goal) {
    bool const is_author = plan::author_of(visit.plan(), goal.id) == visit.who->person;
    return is_author && plan::is_unsettled(goal.state) ? plan::Right::take_part : plan::Right::steer;
}

Response withdraw_response(Visit const& visit, Goal const& goal, KeyResult const& key_result,
                           pages::Filled const& filled) {
    bool const takes_reason = !plan::is_unsettled(goal.state);
    return page_or_json(visit, pages::form_view(filled), [&] {
        return pages::withdraw_page(goal, key_result, visit.data(), takes_reason, filled, visit.context());
    });
}

view::Url key_results_of(Goal const& goal) { return pages::goal_url(goal.id).anchor("key-results"); }

} // namespace

Response show_new_key_result(Visit const& visit) {
    auto const* goal = find_captured<Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    return for_who_may(visit, needed(visit, *goal), *goal, [&] { return form_response(visit, *goal, {}, nullptr); });
}

Response add_key_result(Visit const& visit) {
    auto const* goal = find_captured<Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::add_key_result(work, goal->id, key_result_in(visit), visit.filled_in("reason"));
            return key_results_of(*goal);
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return form_response(visit, *goal, {}, &filled); });
}

Response show_key_result(Visit const& visit) {
    auto const* goal = find_captured<Goal>(visit, "goal");
    auto const* standing = goal == nullptr ? nullptr : find_captured_of<KeyResult>(visit, *goal, "key_result");
    if (standing == nullptr) return page_not_found(visit);
    return for_who_may(visit, needed(visit, *goal), *goal,
                       [&] { return form_response(visit, *goal, standing->id, nullptr); });
}

Response save_key_result(Visit const& visit) {
    auto const* goal = find_captured<Goal>(visit, "goal");
    auto const* standing = goal == nullptr ? nullptr : find_captured_of<KeyResult>(visit, *goal, "key_result");
    if (standing == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::adjust_key_result(work, standing->id, number_in(visit, "version"), key_result_in(visit),
                                        visit.filled_in("reason"));
            return key_results_of(*goal);
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return form_response(visit, *goal, standing->id, &filled); });
}

Response show_withdraw_key_result(Visit const& visit) {
    auto const* goal = find_captured<Goal>(visit, "goal");
    auto const* standing = goal == nullptr ? nullptr : find_captured_of<KeyResult>(visit, *goal, "key_result");
    if (standing == nullptr) return page_not_found(visit);
    return for_who_may(visit, needed(visit, *goal), *goal,
                       [&] { return withdraw_response(visit, *goal, *standing, {}); });
}

Response withdraw_key_result(Visit const& visit) {
    auto const* goal = find_captured<Goal>(visit, "goal");
    auto const* standing = goal == nullptr ? nullptr : find_captured_of<KeyResult>(visit, *goal, "key_result");
    if (standing == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::withdraw_key_result(work, standing->id, visit.filled_in("reason"));
            return key_results_of(*goal);
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return withdraw_response(visit, *goal, *standing, filled); });
}

Response mark_milestone(Visit const& visit) {
    auto const* goal = find_captured<Goal>(visit, "goal");
    auto const* standing = goal == nullptr ? nullptr : find_captured_of<KeyResult>(visit, *goal, "key_result");
    if (standing == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::mark_milestone(work, standing->id, visit.filled_in("done") == "ja");
            return key_results_of(*goal);
        });
    };
    return answer_button(visit, use_case);
}

} // namespace rodtrad::web
