#include "study/simulated_steps.hpp"

#include "study/board.hpp"
#include "study/dataset_builder.hpp"

#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace rodtrad::study::test {

namespace {

constexpr int years = 10;
constexpr int years_after = 4;
constexpr int noise_df = 10;
constexpr double spread_of_levels = 3; // between units, in standard deviations of the measure's noise

struct Step {
    std::size_t size = 0; // position in the settings
    double by = 0;        // in standard deviations, with its sign
};
using Steps = std::vector<std::optional<Step>>; // of each unit

double noise_deviation(Chance& chance, NoiseSpread spread) {
    double chi_square = 0;
    for (int i = 0; i < noise_df; ++i) {
        auto const z = chance.normal();
        chi_square += z * z;
    }
    auto const ratio = chi_square / noise_df;
    return std::sqrt(spread == NoiseSpread::chi_square ? ratio : 1 / ratio);
}

std::optional<Step> step(Chance& chance, SimulationSettings const& settings) {
    if (chance.uniform() >= settings.share_of_steps) return {};
    Step result;
    result.size = static_cast<std::size_t>(chance.uniform() * static_cast<double>(settings.sizes.size()));
    result.by = (chance.uniform() < 0.5 ? -1 : 1) * settings.sizes[result.size];
    return result;
}

std::shared_ptr<Cube const> simulated_cube(Chance& chance, SimulationSettings const& settings, Steps& steps) {
    CubeBuilder builder{settings.units, domain::Periodicity::year};
    auto const innovation = std::sqrt(1 - settings.autocorrelation * settings.autocorrelation);
    for (std::size_t u = 0; u < settings.units; ++u) {
        auto const level = 100 + spread_of_levels * chance.normal();
        auto const deviation = noise_deviation(chance, settings.spread);
        steps.push_back(step(chance, settings));
        auto noise = chance.normal();
        for (int year = 0; year < years; ++year) {
            auto const stepped = year >= years - years_after ? steps.back().value_or(Step{}).by : 0;
            domain::Measured const figure{level + deviation * (noise + stepped), {}, false};
            auto const period = domain::Period::make(domain::Periodicity::year, 2015 + year);
            if (!builder.add(UnitIndex{u}, GroupIndex{0}, period, figure)) throw std::logic_error("a year is no year");
            noise = settings.autocorrelation * noise + innovation * chance.normal();
        }
    }
    return builder.build();
}

Dataset simulated_board(SimulationSettings const& settings, std::vector<Steps>& steps) {
    Dataset data;
    std::vector<std::pair<domain::UnitId, domain::Unit>> units;
    for (std::size_t u = 0; u < settings.units; ++u) {
        domain::Unit unit;
        unit.code = unit.name = fmt::format("{:04}", u);
        unit.kind = domain::UnitKind::municipality;
        units.emplace_back(domain::UnitId{static_cast<std::int64_t>(u) + 1}, unit);
    }
    data.units = in_tree_order(std::move(units));
    data.groups.push_back({"T", "totalt", "", domain::GroupKind::total});
    Chance chance{settings.seed};
    for (std::size_t m = 0; m < settings.measures; ++m) {
        MeasureData measure;
        measure.measure.code = fmt::format("N{:04}", m);
        measure.measure.kind = domain::ValueKind::index;
        measure.measure.polarity = domain::Direction::higher_is_better;
        measure.cube = simulated_cube(chance, settings, steps.emplace_back());
        data.measures.push_back(std::move(measure));
    }
    return data;
}

} // namespace

FalseShare& FalseShare::operator+=(FalseShare const& other) {
    if (by_size.empty()) by_size.resize(other.by_size.size());
    for (std::size_t at = 0; at < by_size.size(); ++at) {
        by_size[at].size = other.by_size[at].size;
        by_size[at].steps += other.by_size[at].steps;
        by_size[at].found += other.by_size[at].found;
    }
    series += other.series;
    confirmed += other.confirmed;
    false_ones += other.false_ones;
    return *this;
}

FalseShare simulate(SimulationSettings const& settings) {
    std::vector<Steps> steps; // of each measure
    auto const data = simulated_board(settings, steps);
    FollowUpSettings how;
    how.threads = settings.threads;
    auto const list = follow_up(data, how);

    FalseShare result;
    result.series = settings.measures * settings.units;
    for (auto const size : settings.sizes) result.by_size.push_back({size, 0, 0});
    for (auto const& of_measure : steps)
        for (auto const& step : of_measure)
            if (step) ++result.by_size[step->size].steps;
    for (auto const& card : list.cards)
        for (auto const& finding : card.findings) {
            if (finding.kind != FindingKind::change || finding.certainty != Certainty::confirmed) continue;
            ++result.confirmed;
            auto const& step = steps[finding.measure.value()][finding.unit.value()];
            if (step && (step->by > 0) == (finding.effect > 0))
                ++result.by_size[step->size].found;
            else
                ++result.false_ones;
        }
    return result;
}

} // namespace rodtrad::study::test
