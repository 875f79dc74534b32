#pragma once

#include "web/visit.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

// Who may come to a route at all. What one may do there, and at which unit, is decided in steering: this only keeps the
// others from the form. Every route declares one (a test goes through them all).
enum class Needs : std::uint8_t {
    undeclared,
    nothing,   // before one is signed in: the sign-in itself, what pages are dressed in
    signed_in, // to read
    take_part, // the rest: that right, somewhere in the organisation
    check_in,
    steer,
    annotate,
    deliver,
    define,
    administer,
};

// What a form may send.
enum class Sends : std::uint8_t {
    fields,
    files, // up to largest_upload, all together
};
constexpr std::size_t largest_form = std::size_t{1024} * 1024; // bytes
constexpr std::size_t largest_upload = 32 * largest_form;

struct Route {
    std::string_view pattern; // "/matt/{measure}/{unit}.csv": a segment in braces is any text, and is captured
    Needs needs;
    Response (*answer)(Visit const&);
    Takes takes = Takes::questions;
    Holds holds = Holds::until_a_delivery;
    Sends sends = Sends::fields;
};

std::span<Route const> all_routes();

struct RouteMatch {
    Route const& route;
    Pairs captured;
};

// Nothing where no route leads. A pattern may stand twice: for questions, and for the form that is sent to it.
std::optional<RouteMatch> find_route(std::vector<std::string> const& path, Takes takes);
// Whether a route leads there that takes something else.
bool is_route(std::vector<std::string> const& path);

// How many bytes a request may bring to an address, for the server (ServerOptions::body_limit_of).
std::size_t body_limit_at(std::vector<std::string> const& path);

} // namespace rodtrad::web
