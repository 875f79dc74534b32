#include "study/judgement.hpp"
#include "study/lenses/lenses.hpp"
#include "study/methods/funnel.hpp"
#include "study/methods/modified_z.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

namespace {

// Units with a figure of one group in one period, and how they lie.
struct Pool {
    std::vector<UnitIndex> units;
    std::vector<double> values;
    PeerScale scale;
    std::optional<AdjustedFunnel> funnel; // where all have counts and there are enough of them
};

// What a test says of one unit of a pool.
struct Standing {
    std::optional<double> p;
    bool is_odd = false; // far enough out to be spoken of
    double side = 0;     // above 0 where it stands above the rest
};

class ComparisonLens {
public:
    ComparisonLens(MeasureStudy const& study, GroupStudy const& group, Evidence& evidence)
        : m_study{study}, m_group{group}, m_evidence{evidence}, m_cohort_pools(2 * study.peers().cohorts().size()) {}

    void look_at(UnitIndex unit, std::size_t t, std::optional<std::size_t> peer_group) {
        auto const value = m_group.figures.values(unit).back();
        if (peer_group) {
            fill(m_similar, m_study.peers().members(*peer_group, unit), t);
            if (m_similar.units.size() < 2) peer_group.reset();
        }
        auto const& shown = peer_group ? m_similar : cohort_pool(unit, t);
        auto const is_against_all = shown.units.size() < fewest_peers;
        auto const result = standing(is_against_all ? cohort_pool(unit, t) : shown, unit, value);
        if (!result.p && !result.is_odd) return;

        auto finding = m_study.finding(FindingKind::comparison, m_group, unit, t);
        finding.p = result.p;
        if (!result.is_odd || m_evidence.is_hopeless(result.p)) {
            m_evidence.count_test(m_group, finding);
            return;
        }
        finding.peer_group = peer_group;
        finding.is_tested_against_all = is_against_all;
        describe(finding, shown, value);
        if (result.side * finding.effect <= 0) {
            m_evidence.count_test(m_group, finding);
        } else if (finding.p) {
            m_evidence.add_test(m_group, finding);
        } else if (m_group.is_main) {
            m_evidence.add_rule(m_group, finding);
        }
    }

private:
    void fill(Pool& pool, std::span<UnitIndex const> units, std::size_t t) const {
        auto const& cube = m_study.cube();
        pool.units.clear();
        pool.values.clear();
        for (auto const unit : units) {
            auto const at = cube.at(m_group.slot, t, unit);
            if (!is_comparable(m_study.measure_data(), at)) continue;
            pool.units.push_back(unit);
            pool.values.push_back(cube.value(at));
        }
        pool.scale = peer_scale(pool.values);
        pool.funnel = funnel_of(pool.units, t);
    }

    std::optional<AdjustedFunnel> funnel_of(std::vector<UnitIndex> const& units, std::size_t t) const {
        if (m_study.measure().kind != domain::ValueKind::proportion || units.size() < fewest_for_overdispersion)
            return {};
        std::vector<domain::Counts> counts;
        for (auto const unit : units) {
            auto const of_unit = m_study.counts(m_group.slot, t, unit);
            if (!of_unit) return {};
            counts.push_back(*of_unit);
        }
        auto const funnel = overdispersed_funnel(counts);
        if (!funnel) return {};
        return *funnel;
    }

    // All units of a kind are laid beside each other once, for each of the two periods that are current.
    Pool const& cohort_pool(UnitIndex unit, std::size_t t) {
        auto& pool = m_cohort_pools[2 * m_study.peers().cohort_number(unit) + t % 2];
        if (!pool) fill(pool.emplace(), m_study.peers().cohort(unit), t);
        return *pool;
    }

    static Standing standing(Pool const& pool, UnitIndex unit, double value) {
        if (pool.units.size() < fewest_peers) return {};
        if (!pool.funnel) {
            auto const is_odd = std::abs(modified_z(value, pool.scale)) > odd_modified_z;
            return {odd_unit_p(value, pool.scale), is_odd, value - pool.scale.median};
        }
        auto const place = std::ranges::lower_bound(pool.units, unit) - pool.units.begin();
        auto const& point = pool.funnel->points[static_cast<std::size_t>(place)];
        return {point.p, true, point.z}; // from their common share, which need not be on the median's side
    }

    // The unit beside the others of the pool, itself not among them.
    void describe(Finding& finding, Pool const& pool, double value) const {
        std::vector<double> others;
        for (std::size_t i = 0; i < pool.units.size(); ++i)
            if (pool.units[i] != finding.unit) others.push_back(pool.values[i]);
        std::ranges::sort(others);
        m_study.measure_up(finding, value, quantile_of_sorted(others, 0.5));
        finding.low = quantile_of_sorted(others, 0.25);
        finding.high = quantile_of_sorted(others, 0.75);
        finding.n = pool.units.size();
        finding.rank = static_cast<std::size_t>(others.end() - std::ranges::upper_bound(others, value)) + 1;
    }

    MeasureStudy const& m_study;
    GroupStudy const& m_group;
    Evidence& m_evidence;
    Pool m_similar;
    std::vector<std::optional<Pool>> m_cohort_pools; // [cohort][period, odd or even]
};

} // namespace

void look_for_comparisons(MeasureStudy const& study, Evidence& evidence) {
    std::vector<std::optional<std::size_t>> peer_groups;
    peer_groups.reserve(study.cube().units());
    for (std::size_t u = 0; u < study.cube().units(); ++u)
        peer_groups.push_back(study.peers().group_of(UnitIndex{u}, study.measure().area));
    for (auto const& group : study.groups()) {
        ComparisonLens lens{study, group, evidence};
        for (std::size_t u = 0; u < group.figures.units(); ++u)
            if (auto const t = study.current_time(group.figures, UnitIndex{u}))
                lens.look_at(UnitIndex{u}, *t, peer_groups[u]);
    }
}

} // namespace rodtrad::study
