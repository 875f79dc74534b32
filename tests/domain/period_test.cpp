#include "base/error.hpp"
#include "domain/period.hpp"

#include <doctest/doctest.h>

using rodtrad::domain::Period;
using rodtrad::domain::Periodicity;

TEST_CASE("every part of a year has its code and its text, and is read back from both") {
    struct Known {
        Periodicity periodicity;
        int part;
        int code;
        char const* text;
    };
    for (auto const& [periodicity, part, code, text] :
         {Known{Periodicity::year, 1, 202400, "2024"}, Known{Periodicity::half_year, 2, 202441, "2024H2"},
          Known{Periodicity::tertial, 3, 202439, "2024T3"}, Known{Periodicity::quarter, 2, 202434, "2024Q2"},
          Known{Periodicity::month, 3, 202403, "2024-03"}, Known{Periodicity::month, 12, 202412, "2024-12"}}) {
        CAPTURE(text);
        auto const period = Period::make(periodicity, 2024, part);
        CHECK(period.code() == code);
        CHECK(period.text() == text);
        CHECK(period.periodicity() == periodicity);
        CHECK(period.part() == part);
        CHECK(Period::from_code(code) == period);
        CHECK(Period::from_text(text) == period);
        CHECK(Period::from_number(periodicity, period.number()) == period);
    }
}

TEST_CASE("what is no period is refused") {
    for (auto const code : {0, 2024, 179900, 220000, 202413, 202432, 202442, -202401}) {
        CAPTURE(code);
        CHECK_FALSE(Period::from_code(code));
    }
    for (auto const* text : {"", "202", "20240", "1799", "2024-", "2024-3", "2024-13", "2024-00", "2024Q5", "2024Q02",
                             "2024q2", "2024T4", "2024H3", " 2024", "+024", "2024-+3"}) {
        CAPTURE(text);
        CHECK_FALSE(Period::from_text(text));
    }
    CHECK_THROWS_AS(Period::make(Periodicity::quarter, 2024, 5), rodtrad::base::Error);
    CHECK_THROWS_AS(Period::make(Periodicity::year, 2200), rodtrad::base::Error);
}

TEST_CASE("periods follow each other over the turn of the year") {
    auto const october = Period::make(Periodicity::month, 2025, 10);
    CHECK(october.plus(3).text() == "2026-01");
    CHECK(october.plus(-10).text() == "2024-12");
    CHECK(october.plus(3).number() - october.number() == 3);
    CHECK(Period::make(Periodicity::tertial, 2024, 3) < Period::make(Periodicity::tertial, 2025, 1));
}
