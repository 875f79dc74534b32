#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::plan {

// Whether an edition holds on a day: it has been put in use, and the day is not before its first nor after its last.
bool is_in_use(domain::Scorecard const& card, base::Date day);

// The edition that a unit follows on a day: that of its own card, else that of the card for its kind of operation from
// the nearest unit at or above. Null where there is neither.
domain::Scorecard const* scorecard_in_use(Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                          base::Date day);

// The edition of a kind's card that holds at a unit, from the nearest unit at or above. Null where there is none.
domain::Scorecard const* scorecard_of_kind(Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                           std::string_view operation, base::Date day);

// The units that a card is made for, whichever edition they follow: those of its kind in its branch that there are on
// the day and that have no card of their own; of a unit's own card the unit.
std::vector<study::UnitIndex> units_of_card(Plan const& plan, study::Dataset const& data, domain::Scorecard const& card,
                                            base::Date day);

// The editions of one card (same unit, same kind of operation), newest first.
std::vector<domain::Scorecard const*> editions_of(Plan const& plan, domain::Scorecard const& card);

// The kinds of operation in a branch, with how many units there are of each, most first.
struct KindInBranch {
    std::string operation;
    std::size_t units = 0;
};
std::vector<KindInBranch> kinds_in_branch(study::Dataset const& data, study::UnitIndex branch, base::Date day);

// How many of the units have had a figure of the measure, for everyone, in any period.
std::size_t units_with_figures(study::Dataset const& data, std::string_view measure,
                               std::vector<study::UnitIndex> const& units);

// What differs between two editions of a card.
struct EditionDifference {
    std::vector<domain::SuccessFactorId> factors_added;
    std::vector<domain::SuccessFactorId> factors_removed;
    struct Measure {
        domain::SuccessFactorId factor;
        std::string code;
        bool operator==(Measure const&) const = default;
    };
    std::vector<Measure> measures_added;   // in factors that both have, or that are new
    std::vector<Measure> measures_removed; // likewise, or that are gone
    bool is_reordered = false;             // what both have stands in another order
};
EditionDifference compare_editions(domain::Scorecard const& earlier, domain::Scorecard const& later);

} // namespace rodtrad::plan
