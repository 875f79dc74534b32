#include "base/error.hpp"
#include "base/instant.hpp"

#include <doctest/doctest.h>

using namespace rodtrad::base;

TEST_CASE("a moment is written to the second and read back") {
    CHECK(to_text(to_instant("2024-02-29T23:59:59Z")) == "2024-02-29T23:59:59Z");
    CHECK(to_text(Instant{}) == "1970-01-01T00:00:00Z");
    CHECK(to_instant("2026-10-03T08:15:01Z") - to_instant("2026-10-03T08:15:00Z") == std::chrono::seconds{1});
}

TEST_CASE("what is not a moment in that form is refused") {
    for (auto const* text : {"", "2026-10-03", "2026-10-03T08:15Z", "2026-10-03T08:15:00", "2023-02-29T00:00:00Z",
                             "2026-10-03T24:00:00Z", "2026-10-03T08:60:00Z", "2026-10-03T08:15:00Z ",
                             "2026-10-03T08:15:60Z", "2026-10-03T-1:15:00Z", "2026-1-3T8:5:0Z"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(to_instant(text), Error);
    }
}
