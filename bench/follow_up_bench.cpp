// How long the whole follow-up of Kolada's shape takes: 385 measures × 312 units × 3 groups × 29 years, 2.2 million
// figures, similar municipalities as peers. The figures are invented; nothing is read.

#include "study/dataset_builder.hpp"
#include "study/follow_up.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numbers>
#include <string>
#include <vector>

namespace {

using namespace rodtrad;

constexpr std::size_t measures = 385;
constexpr std::size_t units = 312;
constexpr int years = 29;
constexpr int areas = 12;
constexpr std::size_t similar = 7;

class Chance {
public:
    double uniform() {
        m_state ^= m_state >> 12;
        m_state ^= m_state << 25;
        m_state ^= m_state >> 27;
        return (static_cast<double>((m_state * 2685821657736338717ULL) >> 11) + 0.5) / 9007199254740992.0;
    }
    double normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); }

private:
    std::uint64_t m_state = 88172645463325252ULL;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

study::Dataset frame() {
    study::Dataset data;
    std::vector<std::pair<domain::UnitId, domain::Unit>> all;
    for (std::size_t u = 0; u < units; ++u) {
        domain::Unit unit;
        unit.code = unit.name = fmt::format("{:04}", u);
        unit.kind = u < 22 ? domain::UnitKind::region : domain::UnitKind::municipality;
        all.emplace_back(domain::UnitId{static_cast<std::int64_t>(u)}, unit);
    }
    data.units = study::in_tree_order(all);
    data.groups.push_back({"T", "", "", domain::GroupKind::total});
    data.groups.push_back({"K", "", "", domain::GroupKind::sex});
    data.groups.push_back({"M", "", "", domain::GroupKind::sex});
    std::vector<domain::PeerGroup> groups;
    for (int area = 0; area < areas; ++area)
        for (std::size_t u = 22; u < units; ++u) {
            domain::PeerGroup group;
            group.owner = fmt::format("{:04}", u);
            group.area = fmt::format("område {}", area);
            for (std::size_t i = 1; i <= similar; ++i)
                group.members.push_back(fmt::format("{:04}", 22 + (u - 22 + 37 * i) % (units - 22)));
            groups.push_back(group);
        }
    data.peer_groups = study::resolved(groups, data.units);
    return data;
}

struct Figure {
    study::UnitIndex unit;
    study::GroupIndex group;
    domain::Period period;
    double value;
};

// Most measures have few years and only totals; some have them all. In one series of a hundred something happened.
std::vector<Figure> figures_of_a_measure(Chance& chance) {
    std::vector<Figure> figures;
    auto const first = chance.uniform() < 0.3 ? 0 : static_cast<int>(chance.uniform() * years);
    auto const groups = chance.uniform() < 0.25 ? 3U : 1U;
    auto const spread = 1 + 10 * chance.uniform();
    for (std::size_t u = 0; u < units; ++u)
        for (std::size_t group = 0; group < groups; ++group) {
            auto const level = 50 + spread * chance.normal();
            auto const step = chance.uniform() < 0.01 ? 5 * chance.normal() : 0.0;
            for (int year = first; year < years; ++year) {
                if (chance.uniform() < 0.2) continue;
                auto const value = level + chance.normal() + (year >= years - 3 ? step : 0.0);
                figures.push_back({study::UnitIndex{u}, study::GroupIndex{group},
                                   domain::Period::make(domain::Periodicity::year, 1994 + year), value});
            }
        }
    return figures;
}

std::shared_ptr<study::Cube const> cube_of(std::vector<Figure> const& figures) {
    study::CubeBuilder builder{units, domain::Periodicity::year};
    for (auto const& figure : figures)
        if (!builder.add(figure.unit, figure.group, figure.period, domain::Measured{figure.value, {}, false}))
            return nullptr;
    return builder.build();
}

struct Timing {
    double seconds = 0;
    study::FollowUp list;
};

Timing timed(study::Dataset const& data, int threads) {
    study::FollowUpSettings settings;
    settings.threads = threads;
    auto const start = std::chrono::steady_clock::now();
    Timing timing;
    timing.list = study::follow_up(data, settings);
    timing.seconds = seconds_since(start);
    return timing;
}

double median(std::vector<double> seconds) {
    std::ranges::nth_element(seconds, seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2));
    return seconds[seconds.size() / 2];
}

} // namespace

int main() {
    Chance chance;
    auto data = frame();
    std::size_t count = 0;
    auto building = 0.0;
    for (std::size_t m = 0; m < measures; ++m) {
        auto const figures = figures_of_a_measure(chance);
        count += figures.size();
        study::MeasureData measure;
        measure.measure.code = fmt::format("N{:05}", m);
        measure.measure.area = fmt::format("område {}", m % areas);
        auto const start = std::chrono::steady_clock::now();
        measure.cube = cube_of(figures);
        building += seconds_since(start);
        data.measures.push_back(std::move(measure));
    }

    std::vector<double> one_thread;
    std::vector<double> two_threads;
    study::FollowUp list;
    for (int round = 0; round < 7; ++round) {
        one_thread.push_back(timed(data, 1).seconds);
        auto timing = timed(data, 2);
        two_threads.push_back(timing.seconds);
        list = std::move(timing.list);
    }
    fmt::print("{} figures, {} series checked, {} cards, {} confirmed\n", count, list.series_checked, list.cards.size(),
               list.confirmed);
    fmt::print("figures into cubes      {:.3f} s\n", building);
    fmt::print("follow-up, one thread   {:.3f} s\n", median(one_thread));
    fmt::print("follow-up, two threads  {:.3f} s, {:.2f} of one\n", median(two_threads),
               median(two_threads) / median(one_thread));
}
