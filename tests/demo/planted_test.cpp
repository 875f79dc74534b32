// What is planted is found, in the right tier and direction.

#include "demo/dataset_of.hpp"
#include "demo/recognition.hpp"
#include "study/follow_up.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rodtrad;

TEST_CASE("every planted story is told as it was planted, whatever the chance around it") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        auto const example = demo::make_example({.seed = seed});
        auto const data = demo::dataset_of(example);
        auto const list = study::follow_up(data, {});
        for (auto const& story : example.stories) {
            INFO("seed ", seed, ", story ", std::string{story.id});
            CHECK(demo::misread(story, data, list) == "");
        }
    }
}
