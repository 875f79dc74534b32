#pragma once

#include "study/finding.hpp"
#include "study/methods/rank_correlation.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace rodtrad::study {

// STATISTICS M14: does a behaviour precede a result? A connection to try out, never a cause.

struct AssociationRequest {
    std::vector<MeasureIndex> behaviours;
    std::vector<MeasureIndex> results;
    std::vector<UnitIndex> units; // those looked at, such as all of a kind; each once
    GroupIndex group;             // of both
    std::optional<domain::Period> as_of;
    double q_limit = 0.05;
};

// One behaviour, one result, so many of the result's periods later.
struct Association {
    MeasureIndex behaviour;
    MeasureIndex result;
    int lag = 1;
    double slope = 0;  // of the result, for one more in the behaviour; units and periods held constant
    double usual = 0;  // how much a unit's behaviour usually varies: standard deviation within units and periods
    double effect = 0; // slope × usual, in the result's unit
    double error = 0;  // of `slope`
    double p = 1;
    double q = 1;                              // over all pairs and lags that bore a test
    Judgement judgement = Judgement::neutral;  // of the result, where there is more of the behaviour
    std::size_t units = 0;                     // of the fit
    std::size_t periods = 0;                   // that it spans, with those of the behaviour before
    std::optional<double> later_slope;         // in the last period, which the fit had not seen
    std::optional<RankCorrelation> of_changes; // for a picture
    domain::Period last = domain::Period::make(domain::Periodicity::year, 2000); // that last period, of the result

    bool holds_later() const { return later_slope && *later_slope * slope > 0; }
};

struct Associations {
    std::vector<Association> shown;  // q within the limit, and the same sign later; by q, then codes and lag
    std::vector<Association> tested; // all that bore a test, in the order asked
    std::size_t too_little = 0;      // pairs and lags with fewer than 20 units or 4 periods, or where nothing varies
};

inline constexpr std::size_t fewest_units_to_associate = 20;
inline constexpr std::size_t fewest_periods_to_associate = 4;
inline constexpr double fewest_answers = 5; // figures of a behaviour with a smaller denominator drop out
inline constexpr int longest_lag = 2;

// Every behaviour with every result, one and two of the result's periods later, by lagged_association on all periods
// but the last; q by Benjamini and Hochberg over them all. In the last period units whose behaviour was above their
// usual must, by the same sign, have a result above (or below) their own level. A behaviour that is asked for oftener
// than the result is there as the mean of what lies within each of the result's periods; one that is asked for more
// seldom is not tested.
Associations associations(Dataset const& data, AssociationRequest const& request);

} // namespace rodtrad::study
