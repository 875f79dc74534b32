#pragma once

#include "demo/organisation.hpp"
#include "demo/story.hpp"
#include "domain/group.hpp"
#include "domain/measure.hpp"
#include "domain/outcome.hpp"
#include "domain/target.hpp"
#include "domain/unit.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace rodtrad::demo {

struct DemoSettings {
    std::uint64_t seed = 1;
    bool is_planted = true; // false: the same organisation, where every difference is chance
};

struct Figure {
    std::string_view measure; // codes; live as long as the Example
    std::string_view unit;
    std::string_view group;
    domain::Period period = domain::Period::make(domain::Periodicity::year, 2000);
    domain::Outcome outcome;
};

// An invented Swedish municipality with everything that is known of it.
struct Example {
    std::vector<Place> places; // the units; a parent before its children
    std::vector<domain::Group> groups;
    std::vector<domain::Measure> measures;
    std::vector<domain::PeerGroup> peer_groups;
    std::vector<domain::Target> targets;
    std::vector<Figure> figures; // of the units that report; those above them are sums
    std::vector<Story> stories;  // what was planted; empty where nothing was

    Example() = default;
    Example(Example const&) = delete; // the figures point into the places
    Example& operator=(Example const&) = delete;
    Example(Example&&) = default;
    Example& operator=(Example&&) = default;
};

// The same settings give the same example, on every platform.
Example make_example(DemoSettings const& settings);

} // namespace rodtrad::demo
