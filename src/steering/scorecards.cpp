#include "steering/scorecards.hpp"

#include "plan/scorecard_in_use.hpp"
#include "plan/valid.hpp"
#include "steering/known_unit.hpp"
#include "steering/perspectives.hpp"
#include "steering/written_text.hpp"

#include <algorithm>

namespace rodtrad::steering {

namespace {

using domain::Scorecard;
using domain::ScorecardId;
using domain::ScorecardRow;
using domain::ScorecardState;
using domain::SuccessFactor;
using domain::SuccessFactorId;

constexpr std::size_t most_factors = 60;              // on a card
constexpr std::size_t most_measures_of_a_factor = 20; //

bool is_same_card(Scorecard const& a, Scorecard const& b) { return a.unit == b.unit && a.operation == b.operation; }

// A card that may be changed, by who may.
Scorecard to_change(Work const& work, ScorecardId id) {
    auto card = work.must_find<Scorecard>(id);
    work.require(plan::Right::define, card.unit);
    if (card.state != ScorecardState::in_development)
        throw Refused{{}, base::message("This edition has been put in use and is not changed. Begin a new edition.")};
    return card;
}

ScorecardRow& row_of(Scorecard& card, SuccessFactorId factor) {
    auto const found = std::ranges::find(card.rows, factor, &ScorecardRow::factor);
    if (found == card.rows.end()) throw NotFound{SuccessFactor::table, factor.value()};
    return *found;
}

bool has_measures(Scorecard const& card) {
    return std::ranges::any_of(card.rows, [](ScorecardRow const& row) { return !row.measures.empty(); });
}

} // namespace

ScorecardId begin_scorecard(Work& work, NewScorecard const& stated) {
    work.require(plan::Right::define, stated.unit);
    auto const unit = known_unit(work, "unit", stated.unit);
    Scorecard card;
    card.unit = stated.unit;
    card.name = written_line("name", stated.name, Empty::is_refused);
    card.operation = stated.operation;
    auto const kinds = plan::kinds_in_branch(work.data(), unit, work.today());
    if (!card.operation.empty() &&
        std::ranges::find(kinds, card.operation, &plan::KindInBranch::operation) == kinds.end())
        throw Refused{"operation",
                      base::message("No unit in the branch runs {0}. Choose one of the kinds there are."),
                      {card.operation}};
    for (auto const& other : work.tables().scorecards)
        if (is_same_card(other, card))
            throw Refused{"operation",
                          base::message("There is a card for this already, {0}: begin a new edition of it."),
                          {other.name}};
    settle_perspectives(work, stated.unit);
    return work.put(std::move(card), "scorecard.begin");
}

ScorecardId begin_edition(Work& work, ScorecardId of) {
    auto const& before = work.must_find<Scorecard>(of);
    work.require(plan::Right::define, before.unit);
    auto card = before;
    for (auto const& other : work.tables().scorecards) {
        if (!is_same_card(other, before)) continue;
        if (other.state == ScorecardState::in_development)
            throw Refused{{}, base::message("An edition is in development already: go on with that.")};
        card.edition = std::max(card.edition, other.edition);
    }
    card.id = {};
    card.version = 0;
    card.edition += 1;
    card.replaces = before.id;
    card.state = ScorecardState::in_development;
    card.valid_from.reset();
    card.valid_to.reset();
    return work.put(std::move(card), "scorecard.begin_edition");
}

void rename_scorecard(Work& work, ScorecardId id, std::string const& name) {
    auto card = to_change(work, id);
    card.name = written_line("name", name, Empty::is_refused);
    work.put(std::move(card), "scorecard.rename");
}

SuccessFactorId place_new_factor(Work& work, ScorecardId id, FactorText const& text) {
    auto const card = to_change(work, id);
    auto const factor = add_factor(work, card.unit, text);
    place_factor(work, id, factor);
    return factor;
}

void place_factor(Work& work, ScorecardId id, SuccessFactorId factor) {
    auto card = to_change(work, id);
    auto const& placed = work.must_find<SuccessFactor>(factor);
    auto const unit = known_unit(work, "unit", card.unit);
    auto const owner = work.data().find_unit(placed.unit);
    if (placed.is_ended || !owner || !work.data().is_in_branch(unit, *owner))
        throw Refused{"factor", base::message("Choose a success factor of the unit, or of one above it.")};
    if (std::ranges::find(card.rows, factor, &ScorecardRow::factor) != card.rows.end()) return;
    if (card.rows.size() >= most_factors)
        throw Refused{"factor",
                      base::message("A card holds at most {0} success factors: take one off first."),
                      {std::to_string(most_factors)}};
    card.rows.push_back({factor, {}});
    work.put(std::move(card), "scorecard.place_factor");
}

void remove_factor(Work& work, ScorecardId id, SuccessFactorId factor) {
    auto card = to_change(work, id);
    std::erase_if(card.rows, [&](ScorecardRow const& row) { return row.factor == factor; });
    work.put(std::move(card), "scorecard.remove_factor");
}

void add_measure(Work& work, ScorecardId id, SuccessFactorId factor, std::string const& measure) {
    auto card = to_change(work, id);
    auto& measures = row_of(card, factor).measures;
    if (!work.data().find_measure(measure))
        throw Refused{"measure", base::message("There is no measure {0}. Choose one of those there are."), {measure}};
    if (std::ranges::find(measures, measure) != measures.end()) return;
    if (measures.size() >= most_measures_of_a_factor)
        throw Refused{"measure",
                      base::message("A success factor has at most {0} measures: take one off first."),
                      {std::to_string(most_measures_of_a_factor)}};
    measures.push_back(measure);
    work.put(std::move(card), "scorecard.add_measure");
}

void remove_measure(Work& work, ScorecardId id, SuccessFactorId factor, std::string const& measure) {
    auto card = to_change(work, id);
    std::erase(row_of(card, factor).measures, measure);
    work.put(std::move(card), "scorecard.remove_measure");
}

void move_factor(Work& work, ScorecardId id, SuccessFactorId factor, Move move) {
    auto card = to_change(work, id);
    auto const perspective_of = [&](ScorecardRow const& row) {
        return work.must_find<SuccessFactor>(row.factor).perspective;
    };
    auto& row = row_of(card, factor);
    std::vector<ScorecardRow*> beside; // those of the same perspective
    for (auto& other : card.rows)
        if (perspective_of(other) == perspective_of(row)) beside.push_back(&other);
    auto const place = std::ranges::find(beside, &row);
    if (move == Move::earlier && place != beside.begin()) std::swap(row, **std::prev(place));
    if (move == Move::later && std::next(place) != beside.end()) std::swap(row, **std::next(place));
    work.put(std::move(card), "scorecard.order");
}

void move_measure(Work& work, ScorecardId id, SuccessFactorId factor, std::string const& measure, Move move) {
    auto card = to_change(work, id);
    auto& measures = row_of(card, factor).measures;
    auto const place = std::ranges::find(measures, measure);
    if (place == measures.end()) return;
    if (move == Move::earlier && place != measures.begin()) std::swap(*place, *std::prev(place));
    if (move == Move::later && std::next(place) != measures.end()) std::swap(*place, *std::next(place));
    work.put(std::move(card), "scorecard.order");
}

std::size_t put_in_use(Work& work, ScorecardId id, base::Date from) {
    auto card = to_change(work, id);
    if (!has_measures(card))
        throw Refused{{}, base::message("There are no measures on the card yet: add some before it is put in use.")};
    std::vector<Scorecard> earlier;
    for (auto const& other : work.tables().scorecards) {
        if (!is_same_card(other, card) || other.id == card.id) continue;
        bool const is_over = other.valid_to && *other.valid_to < from;
        if (other.state == ScorecardState::in_development || is_over) continue;
        if (other.valid_from && from <= *other.valid_from)
            throw Refused{"from",
                          base::message("The edition before begins on {0}: choose a later day."),
                          {base::to_text(*other.valid_from)}};
        earlier.push_back(other);
    }
    for (auto& other : earlier) {
        other.state = ScorecardState::retired;
        other.valid_to = base::plus_days(from, -1);
        work.put(std::move(other), "scorecard.retire");
    }
    card.state = ScorecardState::in_use;
    card.valid_from = from;
    auto const count = plan::units_of_card(work.plan(), work.data(), card, from).size();
    work.put(std::move(card), "scorecard.put_in_use");
    return count;
}

void retire_scorecard(Work& work, ScorecardId id, base::Date last_day, std::string_view reason) {
    auto card = work.must_find<Scorecard>(id);
    work.require(plan::Right::define, card.unit);
    if (card.state != ScorecardState::in_use)
        throw Refused{{}, base::message("Only an edition that is in use can be ended.")};
    if (card.valid_from && last_day < *card.valid_from)
        throw Refused{"last_day",
                      base::message("It begins on {0}: its last day cannot be earlier."),
                      {base::to_text(*card.valid_from)}};
    card.state = ScorecardState::retired;
    card.valid_to = last_day;
    work.put(std::move(card), "scorecard.retire", written_line("reason", reason, Empty::is_fine));
}

} // namespace rodtrad::steering
