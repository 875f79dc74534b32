#pragma once

#include "domain/period.hpp"
#include "study/dataset.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rodtrad::study {

// The lens that sees a deviation. Swedish names in docs/glossary.md: mål, förändring, jämförelse, skillnad, spridning,
// granne.
enum class FindingKind : std::uint8_t { target, change, comparison, gap, spread, neighbour };

// What it means by the measure's polarity. `neutral`: it differs, and the measure takes no side.
enum class Judgement : std::uint8_t { better, worse, neutral };

enum class Certainty : std::uint8_t {
    confirmed, // q at most 0.05 over the batch, and the effect is worth talking about
    watch,     // possible
};

// One deviation of one series, with the figures that its sentence needs.
struct Finding {
    FindingKind kind = FindingKind::change;
    Judgement judgement = Judgement::neutral;
    Certainty certainty = Certainty::watch;
    MeasureIndex measure;
    UnitIndex unit;
    GroupIndex group;
    domain::Period period = domain::Period::make(domain::Periodicity::year, 2000); // of `value`
    double value = 0;     // latest (for a change, or for a neighbour: the mean since the step)
    double reference = 0; // target / mean before the step / median (or mean) of the peers / men's value / mean of the
                          // children / where the neighbours let one expect it
    double effect = 0;    // value − reference, signed, in the measure's unit
    std::optional<double> people; // |effect| × n / multiplier, where n is known
    std::optional<double> p;      // nothing for a rule without a test
    std::optional<double> q;
    std::size_t n = 0;                   // points, peers or children it stands on
    std::optional<domain::Period> since; // change, neighbour: first period of the new level
    std::optional<UnitIndex> lowest;     // spread
    std::optional<UnitIndex> highest;
    double low = 0; // spread: shrunken values of these two; comparison: quartiles of the peers
    double high = 0;
    std::optional<std::size_t> peer_group; // position in Dataset::peer_groups; nothing = all units of the same kind
    std::size_t rank = 0;                  // comparison: 1 = above all others, n = below all others
    // Comparison: too few in the peer group had a figure to test against, so that p and q come from all units of the
    // same kind and operation; n, rank, reference, low and high are still those of the peer group.
    bool is_tested_against_all = false;
    bool is_season_adjusted = false; // change, neighbour: what the time of year usually does has been taken away
    // Change: what the units did alike meanwhile, told at the unit above them all. It is taken away here: `reference`
    // is where the unit would have been if it had only moved with the others.
    std::optional<double> common_change;
    // Comparison: `reference` is what is expected of a unit under its conditions, and this the share of the differences
    // between units that the conditions explain (cross-validated R²).
    std::optional<double> explained;
    std::vector<MeasureIndex> neighbours; // neighbour: the measures that it moved with until now, by code
    double min_effect = 0;                // the smallest effect worth talking about, in the measure's unit
};

enum class Tier : std::uint8_t { act, look_into, watch, learn_from };
constexpr auto names_of(Tier) {
    return std::to_array<std::pair<Tier, std::string_view>>({
        {Tier::act, "act"},
        {Tier::look_into, "look_into"},
        {Tier::watch, "watch"},
        {Tier::learn_from, "learn_from"},
    });
}

// One measure in one unit: what a person is shown.
struct Card {
    Tier tier = Tier::watch;
    double priority = 0;
    MeasureIndex measure;
    UnitIndex unit;
    std::vector<Finding> findings; // strongest first
    std::uint32_t folded = 0;      // units below that deviate the same way and are shown here instead
};

} // namespace rodtrad::study
