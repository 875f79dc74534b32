#include "study/cards.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <span>
#include <tuple>
#include <utility>

namespace rodtrad::study {

namespace {

constexpr std::size_t fewest_for_assurance = 13; // STATISTICS section 3
constexpr double alike_limit = 0.05;             // p above it: the units below do not differ in how they changed

bool is_confirmed(Finding const& finding, Judgement judgement) {
    return finding.certainty == Certainty::confirmed && finding.judgement == judgement;
}

// The individuals chart says that the target will not be met without another way of working.
bool is_steady_miss(Finding const& finding) {
    return finding.kind == FindingKind::target && !finding.p && finding.n >= fewest_for_assurance;
}

bool is_adverse(Finding const& finding) { return is_confirmed(finding, Judgement::worse) || is_steady_miss(finding); }

// What speaks for a tier. A favourable change that is only possible does not take a confirmed one's place in it.
bool speaks_for(Finding const& finding, Tier tier) {
    switch (tier) {
    case Tier::act:
        return is_confirmed(finding, Judgement::worse) &&
               (finding.kind == FindingKind::target || finding.kind == FindingKind::change ||
                finding.kind == FindingKind::comparison);
    case Tier::look_into:
        return is_adverse(finding);
    case Tier::watch:
        return finding.judgement == Judgement::neutral ||
               (finding.certainty == Certainty::watch && finding.judgement == Judgement::worse);
    case Tier::learn_from:
        return is_confirmed(finding, Judgement::better);
    }
    return false;
}

Tier tier_of(std::vector<Finding> const& findings) {
    auto const has = [&](FindingKind kind) {
        return std::ranges::any_of(findings, [&](Finding const& finding) {
            return finding.kind == kind && is_confirmed(finding, Judgement::worse);
        });
    };
    auto const has_any = [&](Tier tier) {
        return std::ranges::any_of(findings, [&](Finding const& finding) { return speaks_for(finding, tier); });
    };
    if (has(FindingKind::target) && (has(FindingKind::change) || has(FindingKind::comparison))) return Tier::act;
    if (has_any(Tier::look_into)) return Tier::look_into;
    if (has_any(Tier::watch)) return Tier::watch;
    return has_any(Tier::learn_from) ? Tier::learn_from : Tier::watch;
}

double strength(Finding const& finding) {
    constexpr double without_people = 1.3;
    auto const reach = finding.people ? 1 + std::log10(1 + *finding.people) / 2 : without_people;
    return times_threshold(finding) * reach;
}

using Candidates = std::span<Candidate const*>;

// What is left of them, in their order.
Candidates erase_from(Candidates candidates, auto const& is_erased) {
    auto const erased = std::ranges::remove_if(candidates, [&](auto* candidate) { return is_erased(*candidate); });
    return candidates.first(candidates.size() - erased.size());
}

bool is_of_neighbours(Candidate const* candidate) { return candidate->finding.kind == FindingKind::neighbour; }

// What the unit's own change says already is not said once more as leaving the neighbours: the same direction, at least
// as surely, and further by less than is worth talking about.
void drop_neighbours_of_changes(Candidates& candidates) {
    std::vector<Finding> changes;
    for (auto const* candidate : candidates)
        if (candidate->finding.kind == FindingKind::change) changes.push_back(candidate->finding);
    candidates = erase_from(candidates, [&](Candidate const& candidate) {
        auto const& apart = candidate.finding;
        return is_of_neighbours(&candidate) && std::ranges::any_of(changes, [&](Finding const& change) {
                   return change.group == apart.group && change.certainty <= apart.certainty &&
                          (change.effect > 0) == (apart.effect > 0) &&
                          std::abs(apart.effect) < std::abs(change.effect) + threshold(apart);
               });
    });
}

// The parents' branches are told once: from the bottom up, so that a unit that has taken over from those below it can
// in turn be told at the unit above.
class Fold {
public:
    Fold(Dataset const& data, std::vector<Candidate> findings)
        : m_units{data.units}, m_total{data.find_group(domain::total_group)}, m_findings{std::move(findings)},
          m_folded(data.units.size()) {
        for (auto const& candidate : m_findings) m_by_unit.push_back(&candidate);
        std::ranges::sort(m_by_unit, {}, [](auto* candidate) { return std::pair{candidate->finding.unit, candidate}; });
        for (std::size_t first = 0; first < m_by_unit.size();) {
            auto end = first;
            while (end < m_by_unit.size() && m_by_unit[end]->finding.unit == m_by_unit[first]->finding.unit) ++end;
            m_deviating.push_back({m_by_unit[first]->finding.unit, Candidates{m_by_unit}.subspan(first, end - first)});
            first = end;
        }
        for (auto& [unit, candidates] : m_deviating)
            if (std::ranges::any_of(candidates, is_of_neighbours)) drop_neighbours_of_changes(candidates);
    }

    void run(FindingKind kind) {
        Told told{kind, PerUnit(m_units.size()), PerUnit(m_units.size())};
        auto is_any = false;
        for (auto const& [unit, candidates] : m_deviating)
            for (auto const* candidate : candidates)
                if (candidate->finding.kind == kind) {
                    told.moved[unit] = std::max(told.moved[unit], candidate->moved_below);
                    is_any = true;
                }
        if (!is_any) return;
        for (auto& deviating : std::views::reverse(m_deviating))
            if (auto const* movement = movement_of_all_below(deviating, kind))
                fold_into(deviating.unit, movement->effect > 0, told);
        for (auto const& [unit, candidates] : m_deviating) m_folded[unit] = std::max(m_folded[unit], told.units(unit));
    }

    // A unit and what deviates in it, as long as the fold; in tree order.
    struct Deviating {
        UnitIndex unit;
        Candidates candidates;
    };
    std::vector<Deviating> const& deviating() const { return m_deviating; }
    std::uint32_t folded(UnitIndex unit) const { return m_folded[unit]; }

private:
    using PerUnit = base::IndexVector<UnitIndex, std::uint32_t>;

    // How many units below a unit speaks for, in one kind.
    struct Told {
        FindingKind kind;
        PerUnit folded; // that have given theirs over
        PerUnit moved;  // that moved in a common shift
        // What was folded is among what moved alike, where something did.
        std::uint32_t units(UnitIndex unit) const { return std::max(folded[unit], moved[unit]); }
    };

    Finding const* movement_of_all_below(Deviating const& deviating, FindingKind kind) const {
        for (auto const* candidate : deviating.candidates)
            if (candidate->finding.kind == kind && candidate->finding.certainty == Certainty::confirmed &&
                candidate->finding.group == m_total && candidate->p_children_alike.value_or(0) > alike_limit)
                return &candidate->finding;
        return nullptr;
    }

    void fold_into(UnitIndex parent, bool is_up, Told& told) {
        auto child = parent.next();
        auto const by_unit = [](Deviating const& deviating) { return deviating.unit; };
        for (auto at = std::ranges::lower_bound(m_deviating, child, {}, by_unit);
             at != m_deviating.end() && at->unit < m_units[parent].branch_end; ++at) {
            if (m_units[at->unit].parent != parent) continue;
            auto const left = erase_from(at->candidates, [&](Candidate const& candidate) {
                return candidate.finding.kind == told.kind && (candidate.finding.effect > 0) == is_up;
            });
            if (left.size() == at->candidates.size()) continue;
            at->candidates = left;
            told.folded[parent] += 1 + told.units(at->unit);
            told.folded[at->unit] = 0;
            told.moved[at->unit] = 0;
        }
    }

    base::IndexVector<UnitIndex, UnitNode> const& m_units;
    std::optional<GroupIndex> m_total;
    std::vector<Candidate> m_findings;
    std::vector<Candidate const*> m_by_unit; // else as they came
    std::vector<Deviating> m_deviating;
    PerUnit m_folded;
};

// What a part of the people does is not said once more where all do it: the same kind and direction, no surer, and
// further than all by less than is worth talking about.
void drop_repeated(std::vector<Finding>& findings, std::optional<GroupIndex> total) {
    if (findings.size() == 1) return;
    auto const of_all = findings;
    std::erase_if(findings, [&](Finding const& part) {
        return part.group != total && std::ranges::any_of(of_all, [&](Finding const& all) {
                   return all.group == total && all.kind == part.kind && all.judgement == part.judgement &&
                          all.certainty <= part.certainty && is_steady_miss(all) >= is_steady_miss(part) &&
                          (all.effect > 0) == (part.effect > 0) &&
                          std::abs(part.effect) < std::abs(all.effect) + threshold(part);
               });
    });
}

} // namespace

std::vector<Card> cards_of(Dataset const& data, MeasureIndex measure, std::vector<Candidate> findings) {
    if (findings.empty()) return {};
    Fold fold{data, std::move(findings)};
    fold.run(FindingKind::change);
    fold.run(FindingKind::neighbour);

    auto const total = data.find_group(domain::total_group);
    auto const by_strength = [&](Finding const& finding) {
        return std::tuple{finding.certainty, -strength(finding), finding.group != total, finding.kind, finding.group};
    };
    std::vector<Card> result;
    result.reserve(fold.deviating().size());
    for (auto const& [unit, candidates] : fold.deviating()) {
        if (candidates.empty()) continue;
        Card card;
        card.measure = measure;
        card.unit = unit;
        card.folded = fold.folded(unit);
        card.findings.reserve(candidates.size());
        for (auto const* candidate : candidates) card.findings.push_back(candidate->finding);
        drop_repeated(card.findings, total);
        std::ranges::sort(card.findings, {}, by_strength);
        card.tier = tier_of(card.findings);
        for (auto const& finding : card.findings)
            if (speaks_for(finding, card.tier)) card.priority = std::max(card.priority, strength(finding));
        card.priority *= data.measures[measure].measure.weight;
        result.push_back(std::move(card));
    }
    return result;
}

} // namespace rodtrad::study
