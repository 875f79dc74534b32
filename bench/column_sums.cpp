#include "column_sums.hpp"

#include "study/frame.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

namespace rodtrad::bench {

namespace {

struct Sum {
    std::size_t count = 0;
    long double sum = 0;
    long double sizes = 0;
    void add(double value) {
        if (std::isnan(value)) return;
        ++count;
        sum += value;
        sizes += std::abs(value);
    }
};

struct Sums {
    Sum last, change, year_change, mean, range, signal, met, missed, slope, z, place, of;
    Sum first, median, third;
    Sum numerator, denominator, value, least, tenth, middle, ninetieth, most, behind;
};

void add_leaf(study::SeriesColumns const& columns, std::size_t leaf, Sums& sums) {
    sums.last.add(columns.last[leaf]);
    sums.change.add(columns.change[leaf]);
    sums.year_change.add(columns.year_change[leaf]);
    sums.mean.add(columns.mean[leaf]);
    sums.range.add(columns.range[leaf]);
    if (columns.signal[leaf] != 0) sums.signal.add(columns.signal[leaf]);
    if (columns.status[leaf] == study::TargetStatus::met) sums.met.add(1);
    if (columns.status[leaf] == study::TargetStatus::missed) sums.missed.add(1);
    sums.slope.add(columns.slope[leaf]);
    sums.z.add(columns.trend_z[leaf]);
}

// Ranks are of the measure's newest period.
void add_rank(study::MeasureTables const& tables, std::size_t slot, std::size_t unit, std::size_t cohort, Sums& sums) {
    auto const rank = tables.series[slot].rank[unit];
    if (rank == 0) return;
    sums.place.add(rank);
    sums.of.add(tables.ranked[tables.at_cohort(slot, tables.periods - 1, cohort)]);
}

void add_beside(study::Quartiles const& beside, Sums& sums) {
    sums.first.add(beside.first);
    sums.median.add(beside.median);
    sums.third.add(beside.third);
}

void add_below(study::Spread const& below, std::uint32_t behind, domain::Counts counts, Sums& sums) {
    if (behind == 0) return;
    sums.numerator.add(counts.numerator);
    sums.denominator.add(counts.denominator);
    sums.value.add(counts.numerator / counts.denominator);
    sums.least.add(below.least);
    sums.tenth.add(below.tenth);
    sums.middle.add(below.median);
    sums.ninetieth.add(below.ninetieth);
    sums.most.add(below.most);
    sums.behind.add(behind);
}

void add_measure(study::Dataset const& data, study::Cube const& cube, study::MeasureTables const& tables, Sums& sums) {
    auto const& layout = data.frame->layout();
    std::vector<bool> is_of_leaves(layout.cohorts());
    for (std::size_t unit = 0; unit < layout.units; ++unit)
        if (layout.node[unit] == study::UnitLayout::none) is_of_leaves[layout.cohort[unit]] = true;
    for (std::size_t slot = 0; slot < tables.series.size(); ++slot) {
        for (std::size_t unit = 0; unit < layout.units; ++unit) {
            if (layout.node[unit] != study::UnitLayout::none) continue;
            add_leaf(tables.series[slot], unit, sums);
            add_rank(tables, slot, unit, layout.cohort[unit], sums);
        }
        for (std::size_t t = 0; t < tables.periods; ++t) {
            for (std::size_t cohort = 0; cohort < tables.cohorts; ++cohort)
                if (is_of_leaves[cohort]) add_beside(tables.beside[tables.at_cohort(slot, t, cohort)], sums);
            for (std::size_t node = 0; node < tables.nodes; ++node) {
                auto const at = tables.at_node(slot, t, node);
                add_below(tables.below[at], tables.behind[at],
                          cube.counts(cube.at(slot, t, study::UnitIndex{layout.nodes[node].unit})), sums);
            }
        }
    }
}

} // namespace

std::string column_sums(study::Dataset const& data, study::FollowUp const& list) {
    Sums sums;
    auto has_season = false;
    for (study::MeasureIndex measure; measure < data.measures.end_key(); measure = measure.next()) {
        auto const& cube = data.measures[measure].cube;
        if (!cube) continue;
        has_season = has_season || cube->period(0).periodicity() != domain::Periodicity::year;
        add_measure(data, *cube, list.tables(measure), sums);
    }
    std::vector<std::pair<std::string_view, Sum>> columns{
        {"series.last", sums.last},    {"series.change", sums.change},      {"series.year_change", sums.year_change},
        {"series.met", sums.met},      {"series.missed", sums.missed},      {"rank.place", sums.place},
        {"rank.of", sums.of},          {"beside.first", sums.first},        {"beside.median", sums.median},
        {"beside.third", sums.third},  {"below.numerator", sums.numerator}, {"below.denominator", sums.denominator},
        {"below.value", sums.value},   {"below.least", sums.least},         {"below.tenth", sums.tenth},
        {"below.median", sums.middle}, {"below.ninetieth", sums.ninetieth}, {"below.most", sums.most},
        {"below.count", sums.behind},
    };
    if (!has_season)
        columns.insert(columns.end(), {{"series.mean", sums.mean},
                                       {"series.range", sums.range},
                                       {"series.signal", sums.signal},
                                       {"trend.slope", sums.slope},
                                       {"trend.z", sums.z}});
    std::string text;
    for (auto const& [name, sum] : columns)
        text += fmt::format("{}\"{}\":[{},{},{}]", text.empty() ? '{' : ',', name, sum.count,
                            static_cast<double>(sum.sum), static_cast<double>(sum.sizes));
    return text + "}";
}

} // namespace rodtrad::bench
