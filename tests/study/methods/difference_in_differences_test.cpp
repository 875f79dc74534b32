#include "study/methods/difference_in_differences.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace rodtrad::study {
namespace {

using doctest::Approx;

struct Trial {
    std::vector<std::uint32_t> units;
    std::vector<std::uint32_t> periods;
    std::vector<std::uint8_t> treated;
    std::vector<std::uint8_t> post;
    std::vector<double> y;

    // Figures of one unit, one a period; from `start` on it counts as after.
    Trial& unit(bool is_treated, std::uint32_t start, std::vector<double> const& figures) {
        auto const number = static_cast<std::uint32_t>(count++);
        for (std::uint32_t period = 0; period < figures.size(); ++period) {
            units.push_back(number);
            periods.push_back(period);
            treated.push_back(is_treated);
            post.push_back(period >= start);
            y.push_back(figures[period]);
        }
        return *this;
    }
    Answer<DifferenceInDifferences> answer() const {
        return difference_in_differences({units, periods}, treated, post, y);
    }
    int count = 0;
};

TEST_CASE("Card and Krueger's four means give their 2.75, without certainty from one state on a side") {
    auto const found = Trial{}.unit(true, 1, {20.44, 21.03}).unit(false, 1, {23.33, 21.17}).answer();
    REQUIRE(found);
    CHECK(found->effect.estimate == Approx(2.75));
    CHECK(found->four_means.value() == Approx(2.75));
    REQUIRE_FALSE(found->effect.inference);
    CHECK(found->effect.inference.reason() == NoAnswer::too_few_units);
}

TEST_CASE("an effect that all units had cannot be told from the times, nor one that nobody had") {
    auto const all = Trial{}.unit(true, 1, {1, 2}).unit(true, 1, {2, 4}).answer();
    REQUIRE_FALSE(all);
    CHECK(all.reason() == NoAnswer::not_identified);
    CHECK(Trial{}.unit(false, 1, {1, 2}).unit(false, 1, {2, 4}).answer().reason() == NoAnswer::not_identified);
    CHECK(Trial{}.unit(true, 9, {1, 2}).unit(false, 9, {2, 4}).answer().reason() == NoAnswer::not_identified);
    CHECK(Trial{}.answer().reason() == NoAnswer::no_data);
}

TEST_CASE("two a side are enough for a test, in units of the figures") {
    Trial trial;
    trial.unit(true, 2, {10, 11, 15, 17}).unit(true, 2, {20, 19, 25, 24});
    trial.unit(false, 2, {12, 13, 12, 14}).unit(false, 2, {9, 8, 10, 9});
    auto const found = trial.answer();
    REQUIRE(found);
    CHECK(found->treated_units == 2);
    CHECK(found->comparison_units == 2);
    CHECK(found->effect.estimate == Approx(found->four_means.value()));
    REQUIRE(found->effect.inference);
    CHECK(found->effect.inference->df == 3);
    CHECK(found->effect.inference->interval.lower < found->effect.estimate);
}

} // namespace
} // namespace rodtrad::study
