#include "study/what_if.hpp"

#include "study/calendar.hpp"
#include "study/frame.hpp"
#include "study/roll_up.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace rodtrad::study {

namespace {

void change_target(MeasureData& data, domain::Target target) {
    target.measure = data.measure.code;
    auto const begins = first_month(target.period);
    std::erase_if(data.targets, [&](domain::Target const& standing) {
        return standing.unit == target.unit && standing.group == target.group && first_month(standing.period) >= begins;
    });
    data.targets.push_back(std::move(target));
}

void change_peers(Dataset& data, WhatIf::PeerChange const& change) {
    auto members = change.members;
    std::ranges::sort(members);
    auto const repeated = std::ranges::unique(members);
    members.erase(repeated.begin(), repeated.end());
    for (auto const unit : change.units) {
        std::erase_if(data.peer_groups, [&](PeerGroupEntry const& entry) { return entry.owner == unit; });
        PeerGroupEntry entry{
            .group = {.code = {}, .name = {}, .owner = data.units[unit].unit.code}, .owner = unit, .members = members};
        std::erase(entry.members, unit);
        for (auto const member : entry.members) entry.group.members.push_back(data.units[member].unit.code);
        data.peer_groups.push_back(std::move(entry));
    }
}

// The cube without the figures of some units, and without what was made of theirs: ready to be rolled up anew.
std::shared_ptr<Cube const> without(Cube const& cube, base::IndexVector<UnitIndex, UnitNode> const& units,
                                    std::vector<UnitIndex> const& excluded) {
    auto result = std::make_shared<Cube>(cube);
    auto const clear = [&](std::size_t slot, std::size_t t, UnitIndex unit) {
        result->set(cube.at(slot, t, unit), Cell::absent, Cube::no_value);
    };
    for (std::size_t slot = 0; slot < cube.groups().size(); ++slot) {
        for (std::size_t t = 0; t < cube.periods(); ++t) {
            for (UnitIndex unit; unit < units.end_key(); unit = unit.next())
                if (cube.cell(cube.at(slot, t, unit)) == Cell::aggregated) clear(slot, t, unit);
            for (auto const top : excluded)
                for (auto unit = top; unit < units[top].branch_end; unit = unit.next()) clear(slot, t, unit);
        }
    }
    return result;
}

} // namespace

Dataset with(Dataset const& data, WhatIf const& what_if) {
    auto result = data;
    for (auto const& change : what_if.targets) change_target(result.measures[change.measure], change.target);
    for (auto const& change : what_if.peers) change_peers(result, change);
    if (!what_if.peers.empty()) result.frame = std::make_shared<Frame const>(result);

    if (what_if.exclusions.empty()) return result;
    auto const frame = frame_of(data);
    std::map<MeasureIndex, std::vector<UnitIndex>> excluded;
    for (auto const& [measure, unit] : what_if.exclusions) excluded[measure].push_back(unit);
    for (auto const& [index, units] : excluded) {
        auto& measure = result.measures[index];
        if (!measure.cube) continue;
        measure.cube = without(*measure.cube, data.units, units);
        measure.coverage = nullptr;
        measure = rolled_up(std::move(measure), data.units, frame->layout());
    }
    return result;
}

} // namespace rodtrad::study
