#include "view/pages/search_view.hpp"

#include "view/letter_case.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/topmost.hpp"
#include "view/sentences.hpp"

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

} // namespace

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
