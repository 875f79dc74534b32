#include "plan/scorecard_in_use.hpp"

#include "plan/valid.hpp"

#include <algorithm>
#include <map>

namespace rodtrad::plan {

namespace {

using domain::Scorecard;
using study::UnitIndex;

Scorecard const* in_use_at(Plan const& plan, std::string_view unit, std::string_view operation, base::Date day) {
    for (auto const& card : plan.scorecards)
        if (card.unit == unit && card.operation == operation && is_in_use(card, day)) return &card;
    return nullptr;
}

// Where in `list` each of its things stands in the other, for those that are in both: falling anywhere, they have
// changed places.
template <class Thing>
bool is_in_another_order(std::vector<Thing> const& list, std::vector<Thing> const& other) {
    std::vector<std::ptrdiff_t> places;
    for (auto const& thing : list)
        if (auto const found = std::ranges::find(other, thing); found != other.end())
            places.push_back(found - other.begin());
    return !std::ranges::is_sorted(places);
}

template <class Thing>
std::vector<Thing> only_in(std::vector<Thing> const& list, std::vector<Thing> const& other) {
    std::vector<Thing> only;
    for (auto const& thing : list)
        if (std::ranges::find(other, thing) == other.end()) only.push_back(thing);
    return only;
}

std::vector<domain::SuccessFactorId> factors_of(Scorecard const& card) {
    std::vector<domain::SuccessFactorId> factors;
    for (auto const& row : card.rows) factors.push_back(row.factor);
    return factors;
}

std::vector<EditionDifference::Measure> measures_of(Scorecard const& card) {
    std::vector<EditionDifference::Measure> measures;
    for (auto const& row : card.rows)
        for (auto const& code : row.measures) measures.push_back({row.factor, code});
    return measures;
}

} // namespace

bool is_in_use(Scorecard const& card, base::Date day) {
    return card.state != domain::ScorecardState::in_development && is_valid(card, day);
}

Scorecard const* scorecard_of_kind(Plan const& plan, study::Dataset const& data, UnitIndex unit,
                                   std::string_view operation, base::Date day) {
    if (operation.empty()) return nullptr;
    for (std::optional<UnitIndex> step = unit; step; step = data.units[*step].parent)
        if (auto const* card = in_use_at(plan, data.units[*step].unit.code, operation, day)) return card;
    return nullptr;
}

Scorecard const* scorecard_in_use(Plan const& plan, study::Dataset const& data, UnitIndex unit, base::Date day) {
    auto const& about = data.units[unit].unit;
    if (auto const* own = in_use_at(plan, about.code, {}, day)) return own;
    return scorecard_of_kind(plan, data, unit, about.operation, day);
}

std::vector<UnitIndex> units_of_card(Plan const& plan, study::Dataset const& data, Scorecard const& card,
                                     base::Date day) {
    std::vector<UnitIndex> units;
    auto const branch = data.find_unit(card.unit);
    if (!branch) return units;
    if (card.operation.empty()) return {*branch};
    for (auto unit = *branch; unit < data.units[*branch].branch_end; unit = unit.next()) {
        auto const& about = data.units[unit].unit;
        if (about.operation != card.operation || !is_valid(about, day)) continue;
        auto const* followed = scorecard_in_use(plan, data, unit, day);
        // What a unit further down says goes first.
        auto const nearer = followed ? data.find_unit(followed->unit) : std::nullopt;
        bool const is_anothers = followed && (followed->operation.empty() ||
                                              (nearer && *nearer != *branch && data.is_in_branch(*nearer, *branch)));
        if (!is_anothers) units.push_back(unit);
    }
    return units;
}

std::vector<Scorecard const*> editions_of(Plan const& plan, Scorecard const& card) {
    std::vector<Scorecard const*> editions;
    for (auto const& other : plan.scorecards)
        if (other.unit == card.unit && other.operation == card.operation) editions.push_back(&other);
    std::ranges::stable_sort(editions, std::ranges::greater{}, &Scorecard::edition);
    return editions;
}

std::vector<KindInBranch> kinds_in_branch(study::Dataset const& data, UnitIndex branch, base::Date day) {
    std::map<std::string_view, std::size_t> counts;
    for (auto unit = branch; unit < data.units[branch].branch_end; unit = unit.next()) {
        auto const& about = data.units[unit].unit;
        if (!about.operation.empty() && is_valid(about, day)) ++counts[about.operation];
    }
    std::vector<KindInBranch> kinds;
    for (auto const& [operation, units] : counts) kinds.push_back({std::string{operation}, units});
    std::ranges::stable_sort(kinds, std::ranges::greater{}, &KindInBranch::units);
    return kinds;
}

std::size_t units_with_figures(study::Dataset const& data, std::string_view measure,
                               std::vector<UnitIndex> const& units) {
    auto const index = data.find_measure(measure);
    auto const everyone = data.find_group(domain::total_group);
    if (!index || !everyone) return 0;
    auto const& cube = data.measures[*index].cube;
    auto const slot = cube ? cube->slot_of(*everyone) : std::nullopt;
    if (!slot) return 0;
    return static_cast<std::size_t>(std::ranges::count_if(units, [&](UnitIndex unit) {
        for (std::size_t t = 0; t < cube->periods(); ++t)
            if (has_value(cube->cell(cube->at(*slot, t, unit)))) return true;
        return false;
    }));
}

EditionDifference compare_editions(Scorecard const& earlier, Scorecard const& later) {
    auto const factors_before = factors_of(earlier);
    auto const factors_after = factors_of(later);
    auto const measures_before = measures_of(earlier);
    auto const measures_after = measures_of(later);
    return {.factors_added = only_in(factors_after, factors_before),
            .factors_removed = only_in(factors_before, factors_after),
            .measures_added = only_in(measures_after, measures_before),
            .measures_removed = only_in(measures_before, measures_after),
            .is_reordered = is_in_another_order(factors_before, factors_after) ||
                            is_in_another_order(measures_before, measures_after)};
}

} // namespace rodtrad::plan
