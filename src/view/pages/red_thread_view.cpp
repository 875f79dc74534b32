#include "view/pages/red_thread_view.hpp"

#include "plan/check_in_days.hpp"
#include "plan/reminders.hpp"
#include "plan/rights.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/red_thread_addresses.hpp"
#include "view/pages/red_thread_words.hpp"
#include "view/pages/scorecard_addresses.hpp"

#include <algorithm>
#include <limits>

namespace rodtrad::view::pages {

namespace {

using domain::Goal;
using domain::SteeringDocument;
using plan::RedThread;
using plan::ThreadLine;
using plan::UnitGap;
using study::UnitIndex;

constexpr std::size_t breaks_told = 6;     // of each kind, on the page of the thread
constexpr std::size_t breaks_a_page = 100; // on the page of breaks

std::string name_of_unit(RedThread const& thread, std::string_view code) {
    auto const unit = thread.find_unit(code);
    return unit ? thread.data().units[*unit].unit.name : std::string{code};
}

// Since somebody said how it goes, or since it began.
int days_silent(Goal const& goal, plan::CheckInDay const& check_in, base::Date today) {
    return base::days_between(check_in.latest.value_or(goal.begins), today);
}

void tell(ThreadRow& row, RedThread const& thread, SteeringDocument const& document) {
    row.kind = document.kind == domain::DocumentKind::vision ? ThreadRowKind::vision : ThreadRowKind::strategy;
    row.title = document.title;
    row.unit = name_of_unit(thread, document.unit);
    row.address = documents_url(document.unit);
    row.thread = red_thread_url(document.id);
    row.leads = thread.leads_to_vision(document);
    if (row.kind == ThreadRowKind::vision || row.is_reference) return;
    if (!row.leads)
        row.broken = plan::BreakKind::strategy_alone;
    else if (std::ranges::none_of(thread.plan().supporters_of(document.id),
                                  [](Goal const* goal) { return plan::is_standing(*goal); }))
        row.broken = plan::BreakKind::strategy_without_goal;
}

// Who has been reminded of a check-in that was missed, and whom the reader can remind.
void tell_of_reminders(ThreadRow& row, RedThread const& thread, Goal const& goal, base::Date due,
                       Context const& context) {
    auto const& plan = thread.plan();
    for (auto const* reminder : plan.reminders_of(goal.id))
        if (reminder->due == due) row.reminded_on = base::day_of(reminder->at);
    auto const steers = [&](std::string const& unit) {
        return plan::may(plan, thread.data(), *context.person, plan::Right::steer, unit, thread.day());
    };
    if (!context.person || std::ranges::none_of(goal.units, steers)) return;
    for (auto const id : plan::who_can_be_reminded(plan, thread.data(), goal, *context.person, thread.day()))
        if (auto const* person = plan.people.find(id)) row.can_be_reminded.push_back(person->name);
}

void tell(ThreadRow& row, RedThread const& thread, Goal const& goal, Context const& context) {
    auto const& plan = thread.plan();
    row.goal = goal.id;
    row.title = goal.title;
    if (!goal.units.empty()) row.unit = name_of_unit(thread, goal.units.front());
    row.address = goal_url(goal.id);
    row.thread = red_thread_url(goal.id);
    row.leads = thread.leads_to_vision(goal);
    if (row.is_reference) return;
    if (goal.owner)
        if (auto const* owner = plan.people.find(*goal.owner)) row.owner = owner->name;
    if (!plan::is_standing(goal)) {
        row.ended = goal.state;
        return;
    }
    for (auto const kind : plan::breaks_of(thread, goal))
        if (kind == plan::BreakKind::goal_alone || kind == plan::BreakKind::goal_outlived) row.broken = kind;
    auto const status = plan::status_of(plan, thread.data(), goal, thread.day());
    row.standing = status.standing;
    if (status.check_in.is_missed) {
        row.silent_days = days_silent(goal, status.check_in, thread.day());
        tell_of_reminders(row, thread, goal, *status.check_in.due, context);
    }
    row.latest = status.check_in.latest;
    if (auto const* judgement = plan::latest_judgement(plan, goal.id)) row.judgement = judgement->verdict;
    if (auto const check_ins = plan.check_ins_of(goal.id); !check_ins.empty())
        row.next_step = check_ins.back()->next_step;
}

void tell(ThreadRow& row, RedThread const& thread, UnitGap const& gap, Context const& context) {
    auto const& unit = thread.data().units[gap.unit].unit;
    row.kind = ThreadRowKind::gap;
    row.title = unit.name;
    row.address = new_goal_url(unit.code);
    row.thread = red_thread_url(unit.code);
    row.units = gap.units;
    row.may_propose = context.person && plan::may(thread.plan(), thread.data(), *context.person, plan::Right::take_part,
                                                  unit.code, thread.day());
}

std::vector<ThreadRow> rows_of(std::vector<ThreadLine> const& lines, RedThread const& thread, Context const& context) {
    std::vector<ThreadRow> rows;
    rows.reserve(lines.size());
    for (auto const& line : lines) {
        ThreadRow row{.depth = line.depth,
                      .address = red_thread_url(),
                      .thread = red_thread_url(),
                      .is_asked_for = line.is_asked_for,
                      .is_reference = line.is_reference,
                      .below_not_shown = line.below_not_shown};
        if (auto const* const* document = std::get_if<SteeringDocument const*>(&line.thing))
            tell(row, thread, **document);
        else if (auto const* const* goal = std::get_if<Goal const*>(&line.thing))
            tell(row, thread, **goal, context);
        else
            tell(row, thread, std::get<UnitGap>(line.thing), context);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<BreakRows> breaks_in(RedThread const& thread, std::optional<UnitIndex> branch, Language const& language) {
    std::vector<BreakRows> all;
    std::string const unit = branch ? thread.data().units[*branch].unit.code : "";
    for (auto const& found : plan::thread_breaks(thread, branch)) {
        if (all.empty() || all.back().kind != found.kind)
            all.push_back({.kind = found.kind, .all = thread_breaks_url(found.kind, unit)});
        auto& rows = all.back();
        if (++rows.count > breaks_told) continue;
        auto text = text_of(found, thread, language);
        rows.first.push_back({std::move(text.thing), std::move(text.where)});
    }
    return all;
}

void count_silent(RedThreadView& view, RedThread const& thread, std::optional<UnitIndex> branch) {
    view.least_silent_days = std::numeric_limits<int>::max();
    for (auto const& goal : thread.plan().goals) {
        if (branch) {
            auto const unit = thread.unit_of(goal);
            if (!unit || !thread.data().is_in_branch(*unit, *branch)) continue;
        }
        auto const check_in = plan::check_in_day(thread.plan(), goal, thread.day());
        if (!check_in.is_missed) continue;
        ++view.silent;
        view.least_silent_days = std::min(view.least_silent_days, days_silent(goal, check_in, thread.day()));
    }
}

// What all of them have.
RedThreadView begun(RedThread const& thread, Url here, std::string title) {
    auto const& units = thread.data().units;
    auto const documents = units.empty() ? units_url() : documents_url(units[UnitIndex{}].unit.code);
    return {.here = std::move(here),
            .title = std::move(title),
            .has_plan = !thread.plan().goals.empty() || !thread.plan().documents.empty(),
            .today = thread.day(),
            .documents = documents,
            .advice = advice_url()};
}

RedThreadView about_one(RedThread const& thread, plan::ThreadThing const& thing, RedThreadView view, std::size_t page,
                        Context const& context) {
    plan::ThreadQuestion question{.about = {thing}};
    auto const below = plan::directly_below(thread, thing).size();
    view.pages = std::max<std::size_t>(1, (below + question.most_below_asked - 1) / question.most_below_asked);
    view.page = std::clamp<std::size_t>(page, 1, view.pages);
    question.skipped = (view.page - 1) * question.most_below_asked;
    view.rows = rows_of(plan::thread_tree(thread, question), thread, context);
    return view;
}

} // namespace

RedThreadView red_thread_view(RedThread const& thread, Context const& context) {
    auto const& language = context.language;
    auto view = begun(thread, red_thread_url(), std::string{language.tr("From vision to ordinary day")});
    view.is_of_organisation = true;
    view.has_share = true;
    view.share = thread.share();
    count_silent(view, thread, {});
    view.rows = rows_of(plan::thread_tree(thread, plan::about_organisation(thread)), thread, context);
    view.breaks = breaks_in(thread, {}, language);
    view.shares.assign(thread.plan().thread_shares.begin(), thread.plan().thread_shares.end());
    std::ranges::sort(view.shares, {}, &domain::ThreadShare::day);
    return view;
}

RedThreadView red_thread_view(RedThread const& thread, UnitIndex unit, Context const& context) {
    auto const& node = thread.data().units[unit].unit;
    auto view =
        begun(thread, red_thread_url(node.code), std::string{context.language.tr("From vision to ordinary day")});
    view.about = node.name;
    for (std::optional<UnitIndex> step = unit; step; step = thread.data().units[*step].parent) {
        auto const& at = thread.data().units[*step].unit;
        view.way.push_back({at.name, red_thread_url(at.code)});
    }
    std::ranges::reverse(view.way);
    view.has_share = true;
    view.share = thread.share(unit);
    count_silent(view, thread, unit);
    view.rows = rows_of(plan::thread_tree(thread, plan::about_unit(thread, unit)), thread, context);
    view.breaks = breaks_in(thread, unit, context.language);
    view.documents = documents_url(node.code);
    view.advice = advice_url(node.code);
    return view;
}

RedThreadView red_thread_view(RedThread const& thread, Goal const& goal, std::size_t page, Context const& context) {
    auto view = begun(thread, red_thread_url(goal.id, page), goal.title);
    return about_one(thread, &goal, std::move(view), page, context);
}

RedThreadView red_thread_view(RedThread const& thread, SteeringDocument const& document, std::size_t page,
                              Context const& context) {
    auto view = begun(thread, red_thread_url(document.id, page), document.title);
    return about_one(thread, &document, std::move(view), page, context);
}

ThreadBreaksView thread_breaks_view(RedThread const& thread, plan::BreakKind kind, std::optional<UnitIndex> branch,
                                    std::size_t page, Language const& language) {
    ThreadBreaksView view{.kind = kind};
    if (branch) {
        view.unit = thread.data().units[*branch].unit.code;
        view.unit_name = thread.data().units[*branch].unit.name;
    }
    auto found = plan::thread_breaks(thread, branch);
    std::erase_if(found, [&](plan::ThreadBreak const& one) { return one.kind != kind; });
    view.count = found.size();
    view.pages = std::max<std::size_t>(1, (found.size() + breaks_a_page - 1) / breaks_a_page);
    view.page = std::clamp<std::size_t>(page, 1, view.pages);
    auto const first = (view.page - 1) * breaks_a_page;
    for (std::size_t i = first; i < std::min(found.size(), first + breaks_a_page); ++i) {
        auto text = text_of(found[i], thread, language);
        view.rows.push_back({std::move(text.thing), std::move(text.where)});
    }
    return view;
}

} // namespace rodtrad::view::pages
