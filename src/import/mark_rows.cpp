#include "import/cells.hpp"
#include "import/row_reader.hpp"

namespace rodtrad::import {

namespace {

class MarkRows final : public RowReader {
public:
    MarkRows(Columns const& columns, Mapping const& mapping, Reading& reading)
        : m_reading{reading}, m_cells{mapping, reading}, m_measure{columns.column("measure")},
          m_unit{columns.column("unit")}, m_group{columns.column("group")}, m_period{columns.column("period")},
          m_kind{columns.column("kind")}, m_text{columns.column("text")} {}

    void read(TableRow const& row) override {
        auto const measure = m_cells.code(row, m_measure);
        if (!measure) return;
        auto const period = m_cells.period(row, m_period);
        if (!period) return;
        auto const kind = to_mark_kind(m_kind.in(row));
        if (!kind) return m_cells.refuse(row, m_kind, problems::unknown_word);
        domain::Mark mark{.measure = std::string{*measure},
                          .unit = std::string{m_unit.in(row)},
                          .group = {},
                          .period = *period,
                          .kind = *kind,
                          .text = std::string{m_text.in(row)}};
        if (!m_group.in(row).empty()) mark.group = m_cells.group(row, m_group); // empty: every group, not the total
        if (mark.text.empty())
            return m_cells.refuse(row, m_text,
                                  mark.kind == domain::MarkKind::rebase ? problems::rebase_without_reason
                                                                        : problems::empty_explanation);
        m_reading.sink.mark(mark, m_reading.place(row.number));
    }

private:
    Reading& m_reading;
    Cells m_cells;
    Column m_measure, m_unit, m_group, m_period, m_kind, m_text;
};

} // namespace

std::unique_ptr<RowReader> mark_rows(Columns const& columns, Mapping const& mapping, Reading& reading) {
    return std::make_unique<MarkRows>(columns, mapping, reading);
}

} // namespace rodtrad::import
