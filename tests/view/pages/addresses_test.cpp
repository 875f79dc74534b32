#include "view/pages/addresses.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using namespace rodtrad::view::pages;

TEST_CASE("what is asked of the list is the same after a turn through its address") {
    ListQuestion question;
    question.unit = "S 1&2";
    question.measure = "Å/1";
    question.kind = study::FindingKind::gap;
    question.judgement = study::Judgement::better;
    question.tier = study::Tier::learn_from;
    question.is_table = true;
    question.page = 3;
    CHECK(list_url(question).text() ==
          "/avvikelser?enhet=S%201%262&matt=%C3%85%2F1&slag=skillnad&riktning=battre&niva=lar-av&visa=tabell&sida=3");
    Parameters const sent{{"enhet", "S 1&2"}, {"matt", "Å/1"},    {"slag", "skillnad"}, {"riktning", "battre"},
                          {"niva", "lar-av"}, {"visa", "tabell"}, {"sida", "3"}};
    CHECK(to_list_question(sent) == question);
}

TEST_CASE("what is not understood is as if it were not asked") {
    CHECK(to_list_question({{"slag", "allt"}, {"riktning", ""}, {"niva", "7"}, {"sida", "-1"}, {"okänd", "x"}}) ==
          ListQuestion{});
    CHECK(to_list_question({{"sida", "2b"}}).page == 1);
    CHECK(to_list_question({{"sida", "99999999999999999999"}}).page == 1);
}

TEST_CASE("codes with slashes and other signs stay one segment of the address") {
    CHECK(measure_url("N15/A", "Å 1").text() == "/matt/N15%2FA/%C3%85%201");
    CHECK(measure_url("N15", "S1", "K").text() == "/matt/N15/S1?grupp=K");
    CHECK(measure_csv_url("N15", "S1").text() == "/matt/N15/S1.csv");
    CHECK(unit_url("../om").text() == "/enhet/..%2Fom");
    CHECK(search_url("för & ek").text() == "/sok?q=f%C3%B6r%20%26%20ek");
}
