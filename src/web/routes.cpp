#include "web/routes.hpp"

#include "web/resources.hpp"

#include <algorithm>
#include <array>

namespace rodtrad::web {

namespace {

// Every address there is. The first that fits is taken.
constexpr auto routes = std::to_array<Route>({
    {"/", go_to_deviations},
    {"/avvikelser", show_deviations},
    {"/matt", show_measures},
    {"/matt/{measure}/{unit}.csv", download_measure},
    {"/matt/{measure}/{unit}/anmarkningar", add_mark, Holds::until_a_delivery, Takes::forms},
    {"/matt/{measure}/{unit}/jamforelsegrupper", save_peers, Holds::until_a_delivery, Takes::forms},
    {"/matt/{measure}/{unit}", show_measure},
    {"/jamfor", show_comparison},
    {"/jamfor.csv", download_comparison},
    {"/enhet", show_units},
    {"/enhet/{unit}", show_unit},
    {"/sok", show_search},
    {"/om", show_about},
    {"/assets/{name}", serve_asset, Holds::for_ever},
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

std::optional<RouteMatch> find_route(std::vector<std::string> const& path) {
    for (auto const& route : routes)
        if (auto captured = match(route.pattern, path)) return RouteMatch{route, std::move(*captured)};
    return {};
}

} // namespace rodtrad::web
