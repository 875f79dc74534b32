#pragma once

#include "web/visit.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace rodtrad::web {

// How long an answer holds.
enum class Holds : std::uint8_t {
    until_a_delivery, // the same until the figures change: asked for again each time, often answered "not modified"
    for_ever,         // its contents are in its address
};

enum class Takes : std::uint8_t {
    questions, // GET and HEAD: nothing changes
    forms,     // POST from one of our own pages
};

struct Route {
    std::string_view pattern; // "/matt/{measure}/{unit}.csv": a segment in braces is any text, and is captured
    Response (*answer)(Visit const&);
    Holds holds = Holds::until_a_delivery;
    Takes takes = Takes::questions;
};

struct RouteMatch {
    Route const& route;
    Pairs captured;
};

// Nothing where no route leads.
std::optional<RouteMatch> find_route(std::vector<std::string> const& path);

} // namespace rodtrad::web
