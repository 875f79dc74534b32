#include "view/pages/goal_view.hpp"

#include "plan/goal_life.hpp"
#include "plan/red_thread_tree.hpp"
#include "plan/rights.hpp"
#include "view/charts/drawing.hpp"
#include "view/format.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_alterations.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/person_words.hpp"
#include "view/pages/red_thread_addresses.hpp"
#include "view/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

namespace rodtrad::view::pages {

namespace {

using domain::Goal;
using domain::KeyResult;

// What is asked of the plan again and again while the view is made.
struct Reading {
    plan::Plan const& plan;
    study::Dataset const& data;
    Goal const& goal;
    std::optional<domain::PersonId> reader;
    base::Date today;
    Language const& language;

    bool may(plan::Right right) const {
        return reader && std::ranges::any_of(goal.units, [&](std::string const& unit) {
                   return plan::may(plan, data, *reader, right, unit, today);
               });
    }
    std::string name_of(std::optional<domain::PersonId> id) const {
        auto const* person = id ? plan.people.find(*id) : nullptr;
        return person == nullptr ? std::string{} : person->name;
    }
    std::string author_of(std::optional<domain::PersonId> id) const {
        return id ? name_of(id) : std::string{language.tr("the command line")};
    }
};

std::string units_of(Goal const& goal, study::Dataset const& data) {
    return goal.units.empty() ? std::string{} : unit_name(goal.units.front(), data);
}

GoalRelation relation(Goal const& goal, study::Dataset const& data) {
    return {goal.title, units_of(goal, data), goal_url(goal.id)};
}
GoalRelation relation(domain::SteeringDocument const& document, Language const& language) {
    return {
        document.title,
        std::string{document.kind == domain::DocumentKind::vision ? language.tr("vision") : language.tr("strategy")},
        red_thread_url(document.id)};
}

std::vector<GoalRelation> thread_of(Reading const& reading) {
    plan::RedThread const thread{reading.plan, reading.data, reading.today};
    std::vector<GoalRelation> way;
    for (auto const& thing : plan::way_to_vision(thread, reading.goal)) {
        if (auto const* goal = std::get_if<Goal const*>(&thing))
            way.push_back(relation(**goal, reading.data));
        else if (auto const* document = std::get_if<domain::SteeringDocument const*>(&thing))
            way.push_back(relation(**document, reading.language));
    }
    return way;
}

std::vector<GoalRelation> supports_of(Reading const& reading) {
    std::vector<GoalRelation> supports;
    for (auto const id : reading.goal.supports)
        if (auto const* goal = reading.plan.goals.find(id)) supports.push_back(relation(*goal, reading.data));
    for (auto const id : reading.goal.supports_documents)
        if (auto const* document = reading.plan.documents.find(id))
            supports.push_back(relation(*document, reading.language));
    return supports;
}

// "79,6 % 2025", "7 dagar 22 oktober 2026"
std::string reading_text(KeyResult const& key_result, plan::Reading const& value, Language const& language) {
    auto const when = value.period ? period_text(language, *value.period) : date(language, value.day);
    auto const figure = key_result_value(key_result, value.value, language);
    return value.is_preliminary ? language.tr("{0} {1}, preliminary", figure, when) : figure + " " + when;
}

// The share as it is, and in words where it is no share of a way: "75 % av vägen", "−40 % av vägen, sämre än vid
// starten".
std::string way_text(double progress, Language const& language) {
    auto const share = with_unit(language, {"%", 0}, 100 * progress);
    if (progress < 0) return language.tr("{0} of the way, worse than at the start", share);
    if (progress > 1) return language.tr("{0} of the way, past the target", share);
    return language.tr("{0} of the way", share);
}

std::vector<KeyResultView> key_results_of(Reading const& reading, plan::GoalStatus const& status, bool may_change) {
    std::vector<KeyResultView> views;
    bool const may_mark = plan::is_standing(status.state) && reading.may(plan::Right::check_in);
    for (auto const& of_one : status.key_results) {
        auto const& key_result = *reading.plan.key_results.find(of_one.key_result);
        KeyResultView view{.key_result = key_result,
                           .status = of_one,
                           .sentence = sentence_of(key_result, reading.language),
                           .told = told_of(key_result, of_one, reading.language),
                           .measure = {},
                           .may_change = may_change,
                           .may_mark = may_mark && key_result.kind == domain::KeyResultKind::milestone};
        if (!key_result.measure.empty() && !reading.goal.units.empty())
            view.measure = measure_url(key_result.measure, reading.goal.units.front());
        views.push_back(std::move(view));
    }
    return views;
}

std::string told_of_measure(domain::Measure const& measure, plan::MeasureStatus const& status,
                            Language const& language) {
    auto const& known = status.reading ? status.reading : status.before;
    std::vector<double> shown;
    if (known) shown.push_back(known->value);
    auto const format = value_format(measure, shown);
    std::string told;
    if (known) {
        auto const figure = with_unit(language, format, known->value) + " " + period_text(language, *known->period);
        told = status.reading ? figure : language.tr("no figure yet from the goal's own time; before it {0}", figure);
    }
    if (status.target) {
        auto const target = target_words(*status.target, measure.polarity, format, language);
        told += told.empty() ? target : " · " + target;
    }
    return told;
}

std::vector<GoalMeasureView> measures_of(Reading const& reading, plan::GoalStatus const& status) {
    std::vector<GoalMeasureView> views;
    for (auto const& of_one : status.measures) {
        auto const index = reading.data.find_measure(of_one.measure);
        if (!index || reading.goal.units.empty()) continue;
        auto const& measure = reading.data.measures[*index].measure;
        views.push_back({.status = of_one,
                         .title = std::string{measure_title(measure, reading.language)},
                         .told = told_of_measure(measure, of_one, reading.language),
                         .address = measure_url(of_one.measure, reading.goal.units.front())});
    }
    return views;
}

JudgementView view_of(domain::Judgement const& judgement, Reading const& reading) {
    return {judgement.verdict, reading.author_of(judgement.by), judgement.at, judgement.reason};
}

StepView view_of(domain::GoalStep const& step, Reading const& reading) {
    StepView view{.kind = step.kind, .by = reading.author_of(step.by), .reason = step.reason, .alterations = {}};
    for (auto const& alteration : step.alterations)
        view.alterations.push_back(alteration_view(alteration, reading.plan, reading.language));
    return view;
}

std::vector<TimeLineEntry> time_line_of(Reading const& reading, GoalDialogue const& dialogue) {
    std::vector<TimeLineEntry> entries;
    for (auto const* step : reading.plan.steps_of(reading.goal.id))
        entries.push_back({.at = step->at, .step = view_of(*step, reading), .judgement = {}, .check_in = {}});
    for (auto const* judgement : reading.plan.judgements_of(reading.goal.id)) {
        // Closing says it already.
        bool const is_closing = reading.goal.state == domain::GoalState::closed &&
                                judgement->reason == reading.goal.reflection &&
                                judgement->verdict == reading.goal.verdict;
        if (!is_closing)
            entries.push_back(
                {.at = judgement->at, .step = {}, .judgement = view_of(*judgement, reading), .check_in = {}});
    }
    for (auto const& check_in : dialogue.check_ins)
        entries.push_back({.at = check_in.at, .step = {}, .judgement = {}, .check_in = check_in});
    std::ranges::reverse(entries); // what was done later at the same moment comes first
    std::ranges::stable_sort(entries, std::greater{}, &TimeLineEntry::at);
    return entries;
}

std::vector<domain::StepKind> steps_for(Reading const& reading, bool may_edit) {
    auto const state = plan::state_on(reading.goal, reading.today);
    bool const steers = reading.may(plan::Right::steer);
    auto steps = plan::steps_from(state);
    std::erase_if(steps, [&](domain::StepKind step) {
        if (step == domain::StepKind::proposed) return !reading.may(plan::Right::take_part);
        if (step == domain::StepKind::abandoned && plan::is_unsettled(state)) return !may_edit;
        return !steers;
    });
    return steps;
}

void add_cycles(GoalView& view, Reading const& reading) {
    if (view.goal.rolled_from)
        if (auto const* before = reading.plan.goals.find(*view.goal.rolled_from))
            view.cycle_before = {before->title, cycle_text(*before, reading.language), goal_url(before->id)};
    for (auto const& other : reading.plan.goals)
        if (other.rolled_from == view.goal.id && other.state != domain::GoalState::abandoned)
            view.cycle_after = {other.title, cycle_text(other, reading.language), goal_url(other.id)};
}

} // namespace

std::string told_of(KeyResult const& key_result, plan::KeyResultStatus const& status, Language const& language) {
    std::vector<std::string> parts;
    if (key_result.kind == domain::KeyResultKind::milestone) {
        if (key_result.is_done && key_result.done_on)
            parts.push_back(language.tr("done {0}", date(language, *key_result.done_on)));
        else
            parts.push_back(language.tr("due {0}", date(language, status.due)));
        return parts.front();
    }
    if (status.reading)
        parts.push_back(reading_text(key_result, *status.reading, language));
    else if (status.before)
        parts.push_back(language.tr("no figure yet from the goal's own time; before it {0}",
                                    reading_text(key_result, *status.before, language)));
    else
        parts.emplace_back(language.tr("no figure yet"));
    if (key_result.baseline)
        parts.push_back(language.tr(
            "from {0}", as_set(language, {.unit = key_result.unit_of_measure, .decimals = 1}, *key_result.baseline)));
    if (status.progress) parts.push_back(way_text(*status.progress, language));
    std::string text;
    for (auto const& part : parts) text += (text.empty() ? "" : " · ") + part;
    return text;
}

std::string sentence_of(KeyResult const& key_result, Language const& language) {
    auto const wish = wanted(key_result, language);
    if (wish.empty()) return key_result.title;
    if (key_result.kind == domain::KeyResultKind::ordinal) return key_result.title + ": " + wish;
    return key_result.title + " " + wish;
}

GoalView goal_view(plan::Plan const& plan, study::Dataset const& data, Goal const& goal,
                   std::optional<domain::PersonId> reader, base::Date today, Language const& language) {
    Reading const reading{plan, data, goal, reader, today, language};
    GoalView view{.goal = goal, .status = plan::status_of(plan, data, goal, today)};
    bool const is_author = reader && plan::author_of(plan, goal.id) == reader;
    bool const is_unsettled = plan::is_unsettled(view.status.state);
    view.may_edit =
        is_unsettled && (reading.may(plan::Right::steer) || (is_author && reading.may(plan::Right::take_part)));
    view.may_judge = (plan::is_standing(view.status.state) || view.status.state == domain::GoalState::closed) &&
                     (reading.may(plan::Right::steer) || (reader && goal.owner == reader));
    view.possible_steps = steps_for(reading, view.may_edit);
    bool const may_adjust =
        std::ranges::find(view.possible_steps, domain::StepKind::adjusted) != view.possible_steps.end();
    view.may_add_key_result = view.may_edit || may_adjust;
    view.thread = thread_of(reading);
    for (auto const& unit : goal.units) view.units.push_back({unit_name(unit, data), {}, goals_url({.unit = unit})});
    if (goal.owner) {
        auto const* owner = plan.people.find(*goal.owner);
        view.owner = owner == nullptr ? std::string{} : owner->name;
        view.is_owner_gone = owner != nullptr && !owner->is_active;
    }
    view.supports = supports_of(reading);
    for (auto const* supporter : plan.supporters_of(goal.id))
        if (supporter->state != domain::GoalState::abandoned) view.carried_by.push_back(relation(*supporter, data));
    if (auto const* perspective = goal.perspective ? plan.perspectives.find(*goal.perspective) : nullptr)
        view.perspective =
            language.is_swedish() || perspective->name_en.empty() ? perspective->name : perspective->name_en;
    if (auto const* factor = goal.factor ? plan.factors.find(*goal.factor) : nullptr) view.factor = factor->name;
    if (auto const* judgement = plan::latest_judgement(plan, goal.id)) view.judgement = view_of(*judgement, reading);
    view.key_results = key_results_of(reading, view.status, view.may_add_key_result);
    view.measures = measures_of(reading, view.status);
    view.dialogue = goal_dialogue(plan, data, goal, reader, today);
    view.time_line = time_line_of(reading, view.dialogue);
    add_cycles(view, reading);
    return view;
}

} // namespace rodtrad::view::pages
