#include "steering/figures.hpp"

#include "steering/problems.hpp"
#include "store/deliveries.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rodtrad::steering {

std::size_t Figures::KeyHash::operator()(Key const& key) const {
    auto hash = static_cast<std::uint64_t>(key.measure) * 0x9E3779B97F4A7C15U;
    hash = (hash ^ static_cast<std::uint64_t>(key.unit)) * 0xC2B2AE3D27D4EB4FU;
    hash = (hash ^ static_cast<std::uint64_t>(key.group)) * 0x165667B19E3779F9U;
    return hash ^ (hash >> 32U);
}

Figures::Figures(store::Connection& connection, domain::DeliveryId delivery, Complain complain)
    : m_connection{connection}, m_delivery{delivery}, m_complain{std::move(complain)},
      m_undone{store::undone_deliveries(connection)}, m_writer{connection, delivery}, m_reader{connection} {
    m_pending.reserve(batch_size);
}

// A delivery of one measure need not know the series of all others.
void Figures::look_up_series(domain::MeasureId measure) {
    if (m_latest == measure) return; // rows in a run often are of the same
    m_latest = measure;
    if (!m_looked_up.insert(measure).second) return;
    for (auto const& series : store::series_of(m_connection, measure)) {
        m_by_key.emplace(Key{measure.value(), series.unit.value(), series.group.value()}, m_series.size());
        m_series.push_back({.id = series.id, .measure = measure, .existed = true, .newest = {}});
    }
}

void Figures::add(domain::MeasureId measure, domain::UnitId unit, domain::GroupId group, domain::Period period,
                  domain::Outcome const& outcome, import::Place place) {
    look_up_series(measure);
    auto const [found, is_new] =
        m_by_key.try_emplace(Key{measure.value(), unit.value(), group.value()}, m_series.size());
    if (is_new)
        m_series.push_back(
            {.id = m_writer.add_series(measure, unit, group), .measure = measure, .existed = false, .newest = {}});
    if (m_pending.empty()) m_file = place.file;
    m_pending.push_back({found->second, period, place.row, outcome});
    if (m_pending.size() == batch_size) write_batch();
}

void Figures::settle(domain::DeliveryCounts& counts) {
    write_batch();
    m_writer.finish();
    counts += std::exchange(m_counts, {});
}

void Figures::write_batch() {
    auto const order = [&](Pending const& row) { return std::tuple{m_series[row.series].id, row.period, row.row}; };
    std::ranges::sort(m_pending, {}, order);
    for (auto begin = m_pending.begin(); begin != m_pending.end();) {
        auto const end =
            std::find_if(begin, m_pending.end(), [&](auto const& row) { return row.series != begin->series; });
        write_series({begin, end});
        begin = end;
    }
    m_pending.clear();
}

void Figures::write_series(std::span<Pending const> rows) {
    auto& series = m_series[rows.front().series];

    // What is known of the series already; nothing needs to be looked up for one that only grows at its end.
    std::vector<store::Observation> known;
    if (series.existed || (series.newest && rows.front().period.code() <= *series.newest)) {
        m_writer.finish();
        known = m_reader.versions(series.id);
        std::erase_if(known, [&](auto const& version) { return m_undone.contains(version.delivery); });
    }
    auto version = known.begin();

    Pending const* previous = nullptr; // the row of the same period that was written just before
    for (auto const& row : rows) {
        while (version != known.end() && version->period < row.period) ++version;
        store::Observation const* standing = nullptr;
        for (auto newest = version; newest != known.end() && newest->period == row.period; ++newest)
            standing = &*newest;

        bool const is_repeated = (previous != nullptr && previous->period == row.period) ||
                                 (standing != nullptr && standing->delivery == m_delivery);
        if (is_repeated) {
            auto const& first =
                previous != nullptr && previous->period == row.period ? previous->outcome : standing->outcome;
            if (first == row.outcome) {
                ++m_counts.unchanged;
            } else {
                ++m_counts.left_out;
                m_complain({.file = m_file,
                            .row = row.row,
                            .column = {},
                            .text = row.period.text(),
                            .problem = std::string{problems::stated_twice.problem},
                            .remedy = std::string{problems::stated_twice.remedy},
                            .outcome = domain::Complaint::Outcome::left_out});
            }
            continue;
        }
        previous = &row;
        if (standing != nullptr && standing->outcome == row.outcome) {
            ++m_counts.unchanged;
            continue;
        }
        ++(standing != nullptr ? m_counts.revised : m_counts.added);
        ++m_counts.figures;
        if (!std::holds_alternative<domain::Measured>(row.outcome)) ++m_counts.without_value;
        if (!series.newest) m_touched.insert(series.measure);
        m_writer.write(series.id, row.period, row.outcome);
        series.newest = std::max(series.newest.value_or(row.period.code()), row.period.code());
    }
}

} // namespace rodtrad::steering
