#include "study/family.hpp"

#include "study/kernels/comovement_sweep.hpp"
#include "study/kernels/selection.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace rodtrad::study {

namespace {

constexpr std::size_t smallest_family = 3;
constexpr std::size_t largest_family = 12;
constexpr std::size_t fewest_neighbours = 2;
constexpr double least_correlation = 0.4;
constexpr double fewest_changes = 60;    // in common, where that correlation is three standard errors from none
constexpr std::size_t latest = 4;        // periods that are asked about, and have no say in who moved together before
constexpr double range_of_noise = 1.128; // the mean range of two normal figures, in their deviation (STATISTICS M1)
constexpr double largest_change = 4;     // in noise

// How much a member's figures waver from one period to the next, in the usual unit; 0 where they do not.
double noise_of(GroupStudy const& group) {
    std::vector<double> ranges;
    for (std::size_t u = 0; u < group.figures.units(); ++u)
        if (std::isfinite(group.chart.range[u])) ranges.push_back(group.chart.range[u]);
    return ranges.empty() ? 0 : median_of_many(ranges) / range_of_noise;
}

bool is_lower_better(domain::Polarity const& polarity) {
    auto const* direction = std::get_if<domain::Direction>(&polarity);
    return direction != nullptr && *direction == domain::Direction::lower_is_better;
}

Plane without_figures(std::size_t periods, std::size_t units) {
    Plane plane{periods, units};
    for (std::size_t t = 0; t < periods; ++t) std::ranges::fill(plane.units_of(t), Plane::no_value);
    return plane;
}

double finite_or_none(double value) { return std::isfinite(value) ? value : Plane::no_value; }

} // namespace

std::vector<std::vector<MeasureIndex>> families_of(Dataset const& data) {
    auto const total = data.find_group(domain::total_group);
    std::map<std::pair<std::string_view, domain::Periodicity>, std::vector<MeasureIndex>> fields;
    for (MeasureIndex index; index < data.measures.end_key(); index = index.next()) {
        auto const& [measure, cube] = std::tie(data.measures[index].measure, data.measures[index].cube);
        if (measure.area.empty() || !cube || cube->periods() == 0 || !total || !cube->slot_of(*total)) continue;
        fields[{measure.area, cube->period(0).periodicity()}].push_back(index);
    }
    std::vector<std::vector<MeasureIndex>> families;
    for (auto& [field, members] : fields)
        if (smallest_family <= members.size() && members.size() <= largest_family)
            families.push_back(std::move(members));
    return families;
}

Family::Family(std::vector<MeasureStudy const*> members)
    : m_studies{std::move(members)}, m_neighbours(m_studies.size()) {
    auto first = study(0).cube().period(0).number();
    for (auto const* member : m_studies) first = std::min(first, member->cube().period(0).number());
    for (auto const* member : m_studies) {
        m_offsets.push_back(static_cast<std::size_t>(member->cube().period(0).number() - first));
        m_periods = std::max(m_periods, m_offsets.back() + member->end());
        m_noise.push_back(noise_of(member->groups().front()) * (is_lower_better(member->measure().polarity) ? -1 : 1));
    }
    for (std::size_t member = 0; member < m_studies.size(); ++member) lay_beside(member);
    find_neighbours();
}

void Family::lay_beside(std::size_t member) {
    auto const& levels = study(member).groups().front().levels();
    auto& moved = m_moved.emplace_back(without_figures(m_periods, levels.units()));
    if (m_noise[member] == 0) return;
    std::vector<double> usual(levels.plane().stride());
    medians_along_time(levels.plane(), 0, levels.periods(), usual.data());
    auto const scale = 1 / m_noise[member];
    for (std::size_t t = 0; t < levels.periods(); ++t)
        std::ranges::transform(levels.plane().units_of(t), std::span{usual}.first(levels.units()),
                               moved.row(m_offsets[member] + t),
                               [&](double level, double base) { return (level - base) * scale; });
}

void Family::find_neighbours() {
    auto const end = m_periods - std::min(m_periods, latest);
    auto const pairs = comovement_sweep(m_moved, end, largest_change);
    auto pair = pairs.begin();
    for (std::size_t one = 0; one < m_studies.size(); ++one)
        for (auto other = one + 1; other < m_studies.size(); ++other, ++pair) {
            if (pair->changes < fewest_changes || pair->correlation < least_correlation) continue;
            m_neighbours[one].push_back({other, pair->correlation});
            m_neighbours[other].push_back({one, pair->correlation});
        }
    for (auto& neighbours : m_neighbours) {
        std::ranges::sort(neighbours, {}, &Neighbour::member);
        if (neighbours.size() < fewest_neighbours) neighbours.clear();
    }
}

SeriesTable Family::apart(std::size_t member) const {
    auto const& neighbours = m_neighbours[member];
    auto apart = study(member).groups().front().levels();
    Plane beside{neighbours.size(), apart.units()};
    std::vector<double> median(beside.stride());
    std::vector<std::uint32_t> present(beside.stride());
    for (std::size_t t = 0; t < apart.periods(); ++t) {
        std::ranges::fill(present, 0U);
        for (std::size_t j = 0; j < neighbours.size(); ++j) {
            auto const* row = moved(neighbours[j].member).row(m_offsets[member] + t);
            std::copy_n(row, apart.units(), beside.row(j));
            for (std::size_t u = 0; u < apart.units(); ++u)
                if (row[u] == row[u]) ++present[u];
        }
        medians_along_time(beside, 0, neighbours.size(), median.data());
        auto* row = apart.plane().row(t);
        for (std::size_t u = 0; u < apart.units(); ++u)
            row[u] =
                present[u] < fewest_neighbours ? Plane::no_value : finite_or_none(row[u] - m_noise[member] * median[u]);
    }
    for (UnitIndex unit; unit.value() < apart.units(); unit = unit.next())
        for (auto const& neighbour : neighbours)
            apart.set_origin(
                unit, std::max(apart.origin(unit), study(neighbour.member).groups().front().levels().origin(unit)));
    apart.settle();
    return apart;
}

std::optional<double> Family::parting(std::size_t member, std::size_t other, UnitIndex unit, std::size_t since) const {
    std::vector<double> before;
    std::vector<double> after;
    for (std::size_t t = 0; t < m_periods; ++t) {
        auto const apart = moved(member).row(t)[unit.value()] - moved(other).row(t)[unit.value()];
        if (std::isfinite(apart)) (t < since + m_offsets[member] ? before : after).push_back(apart);
    }
    if (before.empty() || after.empty()) return {};
    return m_noise[member] * (mean_of(after) - mean_of(before));
}

Plane Family::difference(std::size_t member, std::size_t other) const {
    Plane result{m_periods, moved(member).units()};
    for (std::size_t t = 0; t < m_periods; ++t)
        std::ranges::transform(moved(member).units_of(t), moved(other).units_of(t), result.row(t),
                               [](double own, double others) { return finite_or_none(own - others); });
    return result;
}

} // namespace rodtrad::study
