// Tables that define things: units, groups and peer groups. An empty cell states nothing.

#include "base/csv_writer.hpp"
#include "base/date.hpp"
#include "import/cells.hpp"
#include "import/row_reader.hpp"

#include <utility>

namespace rodtrad::import {

namespace {

class UnitRows final : public RowReader {
public:
    UnitRows(Columns const& columns, Mapping const& mapping, Reading& reading)
        : m_reading{reading}, m_cells{mapping, reading}, m_code{columns.column("code")}, m_name{columns.column("name")},
          m_parent{columns.column("parent")}, m_kind{columns.column("kind")}, m_operation{columns.column("operation")},
          m_valid_from{columns.column("valid_from")}, m_valid_to{columns.column("valid_to")},
          m_predecessors{columns.column("predecessors")}, m_externals{columns.externals()} {}

    void read(TableRow const& row) override {
        auto const code = m_cells.code(row, m_code);
        if (!code) return;
        domain::Unit unit;
        Fields stated = 0;
        auto const states = [&](Column const& column, UnitField field) {
            if (column.in(row).empty()) return false;
            stated |= static_cast<Fields>(field);
            return true;
        };
        // As it was before it was written for a spreadsheet.
        auto const text = [&](Column const& column) { return std::string{base::unguarded(column.in(row))}; };
        unit.code = *code;
        if (states(m_name, UnitField::name)) unit.name = text(m_name);
        if (states(m_parent, UnitField::parent)) unit.parent = text(m_parent);
        if (states(m_operation, UnitField::operation)) unit.operation = text(m_operation);
        if (states(m_kind, UnitField::kind)) {
            auto const kind = to_unit_kind(m_kind.in(row));
            if (!kind) return m_cells.refuse(row, m_kind, problems::unknown_word);
            unit.kind = *kind;
        }
        if (states(m_valid_from, UnitField::valid_from)) {
            unit.valid_from = base::to_date(m_valid_from.in(row));
            if (!unit.valid_from) return m_cells.refuse(row, m_valid_from, problems::not_a_date);
        }
        if (states(m_valid_to, UnitField::valid_to)) {
            unit.valid_to = base::to_date(m_valid_to.in(row));
            if (!unit.valid_to) return m_cells.refuse(row, m_valid_to, problems::not_a_date);
        }
        if (unit.valid_from && unit.valid_to && *unit.valid_to < *unit.valid_from)
            return m_cells.refuse(row, m_valid_to, problems::last_day_before_first);
        if (states(m_predecessors, UnitField::predecessors)) unit.predecessors = Cells::codes_in(text(m_predecessors));
        for (auto const& [system, column] : m_externals)
            if (states(column, UnitField::external_codes)) unit.external_codes[system] = text(column);
        m_reading.sink.unit(unit, stated, m_reading.place(row.number));
    }

private:
    Reading& m_reading;
    Cells m_cells;
    Column m_code, m_name, m_parent, m_kind, m_operation, m_valid_from, m_valid_to, m_predecessors;
    std::vector<Columns::External> m_externals;
};

class GroupRows final : public RowReader {
public:
    GroupRows(Columns const& columns, Mapping const& mapping, Reading& reading)
        : m_reading{reading}, m_cells{mapping, reading}, m_code{columns.column("code")}, m_name{columns.column("name")},
          m_name_en{columns.column("name_en")}, m_kind{columns.column("kind")} {}

    void read(TableRow const& row) override {
        if (!m_cells.code(row, m_code) || !m_cells.code(row, m_name)) return;
        domain::Group group;
        group.code = to_group_code(m_code.in(row));
        group.name = m_name.in(row);
        group.name_en = m_name_en.in(row);
        if (!m_kind.in(row).empty()) {
            auto const kind = to_group_kind(m_kind.in(row));
            if (!kind) return m_cells.refuse(row, m_kind, problems::unknown_word);
            group.kind = *kind;
        }
        m_reading.sink.group(group, m_reading.place(row.number));
    }

private:
    Reading& m_reading;
    Cells m_cells;
    Column m_code, m_name, m_name_en, m_kind;
};

// One row for each member; the rows of a group follow each other, and the first of them describes it.
class PeerGroupRows final : public RowReader {
public:
    PeerGroupRows(Columns const& columns, Mapping const& mapping, Reading& reading)
        : m_reading{reading}, m_cells{mapping, reading}, m_code{columns.column("code")}, m_name{columns.column("name")},
          m_owner{columns.column("owner")}, m_area{columns.column("area")}, m_year{columns.column("year")},
          m_member{columns.column("member")} {}

    void read(TableRow const& row) override {
        auto const code = m_cells.code(row, m_code);
        if (!code) return;
        auto const member = m_cells.code(row, m_member);
        if (!member) return;
        if (m_group.code != *code) {
            auto year = std::optional<int>{};
            if (!m_year.in(row).empty()) {
                auto const period = m_cells.period(row, m_year);
                if (!period) return;
                year = period->year();
            }
            finish();
            m_group.code = *code;
            m_group.name = m_name.in(row).empty() ? *code : m_name.in(row);
            if (!m_owner.in(row).empty()) m_group.owner = m_owner.in(row);
            m_group.area = m_area.in(row);
            m_group.year = year;
            m_first_row = row.number;
        }
        m_group.members.emplace_back(*member);
    }

    void finish() override {
        if (!m_group.members.empty()) m_reading.sink.peer_group(m_group, m_reading.place(m_first_row));
        m_group = {};
    }

private:
    Reading& m_reading;
    Cells m_cells;
    Column m_code, m_name, m_owner, m_area, m_year, m_member;
    domain::PeerGroup m_group;
    std::int64_t m_first_row = 0;
};

} // namespace

std::unique_ptr<RowReader> unit_rows(Columns const& columns, Mapping const& mapping, Reading& reading) {
    return std::make_unique<UnitRows>(columns, mapping, reading);
}
std::unique_ptr<RowReader> group_rows(Columns const& columns, Mapping const& mapping, Reading& reading) {
    return std::make_unique<GroupRows>(columns, mapping, reading);
}
std::unique_ptr<RowReader> peer_group_rows(Columns const& columns, Mapping const& mapping, Reading& reading) {
    return std::make_unique<PeerGroupRows>(columns, mapping, reading);
}

} // namespace rodtrad::import
