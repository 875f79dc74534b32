#include "import/cells.hpp"

#include "base/csv_writer.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace rodtrad::import {

void Cells::refuse(TableRow const& row, Column const& column, problems::Problem const& problem) const {
    m_reading.leave_out(row.number, column.heading(), column.in(row), problem);
}

std::optional<std::string_view> Cells::code(TableRow const& row, Column const& column) const {
    auto const text = base::unguarded(column.in(row)); // as it was before it was written for a spreadsheet
    if (!text.empty()) return text;
    refuse(row, column, problems::empty_cell);
    return {};
}

std::optional<domain::Period> Cells::period(TableRow const& row, Column const& column) const {
    auto const text = code(row, column);
    if (!text) return {};
    auto read = PeriodText{};
    if (m_mapping.period_pattern) {
        read.period = m_mapping.period_pattern->read(*text);
        if (read.period) read.kind = PeriodText::Kind::period;
    } else {
        read = to_period(*text);
    }
    switch (read.kind) {
    case PeriodText::Kind::period:
        return m_mapping.periodicity ? widened(*read.period, *m_mapping.periodicity) : read.period;
    case PeriodText::Kind::split_year:
        refuse(row, column, problems::split_year);
        break;
    case PeriodText::Kind::not_a_period:
        refuse(row, column, problems::not_a_period);
        break;
    }
    return {};
}

std::optional<double> Cells::number(TableRow const& row, Column const& column) const {
    auto const number = to_number(column.in(row), m_mapping.decimal);
    switch (number.kind) {
    case Number::Kind::number:
        return number.value;
    case Number::Kind::not_a_number:
        refuse(row, column, problems::not_a_number);
        break;
    case Number::Kind::out_of_range:
        refuse(row, column, problems::number_out_of_range);
        break;
    }
    return {};
}

std::vector<std::string> Cells::codes_in(std::string_view text) {
    std::vector<std::string> codes;
    while (!text.empty()) {
        auto const end = std::min(text.find_first_of(",;"), text.size());
        std::string code{base::trimmed(text.substr(0, end))};
        if (!code.empty() && std::ranges::find(codes, code) == codes.end()) codes.push_back(std::move(code));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return codes;
}

std::string_view Cells::group(TableRow const& row, Column const& column) const {
    auto const text = base::unguarded(column.in(row));
    if (auto const mapped = m_mapping.groups.find(text); mapped != m_mapping.groups.end()) return mapped->second;
    return to_group_code(text);
}

} // namespace rodtrad::import
