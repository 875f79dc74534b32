#pragma once

#include "study/finding.hpp"
#include "study/looked_at.hpp"
#include "study/neighbours.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace rodtrad::study {

struct FollowUpSettings {
    std::optional<domain::Period> as_of; // nothing after the end of this period is looked at
    double q_limit = 0.05;               // at most widest_q: above it no q is known
    int threads = 2;
};

// What was looked at, and what came of it.
struct FollowUp {
    std::vector<Card> cards;              // by tier, then priority, then measure code and unit code
    std::size_t series_checked = 0;       // measure × unit × group with a current figure and at least one test
    std::size_t series_too_short = 0;     // current figure, but too few points or peers for any test
    std::size_t series_not_current = 0;   // no figure in the measure's newest period or the one before
    std::size_t confirmed = 0;            // confirmed findings
    std::optional<domain::Period> newest; // the latest period of any figure looked at

    // On no card of their own, but with a q of at most widest_q and an effect worth talking about: what was confirmed
    // before does not leave the list for them. Not confirmed; or confirmed, and told at the unit above or by another
    // finding. By measure; of each the former first, by kind and p.
    std::vector<Finding> nearly;

    std::vector<std::shared_ptr<LookedAt const>> looked_at;      // [measure]
    std::vector<std::shared_ptr<LookedAtFamily const>> families; // of measures that may be neighbours
    MeasureTables const& tables(MeasureIndex measure) const { return looked_at[measure.value()]->tables; }
};

// The whole follow-up: every series through every lens, false discoveries bounded over the batch, one ranked list.
// Pure: the same dataset and settings give the same bytes, whatever the number of threads, and whatever the list
// before. `previous`, which may be null, is the list of an earlier state of the data: measures whose figures,
// definition, targets and marks are the same since are not looked at again, if the datasets share their frame.
FollowUp follow_up(Dataset const& data, FollowUpSettings const& settings, FollowUp const* previous = nullptr);

// The same list for one branch and as asked for by a person.
struct CardFilter {
    std::optional<UnitIndex> branch;
    std::optional<MeasureIndex> measure;
    std::optional<FindingKind> kind;
    std::optional<Judgement> judgement;
    std::optional<Tier> tier;
};
std::vector<Card const*> select(FollowUp const& list, Dataset const& data, CardFilter const& filter);

} // namespace rodtrad::study
