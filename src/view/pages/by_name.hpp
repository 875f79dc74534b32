#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::view::pages {

// The places of names in the order of the Swedish alphabet: … z, å, ä, ö.
std::vector<std::size_t> alphabetical(std::vector<std::string_view> const& names);

// Sorts things by their names; `name_of(thing)` gives something that lives as long as the thing.
template <class Thing>
void sort_by_name(std::vector<Thing>& things, auto const& name_of) {
    std::vector<std::string_view> names;
    for (auto const& thing : things) names.push_back(name_of(thing));
    std::vector<Thing> sorted;
    sorted.reserve(things.size());
    for (auto const place : alphabetical(names)) sorted.push_back(things[place]);
    things = std::move(sorted);
}

} // namespace rodtrad::view::pages
