#include "demo/dataset_of.hpp"

#include "base/error.hpp"
#include "study/dataset_builder.hpp"
#include "study/roll_up.hpp"

#include <algorithm>
#include <map>

namespace rodtrad::demo {

study::Dataset dataset_of(Example const& example) {
    study::Dataset data;
    std::vector<std::pair<domain::UnitId, domain::Unit>> units;
    for (auto const& place : example.places)
        units.emplace_back(domain::UnitId{static_cast<std::int64_t>(units.size()) + 1}, place.unit);
    data.units = study::in_tree_order(std::move(units));
    for (auto const& group : example.groups) data.groups.push_back(group);
    data.peer_groups = study::resolved(example.peer_groups, data.units);

    std::map<std::string_view, study::UnitIndex> unit_at;
    for (study::UnitIndex unit; unit < data.units.end_key(); unit = unit.next())
        unit_at.emplace(data.units[unit].unit.code, unit);

    std::map<std::string_view, study::CubeBuilder> cubes;
    for (auto const& measure : example.measures)
        cubes.try_emplace(measure.code, data.units.size(), measure.periodicity);
    for (auto const& figure : example.figures)
        if (!cubes.at(figure.measure)
                 .add(unit_at.at(figure.unit), *data.find_group(figure.group), figure.period, figure.outcome))
            throw base::Error{"a figure of another periodicity than its measure"};

    auto measures = example.measures;
    std::ranges::sort(measures, {}, &domain::Measure::code);
    for (auto const& measure : measures) {
        study::MeasureData of_measure;
        of_measure.id = domain::MeasureId{static_cast<std::int64_t>(data.measures.size()) + 1};
        of_measure.measure = measure;
        of_measure.cube = cubes.at(measure.code).build();
        for (auto const& target : example.targets)
            if (target.measure == measure.code) of_measure.targets.push_back(target);
        data.measures.push_back(study::rolled_up(of_measure, data.units));
    }
    return data;
}

} // namespace rodtrad::demo
