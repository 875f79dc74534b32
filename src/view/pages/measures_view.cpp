#include "view/pages/measures_view.hpp"

#include "base/text.hpp"
#include "view/letter_case.hpp"
#include "view/pages/by_name.hpp"
#include "view/pages/topmost.hpp"
#include "view/sentences.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <span>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_on_a_page = 100;

std::vector<std::string> in_alphabet(std::set<std::string> const& names) {
    std::vector<std::string> sorted{names.begin(), names.end()};
    sort_by_name(sorted, std::identity{});
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
    std::set<std::string> areas;
    std::set<std::string> perspectives;
    std::vector<study::MeasureIndex> found;
    for (study::MeasureIndex index; index < data.measures.end_key(); index = index.next()) {
        auto const& measure = data.measures[index].measure;
        if (!data.measures[index].cube) {
            ++view.without_figures;
            continue;
        }
        ++view.all;
        if (!measure.area.empty()) areas.insert(measure.area);
        if (!measure.perspective.empty()) perspectives.insert(measure.perspective);
        bool const is_asked_for = (question.area.empty() || measure.area == question.area) &&
                                  (question.perspective.empty() || measure.perspective == question.perspective);
        if (is_asked_for) found.push_back(index);
    }
    view.areas = in_alphabet(areas);
    view.perspectives = in_alphabet(perspectives);
    view.found = found.size();
    view.pages = std::max<std::size_t>(1, (found.size() + most_on_a_page - 1) / most_on_a_page);
    view.question.page = std::min(question.page, view.pages);
    auto const title = [&](study::MeasureIndex index) { return measure_title(data.measures[index].measure, language); };
    sort_by_name(found, title);

    std::map<study::MeasureIndex, std::size_t> cards;
    for (auto const& card : list.cards) ++cards[card.measure];
    auto const asked_unit = data.find_unit(question.unit);
    auto const first = (view.question.page - 1) * most_on_a_page;
    for (auto const index : std::span{found}.subspan(first, std::min(most_on_a_page, found.size() - first))) {
        auto const& measure = data.measures[index].measure;
        auto letter = letter_of(title(index));
        if (view.letters.empty() || view.letters.back().letter != letter)
            view.letters.push_back({std::move(letter), {}});
        view.letters.back().measures.push_back(
            {{std::string{title(index)}, url_of(data, index, units_with_newest_figure(data, index), asked_unit)},
             measure.perspective,
             capitalised(measure.area),
             cards[index]});
    }
    return view;
}

} // namespace rodtrad::view::pages
