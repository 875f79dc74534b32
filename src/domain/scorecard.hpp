#pragma once

#include "base/date.hpp"
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

// A side that the organisation looks at itself from.
struct Perspective {
    static constexpr std::string_view table = "perspective";
    PerspectiveId id;
    std::int64_t version = 0; // how many times it has been written
    std::string unit;         // code: for it and all below that have none of their own
    std::string name;
    std::string name_en;
    std::string about; // "barn och föräldrar"
    int position = 0;  // among those of the same unit
    bool is_ended = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Perspective::id},
                          base::Field{"version", &Perspective::version},
                          base::Field{"unit", &Perspective::unit},
                          base::Field{"name", &Perspective::name},
                          base::Field{"name_en", &Perspective::name_en},
                          base::Field{"about", &Perspective::about},
                          base::Field{"position", &Perspective::position},
                          base::Field{"is_ended", &Perspective::is_ended}};
    }
    bool operator==(Perspective const&) const = default;
};

// What must go well for the mission to succeed. Measures are measures of success factors.
struct SuccessFactor {
    static constexpr std::string_view table = "success_factor";
    SuccessFactorId id;
    std::int64_t version = 0; // how many times it has been written
    PerspectiveId perspective;
    std::string unit; // code: whose factor it is
    std::string name;
    std::string process; // the key process it belongs to; may be empty
    std::string about;
    int position = 0;
    bool is_ended = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &SuccessFactor::id},
                          base::Field{"version", &SuccessFactor::version},
                          base::Field{"perspective", &SuccessFactor::perspective},
                          base::Field{"unit", &SuccessFactor::unit},
                          base::Field{"name", &SuccessFactor::name},
                          base::Field{"process", &SuccessFactor::process},
                          base::Field{"about", &SuccessFactor::about},
                          base::Field{"position", &SuccessFactor::position},
                          base::Field{"is_ended", &SuccessFactor::is_ended}};
    }
    bool operator==(SuccessFactor const&) const = default;
};

enum class ScorecardState : std::uint8_t {
    in_development, // is worked on beside the one in use
    in_use,
    retired, // has a last day, and holds until then; can still be read
};
constexpr auto names_of(ScorecardState) {
    return std::to_array<std::pair<ScorecardState, std::string_view>>({
        {ScorecardState::in_development, "in_development"},
        {ScorecardState::in_use, "in_use"},
        {ScorecardState::retired, "retired"},
    });
}

// A success factor on a card, with what it is measured by.
struct ScorecardRow {
    SuccessFactorId factor;
    std::vector<std::string> measures; // codes

    static constexpr auto fields() {
        return std::tuple{base::Field{"factor", &ScorecardRow::factor},
                          base::Field{"measures", &ScorecardRow::measures}};
    }
    bool operator==(ScorecardRow const&) const = default;
};

// An edition of a card for a kind of operation, or for one unit.
struct Scorecard {
    static constexpr std::string_view table = "scorecard";
    ScorecardId id;
    std::int64_t version = 0; // how many times it has been written
    std::string name;
    std::string unit;      // code: holds in its branch
    std::string operation; // kind of operation ("förskola"): every such unit in the branch has this card; empty: the
                           // card of the unit alone
    int edition = 1;       // counts the editions of a card
    std::optional<ScorecardId> replaces; // the edition before
    ScorecardState state = ScorecardState::in_development;
    std::optional<base::Date> valid_from;
    std::optional<base::Date> valid_to; // last day
    std::vector<ScorecardRow> rows;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Scorecard::id},
                          base::Field{"version", &Scorecard::version},
                          base::Field{"name", &Scorecard::name},
                          base::Field{"unit", &Scorecard::unit},
                          base::Field{"operation", &Scorecard::operation},
                          base::Field{"edition", &Scorecard::edition},
                          base::Field{"replaces", &Scorecard::replaces},
                          base::Field{"state", &Scorecard::state},
                          base::Field{"valid_from", &Scorecard::valid_from},
                          base::Field{"valid_to", &Scorecard::valid_to},
                          base::Field{"rows", &Scorecard::rows}};
    }
    bool operator==(Scorecard const&) const = default;
};

} // namespace rodtrad::domain
