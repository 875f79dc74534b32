#include "view/pages/search_view.hpp"

#include "base/text.hpp"
#include "plan/goal_life.hpp"
#include "view/letter_case.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/document_words.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/person_words.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "view/pages/topmost.hpp"
#include "view/sentences.hpp"
#include "view/word_search.hpp"

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_hits = 30; // of either kind

// "Kommunen · Barn- och utbildningsnämnden": where a unit stands, without itself.
std::string place_of(study::UnitIndex unit, study::Dataset const& data) {
    auto way = way_to(unit, data);
    way.pop_back();
    std::string place;
    for (auto const& step : way) place += (place.empty() ? "" : " · ") + step.text;
    return place;
}

// "Grundskola · inga värden än": the field of a measure, and whether there is anything to see.
std::string about_text(study::MeasureData const& measure, Language const& language) {
    auto text = capitalised(measure.measure.area);
    if (!measure.cube) text.append(text.empty() ? "" : " · ").append(language.tr("no figures yet"));
    return text;
}

void add(std::vector<SearchHit>& hits, std::size_t& found, Link link, std::string place) {
    ++found;
    if (hits.size() < most_hits) hits.push_back({std::move(link), std::move(place)});
}

} // namespace

void find_in_plan(SearchView& view, plan::Plan const& plan, study::Dataset const& data, base::Date day,
                  Language const& language) {
    auto const asked = base::search_words(view.question);
    if (asked.empty()) return;
    for (auto const& goal : plan.goals) {
        auto const state = plan::state_on(goal, day);
        if (state == domain::GoalState::abandoned || !begin_words_of(asked, goal.title)) continue;
        auto const unit = goal.units.empty() ? std::string{} : unit_name(goal.units.front(), data) + " · ";
        add(view.goals, view.goals_found, {goal.title, goal_url(goal.id)},
            (unit + cycle_text(goal, language) + " · ").append(state_name(state, language)));
    }
    for (auto const& person : plan.people)
        if (person.is_active && begin_words_of(asked, person.name))
            add(view.people, view.people_found, {person.name, person_url(person.id)},
                what_is(person, plan, data, day, language));
    for (auto const& document : plan.documents)
        if (begin_words_of(asked, document.title))
            add(view.documents, view.documents_found, {document.title, documents_url(document.unit)},
                std::string{document_kind_name(document.kind, language)} + " · " + unit_name(document.unit, data));
}

SearchView search_view(study::Dataset const& data, SearchIndex const& index, std::string_view question,
                       Language const& language) {
    auto const hits = index.find(question, most_hits);
    SearchView view{std::string{question}, {}, hits.units_found, {}, hits.measures_found};
    for (auto const unit : hits.units)
        view.units.push_back(
            {{data.units[unit].unit.name, unit_url(data.units[unit].unit.code)}, place_of(unit, data)});
    for (auto const measure : hits.measures) {
        auto const& about = data.measures[measure].measure;
        view.measures.push_back({{std::string{measure_title(about, language)},
                                  url_of(data, measure, units_with_newest_figure(data, measure), {})},
                                 about_text(data.measures[measure], language)});
    }
    return view;
}

} // namespace rodtrad::view::pages
