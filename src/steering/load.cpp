#include "steering/load.hpp"

#include "store/groups.hpp"
#include "store/marks.hpp"
#include "store/measures.hpp"
#include "store/observations.hpp"
#include "store/peer_groups.hpp"
#include "store/targets.hpp"
#include "store/units.hpp"
#include "study/dataset_builder.hpp"
#include "study/frame.hpp"
#include "study/parallel.hpp"
#include "study/roll_up.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace rodtrad::steering {

namespace {

using study::GroupIndex;
using study::MeasureIndex;
using study::UnitIndex;

constexpr int threads = 2;

// All first, then women and men, then the rest by code: the order people expect them in.
std::vector<store::StandingGroup> groups_in_order(store::Connection& connection) {
    auto groups = store::standing_groups(connection);
    std::ranges::sort(groups, {}, [](auto const& group) { return std::pair{group.value.kind, group.value.code}; });
    return groups;
}

// By code, each with what is said of it. Of one measure alone where it is asked for.
std::vector<study::MeasureData> load_measures(store::Connection& connection,
                                              std::optional<domain::MeasureId> only = {}) {
    std::vector<study::MeasureData> measures;
    for (auto& [id, measure, origin, version] : store::standing_measures(connection, only)) {
        study::MeasureData data;
        data.id = id;
        data.measure = std::move(measure);
        data.version = version;
        measures.push_back(std::move(data));
    }
    std::ranges::sort(measures, {}, [](auto const& data) { return data.measure.code; });
    base::TextMap<study::MeasureData*> by_code;
    for (auto& data : measures) by_code.emplace(data.measure.code, &data);
    for (auto& target : store::standing_targets(connection, only))
        if (auto const found = by_code.find(target.measure); found != by_code.end())
            found->second->targets.push_back(std::move(target));
    for (auto& mark : store::standing_marks(connection, only))
        if (auto const found = by_code.find(mark.measure); found != by_code.end())
            found->second->marks.push_back(std::move(mark));
    return measures;
}

// Where the units and groups of the database stand in a dataset.
class Places {
public:
    Places(store::Connection& connection, study::Dataset const& data) {
        for (UnitIndex at; at < data.units.end_key(); at = at.next()) m_units.emplace(data.units[at].id, at);
        auto const groups = groups_in_order(connection);
        for (std::size_t at = 0; at < groups.size(); ++at) m_groups.emplace(groups[at].id, GroupIndex{at});
    }
    // False where the period is of another kind than the measure's. Whoever undoes the delivery that defined a unit
    // loses sight of its figures, until it is defined again.
    bool add(study::CubeBuilder& builder, store::Series const& series, store::Observation const& observation) const {
        auto const unit = m_units.find(series.unit);
        auto const group = m_groups.find(series.group);
        if (unit == m_units.end() || group == m_groups.end()) return true;
        return builder.add(unit->second, group->second, observation.period, observation.outcome);
    }

private:
    std::unordered_map<domain::UnitId, UnitIndex> m_units;
    std::unordered_map<domain::GroupId, GroupIndex> m_groups;
};

study::CubeBuilder builder_for(study::MeasureData const& data, study::Dataset const& dataset) {
    return {dataset.units.size(), data.measure.periodicity, data.measure.multiplier};
}

} // namespace

base::IndexVector<UnitIndex, study::UnitNode> load_units(store::Connection& connection) {
    std::vector<std::pair<domain::UnitId, domain::Unit>> units;
    std::unordered_map<domain::UnitId, domain::DeliveryId> described_by;
    for (auto& [id, unit, origin, version] : store::standing_units(connection)) {
        units.emplace_back(id, std::move(unit));
        described_by.emplace(id, origin);
    }
    auto nodes = study::in_tree_order(std::move(units));
    for (auto& node : nodes) node.described_by = described_by.at(node.id);
    return nodes;
}

study::Dataset load_definitions(store::Connection& connection) {
    study::Dataset data;
    data.units = load_units(connection);
    for (auto& group : groups_in_order(connection)) data.groups.push_back(std::move(group.value));
    for (auto& measure : load_measures(connection)) data.measures.push_back(std::move(measure));
    std::vector<domain::PeerGroup> peer_groups;
    for (auto& group : store::standing_peer_groups(connection)) peer_groups.push_back(std::move(group.value));
    data.peer_groups = study::resolved(std::move(peer_groups), data.units);
    data.frame = std::make_shared<study::Frame const>(data);
    return data;
}

void load_figures(store::Connection& connection, study::Dataset& data, std::vector<std::string>& problems) {
    Places const places{connection, data};
    std::unordered_map<domain::MeasureId, MeasureIndex> measure_of;
    std::vector<study::CubeBuilder> builders;
    for (MeasureIndex at; at < data.measures.end_key(); at = at.next()) {
        measure_of.emplace(data.measures[at].id, at);
        builders.push_back(builder_for(data.measures[at], data));
    }

    // Series come by id, and so do the observations: one walk over both.
    auto const all = store::all_series(connection);
    auto series = all.begin();
    std::vector<std::size_t> misplaced(data.measures.size());
    store::each_standing_observation(connection, [&](store::Observation const& observation) {
        while (series != all.end() && series->id < observation.series) ++series;
        if (series == all.end() || series->id != observation.series)
            throw store::DatabaseError(store::Problem::damaged,
                                       "the database holds figures that belong to no series: restore it from a backup");
        auto const measure = measure_of.find(series->measure);
        if (measure == measure_of.end()) return;
        auto const at = measure->second.value();
        if (!places.add(builders[at], *series, observation)) ++misplaced[at];
    });

    study::for_each_in_parallel(builders.size(), threads, [&](std::size_t at) {
        auto& measure = data.measures[MeasureIndex{at}];
        measure.cube = builders[at].build();
        measure = study::rolled_up(std::move(measure), data.units, data.frame->layout());
    });
    for (MeasureIndex at; at < data.measures.end_key(); at = at.next())
        if (misplaced[at.value()] > 0)
            problems.push_back(fmt::format(
                "{} figures of the measure {} are for another kind of period than the measure "
                "has: they are kept, and not looked at. Give the measure back its kind of period, or deliver "
                "figures for the new one",
                misplaced[at.value()], data.measures[at].measure.code));
}

study::Dataset load_dataset(store::Connection& connection, std::vector<std::string>& problems) {
    auto data = load_definitions(connection);
    load_figures(connection, data, problems);
    return data;
}

study::Dataset reloaded(store::Connection& connection, study::Dataset const& before,
                        std::set<domain::MeasureId> const& measures) {
    if (measures.empty()) return before;
    Places const places{connection, before};
    std::vector<study::MeasureData> all;
    for (auto const& data : before.measures)
        if (!measures.contains(data.id)) all.push_back(data);
    for (auto const id : measures) {
        for (auto& data : load_measures(connection, id)) {
            auto builder = builder_for(data, before);
            store::each_standing_observation_of(
                connection, id, [&](store::Series const& series, store::Observation const& observation) {
                    static_cast<void>(places.add(builder, series, observation)); // what is misplaced, check tells
                });
            data.cube = builder.build();
            all.push_back(study::rolled_up(std::move(data), before.units, before.frame->layout()));
        }
    }
    std::ranges::sort(all, {}, [](auto const& data) -> auto& { return data.measure.code; });

    auto result = before;
    result.measures = {};
    for (auto& data : all) result.measures.push_back(std::move(data));
    return result;
}

} // namespace rodtrad::steering
