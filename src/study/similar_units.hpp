#pragma once

#include "study/dataset.hpp"
#include "study/methods/answer.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::study {

// STATISTICS M17: the units whose conditions are most like a unit's own, chosen by a person's measures and weights.

struct SimilarityCondition {
    MeasureIndex measure;
    double weight = 1; // above 0: how much it matters beside the others
};

struct SimilarityRequest {
    UnitIndex unit; // whose likes are sought
    std::vector<SimilarityCondition> conditions;
    std::optional<domain::Period> as_of; // conditions are the latest known at the end of this period; nothing = latest
    std::size_t count = 7;               // units wanted, the pinned among them
    std::vector<UnitIndex> pinned;       // shown first, however unlike
    std::vector<UnitIndex> excluded;     // never shown
};

// One condition of one unit beside the unit in question.
struct ConditionDifference {
    double value = 0;
    double deviations = 0; // (value − the unit's own) / sd among the units of the same kind; 0 where all are alike
};

struct SimilarUnit {
    UnitIndex unit;
    bool is_pinned = false;
    std::optional<double> distance; // in sd; nothing for a pinned unit that lacks some condition
    std::vector<std::optional<ConditionDifference>> differences; // as SimilarUnits::conditions
};

struct SimilarUnits {
    struct Condition {
        MeasureIndex measure;
        double weight = 1;
        double own = 0;                                                                // the unit's figure
        double deviation = 0;                                                          // sd among the units compared
        domain::Period period = domain::Period::make(domain::Periodicity::year, 2000); // of the unit's own figure
    };
    UnitIndex unit;
    std::vector<Condition> conditions; // in the order asked for
    std::vector<SimilarUnit> units;    // pinned first, in the order given, then by distance, then unit code
    std::size_t compared = 0;          // other units of the same kind and operation that have all the conditions
    std::size_t lacking = 0;           // those left out because they lack some
};

enum class NoSimilarUnits : std::uint8_t {
    no_conditions,      // none asked for, or a weight that is not a number above 0
    conditions_missing, // the unit itself lacks one of them
    nobody_alike,       // no other unit of its kind and operation has them all
};
std::string_view to_text(NoSimilarUnits reason); // as the enumerators are written

// d = √( Σ w ((x − own) / sd)² / Σ w ), over units of the same kind and operation; sd with n − 1 among them and the
// unit itself. A condition in which all are alike adds nothing. Figures of the total group. Units that were closed
// before the newest of the unit's own figures are not compared.
Answer<SimilarUnits, NoSimilarUnits> similar_units(Dataset const& data, SimilarityRequest const& request);

// A condition of two units counts as alike below half a sd, and as different from one sd on.
enum class Likeness : std::uint8_t { alike, between, different };
Likeness likeness(ConditionDifference const& difference);

// The units as a peer group of the unit's own, to be saved. `year` is that of the newest condition.
domain::PeerGroup to_peer_group(SimilarUnits const& similar, Dataset const& data, std::string code, std::string name,
                                std::string area = {});

} // namespace rodtrad::study
