// How long the kernels take for one measure and group, one thread, beside plain code that does the same for each series
// or each cohort and node on its own, in turns. The figures are invented; nothing is read.

#include "study/kernels/processor.hpp"
#include "study/kernels/selection.hpp"
#include "study/kernels/slice_sweep.hpp"
#include "study/kernels/trend_sweep.hpp"
#include "study/methods/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace rodtrad::study;

constexpr auto none = UnitLayout::none;
constexpr int rounds = 5;
constexpr std::size_t measures = 12; // so many that no branch is known by heart

// A workload's shape, and how its figures look.
struct Shape {
    std::string_view name;
    UnitLayout layout;
    std::size_t periods = 0;
    double filled = 1;
    double decimals = 0; // figures are rounded to this; 0: not at all
};

// 500 nodes in 6 levels above 1,500 leaves, each node as many children as the next; 30 kinds of operation.
UnitLayout city() {
    constexpr std::size_t level_sizes[] = {1, 5, 25, 75, 150, 244};
    constexpr std::size_t leaves = 1500;
    std::vector<std::uint32_t> parents;
    std::vector<std::uint32_t> cohorts;
    // Depth first: the parts of a level are shared out evenly among the nodes above.
    auto const below = [&](auto const& self, std::size_t level, std::size_t number, std::uint32_t parent) -> void {
        auto const unit = static_cast<std::uint32_t>(parents.size());
        parents.push_back(parent);
        auto const is_leaf = level == std::size(level_sizes);
        cohorts.push_back(static_cast<std::uint32_t>(is_leaf ? 6 + number % 24 : level));
        if (is_leaf) return;
        auto const next = level + 1 == std::size(level_sizes) ? leaves : level_sizes[level + 1];
        auto const first = number * next / level_sizes[level];
        auto const end = (number + 1) * next / level_sizes[level];
        for (auto child = first; child < end; ++child) self(self, level + 1, child, unit);
    };
    below(below, 0, 0, none);
    return unit_layout(std::move(parents), std::move(cohorts));
}

// 22 nodes, 311 leaves.
UnitLayout country() {
    std::vector<std::uint32_t> parents{none};
    std::vector<std::uint32_t> cohorts{0};
    for (std::uint32_t region = 0; region < 21; ++region) {
        auto const at = static_cast<std::uint32_t>(parents.size());
        parents.push_back(0);
        cohorts.push_back(1);
        for (auto leaf = region * 311 / 21; leaf < (region + 1) * 311 / 21; ++leaf) {
            parents.push_back(at);
            cohorts.push_back(2 + leaf % 8);
        }
    }
    return unit_layout(std::move(parents), std::move(cohorts));
}

Plane figures_of(Shape const& shape, unsigned seed) {
    std::mt19937_64 chance(seed);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    Plane plane(shape.periods, shape.layout.units);
    for (std::size_t unit = 0; unit < plane.units(); ++unit) {
        auto const level = 60 + 10 * normal(chance);
        auto const climb = 0.1 * normal(chance);
        for (std::size_t t = 0; t < shape.periods; ++t) {
            auto value = level + climb * static_cast<double>(t) + 3 * normal(chance);
            if (shape.decimals > 0) value = std::round(value / shape.decimals) / std::round(1 / shape.decimals);
            plane.row(t)[unit] = uniform(chance) < shape.filled ? value : Plane::no_value;
        }
    }
    return plane;
}

// The same numbers, a unit at a time.

void plain_trends(Plane const& plane, std::size_t from, std::size_t end, double* slope, double* z) {
    std::vector<double> slopes;
    for (std::size_t unit = 0; unit < plane.units(); ++unit) {
        slopes.clear();
        double s = 0;
        double n = 0;
        double ties = 0;
        for (auto j = from; j < end; ++j) {
            auto const later = plane.row(j)[unit];
            if (std::isnan(later)) continue;
            ++n;
            double equals = 0;
            for (auto i = from; i < j; ++i) {
                auto const earlier = plane.row(i)[unit];
                if (std::isnan(earlier)) continue;
                slopes.push_back((later - earlier) / static_cast<double>(j - i));
                s += later > earlier ? 1 : later < earlier ? -1 : 0;
                equals += later == earlier ? 1 : 0;
            }
            ties += 6 * equals * (equals + 2);
        }
        slope[unit] = slopes.empty() ? Plane::no_value : median_of(slopes);
        auto const variance = (n * (n - 1) * (2 * n + 5) - ties) / 18;
        auto const nearer = s > 0 ? s - 1 : s < 0 ? s + 1 : 0;
        z[unit] = n < 2 ? Plane::no_value : variance > 0 ? nearer / std::sqrt(variance) : 0;
    }
}

struct SliceTables {
    std::vector<Quartiles> cohorts;
    std::vector<std::uint32_t> ranked;
    std::vector<Spread> nodes;
    std::vector<std::uint32_t> behind;
};

void plain_slice(UnitLayout const& layout, double const* values, SliceTables& slice) {
    std::vector<std::vector<double>> beside(layout.cohorts());
    std::vector<std::vector<double>> below(layout.nodes.size());
    for (std::uint32_t unit = 0; unit < layout.units; ++unit) {
        if (std::isnan(values[unit])) continue;
        beside[layout.cohort[unit]].push_back(values[unit]);
        if (layout.leaf[unit] == none) continue;
        for (auto at = layout.parent[unit]; at != none; at = layout.parent[at])
            below[layout.node[at]].push_back(values[unit]);
    }
    for (std::size_t cohort = 0; cohort < beside.size(); ++cohort) {
        auto& figures = beside[cohort];
        std::ranges::sort(figures);
        slice.ranked[cohort] = static_cast<std::uint32_t>(figures.size());
        if (figures.empty()) continue;
        slice.cohorts[cohort] = {quantile_of_sorted(figures, 0.25), quantile_of_sorted(figures, 0.5),
                                 quantile_of_sorted(figures, 0.75)};
    }
    for (std::size_t node = 0; node < below.size(); ++node) {
        auto& figures = below[node];
        std::ranges::sort(figures);
        slice.behind[node] = static_cast<std::uint32_t>(figures.size());
        if (figures.empty()) continue;
        slice.nodes[node] = {figures.front(), quantile_of_sorted(figures, 0.1), quantile_of_sorted(figures, 0.5),
                             quantile_of_sorted(figures, 0.9), figures.back()};
    }
}

void plain_medians(Plane const& plane, double* medians) {
    std::vector<double> figures;
    for (std::size_t unit = 0; unit < plane.units(); ++unit) {
        figures.clear();
        for (std::size_t t = 0; t < plane.periods(); ++t)
            if (auto const figure = plane.row(t)[unit]; !std::isnan(figure)) figures.push_back(figure);
        medians[unit] = figures.empty() ? Plane::no_value : median_of(figures);
    }
}

// Of the processor: others may be at work on the machine.
template <typename Work>
double nanoseconds(Work const& work) {
    auto const start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) * 1e9 / CLOCKS_PER_SEC;
}

double middle(std::vector<double> times) { return median_of(times); }

// Ours and the plain way in turns; medians per piece of work.
template <typename Ours, typename Plain>
void compare(std::string_view what, std::string_view unit, double pieces, Ours const& ours, Plain const& plain) {
    std::vector<double> our_times;
    std::vector<double> plain_times;
    ours();
    plain();
    for (int round = 0; round < rounds; ++round) {
        our_times.push_back(nanoseconds(ours) / pieces);
        plain_times.push_back(nanoseconds(plain) / pieces);
    }
    fmt::print("  {:<28} {:>10.1f} {:<12} plain {:>10.1f}   {:>5.1f} ×   best {:>8.1f}\n", what, middle(our_times),
               unit, middle(plain_times), middle(plain_times) / middle(our_times), std::ranges::min(our_times));
}

std::string_view name_of(Processor processor) {
    switch (processor) {
    case Processor::avx512:
        return "AVX-512";
    case Processor::avx2:
        return "AVX2";
    case Processor::any:
        break;
    }
    return "SSE2";
}

// `processor`: for which the kernels were compiled.
void measure(Shape const& shape, Processor processor) {
    fmt::print("{}, {}: {} units × {} periods, {} nodes, {} cohorts, {:.0f} % filled\n", name_of(processor), shape.name,
               shape.layout.units, shape.periods, shape.layout.nodes.size(), shape.layout.cohorts(),
               100 * shape.filled);
    std::vector<Plane> planes;
    for (unsigned measure = 0; measure < measures; ++measure) planes.push_back(figures_of(shape, measure));
    auto const stride = planes.front().stride();
    auto const slices = static_cast<double>(measures * shape.periods);
    auto const series = static_cast<double>(measures * shape.layout.units);
    auto const from = shape.periods - std::min(shape.periods, trend_periods);
    std::vector<double> slope(stride);
    std::vector<double> z(stride);
    compare(
        "trend_sweep", "ns/series", series,
        [&] {
            for (auto const& plane : planes) trend_sweep(plane, from, shape.periods, slope.data(), z.data(), processor);
        },
        [&] {
            for (auto const& plane : planes) plain_trends(plane, from, shape.periods, slope.data(), z.data());
        });

    SliceSweep sweep(shape.layout, processor);
    auto const nodes = shape.layout.nodes.size();
    auto const cohorts = shape.layout.cohorts();
    std::vector<SliceTables> tables;
    for (std::size_t t = 0; t < shape.periods; ++t)
        tables.push_back({std::vector<Quartiles>(cohorts), std::vector<std::uint32_t>(cohorts),
                          std::vector<Spread>(nodes), std::vector<std::uint32_t>(nodes)});
    std::vector<Slice> of_a_measure(shape.periods);
    compare(
        "slice_sweep", "ns/slice", slices,
        [&] {
            for (auto const& plane : planes) {
                for (std::size_t t = 0; t < shape.periods; ++t)
                    of_a_measure[t] = {plane.row(t),           tables[t].cohorts.data(), tables[t].ranked.data(),
                                       tables[t].nodes.data(), tables[t].behind.data(),  nullptr};
                sweep.run(of_a_measure);
            }
        },
        [&] {
            for (auto const& plane : planes)
                for (std::size_t t = 0; t < shape.periods; ++t) plain_slice(shape.layout, plane.row(t), tables[t]);
        });

    std::vector<double> medians(stride);
    compare(
        "medians_along_time", "ns/unit", series,
        [&] {
            for (auto const& plane : planes) medians_along_time(plane, 0, shape.periods, medians.data(), processor);
        },
        [&] {
            for (auto const& plane : planes) plain_medians(plane, medians.data());
        });

    std::vector<std::vector<double>> all(measures);
    std::size_t figures = 0;
    for (std::size_t measure = 0; measure < measures; ++measure) {
        for (std::size_t t = 0; t < shape.periods; ++t)
            for (auto const figure : planes[measure].units_of(t))
                if (!std::isnan(figure)) all[measure].push_back(figure);
        figures += all[measure].size();
    }
    std::vector<double> scratch;
    double found = 0;
    compare(
        "median_of_many", "ns/figure", static_cast<double>(figures),
        [&] {
            for (auto const& column : all) {
                scratch = column;
                found += median_of_many(scratch, processor);
            }
        },
        [&] {
            for (auto const& column : all) {
                scratch = column;
                found -= median_of(scratch);
            }
        });
    if (std::abs(found) > 1e-6) fmt::print("the medians differ\n");
}

} // namespace

int main() {
    for (auto const processor : {Processor::avx512, Processor::avx2, Processor::any}) {
        if (processor > this_processor()) continue;
        measure({"a city", city(), 36, 0.98, 0}, processor);
        measure({"a city, one decimal", city(), 36, 0.98, 0.1}, processor);
        measure({"a country", country(), 20, 0.6, 0}, processor);
        measure({"a country, one decimal", country(), 20, 0.6, 0.1}, processor);
    }
}
