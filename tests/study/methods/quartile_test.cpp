#include "study/methods/quartile.hpp"

#include <doctest/doctest.h>

using namespace rodtrad::study;

namespace {

std::vector<QuartileColour> colours(std::vector<std::optional<double>> const& values, Better better) {
    std::vector<QuartileColour> result;
    for (auto const& place : quartiles(values, better)) result.push_back(place.colour);
    return result;
}

constexpr auto green = QuartileColour::green;
constexpr auto yellow = QuartileColour::yellow;
constexpr auto red = QuartileColour::red;
constexpr auto grey = QuartileColour::grey;

} // namespace

TEST_CASE("the best quarter is green, the worst red, and those between yellow") {
    std::vector<std::optional<double>> const values{8, 1, 7, 2, 6, 3, 5, 4};
    CHECK(colours(values, Better::higher) == std::vector{green, red, green, red, yellow, yellow, yellow, yellow});
    CHECK(colours(values, Better::lower) == std::vector{red, green, red, green, yellow, yellow, yellow, yellow});
    CHECK(quartiles(values, Better::higher)[4].quartile == 2);
    CHECK(quartiles(values, Better::higher)[5].quartile == 3);
}

TEST_CASE("ties share the better place") {
    CHECK(colours({9, 9, 9, 5, 4, 3, 2, 1}, Better::higher) ==
          std::vector{green, green, green, yellow, yellow, yellow, red, red});
}

TEST_CASE("a unit without a value is grey and does not move the others") {
    CHECK(colours({4, {}, 3, 2, 1}, Better::higher) == std::vector{green, grey, yellow, yellow, red});
}

TEST_CASE("all are grey where there are fewer than four, or all are equal") {
    CHECK(colours({3, 2, 1, {}}, Better::higher) == std::vector{grey, grey, grey, grey});
    CHECK(colours({5, 5, 5, 5, 5}, Better::lower) == std::vector(5, grey));
    CHECK(colours({}, Better::higher).empty());
}
