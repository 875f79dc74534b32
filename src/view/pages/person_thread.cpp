#include "view/pages/person_thread.hpp"

#include "plan/goal_life.hpp"
#include "plan/red_thread_tree.hpp"
#include "plan/rights.hpp"
#include "plan/valid.hpp"
#include "view/format.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/red_thread_addresses.hpp"
#include "view/pages/scorecard_addresses.hpp"

#include <algorithm>
#include <ranges>
#include <vector>

namespace rodtrad::view::pages {

namespace {

using domain::Goal;
using domain::SteeringDocument;
using plan::RedThread;
using study::UnitIndex;

constexpr std::size_t most_goals = 3; // named; the rest are counted

std::string unit_name(RedThread const& thread, std::string_view code) {
    auto const unit = thread.find_unit(code);
    return unit ? thread.data().units[*unit].unit.name : std::string{code};
}

std::vector<Goal const*> leading_goals(RedThread const& thread, UnitIndex unit) {
    std::vector<Goal const*> goals;
    std::ranges::copy_if(
        thread.plan().goals_of(thread.data().units[unit].unit.code), std::back_inserter(goals), [&](Goal const* goal) {
            return plan::state_on(*goal, thread.day()) == domain::GoalState::active && thread.leads_to_vision(*goal);
        });
    return goals;
}

// A sentence that ends in the name of something, which is a link.
void write_step(Html& h, std::string_view words, std::string_view title, Url const& url, std::string_view unit) {
    h.li([&] {
        h.text(words);
        h.text(" ");
        h.a(href(url), title);
        if (!unit.empty()) h.span(class_("of"), " " + std::string{unit});
    });
}

void write_way(Html& h, RedThread const& thread, UnitIndex unit, Language const& language) {
    auto const goals = leading_goals(thread, unit);
    auto const& here = thread.data().units[unit].unit;
    h.ol(class_("way-up"), [&] {
        h.li([&] {
            h.text(language.tr("{0} works for", here.name) + " ");
            for (std::size_t i = 0; i < std::min(goals.size(), most_goals); ++i) {
                if (i > 0) h.text(", ");
                h.a(href(goal_url(goals[i]->id)), language.tr("“{0}”", goals[i]->title));
            }
            if (goals.size() > most_goals) {
                h.text(" ");
                h.a(href(red_thread_url(here.code)),
                    language.trn("and {0} more goal", "and {0} more goals",
                                 static_cast<std::int64_t>(goals.size() - most_goals),
                                 whole(language, static_cast<std::int64_t>(goals.size() - most_goals))));
            }
        });
        auto way = plan::way_to_vision(thread, *goals.front());
        way.pop_back();
        for (auto const& thing : std::views::reverse(way)) {
            if (auto const* const* goal = std::get_if<Goal const*>(&thing)) {
                write_step(h, language.tr("which supports the goal"), language.tr("“{0}”", (*goal)->title),
                           goal_url((*goal)->id),
                           unit_name(thread, (*goal)->units.empty() ? "" : (*goal)->units.front()));
            } else if (auto const* const* document = std::get_if<SteeringDocument const*>(&thing)) {
                bool const is_vision = (*document)->kind == domain::DocumentKind::vision;
                write_step(h, is_vision ? language.tr("and so leads to the vision") : language.tr("by the strategy"),
                           language.tr("“{0}”", (*document)->title), documents_url((*document)->unit),
                           unit_name(thread, (*document)->unit));
            }
        }
    });
}

bool may_propose(RedThread const& thread, domain::Unit const& unit, Context const& context) {
    return context.person &&
           plan::may(thread.plan(), thread.data(), *context.person, plan::Right::take_part, unit.code, thread.day());
}

void write_break(Html& h, RedThread const& thread, UnitIndex unit, Context const& context) {
    auto const& language = context.language;
    auto const& here = thread.data().units[unit].unit;
    bool const has_goal = thread.has_standing_goal(unit);
    h.p([&] {
        h.span(class_("stale"),
               has_goal ? language.tr("The thread breaks: {0} has goals, but none that leads to the vision.", here.name)
                        : language.tr("The thread breaks: {0} has no goal.", here.name));
        h.text(" ");
        if (has_goal)
            h.a(href(red_thread_url(here.code)), language.tr("See where it breaks"));
        else if (may_propose(thread, here, context))
            h.a(href(new_goal_url(here.code)), language.tr("Propose a goal"));
    });
}

std::vector<UnitIndex> units_of(RedThread const& thread, domain::PersonId person) {
    std::vector<UnitIndex> units;
    for (auto const* membership : thread.plan().memberships_of(person)) {
        auto const unit = thread.find_unit(membership->unit);
        if (unit && plan::is_valid(*membership, thread.day()) && std::ranges::find(units, *unit) == units.end())
            units.push_back(*unit);
    }
    return units;
}

} // namespace

void write_thread_of_person(Html& h, RedThread const& thread, domain::PersonId person, Context const& context) {
    auto const& language = context.language;
    auto const units = units_of(thread, person);
    h.section(class_("person-thread"), [&] {
        h.h2(language.tr("The thread to the vision"));
        if (units.empty())
            h.p(context.person == person
                    ? language.tr("It is not said which unit you work in, so the thread does not reach you yet.")
                    : language.tr("It is not said which unit the person works in, so the thread does not reach here."));
        for (auto const unit : units) {
            if (!leading_goals(thread, unit).empty())
                write_way(h, thread, unit, language);
            else if (thread.has_whole_thread(unit))
                h.p([&] {
                    h.a(href(red_thread_url(thread.data().units[unit].unit.code)),
                        language.tr("The thread begins here: {0} holds the vision.",
                                    thread.data().units[unit].unit.name));
                });
            else
                write_break(h, thread, unit, context);
        }
    });
}

} // namespace rodtrad::view::pages
