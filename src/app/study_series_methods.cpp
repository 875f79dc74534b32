#include "app/study_methods.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "study/methods/distributions.hpp"
#include "study/methods/multiple_testing.hpp"
#include "study/methods/step_test.hpp"
#include "study/methods/xmr.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace rodtrad::app {

namespace {

using Row = StudyTable::Row;
using Rows = std::vector<Row>;

// --- xmr ---

std::string_view cause_text(study::SpecialCause cause) {
    switch (cause) {
    case study::SpecialCause::none:
        return "Common Cause";
    case study::SpecialCause::above_limit:
        return "Above UCL";
    case study::SpecialCause::below_limit:
        return "Below LCL";
    case study::SpecialCause::trend_up:
        return "7 Point Trend (Increasing)";
    case study::SpecialCause::trend_down:
        return "7 Point Trend (Decreasing)";
    case study::SpecialCause::two_in_three_above:
        return "2 in 3 Above CL";
    case study::SpecialCause::two_in_three_below:
        return "2 in 3 Below CL";
    case study::SpecialCause::shift_above:
        return "7 Points Above CL";
    case study::SpecialCause::shift_below:
        return "7 Points Below CL";
    }
    return "";
}

std::string_view type_text(study::PointType type) {
    switch (type) {
    case study::PointType::common_cause:
        return "common_cause";
    case study::PointType::improvement:
        return "special_cause_improvement";
    case study::PointType::concern:
        return "special_cause_concern";
    case study::PointType::neutral_high:
        return "special_cause_neutral_high";
    case study::PointType::neutral_low:
        return "special_cause_neutral_low";
    }
    return "";
}

std::string_view assurance_text(std::optional<study::Assurance> assurance) {
    if (!assurance) return "";
    switch (*assurance) {
    case study::Assurance::consistent_pass:
        return "consistent_pass";
    case study::Assurance::consistent_fail:
        return "consistent_fail";
    case study::Assurance::inconsistent:
        return "inconsistent";
    }
    return "";
}

study::Improvement improvement_of(StudyTable const& series, Row row) {
    auto const column = series.column("improvement_direction");
    auto const& text = series.text(row, column);
    if (text == "increase") return study::Improvement::increase;
    if (text == "decrease") return study::Improvement::decrease;
    if (text == "neutral") return study::Improvement::neutral;
    throw base::Error(fmt::format("{}\"{}\" is not increase, decrease or neutral", series.place(row, column), text));
}

// A list of t, separated by semicolons, as positions among the points that have a value.
std::vector<std::size_t> rebase_positions(StudyTable const& series, Row row, std::span<double const> times) {
    auto const column = series.column("rebase_at_t");
    std::vector<std::size_t> positions;
    std::string_view rest = series.text(row, column);
    while (!rest.empty()) {
        auto const end = std::min(rest.find(';'), rest.size());
        auto const t = base::to_double(base::trimmed(rest.substr(0, end)));
        if (!t)
            throw base::Error(
                fmt::format("{}\"{}\" is not a list of t (3;17)", series.place(row, column), series.text(row, column)));
        positions.push_back(static_cast<std::size_t>(std::ranges::lower_bound(times, *t) - times.begin()));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    std::ranges::sort(positions);
    return positions;
}

study::XmrSettings xmr_settings(StudyTable const& series, Row row, std::span<double const> times) {
    study::XmrSettings settings;
    settings.improvement = improvement_of(series, row);
    settings.target = series.number_if_any(row, series.column("target"));
    settings.rebase_at = rebase_positions(series, row, times);
    auto const fix_column = series.column("fix_after_n_points");
    if (auto const fix = series.number_if_any(row, fix_column)) {
        if (*fix < 12)
            throw base::Error(fmt::format("{}limits need at least 12 points", series.place(row, fix_column)));
        settings.fix_after_points = static_cast<std::size_t>(*fix);
    }
    settings.is_screened = series.is_true(row, series.column("screen_outliers"));
    return settings;
}

// The rows of a series in time order, and the chart of those that have a value.
struct Charted {
    std::string id;
    Rows rows;
    std::vector<bool> has_value;
    study::Xmr chart;
};

std::vector<Charted> charts(StudyInput const& input) {
    auto const& [table, series] = input;
    std::map<std::string_view, Row> settings_of;
    auto const series_id = series->column("series_id");
    for (auto const row : series->rows()) settings_of[series->text(row, series_id)] = row;

    auto const id = table.column("series_id");
    auto const t = table.column("t");
    auto const value_column = table.column("value");
    std::vector<Charted> result;
    for (auto& group : table.grouped_by(id)) {
        Charted charted{table.text(group.front(), id), table.sorted_by(table.column("t"), group), {}, {}};
        auto const found = settings_of.find(charted.id);
        if (found == settings_of.end())
            throw base::Error(table.place(group.front(), id) + "the file of --series has no series " + charted.id);
        std::vector<double> values;
        std::vector<double> times;
        for (auto const row : charted.rows) {
            auto const value = table.number_if_any(row, value_column);
            charted.has_value.push_back(value.has_value());
            if (!value) continue;
            values.push_back(*value);
            times.push_back(table.number(row, t));
        }
        charted.chart = study::xmr(values, xmr_settings(*series, found->second, times));
        result.push_back(std::move(charted));
    }
    return result;
}

void print_xmr(StudyInput const& input, base::CsvWriter& out) {
    out.row({"series_id", "t", "rebase_group", "mean", "lpl", "upl", "outside_limits", "relative_to_mean",
             "close_to_limits", "special_cause_type", "point_type", "short_group_warning"});
    auto const t = input.table.column("t");
    for (auto const& charted : charts(input)) {
        auto point = charted.chart.points.begin();
        for (std::size_t at = 0; at < charted.rows.size(); ++at) {
            auto const& time = input.table.text(charted.rows[at], t);
            if (!charted.has_value[at]) {
                out.row({charted.id, time, "", "", "", "", "", "", "", "", "no_status", ""});
                continue;
            }
            out.row({charted.id, time, study_cell(point->segment), study_cell(point->mean), study_cell(point->lower),
                     study_cell(point->upper), study_cell(point->is_outside), std::to_string(point->side),
                     study_cell(point->is_close), cause_text(point->cause), type_text(point->type),
                     study_cell(point->is_short_segment)});
            ++point;
        }
    }
}

void print_xmr_summary(StudyInput const& input, base::CsvWriter& out) {
    out.row({"series_id", "variation_last", "special_cause_last", "assurance", "n_special"});
    for (auto const& [id, rows, has_value, chart] : charts(input)) {
        if (chart.points.empty()) {
            out.row({id, "", "", "", "0"});
            continue;
        }
        auto const& last = chart.points.back();
        auto const special = std::ranges::count_if(
            chart.points, [](auto const& point) { return point.cause != study::SpecialCause::none; });
        out.row({id, type_text(last.type), cause_text(last.cause), assurance_text(chart.assurance),
                 std::to_string(special)});
    }
}

// --- steptest ---

struct TestedFamily {
    std::string id;
    std::vector<std::string> units;
    study::StepFamily tests;
};

std::vector<TestedFamily> tested_families(StudyTable const& table) {
    auto const family_id = table.column("family_id");
    auto const unit = table.column("unit");
    auto const value_column = table.column("value");
    std::vector<TestedFamily> result;
    for (auto const& family : table.grouped_by(family_id)) {
        std::map<std::string_view, Rows> rows_of;
        std::vector<std::string> units;
        for (auto const row : family) {
            auto& rows = rows_of[table.text(row, unit)];
            if (rows.empty()) units.push_back(table.text(row, unit));
            rows.push_back(row);
        }
        std::vector<std::vector<double>> series;
        for (auto const& name : units) {
            auto& values = series.emplace_back();
            for (auto const row : table.sorted_by(table.column("t"), rows_of[name]))
                if (auto const value = table.number_if_any(row, value_column)) values.push_back(*value);
        }
        auto const plane = study::plane_of(series);
        result.push_back({table.text(family.front(), family_id), std::move(units), {plane, plane.periods()}});
    }
    return result;
}

void print_step_test(StudyInput const& input, base::CsvWriter& out) {
    out.row({"family_id", "unit", "t_k1", "p_k1", "t_k2", "p_k2", "t_k3", "p_k3", "t_k4", "p_k4", "k_tested", "best_k",
             "p_step", "q_bh", "confirmed"});
    for (auto const& [id, units, tests] : tested_families(input.table)) {
        study::PValues p(units.size());
        for (std::size_t u = 0; u < units.size(); ++u)
            if (auto const answer = tests.test(u)) p[u] = answer->p;
        auto const q = study::benjamini_hochberg(p);
        for (std::size_t u = 0; u < units.size(); ++u) {
            std::vector<std::string> cells{id, units[u]};
            auto const answer = tests.test(u);
            auto const tested = answer ? answer->tested : 0;
            for (std::size_t k = 1; k <= study::longest_step; ++k) {
                auto const is_tested = k <= tested;
                cells.push_back(is_tested ? study_cell(answer->at[k - 1].t) : "");
                cells.push_back(is_tested ? study_cell(study::t_two_sided(answer->at[k - 1].t, answer->at[k - 1].df))
                                          : "");
            }
            cells.push_back(study_cell(tested));
            cells.push_back(answer ? study_cell(answer->best) : "");
            cells.push_back(study_cell(p[u]));
            cells.push_back(study_cell(q[u]));
            cells.push_back(q[u] ? study_cell(*q[u] <= 0.05) : "");
            out.row(cells);
        }
    }
}

void print_step_test_family(StudyInput const& input, base::CsvWriter& out) {
    out.row({"family_id", "units", "rho_pooled"});
    for (auto const& [id, units, tests] : tested_families(input.table))
        out.row({id, study_cell(units.size()), study_cell(tests.autocorrelation())});
}

constexpr std::array methods{
    StudyMethod{"xmr", "", print_xmr, true},
    StudyMethod{"xmr", "summary", print_xmr_summary, true},
    StudyMethod{"steptest", "", print_step_test},
    StudyMethod{"steptest", "family", print_step_test_family},
};

} // namespace

std::span<StudyMethod const> series_methods() { return methods; }

} // namespace rodtrad::app
