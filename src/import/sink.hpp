#pragma once

#include "domain/delivery.hpp"
#include "domain/group.hpp"
#include "domain/mark.hpp"
#include "domain/measure.hpp"
#include "domain/outcome.hpp"
#include "domain/target.hpp"
#include "domain/unit.hpp"

#include <cstdint>
#include <string_view>

namespace rodtrad::import {

// Where a row stood, so that whoever refuses it later can still say so.
struct Place {
    std::string_view file;
    std::int64_t row = 0;
};

// One figure with the codes as the file wrote them; the views live until the call returns.
struct ObservationRow {
    std::string_view measure;
    std::string_view unit;
    std::string_view group; // "T" where the file has no groups
    domain::Period period;
    domain::Outcome outcome;
    // The file gave numerator and denominator but no value: Measured::value is then numerator / denominator,
    // and whoever knows the measure multiplies it by the measure's multiplier.
    bool is_value_from_counts = false;
};

// Which fields of a definition a row states. A file of two columns (code, polarity) changes one field
// and leaves the rest of what is known alone.
using Fields = std::uint32_t;
inline constexpr Fields all_fields = ~Fields{0};

enum class MeasureField : Fields {
    title = 1U << 0,
    title_en = 1U << 1,
    definition = 1U << 2,
    unit_of_measure = 1U << 3,
    kind = 1U << 4,
    multiplier = 1U << 5,
    polarity = 1U << 6,
    aggregation = 1U << 7,
    periodicity = 1U << 8,
    level = 1U << 9,
    perspective = 1U << 10,
    area = 1U << 11,
    source = 1U << 12,
    owner = 1U << 13,
    people = 1U << 14,
    min_effect = 1U << 15,
    decimals = 1U << 16,
    weight = 1U << 17,
    conditions = 1U << 18,
};

enum class UnitField : Fields {
    name = 1U << 0,
    parent = 1U << 1,
    kind = 1U << 2,
    operation = 1U << 3,
    valid_from = 1U << 4,
    valid_to = 1U << 5,
    external_codes = 1U << 6,
    predecessors = 1U << 7,
};

// Receives what a file holds, row by row, in the order of the file. Nothing is kept by the reader.
class Sink {
public:
    virtual ~Sink() = default;
    virtual void unit(domain::Unit const& unit, Fields stated, Place place) = 0;
    virtual void measure(domain::Measure const& measure, Fields stated, Place place) = 0;
    virtual void group(domain::Group const& group, Place place) = 0;
    // The owner is a unit's code or, where the file knows no better ("Liknande kommuner grundskola, Ale, 2024"),
    // its name: look for the code first, then for the name.
    virtual void peer_group(domain::PeerGroup const& peer_group, Place place) = 0;
    virtual void target(domain::Target const& target, Place place) = 0;
    virtual void mark(domain::Mark const& mark, Place place) = 0;
    virtual void observation(ObservationRow const& row, Place place) = 0;
    virtual void complain(domain::Complaint const& complaint) = 0;
    // Bytes read of the file on disk (compressed), now and then.
    virtual void progress(std::uint64_t done, std::uint64_t total) = 0;
};

} // namespace rodtrad::import
