#include "app/study_methods.hpp"
#include "base/error.hpp"
#include "study/methods/decomposition.hpp"
#include "study/methods/slope_index.hpp"

#include <array>

namespace rodtrad::app {

namespace {

using Row = StudyTable::Row;
using Rows = std::vector<Row>;

constexpr double usual_confidence = 0.95;

// --- sii ---

void print_slope_index(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"case_id", "sii", "rii", "intercept", "sii_se_analytic", "sii_lower_analytic", "sii_upper_analytic"});
    auto const id = table.column("case_id");
    auto const population = table.column("population");
    auto const value = table.column("value");
    auto const se = table.column("se");
    for (auto const& rows : table.grouped_by(id)) {
        std::vector<study::OrderedGroup> groups;
        for (auto const row : table.sorted_by(table.column("quantile"), rows))
            if (auto const figure = table.number_if_any(row, value)) { // a group without a figure is not there
                groups.push_back({table.number(row, population), *figure, table.number_if_any(row, se)});
                if (groups.back().population < 0) throw base::Error(table.place(row, population) + "negative_count");
            }
        auto const found = study::slope_index(groups, usual_confidence);
        auto const& name = table.text(rows.front(), id);
        if (!found) {
            out.row({name, "", "", "", "", "", ""});
            continue;
        }
        auto const& limits = found->limits;
        out.row({name, study_cell(found->slope), study_cell(found->relative), study_cell(found->intercept),
                 study_cell(found->se), limits ? study_cell(limits->lower) : "",
                 limits ? study_cell(limits->upper) : ""});
    }
}

// --- kitagawa ---

struct Decomposed {
    std::string id;
    Rows rows;
    study::Answer<study::Decomposition> found;
};
std::vector<Decomposed> decomposed(StudyTable const& table) {
    auto const id = table.column("case_id");
    // A unit that was not there has empty cells, or nobody.
    auto const counts = [&](Row row, std::string_view x, std::string_view n) {
        domain::Counts const found{table.number_if_any(row, table.column(x)).value_or(0),
                                   table.number_if_any(row, table.column(n)).value_or(0)};
        if (auto const reason = study::contradiction_in(found))
            throw base::Error(table.place(row, table.column(x)) + std::string{study::to_text(*reason)});
        return found;
    };
    std::vector<Decomposed> result;
    for (auto& rows : table.grouped_by(id)) {
        std::vector<study::UnitChange> units;
        for (auto const row : rows) units.push_back({counts(row, "x0", "n0"), counts(row, "x1", "n1")});
        auto found = study::kitagawa(units);
        auto name = table.text(rows.front(), id);
        result.push_back({std::move(name), std::move(rows), std::move(found)});
    }
    return result;
}

void print_decomposition(StudyInput const& input, base::CsvWriter& out) {
    out.row({"case_id", "unit", "rate_effect", "mix_effect", "mix_effect_centred", "contribution"});
    auto const unit = input.table.column("unit");
    for (auto const& [id, rows, found] : decomposed(input.table)) {
        for (std::size_t at = 0; at < rows.size(); ++at) {
            auto const& name = input.table.text(rows[at], unit);
            if (!found) {
                out.row({id, name, "", "", "", ""});
                continue;
            }
            auto const& part = found->units[at];
            out.row({id, name, study_cell(part.rate), study_cell(part.mix), study_cell(part.mix_centred),
                     study_cell(part.sum())});
        }
    }
}

void print_decomposition_total(StudyInput const& input, base::CsvWriter& out) {
    out.row({"case_id", "rate0", "rate1", "change", "rate_effect", "mix_effect"});
    for (auto const& [id, rows, found] : decomposed(input.table)) {
        if (found)
            out.row({id, study_cell(found->before), study_cell(found->after), study_cell(found->change()),
                     study_cell(found->rate), study_cell(found->mix)});
        else
            out.row({id, "", "", "", "", ""});
    }
}

constexpr std::array methods{
    StudyMethod{"sii", "", print_slope_index},
    StudyMethod{"kitagawa", "", print_decomposition},
    StudyMethod{"kitagawa", "total", print_decomposition_total},
};

} // namespace

std::span<StudyMethod const> parts_methods() { return methods; }

} // namespace rodtrad::app
