#include "view/pages/scorecard_parts.hpp"

#include "plan/goal_life.hpp"
#include "view/charts/drawing.hpp"
#include "view/format.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_words.hpp"

#include <algorithm>
#include <span>

namespace rodtrad::view::pages {

namespace {

using plan::Standing;

// The values as they are: nothing is rounded before it is compared. Nothing where there is no aim.
std::optional<bool> is_met(domain::Measure const& measure, domain::Target const* target, double value) {
    if (auto const* wanted = std::get_if<domain::WantedRange>(&measure.polarity))
        return wanted->low <= value && value <= wanted->high;
    auto const direction = std::get<domain::Direction>(measure.polarity);
    if (target == nullptr || !target->target || direction == domain::Direction::neutral) return {};
    return direction == domain::Direction::higher_is_better ? value >= *target->target : value <= *target->target;
}

std::string aim_words(domain::Measure const& measure, domain::Target const* target, ValueFormat const& format,
                      Language const& language) {
    if (auto const* wanted = std::get_if<domain::WantedRange>(&measure.polarity))
        return language.tr("wanted {0}–{1}", as_set(language, {}, wanted->low), as_set(language, format, wanted->high));
    return target_words(*target->target, measure.polarity, format, language);
}

} // namespace

CardMeasureReader::CardMeasureReader(study::Dataset const& data, study::FollowUp const& list, std::string_view measure,
                                     Language const& language)
    : m_data{data}, m_language{language}, m_code{measure}, m_title{measure}, m_measure{data.find_measure(measure)},
      m_everyone{data.find_group(domain::total_group)} {
    if (!m_measure) return;
    m_title = measure_title(data.measures[*m_measure].measure, language);
    m_targets.emplace(data.measures[*m_measure], data);
    for (auto const& card : list.cards)
        if (card.measure == *m_measure) m_cards.push_back(&card);
    std::ranges::sort(m_cards, {}, &study::Card::unit);
}

CardMeasure CardMeasureReader::in(study::UnitIndex unit) const {
    CardMeasure shown;
    shown.code = m_code;
    shown.unit = m_data.units[unit].unit.code;
    shown.title = m_title;
    shown.status = m_language.tr("No figure");
    shown.tone = to_text(Tone::normal);
    if (m_measure && m_everyone) fill_in_figure(shown, unit);
    return shown;
}

void CardMeasureReader::fill_in_figure(CardMeasure& shown, study::UnitIndex unit) const {
    auto const& measure_data = m_data.measures[*m_measure];
    auto const& cube = measure_data.cube;
    auto const slot = cube ? cube->slot_of(*m_everyone) : std::nullopt;
    if (!slot) return;
    auto t = cube->periods();
    while (t > 0 && !has_value(cube->cell(cube->at(*slot, t - 1, unit)))) --t;
    if (t == 0) return;
    auto const at = cube->at(*slot, t - 1, unit);
    auto const period = cube->period(t - 1);
    auto const value = cube->value(at);
    auto const format = value_format(measure_data.measure, std::span{&value, 1});
    shown.number = value;
    shown.value = with_unit(m_language, format, value);
    shown.period = period_text(m_language, period, PeriodStyle::brief);
    if (cube->cell(at) == study::Cell::aggregated && measure_data.coverage) {
        auto const& coverage = (*measure_data.coverage)[at];
        shown.coverage = m_language.tr("{0} of {1} units", whole(m_language, coverage.reporting),
                                       whole(m_language, coverage.expected));
    }

    auto const* target = m_targets->find(unit, *m_everyone, period);
    auto const met = is_met(measure_data.measure, target, value);
    shown.is_met = met.value_or(false);
    Tag status{Sign::watch, Tone::normal, std::string{m_language.tr("Nothing stands out")}};
    if (met) {
        shown.aim = aim_words(measure_data.measure, target, format, m_language);
        status = *met ? Tag{Sign::target_met, Tone::better, std::string{m_language.tr("Reaches the target")}}
                      : Tag{Sign::target_missed, Tone::normal, std::string{m_language.tr("Does not reach the target")}};
    }
    auto const card = std::ranges::lower_bound(m_cards, unit, {}, &study::Card::unit);
    if (card != m_cards.end() && (*card)->unit == unit) {
        auto const told = told_findings(**card, m_data);
        shown.sticks_out = !told.empty();
        if (shown.sticks_out) status = tag(*told.front(), m_data, m_language);
        // What stands out is said before whether the target is reached, which then stands beside the target.
        if (shown.sticks_out && met)
            shown.aim = *met ? m_language.tr("{0}, reached", shown.aim) : m_language.tr("{0}, not reached", shown.aim);
    }
    shown.sign = status.sign;
    shown.tone = to_text(status.tone);
    shown.status = status.text;
}

CardGoal card_goal(domain::Goal const& goal, std::string_view here, plan::Plan const& plan, study::Dataset const& data,
                   base::Date day, Language const& language) {
    auto const status = plan::status_of(plan, data, goal, day);
    auto const tag = standing_tag(status.standing, language);
    CardGoal shown{.id = goal.id,
                   .title = goal.title,
                   .unit = goal.units.empty() ? std::string{} : goal.units.front(),
                   .unit_name = {},
                   .owner = {},
                   .standing = status.standing,
                   .is_stale = status.is_stale,
                   .status = tag.text,
                   .tone = std::string{to_text(tag.tone)},
                   .sign = tag.sign,
                   .said = {}};
    if (auto const unit = data.find_unit(shown.unit); unit && shown.unit != here)
        shown.unit_name = data.units[*unit].unit.name;
    if (auto const* owner = goal.owner ? plan.people.find(*goal.owner) : nullptr) shown.owner = owner->name;
    if (auto const* judgement = plan::latest_judgement(plan, goal.id))
        shown.said = verdict_name(judgement->verdict, language);
    return shown;
}

Url url_of(CardGoal const& goal) { return goal_url(goal.id); }

Url url_of(CardMeasure const& measure) { return measure_url(measure.code, measure.unit); }

void write_card_goal(Html& h, CardGoal const& goal, Language const& language) {
    h.span(class_("sign", goal.tone), icon(goal.sign));
    h.span(class_("name"), [&] {
        h.a(href(url_of(goal)), goal.title);
        h.small([&] {
            h.span(class_("said", goal.tone), goal.status);
            if (goal.is_stale && goal.standing != Standing::stale)
                h.text(" · " + std::string{language.tr("nothing heard for long")});
            if (!goal.said.empty()) h.text(" · " + language.tr("judged: {0}", goal.said));
            if (!goal.unit_name.empty()) h.text(" · " + goal.unit_name);
            h.text(" · ");
            h.text(goal.owner.empty() ? std::string{language.tr("nobody answers for it")} : goal.owner);
        });
    });
}

std::string perspective_name(domain::Perspective const& perspective, Language const& language) {
    return language.is_swedish() || perspective.name_en.empty() ? perspective.name : perspective.name_en;
}

std::vector<domain::Goal const*> standing_goals(plan::Plan const& plan, std::string_view unit, base::Date day) {
    std::vector<domain::Goal const*> goals;
    for (auto const* goal : plan.goals_of(unit))
        if (plan::is_standing(plan::state_on(*goal, day))) goals.push_back(goal);
    return goals;
}

} // namespace rodtrad::view::pages
