#include "view/assets.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rodtrad::view {

Asset const* find_asset(std::string_view served_as) {
    auto const all = assets();
    auto const found = std::ranges::find(all, served_as, &Asset::served_as);
    return found == all.end() ? nullptr : &*found;
}

Url asset_url(std::string_view name) {
    auto const all = assets();
    auto const found = std::ranges::find(all, name, &Asset::name);
    if (found == all.end()) throw base::Error(fmt::format("no asset is called {}", name));
    return Url{"/assets"}.segment(found->served_as);
}

} // namespace rodtrad::view
