#include "view/pages/measure_panels.hpp"

#include "study/methods/heterogeneity.hpp"
#include "study/methods/numbers.hpp"
#include "view/letter_case.hpp"
#include "view/pages/figure_text.hpp"
#include "view/pages/funnel_view.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace rodtrad::view::pages {

study::Finding const* PanelMatter::finding(study::FindingKind kind) const {
    if (!card) return nullptr;
    for (auto const& finding : card->findings)
        if (finding.kind == kind && !finding.explained &&
            (kind == study::FindingKind::gap || finding.group == key.group))
            return &finding;
    return nullptr;
}

study::Card const* card_of(study::FollowUp const& list, study::MeasureIndex measure, study::UnitIndex unit) {
    for (auto const& card : list.cards)
        if (card.measure == measure && card.unit == unit) return &card;
    return nullptr;
}

std::vector<study::Finding const*> findings_told(PanelMatter const& matter) {
    std::vector<study::Finding const*> told;
    if (!matter.card) return told;
    bool const is_everyone = matter.data.groups[matter.key.group].code == domain::total_group;
    if (is_everyone) return told_findings(*matter.card, matter.data);
    for (auto const& finding : matter.card->findings)
        if (finding.group == matter.key.group || finding.kind == study::FindingKind::gap) told.push_back(&finding);
    return told;
}

namespace {

std::string joined(std::vector<std::string> const& sentences) {
    std::string text;
    for (auto const& sentence : sentences) text += (text.empty() ? "" : " ") + sentence;
    return text;
}

struct PeerValue {
    study::UnitIndex unit;
    double value;
};

// "Norrskolan ligger lägst." Its place among n, counted from the highest value.
std::string place_sentence(PanelMatter const& matter, std::size_t place, std::size_t n) {
    auto const& language = matter.language;
    auto const& name = matter.unit().unit.name;
    if (place == 1) return language.tr("{0} has the highest value.", name);
    if (place == n) return language.tr("{0} has the lowest value.", name);
    return language.tr("{0} has number {1} of {2}, counted from the highest.", name,
                       whole(language, static_cast<std::int64_t>(place)),
                       whole(language, static_cast<std::int64_t>(n)));
}

} // namespace

std::optional<PeersPanel> peers_panel(PanelMatter const& matter) {
    auto const& [key, data, list, language, series, card, among] = matter;
    auto const all = matter.cube().values(matter.slot(), series.newest());
    std::vector<PeerValue> values;
    for (auto const unit : among.units)
        if (std::isfinite(all[unit.value()])) values.push_back({unit, all[unit.value()]});
    if (values.size() < 3) return {};
    std::ranges::sort(values, [](PeerValue const& one, PeerValue const& other) {
        return one.value != other.value ? one.value > other.value : one.unit < other.unit;
    });

    PeersPanel panel;
    panel.title = language.tr("Compared with {0}", among.name);
    panel.spine.title = language.tr("{0} among {1}", matter.unit().unit.name, among.name);
    panel.spine.name = matter.unit().unit.name;
    panel.spine.format = series.format;
    panel.spine.value = all[key.unit.value()];
    panel.spine.target = series.target;
    panel.spine.polarity = matter.measure().polarity;
    auto const at = matter.cube().at(matter.slot(), series.newest(), key.unit);
    if (auto const interval = likely(matter.cube().counts(at), matter.measure())) {
        panel.spine.low = interval->lower;
        panel.spine.high = interval->upper;
    }
    if (auto const* finding = matter.finding(study::FindingKind::comparison); finding && among.is_usual)
        panel.spine.judgement = finding->judgement;

    std::vector<double> without_me;
    std::size_t place = 1;
    for (auto const& [unit, value] : values) {
        if (unit != key.unit) without_me.push_back(value);
        if (value > panel.spine.value) ++place;
        auto const& code = data.units[unit].unit.code;
        panel.peers.push_back(
            {{data.units[unit].unit.name, measure_url(matter.measure().code, code, data.groups[key.group].code)},
             with_unit(language, series.format, value)});
    }
    panel.spine.peers = without_me;
    auto const median = with_unit(language, series.format, study::median_of(without_me));
    auto const count = whole(language, static_cast<std::int64_t>(without_me.size()));
    panel.sentence =
        language.tr("{0} {1} with a figure for {2}, median {3}.", count, among.name, matter.period(), median);
    panel.sentence += ' ' + place_sentence(matter, place, values.size());
    return panel;
}

std::optional<FunnelPanel> funnel_panel(PanelMatter const& matter) {
    Slice const slice{matter.data, matter.key.measure, matter.slot(), matter.series.newest(), matter.key.unit};
    auto chart = funnel_view(slice, matter.among.units, matter.series.format, matter.language);
    if (!chart) return {};
    auto sentence = funnel_sentence(*chart, matter.language);
    return FunnelPanel{std::move(sentence), std::move(*chart)};
}

namespace {

// Women's figure less men's, as a series of its own with its own normal variation.
std::optional<TrendView> gap_trend(DumbbellView const& groups, PanelMatter const& matter) {
    TrendView trend;
    trend.title = matter.language.tr("The gap between {0} and {1}", groups.first_name, groups.second_name);
    if (auto const unit = difference_unit(matter.language, matter.series.format); !unit.empty())
        trend.title += ", " + unit;
    trend.format = {matter.series.format.unit == "%" ? "" : matter.series.format.unit, matter.series.format.decimals};
    std::vector<double> gaps;
    for (auto const& row : groups.rows) {
        TrendPoint point{row.period, {}, {}, false};
        if (row.first && row.second) gaps.push_back(*(point.value = *row.first - *row.second));
        trend.points.push_back(point);
    }
    if (gaps.size() < 3) return {};
    TrendSegment segment{.first = 0, .last = trend.points.size() - 1, .mean = study::mean_of(gaps), .limits = {}};
    if (gaps.size() >= fewest_for_limits) {
        auto const chart = study::xmr(gaps, {});
        segment.limits = {chart.points.back().lower, chart.points.back().upper};
    }
    trend.segments = {segment};
    if (auto const* finding = matter.finding(study::FindingKind::gap); finding && finding->since)
        for (auto& point : trend.points)
            if (point.value && point.period >= *finding->since) point.signal = finding->judgement;
    return trend;
}

} // namespace

std::optional<GapPanel> gap_panel(PanelMatter const& matter) {
    auto const& [key, data, list, language, series, card, among] = matter;
    auto const women = data.find_group(domain::women_group);
    auto const men = data.find_group(domain::men_group);
    if (!women || !men) return {};
    auto const& cube = matter.cube();
    auto const first = cube.slot_of(*women);
    auto const second = cube.slot_of(*men);
    if (!first || !second) return {};

    auto const value = [&](std::size_t slot, std::size_t t) -> std::optional<double> {
        auto const at = cube.at(slot, t, key.unit);
        return has_value(cube.cell(at)) ? std::optional{cube.value(at)} : std::nullopt;
    };
    GapPanel panel;
    std::optional<DumbbellRow> newest;
    for (std::size_t t = 0; t < cube.periods(); ++t) {
        DumbbellRow const row{cube.period(t), value(*first, t), value(*second, t)};
        if (!row.first && !row.second) continue;
        panel.chart.rows.push_back(row);
        if (row.first && row.second) newest = row;
    }
    if (!newest) return {};
    panel.chart.first_name = group_name(data.groups[*women], language);
    panel.chart.second_name = group_name(data.groups[*men], language);
    panel.chart.title = capitalised(language.tr("{0} and {1}", panel.chart.first_name, panel.chart.second_name));
    panel.chart.format = series.format;

    panel.trend = gap_trend(panel.chart, matter);
    if (auto const* finding = matter.finding(study::FindingKind::gap)) {
        panel.sentence = joined(sentences(*finding, data, language));
    } else {
        panel.sentence = language.tr(
            "{0}: women {1}, men {2}. The gap ({3}) has not been shown to be more than chance.",
            capitalised(period_text(language, newest->period)), with_unit(language, series.format, *newest->first),
            with_unit(language, series.format, *newest->second),
            plain_difference(language, series.format, std::abs(*newest->first - *newest->second)));
    }
    return panel;
}

namespace {

// Draws small units' shares towards the centre by what is chance in them; nothing where the counts do not bear it.
void shrink(std::vector<RankedUnit>& units, std::vector<domain::Counts> const& counts, domain::Measure const& measure) {
    if (measure.kind != domain::ValueKind::proportion || counts.size() != units.size()) return;
    auto const heterogeneity = study::proportion_heterogeneity(counts);
    if (!heterogeneity) return;
    for (std::size_t i = 0; i < units.size(); ++i) units[i].shrunken = heterogeneity->shrunken[i] * measure.multiplier;
}

bool bears_a_share(domain::Counts counts) {
    return counts.denominator > 0 && counts.numerator >= 0 && counts.numerator <= counts.denominator;
}

std::optional<study::Judgement> confirmed_judgement(study::Card const* card) {
    if (card)
        for (auto const& finding : card->findings)
            if (finding.certainty == study::Certainty::confirmed) return finding.judgement;
    return {};
}

} // namespace

namespace {

// The units below that have a figure; where there is one alone, those below that.
std::vector<study::UnitIndex> units_behind(PanelMatter const& matter) {
    auto const has_figure = [&](study::UnitIndex unit) {
        return has_value(matter.cube().cell(matter.cube().at(matter.slot(), matter.series.newest(), unit)));
    };
    auto units = matter.data.children(matter.key.unit);
    std::erase_if(units, std::not_fn(has_figure));
    while (units.size() == 1) {
        units = matter.data.children(units.front());
        std::erase_if(units, std::not_fn(has_figure));
    }
    return units;
}

} // namespace

std::optional<ChildrenPanel> children_panel(PanelMatter const& matter) {
    auto const& [key, data, list, language, series, card, among] = matter;
    auto const& cube = matter.cube();
    ChildrenPanel panel;
    std::vector<domain::Counts> counts;
    for (auto const child : units_behind(matter)) {
        auto const at = cube.at(matter.slot(), series.newest(), child);
        auto const& unit = data.units[child].unit;
        RankedUnit row;
        row.name = unit.name;
        row.value = cube.value(at);
        row.link = measure_url(matter.measure().code, unit.code, data.groups[key.group].code);
        row.judgement = confirmed_judgement(card_of(list, key.measure, child));
        if (auto const interval = likely(cube.counts(at), matter.measure())) {
            row.low = interval->lower;
            row.high = interval->upper;
        }
        if (std::isfinite(cube.counts(at).denominator)) row.people = cube.counts(at).denominator;
        if (bears_a_share(cube.counts(at))) counts.push_back(cube.counts(at));
        panel.chart.units.push_back(std::move(row));
    }
    auto& units = panel.chart.units;
    if (units.size() < 2) return {};
    shrink(units, counts, matter.measure());

    panel.chart.title = language.tr("The units behind {0}", matter.unit().unit.name);
    panel.chart.format = series.format;
    panel.chart.mean_name = matter.unit().unit.name;
    panel.chart.mean = cube.value(cube.at(matter.slot(), series.newest(), key.unit));
    panel.chart.polarity = matter.measure().polarity;
    panel.chart.who = who(matter.measure(), language);

    if (auto const* finding = matter.finding(study::FindingKind::spread)) {
        panel.sentence = joined(sentences(*finding, data, language));
    } else {
        auto const [lowest, highest] = std::ranges::minmax_element(units, {}, &RankedUnit::value);
        panel.sentence = language.tr("From {0} ({1}) to {2} ({3}).", with_unit(language, series.format, lowest->value),
                                     lowest->name, with_unit(language, series.format, highest->value), highest->name);
    }
    auto const at = cube.at(matter.slot(), series.newest(), key.unit);
    if (cube.cell(at) == study::Cell::aggregated && matter.measure_data().coverage) {
        auto const& coverage = (*matter.measure_data().coverage)[at];
        panel.sentence += ' ' + language.tr("{0} of {1} units have reported.", whole(language, coverage.reporting),
                                            whole(language, coverage.expected));
    }
    return panel;
}

std::vector<GroupRow> group_rows(SeriesKey key, study::Dataset const& data, Language const& language) {
    auto const& measure_data = data.measures[key.measure];
    if (!measure_data.cube) return {};
    auto const& cube = *measure_data.cube;
    std::vector<GroupRow> rows;
    for (std::size_t slot = 0; slot < cube.groups().size(); ++slot) {
        for (auto t = cube.periods(); t-- > 0;) {
            auto const at = cube.at(slot, t, key.unit);
            if (cube.cell(at) == study::Cell::absent) continue;
            auto const group = cube.groups()[slot];
            auto const& about = data.groups[group];
            std::vector<double> shown;
            if (has_value(cube.cell(at))) shown.push_back(cube.value(at));
            auto const format = value_format(measure_data.measure, shown);
            rows.push_back(
                {{capitalised(group_name(about, language)),
                  measure_url(measure_data.measure.code, data.units[key.unit].unit.code, about.code)},
                 group == key.group,
                 {period_text(language, cube.period(t), PeriodStyle::brief), cell_text(cube, at, format, language),
                  ground_text(cube.counts(at), measure_data.measure.kind, language),
                  cell_remark(measure_data, at, language)}});
            break;
        }
    }
    return rows;
}

} // namespace rodtrad::view::pages
