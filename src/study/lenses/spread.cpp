#include "study/judgement.hpp"
#include "study/lenses/lenses.hpp"
#include "study/methods/heterogeneity.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

namespace {

constexpr std::size_t fewest_children = 3;
constexpr double fewest_expected = 1; // on either side of a share, for the chi-squared test to hold

// The units below a node that have counts in a period. `units` is shorter than `counts` by one where the smallest
// have been merged into "övriga små", which stands last.
struct Children {
    std::vector<UnitIndex> units;
    std::vector<domain::Counts> counts;
};

Children children_of(MeasureStudy const& study, std::size_t slot, std::size_t t, UnitIndex parent) {
    Children all;
    domain::Counts total;
    auto const& units = study.data().units;
    for (auto child = parent.next(); child < units[parent].branch_end; child = units[child].branch_end) {
        if (auto const counts = study.counts(slot, t, child)) {
            all.units.push_back(child);
            all.counts.push_back(*counts);
            total = {total.numerator + counts->numerator, total.denominator + counts->denominator};
        }
    }
    if (study.measure().kind != domain::ValueKind::proportion || total.denominator <= 0) return all;

    Children result;
    domain::Counts small;
    auto const share = total.numerator / total.denominator;
    for (std::size_t i = 0; i < all.units.size(); ++i) {
        auto const counts = all.counts[i];
        if (counts.denominator * std::min(share, 1 - share) < fewest_expected) {
            small = {small.numerator + counts.numerator, small.denominator + counts.denominator};
        } else {
            result.units.push_back(all.units[i]);
            result.counts.push_back(counts);
        }
    }
    if (small.denominator > 0) result.counts.push_back(small);
    return result;
}

// A rate's variance under a common rate R is R/n, which makes Cochran's Q the dispersion test of Poisson counts.
Answer<Heterogeneity> rate_heterogeneity(std::vector<domain::Counts> const& counts) {
    domain::Counts total;
    for (auto const one : counts) total = {total.numerator + one.numerator, total.denominator + one.denominator};
    if (total.numerator <= 0) return NoAnswer::zero_variance;
    auto const common = total.numerator / total.denominator;
    std::vector<double> rates;
    std::vector<double> errors;
    for (auto const one : counts) {
        rates.push_back(one.numerator / one.denominator);
        errors.push_back(std::sqrt(common / one.denominator));
    }
    return mean_heterogeneity(rates, errors);
}

Answer<Heterogeneity> heterogeneity_of(domain::ValueKind kind, std::vector<domain::Counts> const& counts) {
    return kind == domain::ValueKind::proportion ? proportion_heterogeneity(counts) : rate_heterogeneity(counts);
}

} // namespace

void look_for_spread(MeasureStudy const& study, Evidence& evidence) {
    auto const kind = study.measure().kind;
    auto const multiplier = study.measure().multiplier;
    if (kind != domain::ValueKind::proportion && kind != domain::ValueKind::rate) return;
    for (auto const& group : study.groups()) {
        for (std::size_t u = 0; u < group.figures.units(); ++u) {
            UnitIndex const unit{u};
            auto const t = study.current_time(group.figures, unit);
            if (!t) continue;
            auto const children = children_of(study, group.slot, *t, unit);
            if (children.units.size() < fewest_children) continue;
            auto const spread = heterogeneity_of(kind, children.counts);
            if (!spread) continue;
            if (spread->p > Evidence::widest_p) {
                evidence.count(FindingKind::spread, group, unit, spread->p);
                continue;
            }
            std::vector<double> shrunken{spread->shrunken.begin(),
                                         spread->shrunken.begin() + static_cast<std::ptrdiff_t>(children.units.size())};
            auto const [lowest, highest] = std::ranges::minmax_element(shrunken);
            auto finding = study.finding(FindingKind::spread, group, unit, *t);
            finding.lowest = children.units[static_cast<std::size_t>(lowest - shrunken.begin())];
            finding.highest = children.units[static_cast<std::size_t>(highest - shrunken.begin())];
            finding.low = *lowest * multiplier;
            finding.high = *highest * multiplier;
            finding.value = group.figures.at(*t, unit);
            finding.reference = spread->centre * multiplier;
            std::ranges::sort(shrunken);
            finding.effect = (quantile_of_sorted(shrunken, 0.9) - quantile_of_sorted(shrunken, 0.1)) * multiplier;
            finding.judgement = judged_as_adverse(study.measure().polarity);
            finding.p = spread->p;
            finding.n = children.units.size();
            evidence.add_test(group, finding);
        }
    }
}

} // namespace rodtrad::study
