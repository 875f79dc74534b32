#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace rodtrad::steering {

// The numbers of the wishes in a form, in the order of their `place`.
template <class Wish>
std::vector<std::size_t> in_order(std::vector<Wish> const& wishes) {
    std::vector<std::size_t> numbers(wishes.size());
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    std::ranges::stable_sort(numbers, {}, [&](std::size_t number) { return wishes[number].place; });
    return numbers;
}

} // namespace rodtrad::steering
