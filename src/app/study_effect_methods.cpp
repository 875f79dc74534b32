#include "app/study_methods.hpp"
#include "base/error.hpp"
#include "study/methods/difference_in_differences.hpp"
#include "study/methods/interrupted_time_series.hpp"
#include "study/methods/lagged_association.hpp"
#include "study/methods/numbers.hpp"
#include "study/methods/staggered_adoption.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace rodtrad::app {

namespace {

using Row = StudyTable::Row;
using Rows = std::vector<Row>;

// A row with as many cells as the heading, the id and nothing else.
std::vector<std::string> no_answer(std::string const& id, std::size_t cells) {
    std::vector<std::string> row(cells);
    row.front() = id;
    return row;
}

Rows with_numbers(StudyTable const& table, Rows const& rows, std::initializer_list<std::string_view> headings) {
    Rows known;
    for (auto const row : rows)
        if (std::ranges::all_of(
                headings, [&](auto heading) { return table.number_if_any(row, table.column(heading)).has_value(); }))
            known.push_back(row);
    return known;
}

// Positions of the texts of a column, in the order in which they are met.
std::vector<std::uint32_t> positions(StudyTable const& table, Rows const& rows, StudyTable::Column column) {
    std::map<std::string_view, std::uint32_t> known;
    std::vector<std::uint32_t> result;
    for (auto const row : rows)
        result.push_back(
            known.try_emplace(table.text(row, column), static_cast<std::uint32_t>(known.size())).first->second);
    return result;
}

// Periods are whole numbers; they are counted from a little below the first, so that none is 0.
constexpr double most_periods = 1e9;
double whole_number(StudyTable const& table, Row row, StudyTable::Column column) {
    auto const number = table.number(row, column);
    if (number == std::floor(number) && std::abs(number) <= most_periods) return number;
    throw base::Error(fmt::format("{}{} is not the whole number of a period", table.place(row, column), number));
}

// Rows of one unit and period stand once.
void refuse_doubles(StudyTable const& table, Rows const& rows) {
    auto const unit = table.column("unit");
    auto const period = table.column("period");
    std::set<std::pair<std::string_view, double>> seen;
    for (auto const row : rows)
        if (!seen.emplace(table.text(row, unit), whole_number(table, row, period)).second)
            throw base::Error(
                fmt::format("{}unit {} has this period twice", table.place(row, period), table.text(row, unit)));
}

std::uint32_t counted_from(double first, double period) { return static_cast<std::uint32_t>(period - first); }

// --- did ---

void print_did(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    std::vector<std::string> const heading{"case_id", "n_obs",   "n_units", "n_periods", "did",           "se_cluster",
                                           "t",       "p_value", "lower",   "upper",     "did_four_means"};
    out.row(heading);
    auto const id_column = table.column("case_id");
    for (auto const& all : table.grouped_by(id_column)) {
        auto const& id = table.text(all.front(), id_column);
        auto const rows = with_numbers(table, all, {"y"});
        auto const units = positions(table, rows, table.column("unit"));
        auto const periods = positions(table, rows, table.column("period"));
        std::vector<std::uint8_t> treated;
        std::vector<std::uint8_t> post;
        for (auto const row : rows) {
            treated.push_back(table.is_true(row, table.column("treated")));
            post.push_back(table.is_true(row, table.column("post")));
        }
        auto const found =
            study::difference_in_differences({units, periods}, treated, post, table.numbers(rows, table.column("y")));
        if (!found) {
            out.row(no_answer(id, heading.size()));
            continue;
        }
        auto const& effect = found->effect;
        std::vector<std::string> cells{id, study_cell(effect.rows), study_cell(effect.units),
                                       study_cell(effect.periods), study_cell(effect.estimate)};
        if (effect.inference)
            for (auto const figure : {effect.inference->error, effect.inference->t, effect.inference->p,
                                      effect.inference->interval.lower, effect.inference->interval.upper})
                cells.push_back(study_cell(figure));
        else
            cells.insert(cells.end(), 5, "");
        cells.push_back(study_cell(found->four_means));
        out.row(cells);
    }
}

// --- staggered ---

struct StaggeredCase {
    std::string id;
    double first_period = 0; // numbers of periods are counted from it
    study::Answer<study::StaggeredAdoption> found = study::NoAnswer::no_data;
};

StaggeredCase staggered_case(StudyTable const& table, std::string id, Rows const& all) {
    auto const rows = with_numbers(table, all, {"y"});
    refuse_doubles(table, rows);
    StaggeredCase result{std::move(id)};
    if (rows.empty()) return result;

    auto const period = table.column("period");
    auto const first_treated = table.column("first_treated");
    std::vector<double> periods;
    for (auto const row : rows) periods.push_back(whole_number(table, row, period));
    result.first_period = std::ranges::min(periods);

    auto const units = positions(table, rows, table.column("unit"));
    std::vector<std::uint32_t> numbers;
    std::vector<std::uint32_t> starts(std::ranges::max(units) + std::size_t{1}, study::never_treated);
    std::vector<std::optional<double>> told(starts.size());
    for (std::size_t at = 0; at < rows.size(); ++at) {
        numbers.push_back(counted_from(result.first_period, periods[at]));
        // 0 and an empty cell both say never, as R's did has it.
        auto const start =
            table.text(rows[at], first_treated).empty() ? 0 : whole_number(table, rows[at], first_treated);
        auto& before = told[units[at]];
        if (before && *before != start)
            throw base::Error(fmt::format("{}unit {} has started in {} already", table.place(rows[at], first_treated),
                                          table.text(rows[at], table.column("unit")), *before));
        before = start;
        if (start != 0) starts[units[at]] = counted_from(result.first_period, std::max(start, result.first_period));
    }
    result.found = study::staggered_adoption({units, numbers}, starts, table.numbers(rows, table.column("y")));
    return result;
}

std::vector<StaggeredCase> staggered_cases(StudyTable const& table) {
    auto const id = table.column("case_id");
    std::vector<StaggeredCase> cases;
    for (auto const& rows : table.grouped_by(id))
        cases.push_back(staggered_case(table, table.text(rows.front(), id), rows));
    return cases;
}

void print_staggered(StudyInput const& input, base::CsvWriter& out) {
    out.row({"case_id", "group", "period", "att", "se"});
    for (auto const& [id, first, found] : staggered_cases(input.table)) {
        if (!found) {
            out.row(no_answer(id, 5));
            continue;
        }
        for (auto const& effect : found->effects)
            out.row({id, study_cell(first + effect.start), study_cell(first + effect.period),
                     study_cell(effect.estimate), study_cell(effect.error)});
    }
}

void print_staggered_simple(StudyInput const& input, base::CsvWriter& out) {
    out.row({"case_id", "att_simple", "se_simple"});
    for (auto const& [id, first, found] : staggered_cases(input.table)) {
        if (found)
            out.row({id, study_cell(found->average.estimate), study_cell(found->average.error)});
        else
            out.row(no_answer(id, 3));
    }
}

// --- its ---

std::vector<std::string> cells_of(study::InterruptedTimeSeries const& found) {
    std::vector<std::string> cells{study_cell(found.intercept), study_cell(found.slope), study_cell(found.level_change),
                                   study_cell(found.slope_change)};
    if (!found.errors) {
        cells.insert(cells.end(), 13, "");
    } else {
        auto const& [ols, hc1, newey_west, durbin_watson] = *found.errors;
        for (auto const& errors : {ols, newey_west})
            for (auto const figure :
                 {errors.slope, errors.level_change, errors.slope_change,
                  found.p(found.level_change, errors.level_change), found.p(found.slope_change, errors.slope_change)})
                cells.push_back(study_cell(figure));
        for (auto const figure : {hc1.level_change, hc1.slope_change, durbin_watson})
            cells.push_back(study_cell(figure));
    }
    cells.push_back(study_cell(found.sigma));
    return cells;
}

void print_its(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    std::vector<std::string> const heading{"case_id",
                                           "intercept",
                                           "slope",
                                           "level_change",
                                           "slope_change",
                                           "se_slope_ols",
                                           "se_level_ols",
                                           "se_slopechange_ols",
                                           "p_level_ols",
                                           "p_slopechange_ols",
                                           "se_slope_nw",
                                           "se_level_nw",
                                           "se_slopechange_nw",
                                           "p_level_nw",
                                           "p_slopechange_nw",
                                           "se_level_hc1",
                                           "se_slopechange_hc1",
                                           "durbin_watson",
                                           "sigma"};
    out.row(heading);
    auto const id_column = table.column("case_id");
    auto const lag_column = table.column("nw_lag");
    for (auto const& all : table.grouped_by(id_column)) {
        auto const& id = table.text(all.front(), id_column);
        std::optional<std::size_t> lag;
        if (!table.text(all.front(), lag_column).empty()) {
            auto const number = whole_number(table, all.front(), lag_column);
            if (number < 0) throw base::Error(table.place(all.front(), lag_column) + "a lag is not below 0");
            lag = static_cast<std::size_t>(number);
        }
        auto const rows = with_numbers(table, all, {"y"});
        auto const found = study::interrupted_time_series(
            table.numbers(rows, table.column("t")), table.numbers(rows, table.column("y")),
            table.number(all.front(), table.column("intervention_t")), lag);
        if (!found) {
            out.row(no_answer(id, heading.size()));
            continue;
        }
        std::vector<std::string> cells{id};
        for (auto& cell : cells_of(*found)) cells.push_back(std::move(cell));
        out.row(cells);
    }
}

// --- lag ---

// Figures of one column, where there are any.
struct LaggedColumn {
    std::vector<std::uint32_t> units;
    std::vector<std::uint32_t> periods;
    std::vector<double> values;
    study::PanelColumn view() const { return {{units, periods}, values}; }
};

void print_lag(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    std::vector<std::string> const heading{"case_id", "n_obs",   "beta_lag1",       "se_cluster",
                                           "t",       "p_value", "spearman_change", "p_spearman"};
    out.row(heading);
    auto const id_column = table.column("case_id");
    for (auto const& rows : table.grouped_by(id_column)) {
        refuse_doubles(table, rows);
        auto const units = positions(table, rows, table.column("unit"));
        std::vector<double> periods;
        for (auto const row : rows) periods.push_back(whole_number(table, row, table.column("period")));
        auto const first = std::ranges::min(periods);
        auto const column = [&](std::string_view name) {
            LaggedColumn result;
            for (std::size_t at = 0; at < rows.size(); ++at) {
                auto const value = table.number_if_any(rows[at], table.column(name));
                if (!value) continue;
                result.units.push_back(units[at]);
                result.periods.push_back(counted_from(first, periods[at]));
                result.values.push_back(*value);
            }
            return result;
        };
        auto const x = column("x");
        auto const y = column("y");
        auto cells = no_answer(table.text(rows.front(), id_column), heading.size());
        if (auto const found = study::lagged_association(x.view(), y.view(), 1)) {
            cells[1] = study_cell(found->rows);
            cells[2] = study_cell(found->estimate);
            if (found->inference) {
                cells[3] = study_cell(found->inference->error);
                cells[4] = study_cell(found->inference->t);
                cells[5] = study_cell(found->inference->p);
            }
        }
        auto const last = counted_from(first, std::ranges::max(periods));
        if (auto const found = study::correlation_of_changes(x.view(), y.view(), 0, last, 1)) {
            cells[6] = study_cell(found->rho);
            cells[7] = study_cell(found->p);
        }
        out.row(cells);
    }
}

constexpr std::array methods{
    StudyMethod{"did", "", print_did},
    StudyMethod{"staggered", "", print_staggered},
    StudyMethod{"staggered", "simple", print_staggered_simple},
    StudyMethod{"its", "", print_its},
    StudyMethod{"lag", "", print_lag},
};

} // namespace

std::span<StudyMethod const> effect_methods() { return methods; }

} // namespace rodtrad::app
