#include "base/error.hpp"
#include "import/period_text.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using namespace rodtrad::import;

namespace {

std::string read(std::string_view text) {
    auto const read = to_period(text);
    switch (read.kind) {
    case PeriodText::Kind::period:
        return read.period->text();
    case PeriodText::Kind::split_year:
        return "split year";
    case PeriodText::Kind::not_a_period:
        return "none";
    }
    return {};
}

std::string read_by(std::string pattern, std::string_view text) {
    auto const period = PeriodPattern{std::move(pattern)}.read(text);
    return period ? period->text() : "none";
}

} // namespace

TEST_CASE("Periods are read as Swedish files write them") {
    for (auto const& [text, period] : std::initializer_list<std::pair<char const*, char const*>>{
             {"2024", "2024"},          {"2024-03", "2024-03"},       {"202403", "2024-03"},
             {"2024M03", "2024-03"},    {"2024m3", "2024-03"},        {"mars 2024", "2024-03"},
             {"Mars 2024", "2024-03"},  {"2024 mars", "2024-03"},     {"dec 2024", "2024-12"},
             {"March 2024", "2024-03"}, {"2024-03-17", "2024-03"},    {"20240317", "2024-03"},
             {"2024/03/17", "2024-03"}, {"2024Q2", "2024Q2"},         {"2024K2", "2024Q2"},
             {"kv2 2024", "2024Q2"},    {"Kvartal 2 2024", "2024Q2"}, {"2024 kv 2", "2024Q2"},
             {"Q2 2024", "2024Q2"},     {"2024-Q2", "2024Q2"},        {"2024T2", "2024T2"},
             {"T2 2024", "2024T2"},     {"tertial 3 2024", "2024T3"}, {"vt24", "2024H1"},
             {"VT 2024", "2024H1"},     {"ht 2024", "2024H2"},        {"HT24", "2024H2"},
             {"2024 HT", "2024H2"},     {"2024H1", "2024H1"},         {"2011-12", "2011-12"}})
        CHECK_MESSAGE(read(text) == period, text);
}

TEST_CASE("A school year is no calendar period") {
    for (auto const* text : {"2023/24", "2023/2024", "2023-2024", "2023–2024", "1999/00"})
        CHECK_MESSAGE(read(text) == "split year", text);
}

TEST_CASE("What is no period is none") {
    for (auto const* text :
         {"", "24", "snart", "2024-13", "2024Q5", "2024T4", "1066", "2024-03-32", "2024-3", "2024/26", "mars", "q2 24",
          "20241", "2024-03-1", "kv 2024", "publiceras under vecka 35", "9999"})
        CHECK_MESSAGE(read(text) == "none", text);
}

TEST_CASE("A pattern reads the habits of one file") {
    CHECK(read_by("DD.MM.YYYY", "31.05.2026") == "2026-05");
    CHECK(read_by("MM/YY", "05/26") == "2026-05");
    CHECK(read_by("YYYY:Q", "2026:3") == "2026Q3");
    CHECK(read_by("år YYYY", "år 2026") == "2026");
    CHECK(read_by("YYYY-T", "2026-3") == "2026T3");
    CHECK(read_by("H YYYY", "2 2026") == "2026H2");
    CHECK(read_by("DD.MM.YYYY", "31.13.2026") == "none");
    CHECK(read_by("DD.MM.YYYY", "32.05.2026") == "none");
    CHECK(read_by("YYYY", "2026!") == "none");
    CHECK(read_by("YYYY", "202") == "none");
    CHECK_THROWS_WITH_AS(PeriodPattern{"MM"},
                         "The period pattern \"MM\" does not say where the year stands: write YYYY.", base::Error);
}

TEST_CASE("A month is widened to the period it lies in") {
    auto const may = *domain::Period::from_text("2026-05");
    CHECK(widened(may, domain::Periodicity::quarter).text() == "2026Q2");
    CHECK(widened(may, domain::Periodicity::tertial).text() == "2026T2");
    CHECK(widened(may, domain::Periodicity::half_year).text() == "2026H1");
    CHECK(widened(may, domain::Periodicity::year).text() == "2026");
    CHECK(widened(*domain::Period::from_text("2026"), domain::Periodicity::month).text() == "2026");
}
