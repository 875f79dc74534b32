#pragma once

#include "study/dataset.hpp"
#include "study/methods/answer.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rodtrad::study {

// What can be expected of a unit, given its conditions: Measure::conditions names them.

// Why nothing can be expected.
enum class NoExpectation : std::uint8_t {
    no_conditions,       // the measure names none
    conditions_missing,  // enough units have a figure, but not of all the conditions
    too_few_units,       // fewer than `fewest_to_expect_from`, or than five for each condition
    explains_too_little, // less than `least_explained` of the differences between units
    out_of_range,        // a figure, or what comes of it, is no finite number
};
std::string_view to_text(NoExpectation reason); // as the enumerators are written

inline constexpr std::size_t fewest_to_expect_from = 30;
inline constexpr double least_explained = 0.1;

// How the value moves with one condition while the others stay: "folkmängd +1 sd → −0,4".
struct ConditionEffect {
    double mean = 0;          // of the condition among the units
    double deviation = 0;     // one sd of it; 0 where all units are alike, and then it says nothing
    double per_deviation = 0; // what one sd more of the condition does to the expected value, in the value's unit
};

// One row for each unit, in the order given.
struct Expectation {
    std::vector<double> expected; // from the units' conditions, by a model that has not seen the unit's own figure
    std::vector<double> residual; // value − expected
    std::vector<double> error;    // how far a unit that is as its conditions say usually is from `expected` (one sd)
    std::vector<double> p;        // two-sided: a unit that is as its conditions say is this far off, or farther
    double explained = 0;         // share of the differences between units that the conditions explain: R² of figures
                                  // that the model had not seen, also when its penalty was chosen
    double average = 0;           // expected of a unit with average conditions
    std::vector<ConditionEffect> conditions; // in the order given
    double penalty = 0;                      // of the ridge, per unit of weight
};

// Ridge regression (Hoerl and Kennard 1970) on conditions standardised among the units:
//     minimise  Σ w (y − a − Σ b z)² + λ Σ w Σ b²
// with the λ of a fixed grid that predicts left-out units best (closed form: residual / (1 − leverage), Allen 1974).
//
// `weights` > 0, or empty for equal ones. Where units differ more than their weights tell, as large units always do,
// the weights are evened out to 1/(τ² + σ²/w), with the shares that make the residuals likeliest.
//
// `explained` is 1 − Σ w (y − ŷ)² / Σ w (y − ȳ)² over ten folds, position modulo ten, where neither ŷ, its λ nor ȳ has
// seen the fold. p is that of Student's t for residual / error; the scale is Huber's (1981, proposal 2, cut at 1.5), of
// the other units, so that a few units far off hide neither each other nor themselves.
//
// All columns are equally long.
Answer<Expectation, NoExpectation> expected_given_conditions(std::span<double const> values,
                                                             std::span<double const> weights,
                                                             std::vector<std::vector<double>> const& conditions);

// The same for units of a dataset.
struct UnitsExpectation {
    std::vector<UnitIndex> units; // the rows of `model`: those of the cohort that have all figures
    Expectation model;
    std::vector<MeasureIndex> conditions; // as Measure::conditions
};

// The figures of one measure, group (position in the cube's groups) and period, for the comparable units of `cohort`
// (in tree order). A condition's figure is the unit's latest at or before the end of the period, of the same group
// where the condition is kept for it, else of the total. Denominators are weights where all units have them.
// The measure has a cube.
Answer<UnitsExpectation, NoExpectation> expected_given_conditions(Dataset const& data, MeasureIndex measure,
                                                                  std::size_t slot, std::size_t t,
                                                                  std::span<UnitIndex const> cohort);

} // namespace rodtrad::study
