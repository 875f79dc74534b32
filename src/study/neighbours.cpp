#include "study/neighbours.hpp"

#include "study/children_alike.hpp"
#include "study/common_shift.hpp"
#include "study/methods/numbers.hpp"
#include "study/methods/step_test.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rodtrad::study {

namespace {

constexpr double apart_p = 0.05;

// One member beside its neighbours.
class NeighbourLens {
public:
    NeighbourLens(MeasureStudy const& study, Family const& family, std::size_t member,
                  std::vector<MeasureIndex> neighbours, Evidence& evidence)
        : m_study{study}, m_family{family}, m_member{member}, m_neighbours{std::move(neighbours)},
          m_group{study.groups().front()}, m_apart{family.apart(member)}, m_evidence{evidence},
          m_tests{m_apart.plane(), study.end()}, m_small{m_tests.within(Evidence::widest_p)},
          m_shift{common_shift(study, m_apart, m_tests, m_small)} {
        if (!m_shift) return;
        m_rest_tests.emplace(m_shift->rest.plane(), study.end());
        m_small = m_rest_tests->within(Evidence::widest_p);
    }

    void look() {
        auto const& tests = m_rest_tests ? *m_rest_tests : m_tests;
        auto small = m_small.begin();
        for (UnitIndex unit; unit.value() < m_apart.units(); unit = unit.next()) {
            auto const is_small = small != m_small.end() && small->unit == unit.value();
            auto const test = is_small ? small++->test : StepTest{};
            auto const t = m_study.current_time(m_apart, unit);
            if (!t) continue;
            if (m_shift && m_shift->top == unit) {
                if (m_tests.is_tested(unit.value())) look_at(unit, *t, *m_tests.test(unit.value()), m_apart);
            } else if (is_small) {
                look_at(unit, *t, test, m_shift ? m_shift->rest : m_apart);
            } else if (tests.is_tested(unit.value())) {
                m_evidence.count(FindingKind::neighbour, m_group, unit);
            }
        }
    }

private:
    // `tested`: the series of the test.
    void look_at(UnitIndex unit, std::size_t t, StepTest const& step, SeriesTable const& tested) {
        auto const since = tested.time_from_last(unit, step.best);
        auto const is_beside_shift = &tested != &m_apart;
        if (step.p > Evidence::widest_p || (!is_beside_shift && !has_left_most(unit, since, step.effect()))) {
            m_evidence.count(FindingKind::neighbour, m_group, unit, step.p);
            return;
        }
        auto finding = m_study.finding(FindingKind::neighbour, m_group, unit, t);
        auto const now = mean_since(unit, since);
        m_study.measure_up(finding, now, now - step.effect());
        finding.p = step.p;
        finding.n = tested.length(unit);
        finding.since = m_study.cube().period(since);
        finding.is_season_adjusted = m_group.is_season_adjusted();
        finding.neighbours = m_neighbours;
        auto* candidate = m_evidence.add_test(m_group, finding);
        if (candidate == nullptr) return;
        candidate->p_children_alike = p_children_alike(m_study, m_apart, m_tests, unit, step.best);
        if (m_shift && !is_beside_shift) candidate->moved_below = m_shift->moved;
    }

    // The mean of the member's own figures in the periods that are told of.
    double mean_since(UnitIndex unit, std::size_t since) const {
        std::vector<double> figures;
        for (auto t = since; t < m_apart.periods(); ++t)
            if (!std::isnan(m_apart.at(t, unit))) figures.push_back(m_group.levels().at(t, unit));
        return mean_of(figures);
    }

    // With two neighbours the median is half of each: when one of them leaves, the other two both seem to.
    bool has_left_most(UnitIndex unit, std::size_t since, double effect) const {
        auto const& neighbours = m_family.neighbours(m_member);
        auto const left = std::ranges::count_if(neighbours, [&](Family::Neighbour const& neighbour) {
            auto const parting = m_family.parting(m_member, neighbour.member, unit, since);
            return parting && *parting * effect > 0 && std::abs(*parting) >= std::abs(effect) / 2;
        });
        return 2 * static_cast<std::size_t>(left) > neighbours.size();
    }

    MeasureStudy const& m_study;
    Family const& m_family;
    std::size_t m_member;
    std::vector<MeasureIndex> m_neighbours;
    GroupStudy const& m_group;
    SeriesTable m_apart;
    Evidence& m_evidence;
    StepFamily m_tests;
    std::vector<StepFamily::OfUnit> m_small; // tests that may come to matter, of what is beside a common shift
    std::optional<CommonShift> m_shift;
    std::optional<StepFamily> m_rest_tests;
};

// The figures for all people of each member, prepared once.
class Members {
public:
    Members(Dataset const& data, Frame const& frame, std::vector<MeasureIndex> const& members,
            std::optional<domain::Period> as_of, auto const& known) {
        auto const total = *data.find_group(domain::total_group);
        m_studies.reserve(members.size());
        for (auto const member : members) m_studies.emplace_back(data, frame, member, as_of, total, known(member));
    }

    MeasureStudy const& operator[](std::size_t member) const { return m_studies[member]; }
    std::vector<MeasureStudy const*> all() const {
        std::vector<MeasureStudy const*> result;
        for (auto const& study : m_studies) result.push_back(&study);
        return result;
    }

private:
    std::vector<MeasureStudy> m_studies;
};

bool is_same(LookedAtFamily const& one, std::vector<LookedAtFamily::Member> const& members) {
    return std::ranges::equal(one.members, members, [](auto const& before, auto const& now) {
        return before.measure == now.measure && before.looked_at == now.looked_at;
    });
}

} // namespace

std::shared_ptr<LookedAtFamily const> look_at_family(Dataset const& data, std::vector<MeasureIndex> const& members,
                                                     std::span<std::shared_ptr<LookedAt const> const> looked_at,
                                                     std::span<std::shared_ptr<LookedAtFamily const> const> before) {
    auto result = std::make_shared<LookedAtFamily>();
    for (auto const measure : members) result->members.push_back({measure, looked_at[measure.value()], {}});
    for (auto const& one : before)
        if (is_same(*one, result->members)) return one;

    auto const& first = *result->members.front().looked_at;
    Members const studies{data, *first.frame, members, first.as_of, [&](MeasureIndex measure) {
                              auto const& known = *looked_at[measure.value()];
                              return MeasureStudy::Known{known.newest, known.min_effect, known.season_of_all};
                          }};
    Family const family{studies.all()};
    for (std::size_t member = 0; member < members.size(); ++member) {
        auto const& of_member = family.neighbours(member);
        if (of_member.empty()) continue;
        std::vector<MeasureIndex> neighbours;
        for (auto const& neighbour : of_member) neighbours.push_back(members[neighbour.member]);
        auto& evidence = result->members[member].evidence.emplace(studies[member]);
        NeighbourLens{studies[member], family, member, std::move(neighbours), evidence}.look();
        evidence.settle();
        evidence.forget_series();
    }
    return result;
}

std::vector<NeighbourInUnit> neighbours_of(Dataset const& data, MeasureIndex measure, UnitIndex unit,
                                           std::optional<domain::Period> as_of) {
    auto const families = families_of(data);
    auto const own = std::ranges::find_if(families, [&](std::vector<MeasureIndex> const& members) {
        return std::ranges::find(members, measure) != members.end();
    });
    if (own == families.end()) return {};
    auto const frame = frame_of(data);
    Members const studies{data, *frame, *own, as_of, [](MeasureIndex) { return MeasureStudy::Known{}; }};
    Family const family{studies.all()};
    auto const member = static_cast<std::size_t>(std::ranges::find(*own, measure) - own->begin());
    std::vector<NeighbourInUnit> result;
    for (auto const& [other, correlation] : family.neighbours(member)) {
        auto const difference = family.difference(member, other);
        auto& neighbour = result.emplace_back();
        neighbour.measure = (*own)[other];
        neighbour.correlation = correlation;
        auto const step = StepFamily{difference, difference.periods()}.test(unit.value());
        if (step) neighbour.now = step->p <= apart_p ? NeighbourInUnit::Now::apart : NeighbourInUnit::Now::together;
    }
    std::ranges::stable_sort(result, std::ranges::greater{}, &NeighbourInUnit::correlation);
    return result;
}

} // namespace rodtrad::study
