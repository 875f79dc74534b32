#pragma once

#include "domain/measure.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace rodtrad::demo {

// How a figure comes about.
enum class Draw {
    people, // each of n persons is counted or not: binomial
    events, // events in n of exposure: Poisson
    amount, // an amount over n (hours, kronor, answers): normal, the same noise for units of the same size
    number, // a number of its own, without n: normal
};

// Who n counts, and so how big it is.
enum class Base {
    users,     // size × the unit's children, pupils, residents …
    staff,     // size × its employees, women and men as they are
    all_staff, // size × the employees of the whole branch
    fixed,     // size
};

enum class Groups { everyone, sexes, sexes_and_ages };

enum class Season {
    none,
    winter,   // most in February, least in July
    energy,   // as the cold
    school,   // as winter, and nothing in July
    holidays, // least in July and December
};

// One measure: its definition, and the truth that its figures are drawn from. Under the truth nothing deviates:
// it has the same level for women and men and at all times, and units differ so little (`between`) that a person
// would not call it a difference: min_effect is at least four times `between`, so that the spread behind a mean
// (the span of nine units in ten is 2.6 × between) stays well below the two min_effects that make it worth showing.
// The target is not missed by any unit's true level; units keep within 2.2 × between of the level.
struct MeasureModel {
    std::string_view code{};
    std::string_view title{};
    std::string_view title_en{};
    std::string_view definition{};
    std::string_view unit_of_measure = "%";
    domain::ValueKind kind = domain::ValueKind::proportion;
    double multiplier = 100;
    domain::Polarity polarity = domain::Direction::higher_is_better;
    domain::Aggregation aggregation = domain::Aggregation::counts;
    domain::Periodicity periodicity = domain::Periodicity::year;
    domain::MeasureLevel level = domain::MeasureLevel::operational;
    std::string_view area{};
    std::string_view source{};
    std::string_view owner{};
    std::string_view people{};
    double min_effect = 1;
    int decimals = 1;
    double weight = 1;
    std::optional<double> floor{};
    std::optional<double> target{};
    std::optional<double> stretch{};

    std::string_view
        reporters{}; // kinds of operation or codes of units, separated by commas; empty = all with employees
    bool is_senior_level = false; // does not concern schools without years 7–9
    Draw draw = Draw::people;
    Base base = Base::users;
    double size = 1;
    Groups groups = Groups::everyone;
    std::string_view perspective{};
    double truth = 0;   // the level
    double between = 0; // deviation between units
    double noise = 0;   // of one figure about its truth (amount, number), for a unit of the usual size
    // Share of the noise's variance that it has in common with others of its area in the same unit: what is a good
    // month for one is good for all (amount, number).
    double in_common = 0;
    Season season = Season::none;
    double swing = 0; // of the season, up and down
};

// The sixty measures, by perspective.
std::vector<MeasureModel> measures_of_those_we_are_here_for();
std::vector<MeasureModel> measures_of_employees();
std::vector<MeasureModel> measures_of_processes();
std::vector<MeasureModel> measures_of_economy();

} // namespace rodtrad::demo
