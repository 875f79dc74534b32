#pragma once

#include "domain/delivery.hpp"
#include "domain/plan_sheets.hpp"
#include "import/problems.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The tables that a plan stands in when it comes by file: what they are called, before anyone asks what they mean.
namespace rodtrad::steering {

// Something that is wrong with a row, where it stands, and what to do about it. The sentences are marked with
// base::message, and the first holds {0}, {1}… for its values.
struct PlanComplaint {
    std::string place; // "plan.xlsx/Mål"
    std::int64_t row = 0;
    std::string column; // its heading; empty: the whole row
    std::string text;   // as it stood
    std::string_view problem;
    std::vector<std::string> values{};
    std::string_view remedy{}; // empty where the problem says it
    domain::Complaint::Outcome outcome = domain::Complaint::Outcome::left_out;
};

// Why a row cannot be read at all.
struct PlanRowFault {
    import::problems::Problem problem;
    std::optional<std::size_t> cell; // nothing: the whole row
    std::string text;
};

struct PlanRow {
    std::int64_t number = 0;        // as a spreadsheet shows it
    std::vector<std::string> cells; // without white space at their ends
    std::optional<PlanRowFault> fault{};
};

struct PlanTable {
    domain::PlanSheetKind kind = domain::PlanSheetKind::goals;
    std::string place;
    std::vector<std::string> headings;
    std::array<std::optional<std::size_t>, domain::plan_field_count> columns{}; // by field
    std::vector<PlanRow> rows;

    std::string heading(domain::PlanField field) const; // empty where the table has no such column
    std::string_view cell(PlanRow const& row, domain::PlanField field) const;
};

struct PlanTables {
    static constexpr std::size_t most_rows = 5'000;
    std::vector<PlanTable> tables;         // goals first, then key results, then behaviours
    std::vector<PlanComplaint> complaints; // sheets and columns that are not read
};

// Reads an Excel workbook or a CSV file, whichever the bytes are; headings in Swedish or English. Throws Refused, field
// "file", where the file cannot be read, holds no table of goals, or too many rows; base::Error where a sheet is
// damaged within.
PlanTables read_plan_tables(std::string const& name, std::string_view bytes);

} // namespace rodtrad::steering
