#include "workload_dataset.hpp"

#include "study/dataset_builder.hpp"
#include "study/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace rodtrad::bench {

namespace {

constexpr std::size_t family_size = 10;

constexpr std::array<std::string_view, group_count> group_codes{domain::total_group, domain::women_group,
                                                                domain::men_group};

bool is_whole_country(Workload const& workload) { return workload.nodes.size() == 2; }

domain::UnitKind kind_of_level(Workload const& workload, std::size_t level) {
    if (is_whole_country(workload)) return level == 0 ? domain::UnitKind::country : domain::UnitKind::region;
    constexpr std::array kinds{domain::UnitKind::organisation, domain::UnitKind::assembly, domain::UnitKind::board,
                               domain::UnitKind::administration, domain::UnitKind::unit};
    return kinds[std::min(level, kinds.size() - 1)];
}

std::string node_code(std::size_t level, std::size_t node) { return fmt::format("N{}-{:03}", level, node); }

base::IndexVector<study::UnitIndex, study::UnitNode> units_of(Generator const& generator) {
    auto const& workload = generator.workload();
    auto const levels = workload.nodes.size();
    std::vector<std::pair<domain::UnitId, domain::Unit>> units;
    auto const add = [&](domain::Unit unit) {
        unit.name = unit.code;
        units.emplace_back(domain::UnitId{static_cast<std::int64_t>(units.size() + 1)}, std::move(unit));
    };
    auto const node_over = [&](std::size_t leaf, std::size_t level) {
        return node_code(level, generator.above(leaf, level));
    };
    for (std::size_t level = 0; level < levels; ++level)
        for (std::size_t node = 0; node < generator.starts(level).size(); ++node) {
            domain::Unit unit;
            unit.code = node_code(level, node);
            if (level > 0) unit.parent = node_over(generator.starts(level)[node], level - 1);
            unit.kind = kind_of_level(workload, level);
            add(std::move(unit));
        }
    for (std::size_t leaf = 0; leaf < workload.leaves; ++leaf) {
        domain::Unit unit;
        unit.code = fmt::format("{:04}", leaf);
        unit.parent = node_over(leaf, levels - 1);
        unit.kind = is_whole_country(workload) ? domain::UnitKind::municipality : domain::UnitKind::team;
        unit.operation = fmt::format("verksamhet {}", generator.cohort_of(leaf));
        add(std::move(unit));
    }
    return study::in_tree_order(std::move(units));
}

domain::Direction direction_of(int polarity) {
    if (polarity == 0) return domain::Direction::neutral;
    return polarity > 0 ? domain::Direction::higher_is_better : domain::Direction::lower_is_better;
}

study::MeasureData measure_of(Generator const& generator, std::size_t number) {
    auto const& definition = generator.definition(number);
    study::MeasureData data;
    data.id = domain::MeasureId{static_cast<std::int64_t>(number + 1)};
    data.measure.code = data.measure.title = fmt::format("N{:05}", number);
    data.measure.area = fmt::format("area {}", number / family_size); // whose measures may be neighbours
    data.measure.kind = definition.kind;
    data.measure.polarity = direction_of(definition.polarity);
    data.measure.aggregation = domain::Aggregation::counts;
    data.measure.periodicity = generator.workload().first.periodicity();
    for (auto const group : group_codes) {
        if (std::isnan(definition.target)) continue;
        domain::Target target;
        target.measure = data.measure.code;
        target.unit = node_code(0, 0);
        target.group = group;
        target.period = generator.workload().first;
        target.target = definition.target;
        data.targets.push_back(std::move(target));
    }
    return data;
}

} // namespace

study::Dataset dataset_of(Generator const& generator) {
    study::Dataset data;
    data.units = units_of(generator);
    for (auto const code : group_codes)
        data.groups.push_back({std::string{code}, "", "",
                               code == domain::total_group ? domain::GroupKind::total : domain::GroupKind::sex});
    for (std::size_t number = 0; number < generator.workload().measures; ++number)
        data.measures.push_back(measure_of(generator, number));
    data.frame = study::frame_of(data);
    return data;
}

std::shared_ptr<study::Cube const> cube_of(Generator const& generator, study::Dataset const& data, std::size_t measure,
                                           std::size_t periods) {
    auto const figures = generator.figures(measure);
    auto const start = generator.definition(measure).start;
    study::Cube::Axes axes{
        {}, generator.workload().first.plus(static_cast<int>(start)), periods - start, data.units.size()};
    for (std::size_t group = 0; group < group_count; ++group) axes.groups.emplace_back(group);
    auto const cube = std::make_shared<study::Cube>(std::move(axes), study::CubeContent::counts);
    std::size_t leaf = 0;
    for (study::UnitIndex unit; unit < data.units.end_key(); unit = unit.next()) {
        if (data.units[unit].branch_end != unit.next()) continue; // a node
        for (std::size_t group = 0; group < group_count; ++group)
            for (auto t = start; t < periods; ++t) {
                auto const from = (leaf * group_count + group) * generator.workload().periods + t;
                domain::Counts const counts{figures.numerators[from], figures.denominators[from]};
                if (counts.denominator > 0)
                    cube->set(cube->at(group, t - start, unit), study::Cell::measured,
                              counts.numerator / counts.denominator, counts);
            }
        ++leaf;
    }
    return cube;
}

} // namespace rodtrad::bench
