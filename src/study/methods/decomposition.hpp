#pragma once

#include "domain/outcome.hpp"
#include "study/methods/answer.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rodtrad::study {

// STATISTICS M10: what each unit contributed to a change of the whole.

// A unit before and after. Counts of 0 and 0 where it did not exist, or had nobody.
struct UnitChange {
    domain::Counts before;
    domain::Counts after;
};

// Below 0 → negative_count; x without n → numerator_exceeds_denominator. x may exceed n: rates are decomposed as shares
// are.
std::optional<NoAnswer> contradiction_in(domain::Counts counts);

struct Contribution {
    double rate = 0;        // by its own figure being another
    double mix = 0;         // by its part of the whole being another, as in the textbook
    double mix_centred = 0; // the same, against the average: a unit at average level that grows contributes nothing
    double sum() const { return rate + mix_centred; }
};

struct Decomposition {
    double before = 0; // the whole: Σx/Σn
    double after = 0;
    double rate = 0; // sums over the units
    double mix = 0;
    std::vector<Contribution> units; // as they were given
    double change() const { return after - before; }
};

// Kitagawa (1955). With w = n/Σn and r = x/n: rate = (r₁ − r₀)(w₀ + w₁)/2, mix = (w₁ − w₀)(r₀ + r₁)/2, and centred
// mix = (w₁ − w₀)((r₀ + r₁)/2 − (R₀ + R₁)/2). Rate and mix sum to the change, with either mix. Where a unit is there in
// one period only, its other rate stands for the missing one, so that all of it is mix.
// No units → no_data; nobody in one of the periods → zero_denominator; counts with a contradiction in them → that;
// counts too large to sum → out_of_range.
Answer<Decomposition> kitagawa(std::span<UnitChange const> units);

// Parts rounded to so many decimals, so that they sum to the rounded total: rounded down, and the largest remainders up
// (Hamilton's method; of equal ones the first). `parts` sum to `total` but for rounding. Where the decimals are beyond
// what a double holds, the parts stand as they are.
std::vector<double> rounded_to_total(std::span<double const> parts, double total, int decimals);

// The largest contributions and the rest together, as they are shown.
struct ShownContributions {
    struct Part {
        std::size_t unit; // position among the contributions
        double value;     // rounded
    };
    std::vector<Part> largest; // by size, whatever the sign; of equal ones the first
    double others = 0;         // rounded; the sum of all the others, 0 where there are none
    std::size_t other_units = 0;
};
inline constexpr std::size_t contributions_shown = 3;
// `contributions` sum to `total`; what is shown sums to the rounded total.
ShownContributions shown_contributions(std::span<double const> contributions, double total, int decimals,
                                       std::size_t most = contributions_shown);

} // namespace rodtrad::study
