#include "study/follow_up.hpp"

#include "study/calendar.hpp"
#include "study/cards.hpp"
#include "study/parallel.hpp"
#include "study/settling.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

namespace rodtrad::study {

namespace {

using Looked = std::vector<std::shared_ptr<LookedAt const>>;
using Families = std::vector<std::shared_ptr<LookedAtFamily const>>;

// Each measure by itself, on all threads; where few have changed the threads share each.
Looked look_at_all(Dataset const& data, std::shared_ptr<Frame const> const& frame, FollowUpSettings const& settings,
                   FollowUp const* previous) {
    Looked looked(data.measures.size());
    if (previous != nullptr)
        std::copy_n(previous->looked_at.begin(), std::min(looked.size(), previous->looked_at.size()), looked.begin());
    std::vector<std::size_t> changed;
    for (std::size_t m = 0; m < looked.size(); ++m)
        if (!looked[m] || !is_as_before(*looked[m], data, frame, MeasureIndex{m}, settings.as_of)) changed.push_back(m);
    auto const are_few = changed.size() <= static_cast<std::size_t>(settings.threads);
    for_each_in_parallel(changed.size(), are_few ? 1 : settings.threads, [&](std::size_t at) {
        auto& one = looked[changed[at]];
        one =
            look_at(data, frame, MeasureIndex{changed[at]}, settings.as_of, one.get(), are_few ? settings.threads : 1);
    });
    return looked;
}

// Then each family of measures by itself.
Families look_at_families(Dataset const& data, Looked const& looked, FollowUpSettings const& settings,
                          FollowUp const* previous) {
    auto const families = families_of(data);
    Families result(families.size());
    for_each_in_parallel(families.size(), settings.threads, [&](std::size_t f) {
        result[f] = look_at_family(data, families[f], looked, previous != nullptr ? previous->families : Families{});
    });
    return result;
}

// [measure]: all that was seen in it.
using EvidenceOf = std::vector<std::vector<Evidence const*>>;
EvidenceOf evidence_of(Looked const& looked, Families const& families) {
    EvidenceOf result(looked.size());
    for (std::size_t m = 0; m < looked.size(); ++m)
        if (looked[m]->evidence) result[m].push_back(&*looked[m]->evidence);
    for (auto const& family : families)
        for (auto const& member : family->members)
            if (member.evidence) result[member.measure.value()].push_back(&*member.evidence);
    return result;
}

// q of every main test of a kind over all measures.
Batch adjusted(EvidenceOf const& evidence, int threads) {
    Batch batch;
    for_each_in_parallel(finding_kinds, threads, [&](std::size_t kind) {
        std::vector<std::span<double const>> small;
        std::size_t tests = 0;
        for (auto const& of_measure : evidence)
            for (auto const* one : of_measure) {
                auto const& made = one->tests(static_cast<FindingKind>(kind));
                tests += made.count;
                if (!made.small.empty()) small.emplace_back(made.small);
            }
        if (tests > 0) batch[kind].emplace(small, tests);
    });
    return batch;
}

// What one measure brings to the list.
struct Listed {
    std::vector<Card> cards;
    std::vector<Finding> nearly;
    std::size_t subgroup_series = 0;
};

bool is_told(std::vector<Card> const& cards, Finding const& finding) {
    auto const card = std::ranges::lower_bound(cards, finding.unit, {}, &Card::unit);
    return card != cards.end() && card->unit == finding.unit &&
           std::ranges::any_of(card->findings, [&](Finding const& told) {
               return told.kind == finding.kind && told.group == finding.group && told.judgement == finding.judgement;
           });
}

Listed listed(Dataset const& data, MeasureIndex measure, std::vector<Evidence const*> const& evidence,
              Batch const& batch, double q_limit) {
    if (evidence.empty()) return {};
    auto settlement = settled(data, measure, evidence, batch, q_limit);
    std::vector<Finding> confirmed;
    for (auto const& candidate : settlement.findings)
        if (candidate.finding.certainty == Certainty::confirmed) confirmed.push_back(candidate.finding);
    Listed result{cards_of(data, measure, std::move(settlement.findings)), std::move(settlement.nearly),
                  settlement.subgroup_series};
    // What is told at the unit above, or by another finding, has not gone away.
    for (auto& finding : confirmed) {
        if (is_told(result.cards, finding)) continue;
        finding.certainty = Certainty::watch;
        result.nearly.push_back(std::move(finding));
    }
    return result;
}

} // namespace

FollowUp follow_up(Dataset const& data, FollowUpSettings const& settings, FollowUp const* previous) {
    auto const frame = frame_of(data);
    auto looked = look_at_all(data, frame, settings, previous);
    auto families = look_at_families(data, looked, settings, previous);
    auto const evidence = evidence_of(looked, families);
    auto const batch = adjusted(evidence, settings.threads);

    std::vector<Listed> lists(looked.size());
    for_each_in_parallel(looked.size(), settings.threads, [&](std::size_t m) {
        lists[m] = listed(data, MeasureIndex{m}, evidence[m], batch, settings.q_limit);
    });

    FollowUp result;
    for (std::size_t m = 0; m < looked.size(); ++m) {
        result.series_checked += looked[m]->checked + lists[m].subgroup_series;
        result.series_too_short += looked[m]->too_short;
        result.series_not_current += looked[m]->not_current;
        auto const& newest = looked[m]->newest;
        if (newest && (!result.newest || last_month(*newest) > last_month(*result.newest))) result.newest = newest;
        std::ranges::move(lists[m].cards, std::back_inserter(result.cards));
        std::ranges::move(lists[m].nearly, std::back_inserter(result.nearly));
    }
    for (auto const& card : result.cards)
        result.confirmed +=
            static_cast<std::size_t>(std::ranges::count(card.findings, Certainty::confirmed, &Finding::certainty));
    std::ranges::sort(result.cards, [&](Card const& one, Card const& other) {
        auto const place = [](Card const& card) { return std::tuple{card.tier, -card.priority, card.measure}; };
        if (place(one) != place(other)) return place(one) < place(other);
        return data.units[one.unit].unit.code < data.units[other.unit].unit.code;
    });
    result.looked_at = std::move(looked);
    result.families = std::move(families);
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
