#include "study/judgement.hpp"
#include "study/lenses/lenses.hpp"
#include "study/methods/distributions.hpp"
#include "study/methods/funnel.hpp"
#include "study/methods/modified_z.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

namespace {

constexpr std::size_t fewest_to_lie_among = 3; // others: of two the median is but their mean
constexpr double slack = 1 - 1e-9;             // what the rounding of a quantile may hide is asked exactly

// Units with a figure of one group in one period, and how they lie.
struct Pool {
    std::vector<UnitIndex> units; // in tree order
    std::vector<double> values;   // theirs
    std::vector<double> sorted;
    PeerScale scale;
    std::optional<Overdispersion> funnel; // where all have counts and there are enough of them
    std::optional<double> odd_z;          // no test of a unit nearer than this has a p that matters

    bool is_testable() const { return units.size() >= fewest_peers; }
};

// What a test says of one unit of a pool.
struct Standing {
    bool is_tested = false;
    std::optional<double> p; // of a test, where it may matter
    bool is_odd = false;     // far enough out to be spoken of
    double side = 0;         // above 0 where it stands above the rest
};

class ComparisonLens {
public:
    ComparisonLens(MeasureStudy const& study, GroupStudy const& group, Evidence& evidence)
        : m_study{study}, m_group{group}, m_evidence{evidence}, m_cohort_pools(2 * study.peers().cohorts().size()) {}

    void look_at(UnitIndex unit, std::size_t t, std::optional<std::size_t> peer_group) {
        auto const value = m_group.figures.at(t, unit);
        std::vector<UnitIndex> members;
        if (peer_group) {
            members = m_study.peers().members(*peer_group, unit);
            std::erase_if(members, [&](UnitIndex member) { return std::isnan(m_group.figures.at(t, member)); });
            if (members.size() <= fewest_to_lie_among) peer_group.reset(); // the unit is one of them
        }
        auto const is_against_all = !peer_group || members.size() < fewest_peers;
        std::optional<Pool> similar;
        if (!is_against_all) fill(similar.emplace(), members, t);
        auto const& tested = similar ? *similar : cohort_pool(unit, t);
        auto const result = standing(tested, unit, value);
        if (!result.is_tested && !result.is_odd) return;
        if (result.is_tested && (!result.p || *result.p > Evidence::widest_p || !result.is_odd)) {
            m_evidence.count(FindingKind::comparison, m_group, unit, result.p.value_or(1));
            return;
        }
        auto finding = m_study.finding(FindingKind::comparison, m_group, unit, t);
        finding.p = result.p;
        finding.peer_group = peer_group;
        finding.is_tested_against_all = is_against_all;
        if (peer_group && is_against_all) fill(similar.emplace(), members, t);
        describe(finding, similar ? *similar : tested, value);
        auto const is_on_its_side = result.side * finding.effect > 0;
        if (finding.p && is_on_its_side) {
            m_evidence.add_test(m_group, finding);
        } else if (finding.p) {
            m_evidence.count(FindingKind::comparison, m_group, unit, *finding.p);
        } else if (is_on_its_side && m_group.is_main) {
            m_evidence.add_rule(m_group, finding);
        }
    }

private:
    // Those of `units` that have a figure.
    void fill(Pool& pool, std::span<UnitIndex const> units, std::size_t t) const {
        auto const* row = m_group.figures.plane().row(t);
        for (auto const unit : units) {
            if (std::isnan(row[unit.value()])) continue;
            pool.units.push_back(unit);
            pool.values.push_back(row[unit.value()]);
        }
        pool.sorted = pool.values;
        std::ranges::sort(pool.sorted);
        if (pool.values.empty()) return;
        pool.scale = peer_scale(pool.values);
        if (!pool.is_testable()) return;
        pool.funnel = funnel_of(pool.units, t);
        if (!pool.funnel && odd_unit_p(pool.scale.median, pool.scale))
            pool.odd_z = slack * odd_unit_z(Evidence::widest_p, pool.scale);
    }

    std::optional<Overdispersion> funnel_of(std::vector<UnitIndex> const& units, std::size_t t) const {
        if (m_study.measure().kind != domain::ValueKind::proportion || units.size() < fewest_for_overdispersion)
            return {};
        std::vector<domain::Counts> counts;
        counts.reserve(units.size());
        for (auto const unit : units) {
            auto const of_unit = m_study.counts(m_group.slot, t, unit);
            if (!of_unit) return {};
            counts.push_back(*of_unit);
        }
        auto found = overdispersion(counts);
        if (!found) return {};
        return *found;
    }

    // All units of a kind are laid beside each other once, for each of the two periods that are current.
    Pool const& cohort_pool(UnitIndex unit, std::size_t t) {
        auto& pool = m_cohort_pools[2 * m_study.peers().cohort_number(unit) + t % 2];
        if (!pool) fill(pool.emplace(), m_study.peers().cohort(unit), t);
        return *pool;
    }

    static Standing standing(Pool const& pool, UnitIndex unit, double value) {
        if (!pool.is_testable()) return {};
        if (pool.funnel) {
            auto const place = std::ranges::lower_bound(pool.units, unit) - pool.units.begin();
            auto const z = pool.funnel->z_adjusted[static_cast<std::size_t>(place)];
            static auto const far = slack * critical_z(1 - Evidence::widest_p);
            // From their common share, which need not be on the median's side.
            if (std::abs(z) < far) return {true, {}, true, z};
            return {true, normal_two_sided(z), true, z};
        }
        auto const z = modified_z(value, pool.scale);
        auto const is_odd = std::abs(z) > odd_modified_z;
        auto const side = value - pool.scale.median;
        if (!pool.odd_z) return {false, {}, is_odd, side};
        if (std::abs(z) < *pool.odd_z) return {true, {}, is_odd, side};
        return {true, odd_unit_p(value, pool.scale), is_odd, side};
    }

    // The unit beside the others of the pool, itself not among them.
    void describe(Finding& finding, Pool const& pool, double value) const {
        auto others = pool.sorted;
        others.erase(std::ranges::lower_bound(others, value));
        m_study.measure_up(finding, value, quantile_of_sorted(others, 0.5));
        finding.low = quantile_of_sorted(others, 0.25);
        finding.high = quantile_of_sorted(others, 0.75);
        finding.n = pool.units.size();
        // The first is above all others, and the last below them all: of equals none is either.
        auto const equals = std::ranges::equal_range(others, value);
        auto const above = others.end() - (finding.effect > 0 ? equals.begin() : equals.end());
        finding.rank = static_cast<std::size_t>(above) + 1;
    }

    MeasureStudy const& m_study;
    GroupStudy const& m_group;
    Evidence& m_evidence;
    std::vector<std::optional<Pool>> m_cohort_pools; // [cohort][period, odd or even]
};

} // namespace

void look_for_comparisons(MeasureStudy const& study, Evidence& evidence) {
    if (study.measure().kind == domain::ValueKind::count) return; // the largest has the most of all that is counted
    auto const& peer_groups = study.peers().groups_for(study.measure().area);
    for (auto const& group : study.groups()) {
        ComparisonLens lens{study, group, evidence};
        for (UnitIndex unit; unit.value() < group.figures.units(); unit = unit.next())
            if (auto const t = study.current_time(group.figures, unit))
                lens.look_at(unit, *t, peer_groups[unit.value()]);
    }
}

} // namespace rodtrad::study
