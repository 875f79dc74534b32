#include "study/methods/decomposition.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <vector>

using namespace rodtrad::study;

namespace {
double sum(std::vector<double> const& values) { return std::accumulate(values.begin(), values.end(), 0.0); }
} // namespace

TEST_CASE("rate and mix are the whole change, with either mix") {
    std::vector<UnitChange> const schools{{{80, 100}, {70, 90}}, {{30, 60}, {45, 100}}, {{9, 10}, {19, 20}}};
    auto const found = kitagawa(schools);
    REQUIRE(found);
    CHECK(found->rate + found->mix == doctest::Approx(found->change()));
    double centred = 0;
    for (auto const& unit : found->units) centred += unit.sum();
    CHECK(centred == doctest::Approx(found->change()));
}

TEST_CASE("a unit at average level contributes nothing by growing") {
    std::vector<UnitChange> const units{{{50, 100}, {150, 300}}, {{60, 100}, {60, 100}}, {{40, 100}, {40, 100}}};
    auto const found = kitagawa(units);
    CHECK(found->units[0].mix > 0.1); // as in the textbook
    CHECK(found->units[0].sum() == doctest::Approx(0));
}

TEST_CASE("what is new or closed is all mix") {
    std::vector<UnitChange> const units{{{0, 0}, {4, 8}}, {{5, 40}, {6, 40}}};
    auto const found = kitagawa(units);
    CHECK(found->units[0].rate == 0);
    CHECK(found->units[0].mix == doctest::Approx(8.0 / 48 * 0.5));
    CHECK(kitagawa(std::vector<UnitChange>{{{0, 0}, {0, 0}}}).reason() == NoAnswer::zero_denominator);
    CHECK(kitagawa({}).reason() == NoAnswer::no_data);
    CHECK(kitagawa(std::vector<UnitChange>{{{1, 0}, {1, 2}}}).reason() == NoAnswer::numerator_exceeds_denominator);
    CHECK(kitagawa(std::vector<UnitChange>{{{-1, 3}, {1, 2}}}).reason() == NoAnswer::negative_count);
    CHECK(kitagawa(std::vector(2, UnitChange{{1, 1.7e308}, {1, 1.7e308}})).reason() == NoAnswer::out_of_range);
}

TEST_CASE("rounded parts sum to the rounded whole") {
    std::vector const thirds{1.0 / 3, 1.0 / 3, 1.0 / 3};
    CHECK(rounded_to_total(thirds, 1, 1) == std::vector{0.4, 0.3, 0.3});
    std::vector const mixed{-1.46, -0.52, -0.22, 0.11};
    auto const rounded = rounded_to_total(mixed, -2.09, 1);
    CHECK(sum(rounded) == doctest::Approx(-2.1));
    CHECK(rounded == std::vector{-1.5, -0.5, -0.2, 0.1});
    CHECK(rounded_to_total(std::vector{1e300}, 1e300, 2) == std::vector{1e300});
    CHECK(rounded_to_total({}, 0, 1).empty());
}

TEST_CASE("the three largest are shown, and the others together") {
    std::vector const contributions{0.1, -1.4, 0.05, -0.5, 0.3, -0.65};
    auto const total = sum(contributions);
    auto const shown = shown_contributions(contributions, total, 1);
    REQUIRE(shown.largest.size() == 3);
    CHECK(shown.largest[0].unit == 1);
    CHECK(shown.largest[1].unit == 5);
    CHECK(shown.largest[2].unit == 3);
    CHECK(shown.other_units == 3);
    auto const all = shown.largest[0].value + shown.largest[1].value + shown.largest[2].value + shown.others;
    CHECK(all == doctest::Approx(-2.1));
    auto const few = shown_contributions(std::vector{0.5}, 0.5, 1);
    CHECK(few.other_units == 0);
    CHECK(few.others == 0);
}
