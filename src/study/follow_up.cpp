#include "study/follow_up.hpp"

#include "study/calendar.hpp"
#include "study/cards.hpp"
#include "study/lenses/lenses.hpp"
#include "study/methods/multiple_testing.hpp"
#include "study/parallel.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace rodtrad::study {

namespace {

// One measure's way through the follow-up.
struct Looked {
    std::optional<Evidence> evidence; // nothing for a measure without figures
    std::optional<domain::Period> newest;
    std::size_t checked = 0;
    std::size_t too_short = 0;
    std::size_t not_current = 0;
    std::vector<Card> cards;
};

Evidence evidence_of(MeasureStudy const& study, double q_limit) {
    Evidence evidence{study, q_limit};
    look_for_missed_targets(study, evidence);
    look_for_changes(study, evidence);
    look_for_comparisons(study, evidence);
    look_for_gaps(study, evidence);
    look_for_spread(study, evidence);
    return evidence;
}

void count_series(MeasureStudy const& study, Looked& looked) {
    for (auto const& group : study.groups()) {
        if (!group.is_main) continue;
        for (std::size_t u = 0; u < group.figures.units(); ++u) {
            UnitIndex const unit{u};
            if (group.figures.length(unit) == 0) continue;
            if (!study.current_time(group.figures, unit)) {
                ++looked.not_current;
            } else if (looked.evidence->is_checked(group, unit)) {
                ++looked.checked;
            } else {
                ++looked.too_short;
            }
        }
    }
}

Looked look_at(Dataset const& data, Peers const& peers, MeasureIndex measure, FollowUpSettings const& settings) {
    Looked looked;
    if (!data.measures[measure].cube) return looked;
    MeasureStudy const study{data, peers, measure, settings.as_of};
    looked.evidence = evidence_of(study, settings.q_limit);
    looked.newest = study.newest();
    count_series(study, looked);
    return looked;
}

// q of every main test of a kind over all measures, measure after measure.
struct Batch {
    std::vector<std::optional<double>> q;
    std::vector<std::size_t> first; // of each measure
};

Batch adjusted(std::vector<Looked> const& measures, FindingKind kind) {
    std::vector<std::optional<double>> p;
    Batch batch;
    for (auto const& looked : measures) {
        batch.first.push_back(p.size());
        if (!looked.evidence) continue;
        auto const& tests = looked.evidence->main_tests(kind);
        p.insert(p.end(), tests.begin(), tests.end());
    }
    batch.q = benjamini_hochberg(p);
    return batch;
}

} // namespace

FollowUp follow_up(Dataset const& data, FollowUpSettings const& settings) {
    Peers const peers{data};
    std::vector<Looked> measures(data.measures.size());
    for_each_in_parallel(measures.size(), settings.threads,
                         [&](std::size_t m) { measures[m] = look_at(data, peers, MeasureIndex{m}, settings); });

    std::array<Batch, finding_kinds> batches;
    for_each_in_parallel(finding_kinds, settings.threads,
                         [&](std::size_t kind) { batches[kind] = adjusted(measures, static_cast<FindingKind>(kind)); });

    for_each_in_parallel(measures.size(), settings.threads, [&](std::size_t m) {
        auto& looked = measures[m];
        if (!looked.evidence) return;
        BatchQ batch_q;
        for (std::size_t kind = 0; kind < finding_kinds; ++kind)
            batch_q[kind] = std::span{batches[kind].q}.subspan(batches[kind].first[m]);
        auto settlement = settled(data, MeasureIndex{m}, *looked.evidence, batch_q, settings.q_limit);
        looked.checked += settlement.subgroup_series;
        looked.cards = cards_of(data, MeasureIndex{m}, std::move(settlement.findings));
    });

    FollowUp result;
    for (auto& looked : measures) {
        result.series_checked += looked.checked;
        result.series_too_short += looked.too_short;
        result.series_not_current += looked.not_current;
        if (looked.newest && (!result.newest || last_month(*looked.newest) > last_month(*result.newest)))
            result.newest = looked.newest;
        std::ranges::move(looked.cards, std::back_inserter(result.cards));
    }
    for (auto const& card : result.cards)
        result.confirmed +=
            static_cast<std::size_t>(std::ranges::count(card.findings, Certainty::confirmed, &Finding::certainty));
    std::ranges::sort(result.cards, {}, [&](Card const& card) {
        std::string_view const unit = data.units[card.unit].unit.code;
        return std::tuple{card.tier, -card.priority, card.measure, unit};
    });
    return result;
}

std::vector<Card const*> select(FollowUp const& list, Dataset const& data, CardFilter const& filter) {
    std::vector<Card const*> result;
    for (auto const& card : list.cards) {
        if (filter.branch && !data.is_in_branch(card.unit, *filter.branch)) continue;
        if (filter.measure && card.measure != *filter.measure) continue;
        if (filter.tier && card.tier != *filter.tier) continue;
        auto const is_asked_for = [&](Finding const& finding) {
            return (!filter.kind || finding.kind == *filter.kind) &&
                   (!filter.judgement || finding.judgement == *filter.judgement);
        };
        if (std::ranges::any_of(card.findings, is_asked_for)) result.push_back(&card);
    }
    return result;
}

} // namespace rodtrad::study
