#include "import/reading.hpp"

#include "import/shown.hpp"

namespace rodtrad::import {

namespace {

domain::Complaint complaint(Reading const& reading, std::int64_t row, std::string_view column, std::string_view text,
                            problems::Problem const& problem, domain::Complaint::Outcome outcome) {
    return {reading.file, row, shown(column), shown(text), std::string{problem.problem}, std::string{problem.remedy},
            outcome};
}

} // namespace

void Reading::leave_out(std::int64_t row, std::string_view column, std::string_view text,
                        problems::Problem const& problem) {
    ++report.left_out;
    sink.complain(complaint(*this, row, column, text, problem, domain::Complaint::Outcome::left_out));
}

void Reading::note(std::int64_t row, std::string_view column, std::string_view text, problems::Problem const& problem) {
    sink.complain(complaint(*this, row, column, text, problem, domain::Complaint::Outcome::noted));
}

} // namespace rodtrad::import
