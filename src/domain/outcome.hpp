#pragma once

#include <optional>
#include <variant>

namespace rodtrad::domain {

// What a figure counts, where it is counted: x of n. Rates may have a fractional exposure.
struct Counts {
    double numerator = 0;
    double denominator = 0;
    bool operator==(Counts const&) const = default;
};

struct Measured {
    double value = 0; // finite; in the measure's own unit (a share of 79,6 % is 79.6)
    std::optional<Counts> counts;
    bool is_preliminary = false;
    bool operator==(Measured const&) const = default;
};

struct Missing { // the period is there, the figure is not
    bool operator==(Missing const&) const = default;
};

struct NotApplicable { // the question does not concern this unit
    bool operator==(NotApplicable const&) const = default;
};

struct Confidential { // there is a figure, too few people stand behind it
    bool operator==(Confidential const&) const = default;
};

// What is known of measure × unit × group × period. No number ever stands in for the absence of one.
using Outcome = std::variant<Measured, Missing, NotApplicable, Confidential>;

} // namespace rodtrad::domain
