#include "steering/load.hpp"

#include "store/groups.hpp"
#include "store/measures.hpp"
#include "store/observations.hpp"
#include "store/peer_groups.hpp"
#include "store/targets.hpp"
#include "store/units.hpp"
#include "study/dataset_builder.hpp"
#include "study/roll_up.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <unordered_map>

namespace rodtrad::steering {

namespace {

using study::GroupIndex;
using study::MeasureIndex;
using study::UnitIndex;

// All first, then women and men, then the rest by code: the order people expect them in.
base::IndexVector<GroupIndex, domain::Group> load_groups(std::vector<store::StandingGroup>& standing) {
    std::ranges::sort(standing, {}, [](auto const& group) { return std::pair{group.value.kind, group.value.code}; });
    base::IndexVector<GroupIndex, domain::Group> groups;
    for (auto const& group : standing) groups.push_back(group.value);
    return groups;
}

base::IndexVector<MeasureIndex, study::MeasureData> load_measures(store::Connection& connection) {
    std::vector<study::MeasureData> measures;
    base::TextMap<std::size_t> by_code;
    for (auto& [id, measure, origin, version] : store::standing_measures(connection)) {
        study::MeasureData data;
        data.id = id;
        data.measure = std::move(measure);
        data.version = version;
        measures.push_back(std::move(data));
    }
    std::ranges::sort(measures, {}, [](auto const& data) { return data.measure.code; });
    for (std::size_t at = 0; at < measures.size(); ++at) by_code.emplace(measures[at].measure.code, at);
    for (auto& target : store::standing_targets(connection))
        if (auto const found = by_code.find(target.measure); found != by_code.end())
            measures[found->second].targets.push_back(std::move(target));
    base::IndexVector<MeasureIndex, study::MeasureData> result;
    for (auto& data : measures) result.push_back(std::move(data));
    return result;
}

// Carries out `task` for each measure on two threads; the first exception of any is thrown on.
void for_each_measure(base::IndexVector<MeasureIndex, study::MeasureData>& measures, auto task) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr error;
    std::atomic<bool> has_failed = false;
    auto const work = [&] {
        for (auto at = next++; at < measures.size() && !has_failed; at = next++) {
            try {
                task(MeasureIndex{at});
            } catch (...) {
                if (!has_failed.exchange(true)) error = std::current_exception();
            }
        }
    };
    std::thread other{work};
    work();
    other.join();
    if (error) std::rethrow_exception(error);
}

} // namespace

base::IndexVector<UnitIndex, study::UnitNode> load_units(store::Connection& connection) {
    std::vector<std::pair<domain::UnitId, domain::Unit>> units;
    for (auto& [id, unit, origin, version] : store::standing_units(connection)) units.emplace_back(id, std::move(unit));
    return study::in_tree_order(std::move(units));
}

study::Dataset load_dataset(store::Connection& connection, std::vector<std::string>& problems) {
    store::Transaction const reading{connection, store::Transaction::Kind::read};
    study::Dataset data;
    data.units = load_units(connection);
    auto groups = store::standing_groups(connection);
    data.groups = load_groups(groups);
    data.measures = load_measures(connection);
    std::vector<domain::PeerGroup> peer_groups;
    for (auto& group : store::standing_peer_groups(connection)) peer_groups.push_back(std::move(group.value));
    data.peer_groups = study::resolved(std::move(peer_groups), data.units);

    std::unordered_map<domain::UnitId, UnitIndex> unit_of;
    for (UnitIndex at; at < data.units.end_key(); at = at.next()) unit_of.emplace(data.units[at].id, at);
    std::unordered_map<domain::MeasureId, MeasureIndex> measure_of;
    for (MeasureIndex at; at < data.measures.end_key(); at = at.next()) measure_of.emplace(data.measures[at].id, at);
    std::unordered_map<domain::GroupId, GroupIndex> group_of;
    for (std::size_t at = 0; at < groups.size(); ++at) group_of.emplace(groups[at].id, GroupIndex{at});

    std::vector<study::CubeBuilder> builders;
    for (auto const& measure : data.measures) builders.emplace_back(data.units.size(), measure.measure.periodicity);

    // Series come by id, and so do the observations: one walk over both.
    auto const all = store::all_series(connection);
    auto series = all.begin();
    std::vector<std::size_t> misplaced(data.measures.size());
    store::each_standing_observation(connection, [&](store::Observation const& observation) {
        while (series != all.end() && series->id < observation.series) ++series;
        if (series == all.end() || series->id != observation.series)
            throw store::DatabaseError(store::Problem::damaged,
                                       "the database holds figures that belong to no series: restore it from a backup");
        auto const unit = unit_of.find(series->unit);
        auto const measure = measure_of.find(series->measure);
        auto const group = group_of.find(series->group);
        // Whoever undoes the delivery that defined a unit loses sight of its figures, until it is defined again.
        if (unit == unit_of.end() || measure == measure_of.end() || group == group_of.end()) return;
        if (!builders[measure->second.value()].add(unit->second, group->second, observation.period,
                                                   observation.outcome))
            ++misplaced[measure->second.value()];
    });

    for_each_measure(data.measures, [&](MeasureIndex at) {
        auto& measure = data.measures[at];
        measure.cube = builders[at.value()].build();
        measure = study::rolled_up(measure, data.units);
    });
    for (MeasureIndex at; at < data.measures.end_key(); at = at.next())
        if (misplaced[at.value()] > 0)
            problems.push_back(fmt::format(
                "{} figures of the measure {} are for another kind of period than the measure "
                "has: they are kept, and not looked at. Give the measure back its kind of period, or deliver "
                "figures for the new one",
                misplaced[at.value()], data.measures[at].measure.code));
    return data;
}

} // namespace rodtrad::steering
