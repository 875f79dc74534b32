#include "study/frame.hpp"

#include <utility>

namespace rodtrad::study {

namespace {

std::vector<std::uint32_t> parents_of(base::IndexVector<UnitIndex, UnitNode> const& units) {
    std::vector<std::uint32_t> parents;
    parents.reserve(units.size());
    for (auto const& node : units)
        parents.push_back(node.parent ? static_cast<std::uint32_t>(node.parent->value()) : UnitLayout::none);
    return parents;
}

std::vector<std::uint32_t> cohorts_of(base::IndexVector<UnitIndex, UnitNode> const& units, Peers const& peers) {
    std::vector<std::uint32_t> cohorts;
    cohorts.reserve(units.size());
    for (UnitIndex unit; unit < units.end_key(); unit = unit.next())
        cohorts.push_back(static_cast<std::uint32_t>(peers.cohort_number(unit)));
    return cohorts;
}

} // namespace

Frame::Frame(Dataset const& data)
    : m_peers{data}, m_layout{unit_layout(parents_of(data.units), cohorts_of(data.units, m_peers))} {
    for (UnitIndex unit; unit < data.units.end_key(); unit = unit.next())
        m_by_code.emplace(data.units[unit].unit.code, unit);
}

std::optional<UnitIndex> Frame::find_unit(std::string_view code) const {
    auto const found = m_by_code.find(code);
    if (found == m_by_code.end()) return {};
    return found->second;
}

std::shared_ptr<Frame const> frame_of(Dataset const& data) {
    return data.frame ? data.frame : std::make_shared<Frame const>(data);
}

UnitLayout layout_of(base::IndexVector<UnitIndex, UnitNode> const& units) {
    return unit_layout(parents_of(units), std::vector<std::uint32_t>(units.size()));
}

} // namespace rodtrad::study
