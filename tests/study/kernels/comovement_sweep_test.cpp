#include "study/kernels/chance.hpp"
#include "study/kernels/comovement_sweep.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace rodtrad::study;
using namespace rodtrad::study::tests;

namespace {

constexpr double most = 4;

// The definition, pair by pair and figure by figure.
Comovement plain_comovement(Plane const& one, Plane const& other, std::size_t end) {
    Comovement result;
    double products = 0;
    double squares_of_one = 0;
    double squares_of_other = 0;
    for (std::size_t u = 0; u < one.units(); ++u)
        for (std::size_t t = 1; t < end; ++t) {
            auto const change = [&](Plane const& plane) {
                return std::clamp(plane.row(t)[u] - plane.row(t - 1)[u], -most, most);
            };
            auto const x = change(one);
            auto const y = change(other);
            if (std::isnan(x) || std::isnan(y)) continue;
            ++result.changes;
            products += x * y;
            squares_of_one += x * x;
            squares_of_other += y * y;
        }
    auto const squares = squares_of_one * squares_of_other;
    result.correlation = squares > 0 ? products / std::sqrt(squares) : 0;
    return result;
}

std::vector<Plane> some_planes(Chance& chance, std::size_t members, std::size_t periods, std::size_t units) {
    std::vector<Plane> planes;
    for (std::size_t member = 0; member < members; ++member) {
        auto const kind = static_cast<Figures>(chance.below(kinds_of_figures));
        auto& plane = planes.emplace_back(periods, units);
        for (std::size_t t = 0; t < periods; ++t)
            for (auto& value : plane.units_of(t)) value = chance.happens(0.1) ? Plane::no_value : figure(chance, kind);
    }
    return planes;
}

} // namespace

TEST_CASE("measures go together as the definition says, to the last bit on each processor") {
    Chance chance{42};
    for (int round = 0; round < 200; ++round) {
        auto const members = chance.between(2, 5);
        auto const periods = chance.between(1, 12);
        auto const planes = some_planes(chance, members, periods, chance.between(1, 40));
        auto const end = chance.below(periods + 1);
        auto const pairs = comovement_sweep(planes, end, most, some_processor(chance));
        REQUIRE(pairs.size() == members * (members - 1) / 2);
        auto pair = pairs.begin();
        for (std::size_t one = 0; one < members; ++one)
            for (auto other = one + 1; other < members; ++other, ++pair) {
                auto const plain = plain_comovement(planes[one], planes[other], end);
                CHECK(pair->changes == plain.changes);
                CHECK(pair->correlation == doctest::Approx(plain.correlation));
            }
        auto const again = comovement_sweep(planes, end, most, Processor::any);
        CHECK(std::ranges::equal(again, pairs, [](Comovement const& left, Comovement const& right) {
            return left.changes == right.changes && left.correlation == right.correlation;
        }));
    }
}
