#include "app/study_methods.hpp"
#include "base/error.hpp"
#include "study/methods/countable.hpp"
#include "study/methods/mann_kendall.hpp"
#include "study/methods/recent_trend.hpp"
#include "study/methods/runs.hpp"
#include "study/methods/theil_sen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numeric>
#include <utility>

namespace rodtrad::app {

namespace {

using Row = StudyTable::Row;
using Rows = std::vector<Row>;

constexpr double usual_confidence = 0.95;

// The rows of a series in time order, those with nothing in one of the columns left out: what is missing has no row.
struct Series {
    std::string id;
    Rows rows;
};
std::vector<Series> series_of(StudyTable const& table, std::initializer_list<std::string_view> columns) {
    auto const id = table.column("series_id");
    auto const t = table.column("t");
    std::vector<StudyTable::Column> needed;
    for (auto const heading : columns) needed.push_back(table.column(heading));

    std::vector<Series> result;
    for (auto& rows : table.grouped_by(id)) {
        Series series{table.text(rows.front(), id), {}};
        for (auto const row : table.sorted_by(t, std::move(rows))) {
            auto const is_there = [&](StudyTable::Column column) { return !table.text(row, column).empty(); };
            auto const time = table.number(row, t);
            if (!std::ranges::all_of(needed, is_there)) continue;
            if (!series.rows.empty() && table.number(series.rows.back(), t) == time)
                throw base::Error(fmt::format("{}the series {} has two values at t {}", table.place(row, t), series.id,
                                              table.text(row, t)));
            series.rows.push_back(row);
        }
        result.push_back(std::move(series));
    }
    return result;
}

// --- anhoej ---

void print_runs(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"series_id", "median", "n_obs", "n_useful", "longest_run", "longest_run_max", "n_crossings",
             "n_crossings_min", "runs_signal"});
    for (auto const& [id, rows] : series_of(table, {"value"})) {
        auto const found = study::runs_about_median(table.numbers(rows, table.column("value")));
        if (!found) {
            out.row({id, "", "0", "0", "", "", "", "", "0"});
            continue;
        }
        auto const has_limits = found->useful > 0;
        out.row({id, study_cell(found->median), study_cell(rows.size()), study_cell(found->useful),
                 study_cell(found->longest), has_limits ? study_cell(found->longest_usual) : "",
                 study_cell(found->crossings), has_limits ? study_cell(found->fewest_crossings) : "",
                 study_cell(found->is_signal())});
    }
}

// --- mk_theilsen ---

void print_trend(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"series_id", "n", "S", "varS", "tau_b", "z", "p_normal", "p_auto", "p_auto_is_exact", "sen_slope_t",
             "sen_slope_index", "sen_index_lower", "sen_index_upper"});
    for (auto const& [id, rows] : series_of(table, {"value"})) {
        auto const values = table.numbers(rows, table.column("value"));
        std::vector<std::string> cells{id, study_cell(rows.size())};
        if (auto const test = study::mann_kendall(values))
            cells.insert(cells.end(), {std::to_string(test->s), study_cell(test->variance), study_cell(test->tau_b),
                                       study_cell(test->z), study_cell(test->p_normal), study_cell(test->p),
                                       study_cell(test->is_exact)});
        cells.resize(9);
        auto const by_time = study::theil_sen(table.numbers(rows, table.column("t")), values, usual_confidence);
        cells.push_back(by_time ? study_cell(by_time->slope) : "");
        std::vector<double> index(values.size());
        std::iota(index.begin(), index.end(), 1.0);
        if (auto const by_index = study::theil_sen(index, values, usual_confidence)) {
            cells.push_back(study_cell(by_index->slope));
            if (by_index->limits)
                cells.insert(cells.end(), {study_cell(by_index->limits->lower), study_cell(by_index->limits->upper)});
        }
        cells.resize(13);
        out.row(cells);
    }
}

// --- recenttrend, recenttrendprop ---

std::string_view marker_text(study::TrendMarker marker) {
    switch (marker) {
    case study::TrendMarker::increasing:
        return "increasing";
    case study::TrendMarker::decreasing:
        return "decreasing";
    case study::TrendMarker::no_change:
        return "no_change";
    }
    return "";
}

void print_found(std::string_view id, study::Answer<study::RecentTrend> const& found, base::CsvWriter& out) {
    if (found)
        out.row({id, study_cell(found->slope), study_cell(found->chi2), study_cell(found->keeps_sign),
                 marker_text(found->marker())});
    else
        out.row({id, "", "", "", "cannot_be_calculated"});
}

void print_recent_trend(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"series_id", "slope", "chi2", "leave_one_out_same_sign", "marker"});
    for (auto const& [id, rows] : series_of(table, {"value", "lower95", "upper95"})) {
        std::vector<study::Interval> limits;
        for (auto const row : rows) {
            auto const column = table.column("upper95");
            limits.push_back({table.number(row, table.column("lower95")), table.number(row, column)});
            if (limits.back().upper < limits.back().lower)
                throw base::Error(
                    fmt::format("{}{} is below lower95", table.place(row, column), table.text(row, column)));
        }
        print_found(id, study::recent_trend(table.numbers(rows, table.column("value")), limits), out);
    }
}

void print_recent_trend_of_shares(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"series_id", "logit_slope", "chi2", "leave_one_out_same_sign", "marker"});
    auto const x = table.column("x");
    auto const n = table.column("n");
    for (auto const& [id, rows] : series_of(table, {"x", "n"})) {
        std::vector<domain::Counts> counts;
        for (auto const row : rows) {
            domain::Counts const found{table.number(row, x), table.number(row, n)};
            auto const fault = study::fault_in_share(found);
            if (!fault)
                counts.push_back(found);
            else if (*fault != study::NoAnswer::zero_denominator) // nobody: no value
                throw base::Error(table.place(row, x) + std::string{study::to_text(*fault)});
        }
        print_found(id, study::recent_trend_of_shares(counts), out);
    }
}

constexpr std::array methods{
    StudyMethod{"anhoej", "", print_runs},
    StudyMethod{"mk_theilsen", "", print_trend},
    StudyMethod{"recenttrend", "", print_recent_trend},
    StudyMethod{"recenttrendprop", "", print_recent_trend_of_shares},
};

} // namespace

std::span<StudyMethod const> trend_methods() { return methods; }

} // namespace rodtrad::app
