#pragma once

#include "base/fields.hpp"
#include "base/instant.hpp"
#include "domain/ids.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace rodtrad::domain {

// A problem in a delivery, where it stands, and what to do about it. Rows and columns count from 1 as in a spreadsheet.
struct Complaint {
    // left_out: the row is not stored. noted: it is stored, with a reservation.
    enum class Outcome : std::uint8_t { left_out, noted };
    friend constexpr auto names_of(Outcome) {
        return std::to_array<std::pair<Outcome, std::string_view>>(
            {{Outcome::left_out, "left_out"}, {Outcome::noted, "noted"}});
    }
    std::string file;
    std::int64_t row = 0; // 0 = the whole file
    std::string column;   // its heading; empty = the whole row
    std::string text;     // as it stood, cut at 200 characters
    std::string problem;
    std::string remedy;
    Outcome outcome = Outcome::left_out;

    static constexpr auto fields() {
        return std::tuple{base::Field{"file", &Complaint::file},       base::Field{"row", &Complaint::row},
                          base::Field{"column", &Complaint::column},   base::Field{"text", &Complaint::text},
                          base::Field{"problem", &Complaint::problem}, base::Field{"remedy", &Complaint::remedy},
                          base::Field{"outcome", &Complaint::outcome}};
    }
    bool operator==(Complaint const&) const = default;
};

struct DeliveryCounts {
    std::int64_t rows = 0;          // data rows read
    std::int64_t added = 0;         // figures (or definitions) not known before
    std::int64_t revised = 0;       // stand beside an older one
    std::int64_t unchanged = 0;     // already known, not stored again
    std::int64_t left_out = 0;      // became complaints
    std::int64_t figures = 0;       // of added + revised: figures, not definitions
    std::int64_t without_value = 0; // of figures: missing, not applicable or confidential
    std::int64_t complaints = 0;

    DeliveryCounts& operator+=(DeliveryCounts const& other) {
        rows += other.rows;
        added += other.added;
        revised += other.revised;
        unchanged += other.unchanged;
        left_out += other.left_out;
        figures += other.figures;
        without_value += other.without_value;
        complaints += other.complaints;
        return *this;
    }
    static constexpr auto fields() {
        return std::tuple{base::Field{"rows", &DeliveryCounts::rows},
                          base::Field{"added", &DeliveryCounts::added},
                          base::Field{"revised", &DeliveryCounts::revised},
                          base::Field{"unchanged", &DeliveryCounts::unchanged},
                          base::Field{"left_out", &DeliveryCounts::left_out},
                          base::Field{"figures", &DeliveryCounts::figures},
                          base::Field{"without_value", &DeliveryCounts::without_value},
                          base::Field{"complaints", &DeliveryCounts::complaints}};
    }
    bool operator==(DeliveryCounts const&) const = default;
};

// One import or form hand-in: what it brought, and whether it still stands.
struct Delivery {
    DeliveryId id;
    base::Instant received;
    std::optional<base::Instant> undone;
    std::string source; // the files' names, or the command
    std::string format; // "tidy CSV, UTF-8, ;"
    DeliveryCounts counts;
};

} // namespace rodtrad::domain
