#include "view/pages/series_view.hpp"

#include "study/judgement.hpp"
#include "study/methods/numbers.hpp"
#include "study/season.hpp"
#include "study/series.hpp"
#include "study/targets_in_force.hpp"
#include "view/sentences.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

std::optional<study::Judgement> signal_of(study::PointType type) {
    switch (type) {
    case study::PointType::improvement:
        return study::Judgement::better;
    case study::PointType::concern:
        return study::Judgement::worse;
    case study::PointType::neutral_high:
    case study::PointType::neutral_low:
        return study::Judgement::neutral;
    case study::PointType::common_cause:
        break;
    }
    return {};
}

// The mean and the limits reach over a confirmed change to the newest figure, so that it shows against what was.
TrendSegment segment_of(SeriesView const& series) {
    auto const& point = series.xmr.points.back();
    TrendSegment segment{.first = 0, .last = series.newest() - series.times.front(), .mean = point.mean, .limits = {}};
    if (series.before_change >= fewest_for_limits) segment.limits = {point.lower, point.upper};
    return segment;
}

study::Finding const* confirmed_change(study::Card const* card, study::GroupIndex group) {
    if (!card) return nullptr;
    auto const found = std::ranges::find_if(card->findings, [&](study::Finding const& finding) {
        return finding.kind == study::FindingKind::change && finding.certainty == study::Certainty::confirmed &&
               finding.group == group && finding.since;
    });
    return found == card->findings.end() ? nullptr : &*found;
}

TrendView trend_of(SeriesView const& series, study::Finding const* change, study::Cube const& cube, std::size_t slot,
                   study::UnitIndex unit) {
    TrendView trend;
    auto const first = series.times.front();
    for (auto t = first; t <= series.newest(); ++t)
        trend.points.push_back({cube.period(t), {}, {}, cube.cell(cube.at(slot, t, unit)) == study::Cell::preliminary});
    bool const has_limits = series.before_change >= fewest_for_limits;
    for (std::size_t i = 0; i < series.times.size(); ++i) {
        auto& point = trend.points[series.times[i] - first];
        point.value = series.levels[i];
        if (i >= series.before_change)
            point.signal = change->judgement;
        else if (has_limits)
            point.signal = signal_of(series.xmr.points[i].type);
    }
    trend.segments = {segment_of(series)};
    return trend;
}

// A sum over fewer units than there are says how many reported, not how much there was.
bool is_whole(study::MeasureData const& data, std::size_t at) {
    if (!has_value(data.cube->cell(at))) return false;
    if (data.cube->cell(at) != study::Cell::aggregated || data.measure.aggregation != domain::Aggregation::sum)
        return true;
    auto const& coverage = (*data.coverage)[at];
    return coverage.reporting == coverage.expected;
}

// What the parts of the year add, as the list takes it away; empty where there is no season.
std::vector<double> season_in(study::MeasureData const& data, std::size_t slot) {
    auto const periodicity = data.cube->period(0).periodicity();
    if (domain::periods_per_year(periodicity) < domain::periods_per_year(domain::Periodicity::quarter)) return {};
    return study::season_of(study::series_of(data, slot, data.cube->periods()), periodicity);
}

} // namespace

std::optional<SeriesView> series_view(SeriesKey key, study::Dataset const& data, study::Card const* card,
                                      Language const& language) {
    auto const& measure_data = data.measures[key.measure];
    if (!measure_data.cube) return {};
    auto const& cube = *measure_data.cube;
    auto const slot = cube.slot_of(key.group);
    if (!slot) return {};

    SeriesView series;
    series.key = key;
    for (std::size_t t = 0; t < cube.periods(); ++t) {
        auto const at = cube.at(*slot, t, key.unit);
        if (!is_whole(measure_data, at)) continue;
        series.values.push_back(cube.value(at));
        series.times.push_back(t);
    }
    if (series.values.empty()) return {};
    series.levels = series.values;
    if (auto const season = season_in(measure_data, *slot); !season.empty()) {
        series.is_season_adjusted = true;
        for (std::size_t i = 0; i < series.levels.size(); ++i)
            series.levels[i] -= season[series.times[i] % season.size()];
    }
    auto const* change = confirmed_change(card, key.group);
    series.before_change = series.levels.size();
    if (change && cube.period(series.times.front()) < *change->since)
        series.before_change = static_cast<std::size_t>(
            std::ranges::count_if(series.times, [&](std::size_t time) { return cube.period(time) < *change->since; }));
    auto const levels = std::span{series.levels}.first(series.before_change);

    auto const& polarity = measure_data.measure.polarity;
    auto const newest = cube.period(series.newest());
    if (auto const* target = study::TargetsInForce{measure_data, data}.find(key.unit, key.group, newest))
        series.target = target->target ? target->target : target->floor;
    study::XmrSettings settings;
    settings.improvement = study::improvement_of(polarity, study::mean_of(levels));
    settings.target = series.target;
    series.xmr = study::xmr(levels, settings);
    series.format = value_format(measure_data.measure, series.values);

    series.trend = trend_of(series, change, cube, *slot, key.unit);
    series.trend.title =
        language.tr("{0}, {1}", measure_title(measure_data.measure, language), data.units[key.unit].unit.name);
    series.trend.format = series.format;
    series.trend.is_season_adjusted = series.is_season_adjusted;
    series.trend.target = series.target;
    series.trend.polarity = polarity;
    return series;
}

TrendView card_trend(SeriesView const& series, study::Card const& card) {
    auto trend = series.trend;
    for (auto& point : trend.points) point.signal.reset();
    for (auto const& finding : card.findings) {
        bool const is_about_level =
            finding.kind != study::FindingKind::gap && finding.kind != study::FindingKind::spread;
        if (!is_about_level || finding.group != series.key.group) continue;
        auto const since =
            finding.kind == study::FindingKind::change && finding.since ? *finding.since : finding.period;
        for (auto& point : trend.points)
            if (point.value && point.period >= since && point.period <= finding.period && !point.signal)
                point.signal = finding.judgement;
    }
    return trend;
}

} // namespace rodtrad::view::pages
