#pragma once

#include "study/finding.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace rodtrad::study {

struct FollowUpSettings {
    std::optional<domain::Period> as_of; // nothing after the end of this period is looked at
    double q_limit = 0.05;
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
};

// The whole follow-up: every series through every lens, false discoveries bounded over the batch, one ranked list.
// Pure: the same dataset and settings give the same bytes, whatever the number of threads.
FollowUp follow_up(Dataset const& data, FollowUpSettings const& settings);

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
