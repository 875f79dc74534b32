#include "import/cells.hpp"
#include "import/row_reader.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace rodtrad::import {

namespace {

constexpr std::array<std::pair<std::string_view, MeasureField>, 19> fields{{
    {"title", MeasureField::title},
    {"title_en", MeasureField::title_en},
    {"definition", MeasureField::definition},
    {"unit_of_measure", MeasureField::unit_of_measure},
    {"kind", MeasureField::kind},
    {"multiplier", MeasureField::multiplier},
    {"polarity", MeasureField::polarity},
    {"aggregation", MeasureField::aggregation},
    {"periodicity", MeasureField::periodicity},
    {"level", MeasureField::level},
    {"perspective", MeasureField::perspective},
    {"area", MeasureField::area},
    {"source", MeasureField::source},
    {"owner", MeasureField::owner},
    {"people", MeasureField::people},
    {"min_effect", MeasureField::min_effect},
    {"decimals", MeasureField::decimals},
    {"weight", MeasureField::weight},
    {"conditions", MeasureField::conditions},
}};

class MeasureRows final : public RowReader {
public:
    MeasureRows(Columns const& columns, Mapping const& mapping, Reading& reading)
        : m_reading{reading}, m_cells{mapping, reading}, m_code{columns.column("code")} {
        for (auto const& [name, field] : fields)
            if (auto column = columns.column(name); column.is_given()) m_columns.emplace_back(field, std::move(column));
    }

    void read(TableRow const& row) override {
        auto const code = m_cells.code(row, m_code);
        if (!code) return;
        domain::Measure measure;
        measure.code = *code;
        Fields stated = 0;
        for (auto const& [field, column] : m_columns) {
            if (column.in(row).empty()) continue;
            if (!read_field(row, field, column, measure)) return;
            stated |= static_cast<Fields>(field);
        }
        m_reading.sink.measure(measure, stated, m_reading.place(row.number));
    }

private:
    // False where the cell was complained about.
    bool read_field(TableRow const& row, MeasureField field, Column const& column, domain::Measure& measure) const {
        auto const text = column.in(row);
        auto const word = [&](auto& member, auto const& read) {
            auto const value = read(text);
            if (!value) return m_cells.refuse(row, column, problems::unknown_word), false;
            member = *value; // NOLINT(bugprone-optional-value-conversion): one of the members is optional itself
            return true;
        };
        auto const number = [&](auto& member) {
            auto const value = m_cells.number(row, column);
            if (value) member = *value; // NOLINT(bugprone-optional-value-conversion): as above
            return value.has_value();
        };
        auto const number_within = [&](auto& member, double least, double most) {
            if (!number(member)) return false;
            if (member >= least && member <= most) return true;
            return m_cells.refuse(row, column, problems::not_allowed_number), false;
        };
        constexpr auto unbounded = std::numeric_limits<double>::max();
        switch (field) {
        case MeasureField::title:
            measure.title = text;
            return true;
        case MeasureField::title_en:
            measure.title_en = text;
            return true;
        case MeasureField::definition:
            measure.definition = text;
            return true;
        case MeasureField::unit_of_measure:
            measure.unit_of_measure = text;
            return true;
        case MeasureField::perspective:
            measure.perspective = text;
            return true;
        case MeasureField::area:
            measure.area = text;
            return true;
        case MeasureField::source:
            measure.source = text;
            return true;
        case MeasureField::owner:
            measure.owner = text;
            return true;
        case MeasureField::people:
            measure.people = text;
            return true;
        case MeasureField::kind:
            return word(measure.kind, to_value_kind);
        case MeasureField::polarity:
            return word(measure.polarity, to_polarity);
        case MeasureField::aggregation:
            return word(measure.aggregation, to_aggregation);
        case MeasureField::periodicity:
            return word(measure.periodicity, to_periodicity);
        case MeasureField::level:
            return word(measure.level, to_measure_level);
        case MeasureField::multiplier:
            return number_within(measure.multiplier, std::numeric_limits<double>::min(), unbounded);
        case MeasureField::min_effect:
            return number_within(measure.min_effect, 0, unbounded);
        case MeasureField::weight:
            return number_within(measure.weight, 1, 3);
        case MeasureField::decimals:
            return word(measure.decimals, to_decimals);
        case MeasureField::conditions:
            measure.conditions = Cells::codes_in(text);
            return true;
        }
        return true;
    }

    static std::optional<int> to_decimals(std::string_view text) {
        constexpr auto max_decimals = 9;
        if (text.size() != 1 || text[0] < '0' || text[0] - '0' > max_decimals) return {};
        return text[0] - '0';
    }

    Reading& m_reading;
    Cells m_cells;
    Column m_code;
    std::vector<std::pair<MeasureField, Column>> m_columns;
};

} // namespace

std::unique_ptr<RowReader> measure_rows(Columns const& columns, Mapping const& mapping, Reading& reading) {
    return std::make_unique<MeasureRows>(columns, mapping, reading);
}

} // namespace rodtrad::import
