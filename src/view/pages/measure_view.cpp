#include "view/pages/measure_view.hpp"

#include "view/letter_case.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/figure_text.hpp"
#include "view/pages/measure_about.hpp"
#include "view/pages/measure_panels.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/topmost.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

using study::FindingKind;

// From this distance between its ends (of the measure's multiplier) an interval says little.
constexpr double wide_interval = 0.2;

std::optional<Tag> variation_tag(SeriesView const& series, Language const& language) {
    auto const n = series.segment_length();
    if (n < fewest_for_limits)
        return Tag{Sign::too_few, Tone::normal, std::string{language.tr("Too few measurements")}};
    auto const tagged = [&](Sign sign, Tone tone, std::string_view words) {
        auto text = std::string{language.tr(words)};
        if (n < fewest_for_firm_limits) text = language.tr("{0} (preliminary)", text);
        return Tag{sign, tone, std::move(text)};
    };
    switch (series.xmr.points.back().type) {
    case study::PointType::improvement:
        return tagged(Sign::better, Tone::better, message("Clear improvement"));
    case study::PointType::concern:
        return tagged(Sign::worse, Tone::worse, message("Clear deterioration"));
    case study::PointType::neutral_high:
        return tagged(Sign::change, Tone::neutral, message("Clearly higher than before"));
    case study::PointType::neutral_low:
        return tagged(Sign::change, Tone::neutral, message("Clearly lower than before"));
    case study::PointType::common_cause:
        break;
    }
    return tagged(Sign::normal, Tone::normal, message("Normal variation"));
}

std::optional<Tag> assurance_tag(SeriesView const& series, Language const& language) {
    // Of a level that has just changed nobody knows yet whether it will meet the target.
    if (!series.xmr.assurance || series.segment_length() < fewest_for_limits || series.has_changed()) return {};
    switch (*series.xmr.assurance) {
    case study::Assurance::consistent_pass:
        return Tag{Sign::target_met, Tone::better, std::string{language.tr("Reliably meets the target")}};
    case study::Assurance::consistent_fail:
        return Tag{Sign::target_missed, Tone::worse,
                   std::string{language.tr("Will not meet the target without a change")}};
    case study::Assurance::inconsistent:
        break;
    }
    return Tag{Sign::normal, Tone::normal, std::string{language.tr("Sometimes meets the target")}};
}

// What the list says of the series first; what its own chart says where the list has no word on the same matter.
std::vector<Tag> tags_of(PanelMatter const& matter) {
    std::vector<Tag> tags;
    for (auto const* finding : findings_told(matter)) tags.push_back(tag(*finding, matter.data, matter.language));
    if (!matter.finding(FindingKind::change))
        if (auto const variation = variation_tag(matter.series, matter.language)) tags.push_back(*variation);
    if (!matter.finding(FindingKind::target))
        if (auto const assurance = assurance_tag(matter.series, matter.language)) tags.push_back(*assurance);
    return tags;
}

std::vector<std::string> headline(PanelMatter const& matter) {
    auto const& [key, data, list, language, series, card, among] = matter;
    std::vector<std::string> said;
    for (auto const* finding : findings_told(matter))
        for (auto& sentence : sentences(*finding, data, language)) said.push_back(std::move(sentence));
    if (!said.empty()) return said;
    if (series.segment_length() < fewest_for_limits)
        return {std::string{language.tr("There are too few figures to tell whether anything has changed.")}};
    if (series.xmr.points.back().cause == study::SpecialCause::none)
        return {language.tr("Nothing stands out: the figure follows its ordinary variation around {0}.",
                            with_unit(language, series.format, series.xmr.points.back().mean))};
    return {
        language.tr("The newest figure differs from the ordinary variation around {0}, but not by enough to be put on "
                    "the list.",
                    with_unit(language, series.format, series.xmr.points.back().mean))};
}

// What the cell says of itself, and what people have said of the point.
std::string remark_of(std::string remark, domain::Period period, std::vector<domain::Mark> const& marks,
                      Language const& language) {
    for (auto const& mark : marks) {
        if (mark.period != period) continue;
        if (!remark.empty()) remark += "; ";
        remark += mark.kind == domain::MarkKind::rebase ? language.tr("new level: {0}", mark.text) : mark.text;
    }
    return remark;
}

std::vector<FigureRow> figure_rows(SeriesKey key, study::MeasureData const& measure_data,
                                   std::vector<domain::Mark> const& marks, ValueFormat const& format,
                                   Language const& language) {
    auto const& cube = *measure_data.cube;
    auto const slot = *cube.slot_of(key.group);
    std::vector<FigureRow> rows;
    for (std::size_t t = 0; t < cube.periods(); ++t) {
        auto const at = cube.at(slot, t, key.unit);
        if (rows.empty() && cube.cell(at) == study::Cell::absent) continue; // before the first
        rows.push_back({capitalised(period_text(language, cube.period(t))), cell_text(cube, at, format, language),
                        ground_text(cube.counts(at), measure_data.measure.kind, language),
                        remark_of(cell_remark(measure_data, at, language), cube.period(t), marks, language),
                        has_value(cube.cell(at)) ? std::optional{cube.value(at)} : std::nullopt});
    }
    std::ranges::reverse(rows);
    return rows;
}

void fill_in_figure(MeasureView& view, PanelMatter const& matter) {
    auto const& language = matter.language;
    auto const& series = matter.series;
    auto const counts = matter.cube().counts(matter.cube().at(matter.slot(), series.newest(), matter.key.unit));
    view.period = matter.period();
    view.value = with_unit(language, series.format, series.values.back());
    view.ground = ground_text(counts, matter.measure().kind, language);
    if (!view.ground.empty() && !matter.measure().people.empty()) {
        view.ground += ' ';
        view.ground += who(matter.measure(), language);
    }
    if (auto const interval = likely(counts, matter.measure())) {
        view.likely = language.tr("likely {0}–{1}", number(language, interval->lower, series.format.decimals),
                                  with_unit(language, series.format, interval->upper));
        if (matter.measure().kind == domain::ValueKind::proportion &&
            interval->upper - interval->lower > wide_interval * matter.measure().multiplier)
            view.likely = language.tr("{0}: uncertain, few people", view.likely);
    }
}

// Those below the nearest unit above that has any below it.
std::vector<Link> nearest_with_figures(SeriesKey key, study::Dataset const& data) {
    constexpr std::size_t most = 8;
    auto const units = units_with_newest_figure(data, key.measure);
    std::vector<Link> links;
    for (std::optional branch = key.unit; branch && links.empty(); branch = data.units[*branch].parent)
        for (auto const unit : units)
            if (data.is_in_branch(unit, *branch) && links.size() < most)
                links.push_back({data.units[unit].unit.name,
                                 measure_url(data.measures[key.measure].measure.code, data.units[unit].unit.code)});
    return links;
}

CompareQuestion among_its_likes(MeasureQuestion const& question) {
    CompareQuestion compared;
    compared.measures = {question.measure};
    compared.units = {question.unit};
    if (question.group != domain::total_group) compared.groups = {question.group};
    compared.with = CompareWith::similar;
    return compared;
}

// The program never says by itself that it is a new level: it asks, after a confirmed step and seven figures on one
// side of the mean before it (STATISTICS 1.2), and tells how it is said.
std::string suggestion_of(PanelMatter const& matter) {
    auto const& series = matter.series;
    auto const* change = matter.finding(FindingKind::change);
    constexpr std::size_t fewest_on_one_side = 7;
    if (!change || !change->since || !series.has_changed()) return {};
    auto const mean = series.xmr.points.back().mean;
    auto const after = std::span{series.levels}.subspan(series.before_change);
    bool const is_above = std::ranges::all_of(after, [&](double level) { return level > mean; });
    bool const is_below = std::ranges::all_of(after, [&](double level) { return level < mean; });
    if (after.size() < fewest_on_one_side || (!is_above && !is_below)) return {};
    auto const& language = matter.language;
    return language.tr("{0} figures in a row lie on the same side of the mean from before {1}. If you know why it is "
                       "another level now, say so below: the figures are then held against the new level.",
                       whole(language, static_cast<std::int64_t>(after.size())), period_text(language, *change->since));
}

} // namespace

MeasureView measure_view(SeriesKey key, study::Dataset const& data, study::FollowUp const& list,
                         Provenance const& provenance, Language const& language, MeasureQuestion question,
                         SearchIndex const* index) {
    auto const& measure_data = data.measures[key.measure];
    auto const& measure = measure_data.measure;
    auto const& unit = data.units[key.unit].unit;
    auto const& group = data.groups[key.group];
    question.measure = measure.code;
    question.unit = unit.code;
    question.group = group.code;
    MeasureView view{.here = measure_url(question),
                     .csv = measure_csv_url(measure.code, unit.code),
                     .compare = compare_url(among_its_likes(question)),
                     .way = way_to(key.unit, data),
                     .title = std::string{measure_title(measure, language)},
                     .unit = unit.name,
                     .group =
                         group.code == domain::total_group ? std::string{} : std::string{group_name(group, language)},
                     .period = {},
                     .sentences = {},
                     .value = {},
                     .ground = {},
                     .likely = {},
                     .tags = {},
                     .series = series_view(key, data, card_of(list, key.measure, key.unit), language),
                     .suggestion = {},
                     .elsewhere = {},
                     .change = {},
                     .peers = {},
                     .choice = {},
                     .funnel = {},
                     .expected = {},
                     .neighbours = {},
                     .gap = {},
                     .children = {},
                     .what_if = {},
                     .forms = {},
                     .groups = group_rows(key, data, language),
                     .method = {},
                     .about = {},
                     .figures = {}};
    auto const format = view.series ? view.series->format : value_format(measure, {});
    view.about = about_terms(key, data, provenance, format, language);
    if (measure_data.cube && measure_data.cube->slot_of(key.group))
        view.figures = figure_rows(key, measure_data, view.series ? view.series->marks : std::vector<domain::Mark>{},
                                   format, language);
    if (!view.series) {
        view.sentences = {std::string{language.tr("There is no figure for this measure here.")}};
        view.elsewhere = nearest_with_figures(key, data);
        return view;
    }
    auto const among = among_of(question, key, data, language);
    PanelMatter const matter{key, data, list, language, *view.series, card_of(list, key.measure, key.unit), among};
    fill_in_figure(view, matter);
    view.sentences = headline(matter);
    view.tags = tags_of(matter);
    view.suggestion = suggestion_of(matter);
    view.change = change_panel(matter);
    view.peers = peers_panel(matter);
    view.choice = peers_choice(question, key, data, among, index, language);
    view.funnel = funnel_panel(matter);
    view.expected = expected_panel(matter);
    view.neighbours = neighbours_panel(matter);
    view.what_if = what_if_panel(matter, question);
    view.forms.mark.period = matter.cube().period(view.series->newest()).text();
    view.gap = gap_panel(matter);
    view.children = children_panel(matter);
    view.method = method_terms(matter);
    return view;
}

} // namespace rodtrad::view::pages
