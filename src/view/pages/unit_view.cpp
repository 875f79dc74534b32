#include "view/pages/unit_view.hpp"

#include "view/letter_case.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/by_name.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/unit_words.hpp"

#include <algorithm>
#include <map>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_cards = 5;               // of the unit's own; the rest are on the list
constexpr std::size_t most_measures_on_a_page = 80; // beyond, one field of operation at a time

std::vector<ChildRow> rows_of(std::vector<study::UnitIndex> const& units, study::Dataset const& data,
                              study::FollowUp const& list) {
    std::vector<ChildRow> rows;
    for (auto const unit : units) rows.push_back({{data.units[unit].unit.name, unit_url(data.units[unit].unit.code)}});
    for (auto const& card : list.cards) {
        // Units stand in tree order: the last that begins at or before the card's unit, if it holds it.
        auto const after = std::ranges::upper_bound(units, card.unit);
        if (after == units.begin()) continue;
        auto const place = std::prev(after);
        if (data.is_in_branch(card.unit, *place)) ++rows[static_cast<std::size_t>(place - units.begin())].cards;
    }
    return rows;
}

std::vector<NewestFigure> newest_figures(study::Dataset const& data, study::UnitIndex unit) {
    std::vector<NewestFigure> figures;
    auto const total = data.find_group(domain::total_group);
    if (!total) return figures;
    for (study::MeasureIndex index; index < data.measures.end_key(); index = index.next()) {
        auto const& cube = data.measures[index].cube;
        auto const slot = cube ? cube->slot_of(*total) : std::nullopt;
        if (!slot) continue;
        for (auto t = cube->periods(); t-- > 0;) {
            auto const at = cube->at(*slot, t, unit);
            if (!has_value(cube->cell(at))) continue;
            figures.push_back({index, *slot, t, cube->value(at)});
            break;
        }
    }
    return figures;
}

// The fields of operation with a page each, where there is too much for one; the one asked for, else the first.
std::vector<AreaLink> areas_of(std::vector<NewestFigure> const& figures, study::Dataset const& data,
                               std::string_view unit_code, std::string_view asked, Language const& language) {
    if (figures.size() <= most_measures_on_a_page) return {};
    std::map<std::string, std::size_t> counts;
    for (auto const& figure : figures) ++counts[data.measures[figure.measure].measure.area];
    std::vector<AreaLink> areas;
    for (auto const& [area, count] : counts) {
        if (area.empty()) continue;
        areas.push_back({{capitalised(area), unit_url(unit_code, area)}, count, area == asked});
    }
    sort_by_name(areas, [](AreaLink const& link) -> std::string const& { return link.area.text; });
    if (counts.contains("")) {
        std::string const other{language.tr("Other")};
        areas.push_back({{other, unit_url(unit_code, "-")}, counts.at(""), asked == "-"});
    }
    if (std::ranges::none_of(areas, &AreaLink::is_shown)) areas.front().is_shown = true;
    return areas;
}

// As many of the unit's measures as can well be read beside each other.
CompareQuestion first_measures(std::vector<NewestFigure> const& figures, study::Dataset const& data,
                               std::string const& unit) {
    constexpr std::size_t most = 8;
    CompareQuestion question;
    question.units = {unit};
    for (auto const& figure : figures)
        if (question.measures.size() < most) question.measures.push_back(data.measures[figure.measure].measure.code);
    return question;
}

} // namespace

UnitView unit_view(study::Dataset const& data, study::FollowUp const& list, study::UnitIndex unit,
                   std::string_view area, Language const& language) {
    auto const& about = data.units[unit].unit;
    ListQuestion question;
    question.unit = about.code;
    UnitView view{.code = about.code,
                  .here = unit_url(about.code, area),
                  .compare = compare_url(),
                  .way = way_to(unit, data),
                  .name = about.name,
                  .kind = capitalised(about.operation.empty() ? kind_text(about.kind, language) : about.operation),
                  .predecessors = predecessors_of(about, data),
                  .successors = successors_of(about, data),
                  .children = rows_of(data.children(unit), data, list),
                  .all_cards = {std::string{}, list_url(question)},
                  .cards = {},
                  .areas = {},
                  .groups = {}};
    for (auto const& card : list.cards) {
        if (data.is_in_branch(card.unit, unit)) ++view.cards_in_branch;
        if (card.unit != unit) continue;
        ++view.own_cards;
        if (view.cards.size() < most_cards) view.cards.push_back(card_view(card, data, language));
    }

    auto figures = newest_figures(data, unit);
    view.measures = figures.size();
    view.areas = areas_of(figures, data, about.code, area, language);
    if (auto const shown = std::ranges::find_if(view.areas, &AreaLink::is_shown); shown != view.areas.end()) {
        std::erase_if(figures, [&](NewestFigure const& figure) {
            auto const& field = data.measures[figure.measure].measure.area;
            return unit_url(about.code, field.empty() ? "-" : field) != shown->area.url;
        });
    }

    MeasureRowWriter const writer{data, list, unit, language};
    std::map<std::string, std::vector<MeasureRow>> by_perspective;
    for (auto const& figure : figures)
        by_perspective[data.measures[figure.measure].measure.perspective].push_back(writer.row(figure));
    for (auto& [perspective, rows] : by_perspective) {
        sort_by_name(rows, [](MeasureRow const& row) -> std::string const& { return row.measure.text; });
        view.groups.push_back(
            {perspective.empty() ? std::string{language.tr("Measures")} : perspective, std::move(rows)});
    }
    view.compare = compare_url(first_measures(figures, data, about.code));
    return view;
}

UnitsView units_view(study::Dataset const& data, study::FollowUp const& list) {
    std::vector<study::UnitIndex> roots;
    for (study::UnitIndex unit; unit < data.units.end_key(); unit = data.units[unit].branch_end) roots.push_back(unit);
    return {rows_of(roots, data, list)};
}

} // namespace rodtrad::view::pages
