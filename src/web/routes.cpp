#include "web/routes.hpp"

#include "web/people_resources.hpp"
#include "web/resources.hpp"

#include <algorithm>
#include <array>

namespace rodtrad::web {

namespace {

// Every address there is. The first that fits is taken.
constexpr auto routes = std::to_array<Route>({
    {"/", Needs::signed_in, go_to_deviations},
    {"/avvikelser", Needs::signed_in, show_deviations},
    {"/matt", Needs::signed_in, show_measures},
    {"/matt/{measure}/{unit}.csv", Needs::signed_in, download_measure},
    {"/matt/{measure}/{unit}/anmarkningar", Needs::annotate, add_mark, Takes::forms},
    {"/matt/{measure}/{unit}/jamforelsegrupper", Needs::annotate, save_peers, Takes::forms},
    {"/matt/{measure}/{unit}", Needs::signed_in, show_measure},
    {"/jamfor", Needs::signed_in, show_comparison},
    {"/jamfor.csv", Needs::signed_in, download_comparison},
    {"/enhet", Needs::signed_in, show_units},
    {"/enhet/{unit}", Needs::signed_in, show_unit},
    {"/sok", Needs::signed_in, show_search},
    {"/om", Needs::signed_in, show_about},
    // People and rights
    {"/logga-in", Needs::nothing, show_sign_in},
    {"/logga-in", Needs::nothing, take_sign_in, Takes::forms},
    {"/logga-ut", Needs::signed_in, take_sign_out, Takes::forms},
    {"/logga-ut/overallt", Needs::signed_in, take_sign_out_elsewhere, Takes::forms},
    {"/assets/{name}", Needs::nothing, serve_asset, Takes::questions, Holds::for_ever},
});

// The next segment of a pattern, taken off it.
std::string_view next_segment(std::string_view& pattern) {
    pattern.remove_prefix(1);
    auto const segment = pattern.substr(0, pattern.find('/'));
    pattern.remove_prefix(segment.size());
    return segment;
}

std::optional<Pairs> match(std::string_view pattern, std::vector<std::string> const& path) {
    if (pattern == "/") return path.empty() ? std::optional{Pairs{}} : std::nullopt;
    Pairs captured;
    for (auto const& segment : path) {
        if (pattern.empty()) return {};
        auto const expected = next_segment(pattern);
        if (expected.starts_with('{')) {
            auto const brace = expected.find('}');
            auto const ending = expected.substr(brace + 1);
            if (!segment.ends_with(ending) || segment.size() == ending.size()) return {};
            captured.emplace_back(expected.substr(1, brace - 1), segment.substr(0, segment.size() - ending.size()));
        } else if (segment != expected) {
            return {};
        }
    }
    return pattern.empty() ? std::optional{std::move(captured)} : std::nullopt;
}

} // namespace

std::span<Route const> all_routes() { return routes; }

std::optional<RouteMatch> find_route(std::vector<std::string> const& path, Takes takes) {
    for (auto const& route : routes)
        if (route.takes == takes)
            if (auto captured = match(route.pattern, path)) return RouteMatch{route, std::move(*captured)};
    return {};
}

bool is_route(std::vector<std::string> const& path) {
    return std::ranges::any_of(routes, [&](Route const& route) { return match(route.pattern, path).has_value(); });
}

} // namespace rodtrad::web
