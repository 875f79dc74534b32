#include "view/pages/measures_view.hpp"

#include "base/text.hpp"
#include "view/pages/by_name.hpp"
#include "view/pages/topmost.hpp"
#include "view/sentences.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rodtrad::view::pages {

namespace {

std::vector<std::string> in_alphabet(std::set<std::string> const& names) {
    std::vector<std::string> sorted{names.begin(), names.end()};
    sort_by_name(sorted, [](std::string const& name) -> std::string const& { return name; });
    return sorted;
}

// The heading that a title stands under: its first letter, or a sign for titles that begin with something else.
std::string letter_of(std::string_view title) {
    for (std::string_view const swedish : {"Å", "Ä", "Ö"})
        if (base::lower(title).starts_with(base::lower(swedish))) return std::string{swedish};
    if (!title.empty()) {
        auto const first = static_cast<char>(title.front() & ~0x20);
        if (first >= 'A' && first <= 'Z') return {first};
    }
    return "0–9";
}

} // namespace

MeasuresView measures_view(study::Dataset const& data, study::FollowUp const& list, MeasuresQuestion const& question,
                           Language const& language) {
    MeasuresView view;
    view.question = question;
    view.all = data.measures.size();
    std::map<study::MeasureIndex, std::size_t> cards;
    for (auto const& card : list.cards) ++cards[card.measure];

    auto const asked_unit = data.find_unit(question.unit);
    std::set<std::string> areas;
    std::set<std::string> perspectives;
    std::vector<MeasureEntry> entries;
    for (study::MeasureIndex index; index < data.measures.end_key(); index = index.next()) {
        auto const& measure = data.measures[index].measure;
        if (!measure.area.empty()) areas.insert(measure.area);
        if (!measure.perspective.empty()) perspectives.insert(measure.perspective);
        bool const is_asked_for = (question.area.empty() || measure.area == question.area) &&
                                  (question.perspective.empty() || measure.perspective == question.perspective);
        if (!is_asked_for) continue;
        auto const units = units_with_newest_figure(data, index);
        std::string const title{measure_title(measure, language)};
        auto const found = cards.find(index);
        entries.push_back({{title, url_of(data, index, units, asked_unit)},
                           measure.perspective,
                           measure.area,
                           measure.unit_of_measure,
                           units.size(),
                           found == cards.end() ? 0 : found->second});
    }
    view.areas = in_alphabet(areas);
    view.perspectives = in_alphabet(perspectives);
    view.found = entries.size();
    sort_by_name(entries, [](MeasureEntry const& entry) -> std::string const& { return entry.measure.text; });
    for (auto& entry : entries) {
        auto letter = letter_of(entry.measure.text);
        if (view.letters.empty() || view.letters.back().letter != letter)
            view.letters.push_back({std::move(letter), {}});
        view.letters.back().measures.push_back(std::move(entry));
    }
    return view;
}

} // namespace rodtrad::view::pages
