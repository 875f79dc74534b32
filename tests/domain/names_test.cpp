#include "domain/mark.hpp"
#include "domain/measure.hpp"
#include "domain/unit.hpp"

#include <doctest/doctest.h>

using namespace rodtrad::domain;

TEST_CASE("a polarity is a direction or a wanted range, and is read back as it was written") {
    for (Polarity const& polarity :
         {Polarity{Direction::higher_is_better}, Polarity{Direction::lower_is_better}, Polarity{Direction::neutral},
          Polarity{WantedRange{4.5, 6}}, Polarity{WantedRange{-2, -0.1}}, Polarity{WantedRange{5, 5}}}) {
        CAPTURE(to_text(polarity));
        CHECK(to_polarity(to_text(polarity)) == polarity);
    }
    CHECK(to_text(Polarity{WantedRange{4.5, 6}}) == "4.5..6");
    for (auto const* text : {"", "up", "6..4", "4..", "..6", "4...6", "4,5..6", "inf..nan"}) {
        CAPTURE(text);
        CHECK_FALSE(to_polarity(text));
    }
}

TEST_CASE("every kind of unit, of value and of mark has a name of its own") {
    for (auto const kind : {MarkKind::rebase, MarkKind::explanation}) CHECK(to_mark_kind(to_text(kind)) == kind);
    CHECK_FALSE(to_mark_kind("omstart"));
    for (auto at = 0; at <= static_cast<int>(UnitKind::team); ++at)
        CHECK(to_unit_kind(to_text(static_cast<UnitKind>(at))) == static_cast<UnitKind>(at));
    for (auto at = 0; at <= static_cast<int>(ValueKind::other); ++at)
        CHECK(to_value_kind(to_text(static_cast<ValueKind>(at))) == static_cast<ValueKind>(at));
    CHECK_FALSE(to_unit_kind("Team"));
    CHECK_FALSE(to_value_kind(""));
}
