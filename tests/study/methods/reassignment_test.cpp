#include "study/methods/reassignment.hpp"

#include <doctest/doctest.h>

#include <set>
#include <vector>

namespace rodtrad::study {
namespace {

using Labels = std::vector<std::uint32_t>;

// How much larger the treated's figures are.
double difference(std::vector<double> const& figures, std::span<std::uint32_t const> labels) {
    double sum = 0;
    for (std::size_t at = 0; at < figures.size(); ++at) sum += labels[at] == 1 ? figures[at] : 0;
    return sum;
}

TEST_CASE("Fisher's tea: one of the seventy ways to choose four cups is as good as the right one") {
    std::vector<double> const figures{1, 1, 1, 1, 0, 0, 0, 0};
    auto const found =
        placebo_test(Labels{1, 1, 1, 1, 0, 0, 0, 0}, [&](auto labels) { return difference(figures, labels); });
    CHECK(found.assigned == 70);
    CHECK(found.p == doctest::Approx(1.0 / 70));
}

TEST_CASE("three kinds of labels are handed out in every way there is") {
    std::set<Labels> seen;
    auto const found = placebo_test(Labels{2, 0, 0, 1}, [&](auto labels) {
        seen.emplace(labels.begin(), labels.end());
        return 1.0;
    });
    CHECK(seen.size() == 12);
    CHECK(found.assigned == 12);
    CHECK(found.p == 1);
}

TEST_CASE("where the ways are many, 999 are drawn, and the same ones each time") {
    Labels labels(40, 0);
    for (std::size_t at = 0; at < 10; ++at) labels[at] = 1;
    std::vector<double> figures;
    for (int at = 0; at < 40; ++at) figures.push_back((at * 17) % 40 - 20);
    auto const statistic = [&](auto handed_out) { return difference(figures, handed_out); };
    auto const once = placebo_test(labels, statistic);
    auto const again = placebo_test(labels, statistic);
    CHECK(once.assigned == 999);
    CHECK(once.p == again.p);
    CHECK(once.p > 0.001);
}

} // namespace
} // namespace rodtrad::study
