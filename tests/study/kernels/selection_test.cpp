#include "study/kernels/chance.hpp"
#include "study/kernels/selection.hpp"
#include "study/methods/numbers.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <vector>

using namespace rodtrad::study;
using namespace rodtrad::study::tests;

TEST_CASE("the medians of all units along time are those of each unit alone, whatever the figures") {
    Chance chance(3);
    for (int round = 0; round < 400; ++round) {
        Plane plane(chance.between(0, 64), chance.between(1, 40));
        auto const end = chance.between(0, plane.periods());
        auto const from = chance.between(0, end);
        auto const gaps = chance.happens(0.5) ? 0 : chance.share();
        for (std::size_t unit = 0; unit < plane.units(); ++unit) {
            auto const kind = static_cast<Figures>(chance.below(kinds_of_figures));
            for (std::size_t t = 0; t < plane.periods(); ++t)
                plane.row(t)[unit] = chance.happens(gaps) ? Plane::no_value : figure(chance, kind);
        }
        std::vector<double> medians(plane.stride());
        medians_along_time(plane, from, end, medians.data(), some_processor(chance));
        for (std::size_t unit = 0; unit < plane.stride(); ++unit) {
            std::vector<double> figures;
            for (auto t = from; t < end; ++t)
                if (!std::isnan(plane.row(t)[unit])) figures.push_back(plane.row(t)[unit]);
            auto const is_same = figures.empty() ? std::isnan(medians[unit]) : medians[unit] == median_of(figures);
            if (!is_same) REQUIRE(medians[unit] == median_of(figures));
        }
    }
}

TEST_CASE("the median of many is the median, whatever the figures") {
    Chance chance(4);
    for (int round = 0; round < 300; ++round) {
        auto const kind = static_cast<Figures>(chance.below(kinds_of_figures));
        auto const many = chance.happens(0.2) ? chance.between(1000, 20'000) : chance.between(1, 300);
        std::vector<double> values(many);
        auto const is_falling = chance.happens(0.2);
        for (std::size_t at = 0; at < many; ++at)
            values[at] = figure(chance, kind) + (is_falling && kind == Figures::smooth ? -static_cast<double>(at) : 0);
        auto plain = values;
        auto const expected = median_of(plain);
        auto const found = median_of_many(values, some_processor(chance));
        if (found != expected) REQUIRE(found == expected);
    }
}
