#pragma once

#include "base/date.hpp"
#include "domain/scorecard.hpp"
#include "steering/success_factors.hpp"
#include "steering/work.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Scorecards: one for a kind of operation in a branch, or a unit's own. All need the right to define at the card's
// unit, and throw Forbidden, Refused and NotFound. An edition is changed while it is in development, and only then:
// what units are followed up by does not change under them.
namespace rodtrad::steering {

struct NewScorecard {
    std::string name;
    std::string unit;
    std::string operation; // empty: the unit's own card
};

// The first edition, empty. Refused where there is a card for the same already.
domain::ScorecardId begin_scorecard(Work& work, NewScorecard const& stated);
// The next edition, beside the one in use and like it to begin with. Refused while one is in development already.
domain::ScorecardId begin_edition(Work& work, domain::ScorecardId of);
void rename_scorecard(Work& work, domain::ScorecardId id, std::string const& name);

// A success factor of the card's unit, new, with a place on the card.
domain::SuccessFactorId place_new_factor(Work& work, domain::ScorecardId id, FactorText const& text);
// One that there is already, from the unit or above.
void place_factor(Work& work, domain::ScorecardId id, domain::SuccessFactorId factor);
void remove_factor(Work& work, domain::ScorecardId id, domain::SuccessFactorId factor);
void add_measure(Work& work, domain::ScorecardId id, domain::SuccessFactorId factor, std::string const& measure);
void remove_measure(Work& work, domain::ScorecardId id, domain::SuccessFactorId factor, std::string const& measure);

enum class Move : std::uint8_t { earlier, later };
// Among the factors of its perspective; among the measures of its factor. At the end nothing happens.
void move_factor(Work& work, domain::ScorecardId id, domain::SuccessFactorId factor, Move move);
void move_measure(Work& work, domain::ScorecardId id, domain::SuccessFactorId factor, std::string const& measure,
                  Move move);

// From that day all units of the kind in the branch have it, also those that come later; the edition before holds to
// the day before and is retired. Refused where the card has no measures, or the day is not after the day on which the
// edition before began. Returns how many units it is for now.
std::size_t put_in_use(Work& work, domain::ScorecardId id, base::Date from);
// It holds to the end of that day, and nothing takes its place.
void retire_scorecard(Work& work, domain::ScorecardId id, base::Date last_day, std::string_view reason);

} // namespace rodtrad::steering
