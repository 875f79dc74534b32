#include "view/pages/compare_parts.hpp"

#include "study/targets_in_force.hpp"
#include "view/letter_case.hpp"
#include "view/sentences.hpp"

#include <algorithm>
#include <limits>

namespace rodtrad::view::pages {

CompareMatter::CompareMatter(study::Dataset const& the_data, study::FollowUp const& the_list,
                             CompareQuestion const& the_question, Selection const& the_selection,
                             Language const& the_language)
    : data{the_data}, list{the_list}, question{the_question}, selection{the_selection}, language{the_language} {
    for (auto const& card : list.cards)
        if (std::ranges::find(selection.measures, card.measure) != selection.measures.end())
            m_cards[{card.measure, card.unit}] = &card;
}

bool CompareMatter::is_asked_for(domain::Period period) const {
    return period.year() >= question.from.value_or(std::numeric_limits<int>::min()) &&
           period.year() <= question.to.value_or(std::numeric_limits<int>::max());
}

std::optional<std::size_t> CompareMatter::period_of(CompareRow const& row) const {
    auto const& cube = *data.measures[row.measure].cube;
    std::vector<std::size_t> figures(cube.periods(), 0); // a period
    std::size_t with_any = 0;
    for (auto const unit : selection.units) {
        bool has_any = false;
        for (std::size_t t = 0; t < cube.periods(); ++t) {
            if (!is_asked_for(cube.period(t)) || !has_value(cube.cell(cube.at(row.slot, t, unit)))) continue;
            ++figures[t];
            has_any = true;
        }
        if (has_any) ++with_any;
    }
    std::optional<std::size_t> newest;
    for (auto t = cube.periods(); t-- > 0;) {
        if (figures[t] > 0 && !newest) newest = t;
        if (figures[t] > 0 && figures[t] * 2 >= with_any) return t;
    }
    return newest;
}

study::Card const* CompareMatter::card(CompareRow const& row, study::UnitIndex unit) const {
    auto const found = m_cards.find({row.measure, unit});
    return found == m_cards.end() ? nullptr : found->second;
}

std::vector<study::Finding const*> CompareMatter::findings(CompareRow const& row, study::UnitIndex unit) const {
    std::vector<study::Finding const*> findings;
    if (auto const* of_unit = card(row, unit))
        for (auto const* finding : told_findings(*of_unit, data))
            if (finding->group == row.group) findings.push_back(finding);
    return findings;
}

std::string CompareMatter::row_name(CompareRow const& row) const {
    std::string name{measure_title(data.measures[row.measure].measure, language)};
    auto const& group = data.groups[row.group];
    return group.code == domain::total_group ? name : language.tr("{0}, {1}", name, group_name(group, language));
}

Url CompareMatter::url(CompareRow const& row, study::UnitIndex unit) const {
    return measure_url(data.measures[row.measure].measure.code, data.units[unit].unit.code,
                       data.groups[row.group].code);
}

std::pair<std::size_t, std::size_t> CompareMatter::reach(CompareRow const& row,
                                                         std::vector<study::UnitIndex> const& units) const {
    auto const& cube = *data.measures[row.measure].cube;
    std::size_t first = cube.periods();
    std::size_t end = 0;
    for (std::size_t t = 0; t < cube.periods(); ++t) {
        bool const has_figure = is_asked_for(cube.period(t)) && std::ranges::any_of(units, [&](study::UnitIndex unit) {
                                    return has_value(cube.cell(cube.at(row.slot, t, unit)));
                                });
        if (!has_figure) continue;
        first = std::min(first, t);
        end = t + 1;
    }
    return {std::min(first, end), end - std::min(first, end)};
}

MultiplesPanel CompareMatter::panel(CompareRow const& row, study::UnitIndex unit, std::size_t first,
                                    std::size_t periods, std::string name) const {
    auto const& measure_data = data.measures[row.measure];
    auto const& cube = *measure_data.cube;
    MultiplesPanel panel;
    panel.name = std::move(name);
    panel.link = url(row, unit);
    std::vector<double> shown;
    std::optional<std::size_t> newest;
    for (auto t = first; t < first + periods; ++t) {
        auto const at = cube.at(row.slot, t, unit);
        bool const has_figure = t < cube.periods() && has_value(cube.cell(at));
        panel.values.push_back(has_figure ? std::optional{cube.value(at)} : std::nullopt);
        if (!has_figure) continue;
        shown.push_back(cube.value(at));
        newest = t;
    }
    panel.format = value_format(measure_data.measure, shown);
    if (newest)
        if (auto const* target = study::TargetsInForce{measure_data, data}.find(unit, row.group, cube.period(*newest)))
            panel.target = target->target;
    // The mark is on the newest figure: what it says must be of that one.
    for (auto const* finding : findings(row, unit))
        if (finding->certainty == study::Certainty::confirmed && newest && finding->period == cube.period(*newest)) {
            panel.judgement = finding->judgement;
            panel.word = tag(*finding, data, language).text;
            break;
        }
    return panel;
}

MultiplesView lines_part(CompareMatter const& matter) {
    auto const& selection = matter.selection;
    bool const is_one_measure = selection.measures.size() == 1;
    MultiplesView view;
    view.scale = is_one_measure ? PanelScale::shared : PanelScale::own;
    view.title = is_one_measure ? matter.language.tr("{0} over time", matter.row_name(selection.rows.front()))
                                : matter.language.tr("Measures of {0} over time",
                                                     matter.data.units[selection.units.front()].unit.name);
    // The time that any of them has figures for.
    std::optional<domain::Period> first;
    std::optional<domain::Period> last;
    for (auto const& row : selection.rows) {
        auto const [begin, periods] = matter.reach(row, selection.units);
        if (periods == 0) continue;
        auto const& cube = *matter.data.measures[row.measure].cube;
        first = first ? std::min(*first, cube.period(begin)) : cube.period(begin);
        last = last ? std::max(*last, cube.period(begin + periods - 1)) : cube.period(begin + periods - 1);
    }
    if (!first) return view;
    for (auto period = *first; period <= *last; period = period.plus(1)) view.periods.push_back(period);
    for (auto const& row : selection.rows) {
        auto const& cube = *matter.data.measures[row.measure].cube;
        for (auto const unit : selection.units) {
            auto const& unit_name = matter.data.units[unit].unit.name;
            bool const is_one_group = selection.rows.size() == 1;
            auto name = !is_one_measure ? matter.row_name(row)
                        : is_one_group  ? unit_name
                                        : matter.language.tr("{0}, {1}", unit_name,
                                                             group_name(matter.data.groups[row.group], matter.language));
            auto panel = matter.panel(row, unit, 0, cube.periods(), std::move(name));
            // From the cube's own time to the common one.
            std::vector<std::optional<double>> values;
            for (auto const period : view.periods) {
                auto const t = cube.time_of(period);
                values.push_back(t ? panel.values[*t] : std::nullopt);
            }
            panel.values = std::move(values);
            view.panels.push_back(std::move(panel));
        }
    }
    return view;
}

MeasureGroup spines_part(CompareMatter const& matter) {
    auto const& selection = matter.selection;
    auto const me = selection.units.front();
    MeasureGroup group{matter.data.units[me].unit.name, {}};
    MeasureRowWriter const writer{matter.data, matter.list, me, matter.language};
    for (auto const& row : selection.rows) {
        auto const t = matter.period_of(row);
        auto const& cube = *matter.data.measures[row.measure].cube;
        if (!t) continue;
        group.measures.push_back(writer.row({row.measure, row.slot, *t, cube.value(cube.at(row.slot, *t, me))}));
    }
    return group;
}

MatrixPart matrix_part(CompareMatter const& matter) {
    auto const& [data, language] = std::tie(matter.data, matter.language);
    auto units = matter.selection.units;
    units.resize(std::min(units.size(), most_matrix_units));
    MatrixPart part;
    for (auto const unit : units)
        part.units.push_back({data.units[unit].unit.name, unit_url(data.units[unit].unit.code)});
    std::size_t with_figure = 0;
    std::size_t standing_out = 0;
    for (auto const& row : matter.selection.rows) {
        auto const& cube = *data.measures[row.measure].cube;
        auto const t = matter.period_of(row);
        MatrixPart::Row cells{.name = matter.row_name(row), .period = {}, .cells = {}, .lines = {}};
        if (t) cells.period = period_text(language, cube.period(*t));
        auto const [first, periods] = matter.reach(row, units);
        cells.lines.title = cells.name;
        for (auto at = first; at < first + periods; ++at) cells.lines.periods.push_back(cube.period(at));
        for (auto const unit : units) {
            MatrixPart::Cell cell{.value = {}, .url = matter.url(row, unit), .tags = {}};
            cells.lines.panels.push_back(matter.panel(row, unit, first, periods, data.units[unit].unit.name));
            auto const at = t ? cube.at(row.slot, *t, unit) : 0;
            if (t && has_value(cube.cell(at))) {
                cell.value = with_unit(language, cells.lines.panels.back().format, cube.value(at));
                for (auto const* finding : matter.findings(row, unit))
                    cell.tags.push_back(tag(*finding, data, language));
                ++with_figure;
                if (!cell.tags.empty()) ++standing_out;
            }
            cells.cells.push_back(std::move(cell));
        }
        part.rows.push_back(std::move(cells));
    }
    auto const counted = [&](std::size_t n) { return whole(language, static_cast<std::int64_t>(n)); };
    part.sentence = standing_out == 0 ? language.tr("None of the {0} figures stands out.", counted(with_figure))
                                      : language.trn("{0} of {1} figures stands out.", "{0} of {1} figures stand out.",
                                                     static_cast<std::int64_t>(standing_out), counted(standing_out),
                                                     counted(with_figure));
    return part;
}

} // namespace rodtrad::view::pages
