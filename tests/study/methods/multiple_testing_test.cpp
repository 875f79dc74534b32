#include "study/methods/multiple_testing.hpp"

#include <doctest/doctest.h>

using namespace rodtrad::study;

TEST_CASE("the adjusted p-values of a small family are those of paper and pencil") {
    PValues const p{0.04, 0.01, 0.5, 0.02};
    auto const bh = benjamini_hochberg(p);
    CHECK(*bh[0] == doctest::Approx(0.04 * 4 / 3));
    CHECK(*bh[1] == doctest::Approx(0.04));
    CHECK(*bh[2] == doctest::Approx(0.5));
    CHECK(*bh[3] == doctest::Approx(0.04));
    CHECK(*benjamini_yekutieli(p)[1] == doctest::Approx(0.04 * (1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4)));
    auto const stepwise = holm(p);
    CHECK(*stepwise[1] == doctest::Approx(0.04));
    CHECK(*stepwise[3] == doctest::Approx(0.06));
    CHECK(*stepwise[0] == doctest::Approx(0.08));
    CHECK(*bonferroni(p)[0] == doctest::Approx(0.16));
    CHECK(*bonferroni(p)[2] == 1);
}

TEST_CASE("a missing p stays missing, and does not count among the tests") {
    for (auto const adjust : {benjamini_hochberg, benjamini_yekutieli, holm, bonferroni}) {
        CHECK(adjust(PValues{std::nullopt, 0.01}) == PValues{std::nullopt, 0.01});
        CHECK(adjust(PValues{std::nullopt}) == PValues{std::nullopt});
        CHECK(adjust(PValues{}).empty());
    }
}

TEST_CASE("a larger p never gets a smaller q") {
    PValues const p{0.03, 0.031, 0.029, 0.9, 0.0001};
    auto const q = benjamini_hochberg(p);
    CHECK(*q[0] == *q[1]);
    CHECK(*q[2] == *q[1]);
    CHECK(*q[4] < *q[2]);
    CHECK(*q[3] == doctest::Approx(0.9));
}
