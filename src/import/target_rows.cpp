#include "import/cells.hpp"
#include "import/row_reader.hpp"

#include <utility>

namespace rodtrad::import {

namespace {

class TargetRows final : public RowReader {
public:
    TargetRows(Columns const& columns, Mapping const& mapping, Reading& reading)
        : m_reading{reading}, m_cells{mapping, reading}, m_measure{columns.column("measure")},
          m_unit{columns.column("unit")}, m_group{columns.column("group")}, m_period{columns.column("period")},
          m_floor{columns.column("floor")}, m_target{columns.column("target")}, m_stretch{columns.column("stretch")},
          m_inherited{columns.column("inherited")} {}

    void read(TableRow const& row) override {
        auto const measure = m_cells.code(row, m_measure);
        if (!measure) return;
        auto const unit = m_cells.code(row, m_unit);
        if (!unit) return;
        auto const period = m_cells.period(row, m_period);
        if (!period) return;
        domain::Target target;
        target.measure = *measure;
        target.unit = *unit;
        target.group = m_cells.group(row, m_group);
        target.period = *period;
        for (auto [column, level] : {std::pair{&m_floor, &target.floor}, std::pair{&m_target, &target.target},
                                     std::pair{&m_stretch, &target.stretch}}) {
            if (column->in(row).empty()) continue;
            *level = m_cells.number(row, *column);
            if (!*level) return;
        }
        if (!target.floor && !target.target && !target.stretch)
            return m_cells.refuse(row, m_target, problems::empty_cell);
        if (!m_inherited.in(row).empty()) {
            auto const is_inherited = to_yes_or_no(m_inherited.in(row));
            if (!is_inherited) return m_cells.refuse(row, m_inherited, problems::unknown_word);
            target.is_inherited = *is_inherited;
        }
        m_reading.sink.target(target, m_reading.place(row.number));
    }

private:
    Reading& m_reading;
    Cells m_cells;
    Column m_measure, m_unit, m_group, m_period, m_floor, m_target, m_stretch, m_inherited;
};

} // namespace

std::unique_ptr<RowReader> target_rows(Columns const& columns, Mapping const& mapping, Reading& reading) {
    return std::make_unique<TargetRows>(columns, mapping, reading);
}

} // namespace rodtrad::import
