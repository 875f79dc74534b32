#include "view/pages/compare_selection.hpp"

#include "study/peers.hpp"
#include "view/format.hpp"
#include "view/sentences.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

// Those that the chosen units are to be seen among; the first of them decides.
std::vector<study::UnitIndex> units_among(CompareWith with, study::UnitIndex me, std::string_view area,
                                          study::Dataset const& data) {
    study::Peers const peers{data};
    auto const cohort = peers.cohort(me);
    switch (with) {
    case CompareWith::similar:
        if (auto const group = peers.group_of(me, area)) return peers.members(*group, me);
        return {cohort.begin(), cohort.end()};
    case CompareWith::same_kind:
        return {cohort.begin(), cohort.end()};
    case CompareWith::below:
        return data.children(me);
    case CompareWith::nobody:
        break;
    }
    return {};
}

void choose_measures(Selection& selection, CompareQuestion const& question, study::Dataset const& data,
                     Language const& language) {
    for (auto const& code : question.measures) {
        auto const measure = data.find_measure(code);
        if (!measure) continue;
        if (!data.measures[*measure].cube) {
            selection.remarks.push_back(language.tr("“{0}” has no figures yet, and is left out.",
                                                    measure_title(data.measures[*measure].measure, language)));
            continue;
        }
        selection.measures.push_back(*measure);
    }
    if (selection.measures.size() <= most_compared_measures) return;
    selection.remarks.push_back(
        language.tr("The first {0} of {1} chosen measures are shown: more cannot be read beside each other. "
                    "Untick some to make room.",
                    counted(most_compared_measures, language), counted(selection.measures.size(), language)));
    selection.measures.resize(most_compared_measures);
}

void choose_units(Selection& selection, CompareQuestion const& question, study::Dataset const& data,
                  Language const& language) {
    for (auto const& code : question.units)
        if (auto const unit = data.find_unit(code)) selection.units.push_back(*unit);
    if (selection.units.size() > most_chosen_units) {
        selection.remarks.push_back(
            language.tr("The first {0} of {1} chosen units are shown. To see many, choose one and let it be seen "
                        "among all of its kind.",
                        counted(most_chosen_units, language), counted(selection.units.size(), language)));
        selection.units.resize(most_chosen_units);
    }
    selection.chosen_units = selection.units.size();
    if (selection.units.empty()) return;
    std::string_view const area =
        selection.measures.empty() ? std::string_view{} : data.measures[selection.measures.front()].measure.area;
    for (auto const unit : units_among(question.with, selection.units.front(), area, data)) {
        auto const chosen = selection.units.begin() + static_cast<std::ptrdiff_t>(selection.chosen_units);
        if (std::find(selection.units.begin(), chosen, unit) == chosen) selection.units.push_back(unit);
    }
    if (question.with == CompareWith::below && selection.units.size() == selection.chosen_units)
        selection.remarks.push_back(
            language.tr("There are no units below {0}.", data.units[selection.units.front()].unit.name));
}

// A measure that has none of the groups chosen is shown for everyone, or for the first group it has.
void choose_rows(Selection& selection, CompareQuestion const& question, study::Dataset const& data,
                 Language const& language) {
    for (auto const measure : selection.measures) {
        auto const& cube = *data.measures[measure].cube;
        bool has_row = false;
        for (auto const& code : question.groups) {
            auto const group = data.find_group(code);
            auto const slot = group ? cube.slot_of(*group) : std::nullopt;
            if (!slot) continue;
            selection.rows.push_back({measure, *group, *slot});
            has_row = true;
        }
        if (has_row) continue;
        auto const everyone = data.find_group(domain::total_group);
        auto const slot = everyone ? cube.slot_of(*everyone) : std::nullopt;
        selection.rows.push_back({measure, cube.groups()[slot.value_or(0)], slot.value_or(0)});
        if (!question.groups.empty())
            selection.remarks.push_back(
                language.tr("“{0}” is not kept for the groups chosen, and is shown for {1}.",
                            measure_title(data.measures[measure].measure, language),
                            slot ? language.tr("everyone") : group_name(data.groups[cube.groups().front()], language)));
    }
}

bool are_of_one_periodicity(Selection const& selection, study::Dataset const& data) {
    auto const periodicity = [&](study::MeasureIndex measure) {
        return data.measures[measure].cube->period(0).periodicity();
    };
    return std::ranges::all_of(selection.measures, [&](study::MeasureIndex measure) {
        return periodicity(measure) == periodicity(selection.measures.front());
    });
}

// The shapes that can show the selection, the one that tells most of it first.
std::vector<CompareShape> shapes_of(Selection const& selection, study::Dataset const& data) {
    using enum CompareShape;
    auto const units = selection.units.size();
    auto const rows = selection.rows.size();
    bool const is_one_measure = selection.measures.size() == 1;
    bool const can_be_lines =
        rows * units <= most_line_panels && (is_one_measure || units == 1) && are_of_one_periodicity(selection, data);
    constexpr std::size_t few_units = 6;

    std::vector<CompareShape> shapes;
    auto const add = [&](CompareShape shape, bool is_possible) {
        if (is_possible && std::ranges::find(shapes, shape) == shapes.end()) shapes.push_back(shape);
    };
    if (rows == 1) add(units > few_units ? ranking : lines, units > few_units || can_be_lines);
    if (is_one_measure) add(lines, can_be_lines);
    add(spines, units == 1);
    add(ranking, rows == 1 && units > 1);
    add(lines, can_be_lines);
    add(matrix, rows * units > 1 || shapes.empty());
    return shapes;
}

bool has_figure(study::Dataset const& data, CompareRow const& row, study::UnitIndex unit) {
    auto const& cube = *data.measures[row.measure].cube;
    for (std::size_t t = 0; t < cube.periods(); ++t)
        if (has_value(cube.cell(cube.at(row.slot, t, unit)))) return true;
    return false;
}

} // namespace

Selection selection_of(CompareQuestion const& question, study::Dataset const& data, Language const& language) {
    Selection selection;
    choose_measures(selection, question, data, language);
    choose_units(selection, question, data, language);
    choose_rows(selection, question, data, language);
    if (selection.is_empty()) return selection;
    if (selection.units.size() == 1)
        for (auto const& row : selection.rows)
            if (!has_figure(data, row, selection.units.front()))
                selection.remarks.push_back(language.tr("{0} has no figure for {1}.",
                                                        data.units[selection.units.front()].unit.name,
                                                        measure_title(data.measures[row.measure].measure, language)));
    selection.shapes = shapes_of(selection, data);
    bool const is_possible =
        question.shape && std::ranges::find(selection.shapes, *question.shape) != selection.shapes.end();
    selection.shape = is_possible ? *question.shape : selection.shapes.front();
    if (selection.shape == CompareShape::matrix && selection.units.size() > most_matrix_units)
        selection.remarks.push_back(
            language.tr("The first {0} of {1} units are shown. Choose one measure and one group, and all units are "
                        "ranked.",
                        counted(most_matrix_units, language), counted(selection.units.size(), language)));
    return selection;
}

} // namespace rodtrad::view::pages
