// A goal is written, edited while it is a draft, and adjusted once it is decided: one form.

#include "plan/goal_life.hpp"
#include "plan/period_days.hpp"
#include "steering/goals.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_choices.hpp"
#include "view/pages/goal_form.hpp"
#include "web/dialogue_asked.hpp"
#include "web/form.hpp"
#include "web/goal_form_reading.hpp"
#include "web/goal_resources.hpp"
#include "web/page_answer.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

// `typed`: null when the form is opened. The plan is asked for anew: someone else may just have written.
Response form_response(Visit const& visit, std::optional<domain::GoalId> id, std::string_view unit,
                       pages::Filled const* typed) {
    auto const plan = visit.organisation.plan();
    auto const& data = visit.data();
    auto const* goal = id ? plan->goals.find(*id) : nullptr;
    auto const view = pages::goal_form_view(*plan, data, goal, unit, typed, visit.today(), visit.language());
    domain::Goal fresh{.units = {std::string{unit}}};
    // From November on a new goal is one for the year to come.
    auto const months_ahead = std::chrono::months{2};
    auto const year = (visit.today().year() / visit.today().month() + months_ahead).year();
    std::tie(fresh.begins, fresh.ends) =
        plan::days_of(domain::Period::make(domain::Periodicity::year, static_cast<int>(year)));
    auto const filled = typed == nullptr ? pages::filled_of(goal == nullptr ? fresh : *goal, *plan, data) : *typed;
    return page_or_json(visit, pages::form_view(filled),
                        [&] { return pages::goal_form_page(view, filled, visit.context()); });
}

// The unit whose choices are shown: as it was typed, or as it stands.
std::string unit_of(Visit const& visit, domain::Goal const* goal) {
    auto const typed = visit.filled_in("unit");
    if (visit.data().find_unit(typed)) return std::string{typed};
    if (goal != nullptr && !goal->units.empty() && visit.data().find_unit(goal->units.front()))
        return goal->units.front();
    return visit.data().units.empty() ? std::string{} : visit.data().units[study::UnitIndex{0}].unit.code;
}

} // namespace

Response show_new_goal(Visit const& visit) {
    auto const unit = visit.request.parameter("enhet");
    if (!visit.data().find_unit(unit)) {
        auto const units = pages::unit_choices(visit.data(), visit.today());
        return page_or_json(visit, pages::FormView{},
                            [&] { return pages::goal_unit_page(units, {}, visit.context()); });
    }
    return form_response(visit, {}, unit, nullptr);
}

Response create_goal(Visit const& visit) {
    auto const use_case = [&] {
        return done(visit,
                    [&](steering::Work& work) { return pages::goal_url(steering::create_goal(work, goal_in(visit))); });
    };
    return answer_form(visit, use_case, [&](pages::Filled const& filled) {
        return form_response(visit, {}, unit_of(visit, nullptr), &filled);
    });
}

Response show_goal_form(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr || visit.data().units.empty()) return page_not_found(visit);
    bool const is_author = plan::author_of(visit.plan(), goal->id) == visit.who->person;
    bool const may_edit = is_author && plan::is_unsettled(goal->state);
    return for_who_may(visit, may_edit ? plan::Right::take_part : plan::Right::steer, *goal,
                       [&] { return form_response(visit, goal->id, unit_of(visit, goal), nullptr); });
}

Response save_goal(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            auto const stated = goal_in(visit);
            auto const version = number_in(visit, "version");
            if (plan::is_unsettled(work.must_find<domain::Goal>(goal->id).state))
                steering::edit_draft(work, goal->id, version, stated);
            else
                steering::adjust_goal(work, goal->id, version, stated, visit.filled_in("reason"));
            return pages::goal_url(goal->id);
        });
    };
    return answer_form(visit, use_case, [&](pages::Filled const& filled) {
        return form_response(visit, goal->id, unit_of(visit, goal), &filled);
    });
}

} // namespace rodtrad::web
