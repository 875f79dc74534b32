#include "study/parallel.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <vector>

namespace rodtrad::study {
namespace {

TEST_CASE("work shared between threads is done once for each number") {
    for (auto const threads : {1, 2, 7}) {
        std::vector<int> done(1000);
        for_each_in_parallel(done.size(), threads, [&](std::size_t i) { ++done[i]; });
        CHECK(done == std::vector<int>(1000, 1));
    }
}

TEST_CASE("what goes wrong on any thread comes out to the one who asked") {
    auto const work = [](std::size_t i) {
        if (i == 500) throw std::runtime_error("500");
    };
    CHECK_THROWS_WITH_AS(for_each_in_parallel(1000, 2, work), "500", std::runtime_error);
}

} // namespace
} // namespace rodtrad::study
