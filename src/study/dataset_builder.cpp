#include "study/dataset_builder.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace rodtrad::study {

namespace {

using Units = std::vector<std::pair<domain::UnitId, domain::Unit>>;

std::map<std::string_view, std::size_t> positions_by_code(Units const& units) {
    std::map<std::string_view, std::size_t> result;
    for (std::size_t i = 0; i < units.size(); ++i) {
        auto const& code = units[i].second.code;
        if (!result.emplace(code, i).second)
            throw base::Error(fmt::format("two units have the code \"{}\"; give one of them another", code));
    }
    return result;
}

// The chain of parents from a unit that is its own ancestor: "A → B → A".
std::string circle(Units const& units, std::vector<std::optional<std::size_t>> const& parents, std::size_t start) {
    // Walking as many steps as there are units ends inside the circle, wherever it began.
    for (std::size_t step = 0; step < units.size(); ++step) start = *parents[start];
    auto text = units[start].second.code;
    for (auto at = *parents[start]; at != start; at = *parents[at]) text += " → " + units[at].second.code;
    return text + " → " + units[start].second.code;
}

} // namespace

base::IndexVector<UnitIndex, UnitNode> in_tree_order(Units units) {
    std::ranges::sort(units, {}, [](auto const& entry) { return std::tie(entry.second.name, entry.second.code); });
    auto const positions = positions_by_code(units);

    std::vector<std::optional<std::size_t>> parents(units.size());
    std::vector<std::vector<std::size_t>> children(units.size());
    std::vector<std::size_t> waiting; // a stack: what is to be placed next stands last
    for (auto i = units.size(); i-- > 0;) {
        auto const& parent = units[i].second.parent;
        auto const found = parent ? positions.find(*parent) : positions.end();
        if (found == positions.end()) {
            waiting.push_back(i);
        } else {
            parents[i] = found->second;
            children[found->second].push_back(i);
        }
    }

    base::IndexVector<UnitIndex, UnitNode> result;
    std::vector<std::optional<UnitIndex>> placed(units.size());
    while (!waiting.empty()) {
        auto const i = waiting.back();
        waiting.pop_back();
        UnitNode node;
        node.id = units[i].first;
        if (parents[i]) {
            node.parent = placed[*parents[i]];
            node.depth = result[*node.parent].depth + 1;
        }
        node.unit = std::move(units[i].second);
        placed[i] = result.push_back(std::move(node));
        waiting.insert(waiting.end(), children[i].begin(), children[i].end());
    }
    for (std::size_t i = 0; i < units.size(); ++i)
        if (!placed[i])
            throw base::Error(fmt::format("the units are above each other in a circle: {}; correct a parent",
                                          circle(units, parents, i)));

    for (auto i = result.size(); i-- > 0;) {
        UnitIndex const unit{i};
        auto& node = result[unit];
        node.branch_end = std::max(node.branch_end, unit.next());
        if (node.parent) result[*node.parent].branch_end = std::max(result[*node.parent].branch_end, node.branch_end);
    }
    return result;
}

std::vector<PeerGroupEntry> resolved(std::vector<domain::PeerGroup> groups,
                                     base::IndexVector<UnitIndex, UnitNode> const& units) {
    std::map<std::string_view, UnitIndex> by_code;
    for (UnitIndex unit; unit < units.end_key(); unit = unit.next()) by_code.emplace(units[unit].unit.code, unit);

    std::vector<PeerGroupEntry> result;
    result.reserve(groups.size());
    for (auto& group : groups) {
        PeerGroupEntry entry;
        if (group.owner) {
            auto const owner = by_code.find(*group.owner);
            if (owner == by_code.end()) continue;
            entry.owner = owner->second;
        }
        for (auto const& code : group.members)
            if (auto const member = by_code.find(code); member != by_code.end())
                entry.members.push_back(member->second);
        std::ranges::sort(entry.members);
        auto const repeated = std::ranges::unique(entry.members);
        entry.members.erase(repeated.begin(), repeated.end());
        entry.group = std::move(group);
        result.push_back(std::move(entry));
    }
    return result;
}

CubeBuilder::CubeBuilder(std::size_t units, std::optional<domain::Periodicity> periodicity, double multiplier)
    : m_units{units}, m_periodicity{periodicity}, m_multiplier{multiplier} {}

bool CubeBuilder::add(UnitIndex unit, GroupIndex group, domain::Period period, domain::Outcome const& outcome) {
    auto const periodicity = period.periodicity();
    if (m_periodicity.value_or(periodicity) != periodicity) return false;
    m_periodicity = periodicity;
    Figure figure{unit, group, period.number(), Cell::missing, Cube::no_value, {Cube::no_value, Cube::no_value}};
    if (auto const* measured = std::get_if<domain::Measured>(&outcome)) {
        figure.cell = measured->is_preliminary ? Cell::preliminary : Cell::measured;
        figure.value = measured->value;
        if (measured->counts) figure.counts = *measured->counts;
        m_has_counts = m_has_counts || measured->counts.has_value();
        m_has_values_of_their_own = m_has_values_of_their_own || !measured->counts ||
                                    m_multiplier * figure.counts.numerator / figure.counts.denominator != figure.value;
    } else if (std::holds_alternative<domain::NotApplicable>(outcome)) {
        figure.cell = Cell::not_applicable;
    } else if (std::holds_alternative<domain::Confidential>(outcome)) {
        figure.cell = Cell::confidential;
    }
    m_figures.push_back(figure);
    return true;
}

std::shared_ptr<Cube const> CubeBuilder::build() const {
    if (m_figures.empty()) return nullptr;
    auto const [first, last] = std::ranges::minmax(m_figures, {}, &Figure::time);
    std::vector<GroupIndex> groups;
    for (auto const& figure : m_figures)
        if (groups.empty() ||
            (groups.back() != figure.group && std::ranges::find(groups, figure.group) == groups.end()))
            groups.push_back(figure.group);
    std::ranges::sort(groups);

    Cube::Axes axes{std::move(groups), domain::Period::from_number(*m_periodicity, first.time),
                    static_cast<std::size_t>(last.time - first.time) + 1, m_units};
    auto const content = !m_has_counts               ? CubeContent::values
                         : m_has_values_of_their_own ? CubeContent::values_and_counts
                                                     : CubeContent::counts;
    auto const cube = std::make_shared<Cube>(std::move(axes), content, m_multiplier);
    for (auto const& figure : m_figures)
        cube->set(
            cube->at(*cube->slot_of(figure.group), static_cast<std::size_t>(figure.time - first.time), figure.unit),
            figure.cell, figure.value, figure.counts);
    return cube;
}

} // namespace rodtrad::study
