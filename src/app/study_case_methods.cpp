#include "app/study_methods.hpp"
#include "base/error.hpp"
#include "study/methods/intervals.hpp"
#include "study/methods/two_groups.hpp"

#include <fmt/format.h>

#include <array>
#include <limits>

namespace rodtrad::app {

namespace {

using Row = StudyTable::Row;

constexpr double usual_confidence = 0.95;

// Counts that contradict themselves stop the work; a denominator of 0 only has no answer.
void refuse_contradiction(study::NoAnswer reason, StudyTable const& table, Row row, std::string_view column) {
    if (reason != study::NoAnswer::zero_denominator)
        throw base::Error(table.place(row, table.column(column)) + std::string{study::to_text(reason)});
}

double confidence_of(StudyTable const& table, Row row) {
    auto const column = table.column("confidence");
    auto const confidence = table.number(row, column);
    if (confidence <= 0 || confidence >= 1)
        throw base::Error(fmt::format("{}{} is not between 0 and 1", table.place(row, column), confidence));
    return confidence;
}

domain::Counts counts_at(StudyTable const& table, Row row, std::string_view x, std::string_view n) {
    return {table.number(row, table.column(x)), table.number(row, table.column(n))};
}

// --- wilson, rate ---

// Value and limits, times the row's multiplier.
std::vector<std::string> estimate_cells(StudyTable const& table, Row row,
                                        study::Answer<study::Estimate> const& estimate) {
    auto const& id = table.text(row, table.column("case_id"));
    if (!estimate) {
        refuse_contradiction(estimate.reason(), table, row, "x");
        return {id, "", "", ""};
    }
    auto const by = table.number(row, table.column("multiplier"));
    return {id, study_cell(estimate->value * by), study_cell(estimate->interval.lower * by),
            study_cell(estimate->interval.upper * by)};
}

void print_wilson(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"case_id", "value", "lower", "upper"});
    for (auto const row : table.rows()) {
        auto const counts = counts_at(table, row, "x", "n");
        out.row(estimate_cells(table, row, study::proportion_estimate(counts, confidence_of(table, row))));
    }
}

void print_rate(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"case_id", "value", "lower", "upper", "method"});
    auto const asked_exact = table.column_if_any("exact_poisson"); // 1: no approximation, however many events
    for (auto const row : table.rows()) {
        auto const counts = counts_at(table, row, "x", "n");
        auto const is_exact =
            (asked_exact && table.is_true(row, *asked_exact)) || counts.numerator < study::fewest_events_for_byar;
        auto const limits = is_exact ? study::EventLimits::exact : study::EventLimits::byar_from_ten;
        auto cells = estimate_cells(table, row, study::rate_estimate(counts, confidence_of(table, row), limits));
        cells.emplace_back(is_exact ? "Exact" : "Byars");
        out.row(cells);
    }
}

// --- mean ---

void print_mean(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"case_id", "n", "mean", "sd", "lower", "upper"});
    auto const id = table.column("case_id");
    for (auto const& rows : table.grouped_by(id)) {
        auto const found =
            study::mean_estimate(table.numbers(rows, table.column("x")), confidence_of(table, rows.front()));
        auto const& interval = found->interval;
        out.row({table.text(rows.front(), id), study_cell(found->n), study_cell(found->mean),
                 study_cell(found->deviation), interval ? study_cell(interval->lower) : "",
                 interval ? study_cell(interval->upper) : ""});
    }
}

// --- diffprop, diffrate, welch ---

// Fisher's test sums over every table possible; above this size it is left out of the printed table, and the score test
// stands alone.
constexpr double largest_for_fisher = 20'000;

void print_proportion_difference(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"case_id", "p1", "p2", "diff", "z", "p_value", "newcombe_lower", "newcombe_upper", "p_fisher"});
    auto const id = table.column("case_id");
    for (auto const row : table.rows()) {
        auto const first = counts_at(table, row, "x1", "n1");
        auto const second = counts_at(table, row, "x2", "n2");
        auto const found = study::proportion_difference(first, second, confidence_of(table, row));
        if (!found) {
            refuse_contradiction(found.reason(), table, row, "x1");
            out.row({table.text(row, id), "", "", "", "", "", "", "", ""});
            continue;
        }
        auto const is_small = first.denominator + second.denominator < largest_for_fisher;
        out.row({table.text(row, id), study_cell(found->first), study_cell(found->second),
                 study_cell(found->difference()), study_cell(found->z), study_cell(found->p_score),
                 study_cell(found->interval.lower), study_cell(found->interval.upper),
                 is_small ? study_cell(study::fisher_exact(first, second)) : ""});
    }
}

void print_rate_ratio(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"case_id", "rate1", "rate2", "rate_ratio", "p_exact", "rr_lower", "rr_upper"});
    auto const id = table.column("case_id");
    constexpr auto open = std::numeric_limits<double>::infinity();
    for (auto const row : table.rows()) {
        auto const found =
            study::rate_ratio(counts_at(table, row, "x1", "t1"), counts_at(table, row, "x2", "t2"), usual_confidence);
        if (!found) {
            refuse_contradiction(found.reason(), table, row, "x1");
            out.row({table.text(row, id), "", "", "", "", "", ""});
            continue;
        }
        // Events against none: as many times more as one likes. No events at all: no ratio.
        auto const is_open = !found->ratio && found->first > 0;
        out.row({table.text(row, id), study_cell(found->first), study_cell(found->second),
                 is_open ? study_cell(open) : study_cell(found->ratio), study_cell(found->p), study_cell(found->lower),
                 study_cell(found->upper.value_or(open))});
    }
}

void print_welch(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"case_id", "n1", "mean1", "sd1", "n2", "mean2", "sd2", "diff", "t", "df", "p_value", "lower", "upper"});
    auto const id = table.column("case_id");
    auto const group = table.column("group");
    auto const x = table.column("x");
    for (auto const& rows : table.grouped_by(id)) {
        std::array<std::vector<double>, 2> groups;
        for (auto const row : rows) {
            auto const& name = table.text(row, group);
            if (name != "1" && name != "2")
                throw base::Error(fmt::format("{}\"{}\" is neither 1 nor 2", table.place(row, group), name));
            groups[name == "1" ? 0 : 1].push_back(table.number(row, x));
        }
        std::vector<std::string> cells{table.text(rows.front(), id)};
        std::array<std::optional<study::Sample>, 2> samples;
        for (std::size_t g = 0; g < 2; ++g) {
            if (!groups[g].empty()) samples[g] = study::sample_of(groups[g]);
            auto const& sample = samples[g];
            cells.push_back(study_cell(groups[g].size()));
            cells.push_back(sample ? study_cell(sample->mean) : "");
            cells.push_back(sample && sample->n > 1 ? study_cell(sample->deviation) : "");
        }
        if (!samples[0] || !samples[1]) {
            cells.resize(13);
            out.row(cells);
            continue;
        }
        cells.push_back(study_cell(samples[0]->mean - samples[1]->mean));
        if (auto const test = study::welch_test(*samples[0], *samples[1], usual_confidence))
            for (auto const value : {std::optional{test->t}, test->df, std::optional{test->p},
                                     std::optional{test->interval.lower}, std::optional{test->interval.upper}})
                cells.push_back(study_cell(value));
        cells.resize(13);
        out.row(cells);
    }
}

constexpr std::array methods{
    StudyMethod{"wilson", "", print_wilson},       StudyMethod{"rate", "", print_rate},
    StudyMethod{"mean", "", print_mean},           StudyMethod{"diffprop", "", print_proportion_difference},
    StudyMethod{"diffrate", "", print_rate_ratio}, StudyMethod{"welch", "", print_welch},
};

} // namespace

std::span<StudyMethod const> case_methods() { return methods; }

} // namespace rodtrad::app
