#pragma once

#include "domain/delivery.hpp"
#include "import/sink.hpp"
#include "store/observations.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace rodtrad::steering {

// Takes in the figures of a delivery: finds out which are new, which revise an older one and which are already known,
// and writes what changes. Works in batches, so that the memory it takes does not grow with the file.
class Figures {
public:
    using Complain = std::function<void(domain::Complaint)>;
    Figures(store::Connection& connection, domain::DeliveryId delivery, Complain complain);

    void add(domain::MeasureId measure, domain::UnitId unit, domain::GroupId group, domain::Period period,
             domain::Outcome const& outcome, import::Place place);

    // Everything added so far is written, and counted in `counts`. Call it at the end of each file: rows that wait
    // to be written are rows of one file.
    void settle(domain::DeliveryCounts& counts);

    // The measures that figures were written of.
    std::set<domain::MeasureId> const& touched() const { return m_touched; }

private:
    struct Key {
        std::int64_t measure;
        std::int64_t unit;
        std::int64_t group;
        bool operator==(Key const&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(Key const& key) const;
    };
    struct SeriesState {
        store::SeriesId id;
        domain::MeasureId measure;
        bool existed;                       // before this delivery
        std::optional<std::int32_t> newest; // period this delivery has written
    };
    struct Pending {
        std::size_t series;
        domain::Period period;
        std::int64_t row;
        domain::Outcome outcome;
    };

    void look_up_series(domain::MeasureId measure);
    void write_batch();
    void write_series(std::span<Pending const> rows);

    static constexpr std::size_t batch_size = 1 << 16;
    store::Connection& m_connection;
    domain::DeliveryId m_delivery;
    Complain m_complain;
    std::set<domain::DeliveryId> m_undone;
    store::ObservationWriter m_writer;
    store::ObservationReader m_reader;
    std::set<domain::MeasureId> m_looked_up;
    std::optional<domain::MeasureId> m_latest; // looked up
    std::vector<SeriesState> m_series;
    std::unordered_map<Key, std::size_t, KeyHash> m_by_key;
    std::vector<Pending> m_pending;
    std::string m_file; // that the pending rows stand in
    domain::DeliveryCounts m_counts;
    std::set<domain::MeasureId> m_touched;
};

} // namespace rodtrad::steering
