// The board of goals, and the page of one.

#include "steering/notes.hpp"
#include "view/pages/goal_view.hpp"
#include "view/pages/goals_view.hpp"
#include "web/dialogue_asked.hpp"
#include "web/goal_resources.hpp"
#include "web/page_answer.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

Response show_goals(Visit const& visit) {
    auto const question = pages::to_goals_question(visit.request.query);
    if (!question.unit.empty() && !visit.data().find_unit(question.unit)) return unit_not_found(visit, question.unit);
    auto const view =
        pages::goals_view(visit.plan(), visit.data(), question, visit.who->person, visit.today(), visit.language());
    return page_or_json(visit, view, [&] { return pages::goals_page(view, visit.context()); });
}

Response show_goal(Visit const& visit) {
    auto const* goal = find_captured<domain::Goal>(visit, "goal");
    if (goal == nullptr) return page_not_found(visit);
    auto view = pages::goal_view(visit.plan(), visit.data(), *goal, visit.who->person, visit.today(), visit.language());
    view.dialogue.note = steering::own_note(visit.organisation, goal->id, visit.who->person);
    return page_or_json(visit, view, [&] {
        return pages::goal_page(view, visit.plan(), visit.data(), visit.today(), visit.context());
    });
}

} // namespace rodtrad::web
