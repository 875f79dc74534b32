#include "job.hpp"

#include "parallel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plain {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

double mean_of(std::vector<double> const& values) {
    double sum = 0;
    for (auto const value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

// One measure's way through the job.
class MeasureJob {
public:
    MeasureJob(Workload const& workload, std::size_t measure, Answers& answers)
        : m_workload{workload}, m_measure{measure}, m_definition{workload.measures[measure]}, m_answers{answers} {}

    void run() {
        auto& newest = m_answers.newest[m_measure];
        newest = -1;
        for (std::size_t leaf = 0; leaf < m_workload.leaves(); ++leaf)
            for (std::size_t group = 0; group < Workload::groups; ++group) {
                auto& series = m_answers.series[m_workload.series(m_measure, leaf, group)];
                double const* const values = &m_workload.values[m_workload.at(m_measure, leaf, group, 0)];
                look_at_level(values, series);
                look_at_trend(values, series);
                newest = std::max(newest, series.last_time);
            }
        for (std::size_t group = 0; group < Workload::groups; ++group)
            for (std::size_t t = 0; t < m_workload.periods; ++t) {
                for (std::size_t cohort = 0; cohort < m_workload.cohorts.size(); ++cohort)
                    look_beside(group, t, cohort, static_cast<int>(t) == newest);
                for (std::size_t node = 0; node < m_workload.nodes.size(); ++node) look_below(group, t, node);
            }
        for (std::size_t leaf = 0; leaf < m_workload.leaves(); ++leaf) {
            look_at_gap(leaf);
            for (std::size_t group = 0; group < Workload::groups; ++group) score(leaf, group);
        }
    }

private:
    double value(std::size_t leaf, std::size_t group, std::size_t t) const {
        return m_workload.values[m_workload.at(m_measure, leaf, group, t)];
    }

    void look_at_level(double const* values, Series& series) {
        m_present.clear();
        m_ranges.clear();
        series = {};
        for (std::size_t t = 0; t < m_workload.periods; ++t) {
            if (std::isnan(values[t])) continue;
            if (!m_present.empty()) m_ranges.push_back(std::abs(values[t] - m_present.back()));
            m_present.push_back(values[t]);
            series.last_time = static_cast<int>(t);
        }
        series.last = series.change = series.year_change = series.mean = series.range = none;
        if (m_present.empty()) return;

        auto const last = static_cast<std::size_t>(series.last_time);
        series.last = m_present.back();
        if (last >= 1) series.change = series.last - values[last - 1];
        if (last >= m_workload.periods_a_year)
            series.year_change = series.last - values[last - m_workload.periods_a_year];
        series.mean = mean_of(m_present);
        if (!m_ranges.empty()) {
            series.range = mean_of(m_ranges);
            if (series.range > 0) {
                auto const largest = 3.267 * series.range;
                std::erase_if(m_ranges, [&](double range) { return range >= largest; });
                series.range = mean_of(m_ranges);
            }
            if (series.last > series.mean + 2.66 * series.range) series.signal = 1;
            if (series.last < series.mean - 2.66 * series.range) series.signal = -1;
        }
        if (!std::isnan(m_definition.target) && m_definition.polarity != 0)
            series.status =
                m_definition.polarity * (series.last - m_definition.target) >= 0 ? Status::met : Status::missed;
    }

    void look_at_trend(double const* values, Series& series) {
        auto const end = m_workload.periods;
        auto const from = end - std::min(end, trend_periods);
        m_slopes.clear();
        m_present.clear();
        int sum = 0;
        for (auto i = from; i < end; ++i) {
            if (std::isnan(values[i])) continue;
            m_present.push_back(values[i]);
            for (auto j = i + 1; j < end; ++j) {
                if (std::isnan(values[j])) continue;
                auto const rise = values[j] - values[i];
                m_slopes.push_back(rise / static_cast<double>(j - i));
                sum += (rise > 0) - (rise < 0);
            }
        }
        series.slope = series.trend_z = none;
        if (m_slopes.empty()) return;

        auto const middle = m_slopes.begin() + static_cast<std::ptrdiff_t>(m_slopes.size() / 2);
        std::ranges::nth_element(m_slopes, middle);
        series.slope = *middle;
        if (m_slopes.size() % 2 == 0) series.slope = (*middle + *std::max_element(m_slopes.begin(), middle)) / 2;

        std::ranges::sort(m_present);
        double ties = 0;
        for (std::size_t i = 0; i < m_present.size();) {
            auto j = i;
            while (j < m_present.size() && m_present[j] == m_present[i]) ++j;
            auto const alike = static_cast<double>(j - i);
            ties += alike * (alike - 1) * (2 * alike + 5);
            i = j;
        }
        auto const n = static_cast<double>(m_present.size());
        auto const variance = (n * (n - 1) * (2 * n + 5) - ties) / 18;
        series.trend_z = sum == 0 || variance <= 0 ? 0 : (sum - (sum > 0 ? 1 : -1)) / std::sqrt(variance);
    }

    void look_beside(std::size_t group, std::size_t t, std::size_t cohort, bool is_newest) {
        m_present.clear();
        for (auto const leaf : m_workload.cohorts[cohort])
            if (auto const of_leaf = value(leaf, group, t); !std::isnan(of_leaf)) m_present.push_back(of_leaf);
        std::ranges::sort(m_present);
        auto& beside = m_answers.beside[at_slice(group, t) * m_workload.cohorts.size() + cohort];
        beside = {none, none, none, m_present.size()};
        if (m_present.empty()) return;
        beside.first = quantile(m_present, 0.25);
        beside.median = quantile(m_present, 0.5);
        beside.third = quantile(m_present, 0.75);
        if (!is_newest) return;
        for (auto const leaf : m_workload.cohorts[cohort]) {
            auto const of_leaf = value(leaf, group, t);
            if (std::isnan(of_leaf)) continue;
            auto& series = m_answers.series[m_workload.series(m_measure, leaf, group)];
            auto const higher = m_present.end() - std::ranges::upper_bound(m_present, of_leaf);
            series.rank = static_cast<std::uint32_t>(higher) + 1;
            series.ranked = static_cast<std::uint32_t>(m_present.size());
        }
    }

    void look_below(std::size_t group, std::size_t t, std::size_t node) {
        m_present.clear();
        auto& below = m_answers.below[at_slice(group, t) * m_workload.nodes.size() + node];
        below = {0, 0, none, none, none, none, none, 0};
        for (auto const leaf : m_workload.nodes[node].leaves) {
            auto const at = m_workload.at(m_measure, leaf, group, t);
            if (std::isnan(m_workload.values[at])) continue;
            m_present.push_back(m_workload.values[at]);
            below.numerator += m_workload.numerators[at];
            below.denominator += m_workload.denominators[at];
        }
        if (m_present.empty()) return;
        std::ranges::sort(m_present);
        below.least = m_present.front();
        below.tenth = quantile(m_present, 0.1);
        below.median = quantile(m_present, 0.5);
        below.ninetieth = quantile(m_present, 0.9);
        below.most = m_present.back();
        below.count = m_present.size();
    }

    void look_at_gap(std::size_t leaf) {
        auto& gap = m_answers.gaps[m_measure * m_workload.leaves() + leaf];
        gap = {none, none};
        auto const newest = m_answers.newest[m_measure];
        if (newest < 0) return;
        auto const women = m_workload.at(m_measure, leaf, 1, static_cast<std::size_t>(newest));
        auto const men = m_workload.at(m_measure, leaf, 2, static_cast<std::size_t>(newest));
        gap.difference = m_workload.values[women] - m_workload.values[men];
        if (m_definition.kind != Kind::share) return;
        auto const n_women = m_workload.denominators[women];
        auto const n_men = m_workload.denominators[men];
        auto const share = (m_workload.numerators[women] + m_workload.numerators[men]) / (n_women + n_men);
        auto const variance = share * (1 - share) * (1 / n_women + 1 / n_men);
        if (variance > 0) gap.z = gap.difference / std::sqrt(variance);
    }

    void score(std::size_t leaf, std::size_t group) {
        auto& series = m_answers.series[m_workload.series(m_measure, leaf, group)];
        series.score = none;
        auto const newest = m_answers.newest[m_measure];
        if (newest < 0 || series.last_time != newest) return;
        auto const slice = at_slice(group, static_cast<std::size_t>(newest));
        auto const& beside = m_answers.beside[slice * m_workload.cohorts.size() + m_workload.cohort_of[leaf]];
        auto const& gap = m_answers.gaps[m_measure * m_workload.leaves() + leaf];
        double score = 0;
        if (series.signal != 0 && series.range > 0)
            score += std::min(20.0, std::abs(series.last - series.mean) / (series.range / 1.128));
        if (series.status == Status::missed)
            score += 3 * std::min(1.0, std::abs(series.last - m_definition.target) / std::abs(m_definition.target));
        if (std::abs(series.trend_z) > 1.959963985 && m_definition.polarity * series.slope < 0) score += 2;
        if (group == 0 && std::abs(gap.z) > 3) score += 1;
        if ((m_definition.polarity > 0 && series.last < beside.first) ||
            (m_definition.polarity < 0 && series.last > beside.third))
            score += 1;
        series.score = score;
    }

    std::size_t at_slice(std::size_t group, std::size_t t) const {
        return (m_measure * Workload::groups + group) * m_workload.periods + t;
    }

    Workload const& m_workload;
    std::size_t m_measure;
    Measure const& m_definition;
    Answers& m_answers;
    std::vector<double> m_present;
    std::vector<double> m_ranges;
    std::vector<double> m_slopes;
};

std::vector<Strongest> strongest(std::vector<Series> const& all) {
    std::vector<Strongest> result;
    for (std::size_t at = 0; at < all.size(); ++at)
        if (!std::isnan(all[at].score)) result.push_back({all[at].score, at});
    auto const end = result.begin() + static_cast<std::ptrdiff_t>(std::min(result.size(), strongest_count));
    std::ranges::partial_sort(result, end, [](Strongest const& a, Strongest const& b) {
        return a.score != b.score ? a.score > b.score : a.series < b.series;
    });
    result.erase(end, result.end());
    return result;
}

} // namespace

double quantile(std::vector<double> const& sorted, double share) {
    auto const place = static_cast<double>(sorted.size() - 1) * share;
    auto const below = static_cast<std::size_t>(place);
    if (below + 1 >= sorted.size()) return sorted.back();
    return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - static_cast<double>(below));
}

void do_job(Workload const& workload, unsigned threads, Answers& answers) {
    auto const slices = workload.measures.size() * Workload::groups * workload.periods;
    answers.newest.resize(workload.measures.size());
    answers.series.resize(workload.measures.size() * workload.leaves() * Workload::groups);
    answers.beside.resize(slices * workload.cohorts.size());
    answers.below.resize(slices * workload.nodes.size());
    answers.gaps.resize(workload.measures.size() * workload.leaves());
    for_each_measure(workload, threads, [&](std::size_t measure) { MeasureJob{workload, measure, answers}.run(); });
    answers.strongest = strongest(answers.series);
}

} // namespace plain
