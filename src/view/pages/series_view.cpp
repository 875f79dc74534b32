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

// The mean and the limits of each level that somebody has named. Those of the last reach over a confirmed change to the
// newest figure, so that it shows against what was.
std::vector<TrendSegment> segments_of(SeriesView const& series) {
    std::vector<TrendSegment> segments;
    auto const& points = series.xmr.points;
    for (std::size_t first = 0; first < points.size();) {
        auto end = first + 1;
        while (end < points.size() && points[end].segment == points[first].segment) ++end;
        auto const& point = points[end - 1];
        bool const is_last = end == points.size();
        TrendSegment segment{.first = series.times[first] - series.times.front(),
                             .last = (is_last ? series.newest() : series.times[end - 1]) - series.times.front(),
                             .mean = point.mean,
                             .limits = {}};
        if (end - first >= fewest_for_limits) segment.limits = {point.lower, point.upper};
        segments.push_back(segment);
        first = end;
    }
    return segments;
}

bool holds_for(domain::Mark const& mark, SeriesKey key, study::Dataset const& data) {
    if (!mark.group.empty() && mark.group != data.groups[key.group].code) return false;
    if (mark.unit.empty()) return true;
    auto const unit = data.find_unit(mark.unit);
    return unit && data.is_in_branch(key.unit, *unit);
}

std::vector<domain::Mark> marks_of(SeriesKey key, study::Dataset const& data) {
    std::vector<domain::Mark> marks;
    auto const periodicity = data.measures[key.measure].cube->period(0).periodicity();
    for (auto const& mark : data.measures[key.measure].marks)
        if (mark.period.periodicity() == periodicity && holds_for(mark, key, data)) marks.push_back(mark);
    std::ranges::stable_sort(marks, {}, [](domain::Mark const& mark) { return mark.period.number(); });
    return marks;
}

// The positions among the figures at which a new level begins.
std::vector<std::size_t> new_levels(SeriesView const& series, study::Cube const& cube) {
    std::vector<std::size_t> starts;
    for (auto const& mark : series.marks) {
        if (mark.kind != domain::MarkKind::rebase) continue;
        auto const start = static_cast<std::size_t>(std::ranges::count_if(
            series.times, [&](std::size_t time) { return cube.period(time).number() < mark.period.number(); }));
        if (start > 0 && start < series.times.size() && (starts.empty() || starts.back() != start))
            starts.push_back(start);
    }
    return starts;
}

study::Finding const* confirmed_change(study::Card const* card, study::GroupIndex group) {
    if (!card) return nullptr;
    auto const found = std::ranges::find_if(card->findings, [&](study::Finding const& finding) {
        return finding.kind == study::FindingKind::change && finding.certainty == study::Certainty::confirmed &&
               finding.group == group && finding.since;
    });
    return found == card->findings.end() ? nullptr : &*found;
}

bool is_after_change(SeriesView const& series, std::size_t time) {
    return series.has_changed() && time >= series.times[series.before_change];
}

TrendView trend_of(SeriesView const& series, study::Finding const* change, study::Cube const& cube, std::size_t slot,
                   study::UnitIndex unit) {
    TrendView trend;
    auto const first = series.times.front();
    for (auto t = first; t <= series.newest(); ++t)
        trend.points.push_back({cube.period(t), {}, {}, cube.cell(cube.at(slot, t, unit)) == study::Cell::preliminary});
    for (std::size_t i = 0; i < series.times.size(); ++i) {
        auto& point = trend.points[series.times[i] - first];
        point.value = series.levels[i];
        if (i >= series.before_change)
            point.signal = change->judgement;
        else
            point.signal = signal_of(series.xmr.points[i].type);
    }
    trend.segments = segments_of(series);
    for (auto& segment : trend.segments)
        if (!segment.limits) // too few figures to call any of them a signal
            for (auto i = segment.first; i <= segment.last; ++i)
                if (!is_after_change(series, first + i)) trend.points[i].signal.reset();
    for (auto const& mark : series.marks)
        trend.notes.push_back({mark.period, mark.text,
                               mark.kind == domain::MarkKind::rebase ? NoteKind::new_level : NoteKind::explanation});
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
    series.marks = marks_of(key, data);
    auto const levels_named = new_levels(series, cube);
    if (!levels_named.empty()) series.segment_start = levels_named.back();
    auto const* change = confirmed_change(card, key.group);
    series.before_change = series.levels.size();
    if (change && cube.period(series.times.front()) < *change->since)
        series.before_change = static_cast<std::size_t>(
            std::ranges::count_if(series.times, [&](std::size_t time) { return cube.period(time) < *change->since; }));
    if (series.before_change <= series.segment_start) series.before_change = series.levels.size();
    auto const levels = std::span{series.levels}.first(series.before_change);

    auto const& polarity = measure_data.measure.polarity;
    auto const newest = cube.period(series.newest());
    if (auto const* target = study::TargetsInForce{measure_data, data}.find(key.unit, key.group, newest))
        series.target = target->target ? target->target : target->floor;
    study::XmrSettings settings;
    settings.improvement = study::improvement_of(polarity, study::mean_of(levels.subspan(series.segment_start)));
    settings.rebase_at = levels_named;
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
