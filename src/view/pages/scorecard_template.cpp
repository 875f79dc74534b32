#include "view/pages/scorecard_template.hpp"

#include "base/text.hpp"
#include "plan/perspectives_in_force.hpp"
#include "plan/scorecard_in_use.hpp"
#include "view/letter_case.hpp"
#include "view/pages/by_name.hpp"
#include "view/pages/scorecard_parts.hpp"
#include "view/word_search.hpp"

#include <algorithm>
#include <set>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_found = 20;

EditionView shown(domain::Scorecard const& card) {
    return {card.id, card.name, card.edition, card.state, card.valid_from, card.valid_to};
}

std::string title_of(study::Dataset const& data, std::string_view measure, Language const& language) {
    auto const index = data.find_measure(measure);
    return std::string{index ? measure_title(data.measures[*index].measure, language) : measure};
}

bool is_on(domain::Scorecard const& card, domain::SuccessFactorId factor) {
    return std::ranges::find(card.rows, factor, &domain::ScorecardRow::factor) != card.rows.end();
}

// Every word begins some word of what is known of the measure.
bool fits(std::vector<std::string> const& sought, domain::Measure const& measure) {
    return begin_words_of(sought, measure.title + " " + measure.title_en + " " + measure.code + " " + measure.area +
                                      " " + measure.perspective);
}

MeasureSearch search_for(study::Dataset const& data, domain::Scorecard const& card,
                         std::vector<study::UnitIndex> const& units, MeasureQuery const& query,
                         Language const& language) {
    MeasureSearch search{.factor = query.factor, .words = query.words, .found = {}};
    auto const row = std::ranges::find(card.rows, query.factor, &domain::ScorecardRow::factor);
    if (row == card.rows.end()) return {};
    auto const sought = base::search_words(query.words);
    for (auto const& [id, measure, version, cube, coverage, targets, marks] : data.measures) {
        if (std::ranges::find(row->measures, measure.code) != row->measures.end() || !fits(sought, measure)) continue;
        search.found.push_back({measure.code, std::string{measure_title(measure, language)},
                                plan::units_with_figures(data, measure.code, units)});
    }
    sort_by_name(search.found, [](TemplateMeasure const& measure) -> std::string const& { return measure.title; });
    std::ranges::stable_sort(search.found, std::ranges::greater{}, &TemplateMeasure::units_with_figures);
    if (search.found.size() > most_found) {
        search.more = search.found.size() - most_found;
        search.found.resize(most_found);
    }
    return search;
}

std::vector<std::string> names_of_factors(plan::Plan const& plan, std::vector<domain::SuccessFactorId> const& ids) {
    std::vector<std::string> names;
    for (auto const id : ids)
        if (auto const* factor = plan.factors.find(id)) names.push_back(factor->name);
    return names;
}

} // namespace

TemplatesView templates_view(plan::Plan const& plan, study::Dataset const& data, base::Date day) {
    TemplatesView view;
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (auto const& card : plan.scorecards) {
        auto const unit = data.find_unit(card.unit);
        if (!unit || !seen.emplace(card.unit, card.operation).second) continue;
        TemplateEntry entry{.operation = card.operation,
                            .unit = card.unit,
                            .unit_name = data.units[*unit].unit.name,
                            .units = plan::units_of_card(plan, data, card, day).size(),
                            .editions = {}};
        for (auto const* edition : plan::editions_of(plan, card)) entry.editions.push_back(shown(*edition));
        view.cards.push_back(std::move(entry));
    }
    sort_by_name(view.cards,
                 [](TemplateEntry const& entry) -> std::string const& { return entry.editions.front().name; });
    return view;
}

std::vector<Choice> operation_choices(study::Dataset const& data, base::Date day, Language const& language) {
    std::vector<Choice> choices;
    choices.push_back({.value = {}, .text = std::string{language.tr("The unit's own card")}});
    std::set<std::string> operations;
    for (study::UnitIndex root; root < data.units.end_key(); root = data.units[root].branch_end)
        for (auto const& kind : plan::kinds_in_branch(data, root, day)) operations.insert(kind.operation);
    std::vector<Choice> kinds;
    for (auto const& operation : operations) kinds.push_back({.value = operation, .text = capitalised(operation)});
    sort_by_name(kinds, [](Choice const& choice) -> std::string const& { return choice.text; });
    std::ranges::move(kinds, std::back_inserter(choices));
    return choices;
}

TemplateView template_view(plan::Plan const& plan, study::Dataset const& data, domain::Scorecard const& card,
                           MeasureQuery const& query, base::Date day, Language const& language) {
    auto const unit = data.find_unit(card.unit);
    auto const units = plan::units_of_card(plan, data, card, day);
    TemplateView view;
    view.edition = shown(card);
    view.operation = card.operation;
    view.unit = card.unit;
    view.unit_name = unit ? data.units[*unit].unit.name : card.unit;
    view.units = units.size();
    view.before = card.replaces;
    for (auto const* other : plan::editions_of(plan, card))
        if (other->id != card.id && other->state == domain::ScorecardState::in_development)
            view.in_development = other->id;
    if (!unit) return view;

    for (auto const& perspective : plan::perspectives_in_force(plan, data, *unit))
        view.perspectives.push_back({perspective.id, perspective_name(perspective, language), {}, {}});
    auto const place_of = [&](domain::SuccessFactor const& factor) -> TemplatePerspective& {
        auto const found = std::ranges::find(view.perspectives, factor.perspective, &TemplatePerspective::id);
        if (found != view.perspectives.end()) return *found;
        auto const* perspective = plan.perspectives.find(factor.perspective);
        view.perspectives.push_back(
            {factor.perspective, perspective ? perspective_name(*perspective, language) : std::string{}, {}, {}});
        return view.perspectives.back();
    };
    for (auto const& row : card.rows) {
        auto const* factor = plan.factors.find(row.factor);
        if (factor == nullptr) continue;
        TemplateFactor line{factor->id, factor->name, factor->process, {}};
        for (auto const& code : row.measures)
            line.measures.push_back(
                {code, title_of(data, code, language), plan::units_with_figures(data, code, units)});
        place_of(*factor).factors.push_back(std::move(line));
    }
    for (std::optional<study::UnitIndex> step = unit; step; step = data.units[*step].parent)
        for (auto const* factor : plan.factors_of(data.units[*step].unit.code))
            if (!factor->is_ended && !is_on(card, factor->id))
                place_of(*factor).others.push_back({factor->id, factor->name, factor->process, {}});
    view.search = search_for(data, card, units, query, language);
    return view;
}

TemplateDifference template_difference(plan::Plan const& plan, study::Dataset const& data,
                                       domain::Scorecard const& earlier, domain::Scorecard const& later,
                                       Language const& language) {
    auto const difference = plan::compare_editions(earlier, later);
    auto const titles = [&](std::vector<plan::EditionDifference::Measure> const& measures) {
        std::vector<std::string> titles_of_measures;
        for (auto const& [factor_id, code] : measures) {
            auto const* factor = plan.factors.find(factor_id);
            titles_of_measures.push_back(title_of(data, code, language) +
                                         (factor ? " (" + factor->name + ")" : std::string{}));
        }
        return titles_of_measures;
    };
    return {.earlier = shown(earlier),
            .later = shown(later),
            .factors_added = names_of_factors(plan, difference.factors_added),
            .factors_removed = names_of_factors(plan, difference.factors_removed),
            .measures_added = titles(difference.measures_added),
            .measures_removed = titles(difference.measures_removed),
            .is_reordered = difference.is_reordered};
}

Filled filled_from(domain::SuccessFactor const& factor) {
    return Filled::standing({{"version", std::to_string(factor.version)},
                             {"perspective", std::to_string(factor.perspective.value())},
                             {"name", factor.name},
                             {"process", factor.process},
                             {"about", factor.about}});
}

} // namespace rodtrad::view::pages
