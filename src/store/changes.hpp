#pragma once

#include "domain/ids.hpp"
#include "store/connection.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace rodtrad::store {

// A moment in the life of the database. The revision grows with every change; the token is drawn anew each time, so
// that a copy that went its own way, or a database that was restored, is told from this one.
struct Moment {
    std::int64_t revision = 0;
    std::string token;
    bool operator==(Moment const&) const = default;
};
Moment moment(Connection& connection);

// Call once in every transaction that changes something: with the delivery that landed or was undone, without one when
// something was published.
void count_change(Connection& connection, std::optional<domain::DeliveryId> delivery);

// What a delivery speaks of, and so what is to be read again when it lands or is undone.
struct Touched {
    bool is_everything = false;           // units, groups or peer groups
    std::set<domain::MeasureId> measures; // their definition, figures, targets or marks
};
void write_touched(Connection& connection, domain::DeliveryId delivery, Touched const& touched);
// What all changes after that moment touched together; everything, where that moment is none of this database.
Touched touched_since(Connection& connection, Moment const& since);

} // namespace rodtrad::store
