#include "view/format.hpp"

#include <doctest/doctest.h>
#include <unicode/numberformatter.h>

#include <limits>
#include <vector>

using namespace rodtrad;
using namespace rodtrad::view;
using domain::Period;
using domain::Periodicity;

namespace {

Language const& sv = Language::swedish();
Language const& en = Language::english();

std::string by_icu(Language const& language, double value, int decimals) {
    auto status = U_ZERO_ERROR;
    auto const formatter = icu::number::NumberFormatter::withLocale(icu::Locale{language.is_swedish() ? "sv_SE" : "en"})
                               .precision(icu::number::Precision::fixedFraction(decimals))
                               .roundingMode(UNUM_ROUND_HALFUP)
                               .sign(UNUM_SIGN_NEGATIVE);
    auto text = formatter.formatDouble(value, status).toString(status);
    REQUIRE(U_SUCCESS(status));
    // ICU's English minus is the hyphen; we write a true minus in both languages.
    text.findAndReplace(u"-", u"\u2212");
    std::string utf8;
    return text.toUTF8String(utf8);
}

domain::Measure measure(std::string unit) {
    domain::Measure m;
    m.unit_of_measure = std::move(unit);
    return m;
}

} // namespace

TEST_CASE("numbers have the language's signs") {
    CHECK(number(sv, 1234567.891, 1) == "1\u00A0234\u00A0567,9");
    CHECK(number(en, 1234567.891, 1) == "1,234,567.9");
    CHECK(number(sv, -7.25, 1) == "\u22127,3");
    CHECK(number(en, -1000, 0) == "\u22121,000");
    CHECK(number(sv, -0.04, 1) == "0,0"); // what is shown is nothing, and nothing is not negative
    CHECK(whole(sv, 12480) == "12\u00A0480");
}

TEST_CASE("numbers are rounded as they look, half away from zero") {
    CHECK(number(sv, 2.675, 2) == "2,68"); // binary 2.67499…
    CHECK(number(sv, 0.5, 0) == "1");
    CHECK(number(sv, 1.005, 2) == "1,01");
    CHECK(number(sv, 999.95, 1) == "1\u00A0000,0");
    CHECK(number(sv, 9.99, 0) == "10");
    CHECK(number(sv, 0.0, 2) == "0,00");
}

TEST_CASE("numbers are written as ICU writes them") {
    std::vector<double> values{0,      1,    -1,     0.05, 0.1 + 0.2, 12.5,   99.95,
                               1234.5, 79.6, -86.94, 1e15, 1e21,      1.5e-7, 123456789.987};
    std::uint64_t state = 1;
    for (int i = 0; i < 2000; ++i) { // a plain generator: the same values every time
        state = state * 6364136223846793005U + 1442695040888963407U;
        values.push_back(static_cast<double>(static_cast<std::int64_t>(state >> 20)) / ((i % 7 + 1) * 1e5) *
                         (i % 2 == 0 ? 1 : -1));
    }
    for (auto const value : values)
        for (int decimals = 0; decimals <= 3; ++decimals)
            for (auto const* language : {&sv, &en}) {
                INFO(value, " ", decimals);
                CHECK(number(*language, value, decimals) == by_icu(*language, value, decimals));
            }
}

TEST_CASE("the widest numbers are written too") {
    CHECK(number(sv, std::numeric_limits<double>::max(), 0).size() > 400);
    CHECK(number(sv, std::numeric_limits<double>::denorm_min(), 2) == "0,00");
}

TEST_CASE("a value has its unit after a no-break space, but for the English per cent") {
    CHECK(with_unit(sv, {"%", 1}, 79.6) == "79,6\u00A0%");
    CHECK(with_unit(en, {"%", 1}, 79.6) == "79.6%");
    CHECK(with_unit(sv, {"kr/inv", 0}, 12480) == "12\u00A0480\u00A0kr/inv");
    CHECK(with_unit(en, {"days", 1}, 3.25) == "3.3\u00A0days");
    CHECK(with_unit(sv, {"", 2}, 0.5) == "0,50");
}

TEST_CASE("a target is written as it was set") {
    CHECK(as_set(sv, {"%", 1}, 90) == "90\u00A0%");
    CHECK(as_set(sv, {"%", 1}, 92.5) == "92,5\u00A0%");
    CHECK(as_set(sv, {"kr/inv", 0}, -1200) == "\u22121\u00A0200\u00A0kr/inv");
    CHECK(as_set(sv, {"", 0}, 0) == "0");
}

TEST_CASE("values shown together have the decimals that they deserve") {
    auto const decimals = [](std::string unit, std::vector<double> const& values) {
        return value_format(measure(std::move(unit)), values).decimals;
    };
    CHECK(decimals("%", {79.6, 100}) == 1);
    CHECK(decimals("%", {80, 90}) == 0);
    CHECK(decimals("kr/inv", {12480.5, 3.2}) == 0);
    CHECK(decimals("dagar", {152.5}) == 0);
    CHECK(decimals("dagar", {-15.25}) == 1);
    CHECK(decimals("", {4.625}) == 1);
    CHECK(decimals("", {0.125}) == 2);
    CHECK(decimals("", {}) == 0);
    auto stated = measure("%");
    stated.decimals = 2;
    CHECK(value_format(stated, std::vector{80.0}).decimals == 2);
}

TEST_CASE("percentages differ by percentage points, other values by their unit") {
    ValueFormat const percent{"%", 1};
    CHECK(signed_difference(sv, percent, -7.3) == "\u22127,3\u00A0procentenheter");
    CHECK(signed_difference(en, percent, 7.3) == "+7.3\u00A0percentage points");
    CHECK(plain_difference(sv, percent, -7.3) == "7,3\u00A0procentenheter");
    CHECK(plain_difference(sv, {"%", 0}, 1.2) == "1\u00A0procentenhet");
    CHECK(signed_difference(sv, {"dagar", 0}, 12) == "+12\u00A0dagar");
    CHECK(signed_difference(sv, percent, 0.01) == "0,0\u00A0procentenheter");
    CHECK(difference_unit(sv, percent) == "procentenheter");
    CHECK(difference_unit(sv, {"kr", 0}) == "kr");
}

TEST_CASE("people are counted in whole persons") {
    CHECK(people(sv, 1521.7, "elever") == "1\u00A0522\u00A0elever");
    CHECK(people(en, 12, "") == "12");
}

TEST_CASE("a period is called what people call it") {
    struct Called {
        Period period;
        std::string_view sv, sv_brief, en, en_brief;
    };
    for (auto const& called : {
             Called{Period::make(Periodicity::year, 2024), "2024", "2024", "2024", "2024"},
             Called{Period::make(Periodicity::month, 2024, 3), "mars 2024", "mar 2024", "March 2024", "Mar 2024"},
             Called{Period::make(Periodicity::month, 2024, 10), "oktober 2024", "okt 2024", "October 2024", "Oct 2024"},
             Called{Period::make(Periodicity::quarter, 2024, 2), "andra kvartalet 2024", "kv 2 2024",
                    "the second quarter of 2024", "Q2 2024"},
             Called{Period::make(Periodicity::tertial, 2024, 2), "tertial 2 2024", "T2 2024",
                    "four-month period 2 of 2024", "P2 2024"},
             Called{Period::make(Periodicity::half_year, 2024, 1), "våren 2024", "vt24", "spring 2024", "spr 24"},
             Called{Period::make(Periodicity::half_year, 2024, 2), "hösten 2024", "ht24", "autumn 2024", "aut 24"},
         }) {
        CHECK(period_text(sv, called.period) == called.sv);
        CHECK(period_text(sv, called.period, PeriodStyle::brief) == called.sv_brief);
        CHECK(period_text(en, called.period) == called.en);
        CHECK(period_text(en, called.period, PeriodStyle::brief) == called.en_brief);
    }
}

TEST_CASE("moments are told as a clock in Sweden shows them, in summer and in winter") {
    CHECK(date(sv, base::to_instant("2026-06-14T08:15:00Z")) == "14 juni 2026");
    CHECK(date_and_time(sv, base::to_instant("2026-06-14T08:15:00Z")) == "14 juni 2026 kl. 10:15");
    CHECK(date_and_time(sv, base::to_instant("2026-01-31T23:05:00Z")) == "1 februari 2026 kl. 00:05");
    CHECK(date_and_time(en, base::to_instant("2026-01-31T23:05:00Z")) == "1 February 2026 at 00:05");
}
