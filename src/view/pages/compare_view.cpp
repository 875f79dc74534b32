#include "view/pages/compare_view.hpp"

#include "base/csv_writer.hpp"
#include "view/letter_case.hpp"
#include "view/pages/compare_parts.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/series_csv.hpp"
#include "view/sentences.hpp"

#include <algorithm>
#include <set>
#include <sstream>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_found = 8; // of measures, and of units

template <class Code>
bool is_among(std::vector<std::string> const& codes, Code const& code) {
    return std::ranges::find(codes, code) != codes.end();
}

CompareChoice choice_of(study::Dataset const& data, study::MeasureIndex measure, bool is_chosen,
                        Language const& language) {
    auto const& about = data.measures[measure].measure;
    return {about.code, std::string{measure_title(about, language)}, capitalised(about.area), is_chosen};
}

CompareChoice choice_of(study::Dataset const& data, study::UnitIndex unit, bool is_chosen) {
    auto const& node = data.units[unit];
    return {node.unit.code, node.unit.name, node.parent ? data.units[*node.parent].unit.name : std::string{},
            is_chosen};
}

void fill_in_choices(CompareView& view, study::Dataset const& data, Language const& language) {
    for (auto const& code : view.question.measures)
        if (auto const measure = data.find_measure(code))
            view.measures.push_back(choice_of(data, *measure, true, language));
    for (auto const& code : view.question.units)
        if (auto const unit = data.find_unit(code)) view.units.push_back(choice_of(data, *unit, true));
}

void fill_in_found(CompareView& view, study::Dataset const& data, SearchIndex const& index, Language const& language) {
    if (view.question.search.empty()) return;
    // As many more as may have been chosen already.
    auto const hits = index.find(view.question.search, most_found + most_chosen_units);
    for (auto const measure : hits.measures)
        if (view.found_measures.size() < most_found && data.measures[measure].cube &&
            !is_among(view.question.measures, data.measures[measure].measure.code))
            view.found_measures.push_back(choice_of(data, measure, false, language));
    for (auto const unit : hits.units)
        if (view.found_units.size() < most_found && !is_among(view.question.units, data.units[unit].unit.code))
            view.found_units.push_back(choice_of(data, unit, false));
}

void fill_in_groups_and_years(CompareView& view, study::Dataset const& data, Language const& language) {
    std::set<study::GroupIndex> groups;
    std::set<int, std::greater<>> years;
    for (auto const measure : view.selection.measures) {
        auto const& cube = *data.measures[measure].cube;
        groups.insert(cube.groups().begin(), cube.groups().end());
        for (std::size_t t = 0; t < cube.periods(); ++t) years.insert(cube.period(t).year());
    }
    if (groups.size() > 1)
        for (auto const group : groups) {
            auto const& about = data.groups[group];
            bool const is_everyone = about.code == domain::total_group;
            view.groups.push_back(
                {about.code,
                 is_everyone ? std::string{language.tr("Everyone")} : capitalised(group_name(about, language)),
                 {},
                 view.question.groups.empty() ? is_everyone : is_among(view.question.groups, about.code)});
        }
    view.years.assign(years.begin(), years.end());
}

// What the first card of the list is about, among its likes.
std::optional<Link> example_of(study::Dataset const& data, study::FollowUp const& list, Language const& language) {
    if (list.cards.empty()) return {};
    auto const& card = list.cards.front();
    auto const& measure = data.measures[card.measure].measure;
    CompareQuestion question;
    question.measures = {measure.code};
    question.units = {data.units[card.unit].unit.code};
    question.with = CompareWith::similar;
    return Link{language.tr("{0}, {1}", measure_title(measure, language), data.units[card.unit].unit.name),
                compare_url(question)};
}

std::string title_of(CompareView const& view, Language const& language) {
    if (view.measures.size() == 1) return view.measures.front().text;
    if (view.units.size() == 1 && view.selection.units.size() == 1) return view.units.front().text;
    return std::string{language.tr("Compare")};
}

} // namespace

CompareView compare_view(study::Dataset const& data, study::FollowUp const& list, SearchIndex const& index,
                         CompareQuestion const& question, Language const& language) {
    CompareView view{.question = question,
                     .csv = compare_csv_url(question),
                     .title = {},
                     .selection = selection_of(question, data, language),
                     .measures = {},
                     .units = {},
                     .found_measures = {},
                     .found_units = {},
                     .groups = {},
                     .years = {},
                     .example = {},
                     .ranking = {},
                     .lines = {},
                     .spines = {},
                     .matrix = {}};
    fill_in_choices(view, data, language);
    fill_in_found(view, data, index, language);
    fill_in_groups_and_years(view, data, language);
    view.title = title_of(view, language);
    if (view.selection.is_empty()) {
        if (view.measures.empty() && view.units.empty()) view.example = example_of(data, list, language);
        return view;
    }
    CompareMatter const matter{data, list, view.question, view.selection, language};
    switch (view.selection.shape) {
    case CompareShape::ranking:
        view.ranking = ranking_part(matter);
        break;
    case CompareShape::lines:
        view.lines = lines_part(matter);
        break;
    case CompareShape::spines:
        view.spines = spines_part(matter);
        break;
    case CompareShape::matrix:
        view.matrix = matrix_part(matter);
        break;
    }
    return view;
}

std::string compare_csv(study::Dataset const& data, CompareQuestion const& question) {
    std::ostringstream out;
    base::CsvWriter csv{out, base::CsvFor::spreadsheets};
    write_series_heading(csv);
    auto const selection = selection_of(question, data, Language::swedish());
    for (auto const& row : selection.rows)
        for (auto const unit : selection.units)
            write_series(csv, data, {row.measure, unit, row.group}, question.from, question.to);
    return out.str();
}

std::string_view shape_name(CompareShape shape, Language const& language) {
    switch (shape) {
    case CompareShape::ranking:
        return language.tr("Ranking");
    case CompareShape::lines:
        return language.tr("Lines");
    case CompareShape::spines:
        return language.tr("Place among others");
    case CompareShape::matrix:
        break;
    }
    return language.tr("Cells");
}

} // namespace rodtrad::view::pages
