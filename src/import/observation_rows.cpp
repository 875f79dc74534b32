#include "import/cells.hpp"
#include "import/row_reader.hpp"

namespace rodtrad::import {

namespace {

class ObservationRows final : public RowReader {
public:
    ObservationRows(Columns const& columns, Mapping const& mapping, Reading& reading)
        : m_mapping{mapping}, m_reading{reading}, m_cells{mapping, reading}, m_measure{columns.column("measure")},
          m_unit{columns.column("unit")}, m_group{columns.column("group")}, m_period{columns.column("period")},
          m_value{columns.column("value")}, m_numerator{columns.column("numerator")},
          m_denominator{columns.column("denominator")}, m_status{columns.column("status")} {}

    void read(TableRow const& row) override {
        auto const measure = m_cells.code(row, m_measure);
        if (!measure) return;
        auto const unit = m_cells.code(row, m_unit);
        if (!unit) return;
        auto const period = m_cells.period(row, m_period);
        if (!period) return;
        ObservationRow observation{*measure, *unit, m_cells.group(row, m_group), *period, domain::Missing{}};
        if (read_outcome(row, observation)) m_reading.sink.observation(observation, m_reading.place(row.number));
    }

private:
    // A status that says why there is no value wins over what stands in the other cells.
    bool read_outcome(TableRow const& row, ObservationRow& observation) {
        auto is_preliminary = false;
        if (m_status.is_given()) {
            auto const status = to_status(m_status.in(row));
            if (!status) return m_cells.refuse(row, m_status, problems::unknown_status), false;
            switch (*status) {
            case Status::measured:
                break;
            case Status::preliminary:
                is_preliminary = true;
                break;
            case Status::missing:
                return true;
            case Status::not_applicable:
                observation.outcome = domain::NotApplicable{};
                return true;
            case Status::confidential:
                observation.outcome = domain::Confidential{};
                return true;
            }
        }

        auto const text = m_value.in(row);
        auto const no_value = why_no_value(text);
        auto const has_counts = !m_numerator.in(row).empty() || !m_denominator.in(row).empty();
        if (no_value && !(text.empty() && has_counts)) {
            observation.outcome = to_outcome(*no_value);
            return true;
        }

        domain::Measured measured;
        measured.is_preliminary = is_preliminary;
        if (has_counts) {
            auto const counts = read_counts(row);
            if (!counts) return false;
            if (counts->denominator == 0) {
                m_reading.note(row.number, m_denominator.heading(), m_denominator.in(row), problems::zero_denominator);
                return true;
            }
            measured.counts = counts;
            measured.value = counts->numerator / counts->denominator;
            observation.is_value_from_counts = no_value.has_value();
        }
        if (!no_value) {
            auto const value = m_cells.number(row, m_value);
            if (!value) return false;
            measured.value = *value;
        }
        observation.outcome = measured;
        return true;
    }

    std::optional<NoValue> why_no_value(std::string_view text) const {
        if (!m_mapping.values.empty())
            if (auto const stated = m_mapping.values.find(text); stated != m_mapping.values.end())
                return stated->second;
        auto const is_digit = !text.empty() && text.front() >= '0' && text.front() <= '9';
        return is_digit ? std::nullopt : to_no_value(text);
    }

    std::optional<domain::Counts> read_counts(TableRow const& row) const {
        if (m_numerator.in(row).empty() || m_denominator.in(row).empty()) {
            auto const& given = m_numerator.in(row).empty() ? m_denominator : m_numerator;
            m_cells.refuse(row, given, problems::half_counts);
            return {};
        }
        auto const numerator = m_cells.number(row, m_numerator);
        if (!numerator) return {};
        auto const denominator = m_cells.number(row, m_denominator);
        if (!denominator) return {};
        if (*numerator < 0 || *denominator < 0) {
            m_cells.refuse(row, *numerator < 0 ? m_numerator : m_denominator, problems::negative_count);
            return {};
        }
        return domain::Counts{*numerator, *denominator};
    }

    Mapping const& m_mapping;
    Reading& m_reading;
    Cells m_cells;
    Column m_measure, m_unit, m_group, m_period, m_value, m_numerator, m_denominator, m_status;
};

} // namespace

std::unique_ptr<RowReader> observation_rows(Columns const& columns, Mapping const& mapping, Reading& reading) {
    return std::make_unique<ObservationRows>(columns, mapping, reading);
}

} // namespace rodtrad::import
