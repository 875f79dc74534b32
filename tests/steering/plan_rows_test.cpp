// A plan that comes by file: what it brings, what is wrong with it row by row, and who may.

#include "lived_goal.hpp"
#include "steering/plan_rows.hpp"
#include "steering/success_factors.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace rodtrad::steering {
namespace {

using domain::PlanField;
using domain::PlanSheetKind;
using test::LivedGoal;

using Cells = std::vector<std::pair<PlanField, std::string>>;

// A sheet with the headings of the template.
PlanTable sheet(PlanSheetKind kind, std::string place, std::vector<Cells> const& rows) {
    PlanTable table{.kind = kind, .place = std::move(place), .headings = {}, .rows = {}};
    auto const known = std::ranges::find(domain::plan_sheets, kind, &domain::PlanSheet::kind);
    for (auto const& column : known->columns) {
        table.columns[static_cast<std::size_t>(column.field)] = table.headings.size();
        table.headings.emplace_back(column.swedish);
    }
    for (auto const& cells : rows) {
        PlanRow row{.number = static_cast<std::int64_t>(table.rows.size()) + 2,
                    .cells = std::vector<std::string>(table.headings.size())};
        for (auto const& [field, text] : cells) row.cells[*table.columns[static_cast<std::size_t>(field)]] = text;
        table.rows.push_back(std::move(row));
    }
    return table;
}

Cells goal(std::string title, Cells more = {}) {
    Cells cells{{PlanField::title, std::move(title)},
                {PlanField::unit, "Norrskolan"},
                {PlanField::begins, "2027-01-01"},
                {PlanField::ends, "2027-12-31"}};
    cells.insert(cells.end(), more.begin(), more.end()); // the last word for a field counts
    return cells;
}

PlanTables file(std::vector<Cells> const& goals, std::vector<Cells> const& key_results = {},
                std::vector<Cells> const& behaviours = {}) {
    return {.tables = {sheet(PlanSheetKind::goals, "Mål", goals),
                       sheet(PlanSheetKind::key_results, "Nyckelresultat", key_results),
                       sheet(PlanSheetKind::behaviours, "Beteenden", behaviours)},
            .complaints = {}};
}

struct Organised : LivedGoal {
    PlanReport take_in(PlanTables const& plan_file, std::optional<domain::PersonId> who = {}) {
        PlanReport report;
        does(who.value_or(head), [&](Work& work) { report = take_in_plan(work, plan_file); });
        return report;
    }
    domain::Goal const* find(std::string_view title) {
        auto const& goals = plan().goals;
        auto const found = std::ranges::find_if(goals, [&](auto const& one) { return one.title == title; });
        return found == goals.end() ? nullptr : &*found;
    }
};

// "Nyckelresultat 2 målvärde"
std::vector<std::string> places(PlanReport const& report) {
    std::vector<std::string> told;
    for (auto const& complaint : report.complaints)
        told.push_back(complaint.place + " " + std::to_string(complaint.row) + " " + complaint.column);
    return told;
}
using Places = std::vector<std::string>;

TEST_CASE("goals come in as drafts with their key results and behaviours, linked to each other and to what stands") {
    Organised school;
    auto const report = school.take_in(file({goal("Varje elev läser", {{PlanField::kind, "OKR"},
                                                                       {PlanField::shared_with, "Arbetslag 7–9; hem"},
                                                                       {PlanField::owner, "bo alm"},
                                                                       {PlanField::supports, "Läslust; Mod"},
                                                                       {PlanField::rhythm, "varannan vecka"}}),
                                             goal("Läslust", {{PlanField::kind, "smart"}}), goal("Mod")},
                                            {{{PlanField::goal, "Varje elev läser"},
                                              {PlanField::title, "Andel som läser dagligen"},
                                              {PlanField::form, "minst"},
                                              {PlanField::baseline, "60"},
                                              {PlanField::target, "82,5"},
                                              {PlanField::unit_of_measure, "%"},
                                              {PlanField::due, "2027-06-30"}},
                                             {{PlanField::goal, "varje elev läser"},
                                              {PlanField::title, "Biblioteket är öppet"},
                                              {PlanField::form, "milestone"}}},
                                            {{{PlanField::goal, "Varje elev läser"},
                                              {PlanField::text, "Vi läser högt varje dag"},
                                              {PlanField::whose, "ledare"},
                                              {PlanField::pulse_question, "Läser vi högt varje dag?"}}}));
    CHECK(places(report) == Places{});
    CHECK(report.drafts.size() == 3);
    CHECK(report.left_out == 0);
    auto const* const reads = school.find("Varje elev läser");
    REQUIRE(reads != nullptr);
    CHECK(reads->state == domain::GoalState::draft);
    CHECK(reads->kind == domain::GoalKind::okr);
    CHECK(reads->units == std::vector<std::string>{"skola", "lag", "hem"});
    CHECK(reads->owner == school.head);
    CHECK(reads->rhythm == domain::Rhythm::fortnightly);
    CHECK(reads->ends == *base::to_date("2027-12-31"));
    auto const id = reads->id;
    auto const supports = reads->supports;
    CHECK(supports == std::vector{school.find("Läslust")->id, school.find("Mod")->id});
    auto const key_results = school.plan().key_results_of(id);
    REQUIRE(key_results.size() == 2);
    CHECK(key_results[0]->aim == domain::Aim::stay_above);
    CHECK(key_results[0]->target == 82.5);
    CHECK(key_results[0]->baseline == 60);
    CHECK(key_results[1]->kind == domain::KeyResultKind::milestone);
    auto const behaviours = school.plan().behaviours_of(id);
    REQUIRE(behaviours.size() == 1);
    CHECK(behaviours[0]->whose == domain::Whose::leaders);
}

TEST_CASE("a goal comes with its level, and with its place on the scorecard by name in either language") {
    Organised school;
    auto const placed = [](std::string title, std::string perspective, std::string factor = {}) {
        return goal(std::move(title), {{PlanField::level, "Politisk"},
                                       {PlanField::perspective, std::move(perspective)},
                                       {PlanField::factor, std::move(factor)}});
    };
    // Nobody has said anything of perspectives yet: Balansen's four hold, and become the organisation's own.
    auto const first = school.take_in(file({placed("Läslust", "den vi finns till för"), goal("Mod")}));
    CHECK(places(first) == Places{});
    REQUIRE(first.drafts.size() == 2);
    CHECK(first.drafts[0].perspective == "Den vi finns till för");
    CHECK(school.plan().perspectives.size() == 4);
    CHECK(school.find("Läslust")->level == domain::GoalLevel::political);
    CHECK(school.find("Mod")->level == domain::GoalLevel::operational);
    CHECK_FALSE(school.find("Mod")->perspective);

    domain::SuccessFactorId factor;
    school.does(school.controller, [&](Work& work) {
        factor = add_factor(work, "K", {school.plan().perspectives[1].id, "Vi kan vårt jobb", {}, {}});
    });
    auto const second = school.take_in(file({placed("Kompetens", "", "vi kan vårt jobb"),
                                             placed("Utveckling", "Employees and development", "Vi kan vårt jobb"),
                                             placed("Fel perspektiv", "Ekonomi"), placed("Ingen faktor", "", "Vilja"),
                                             placed("Fel plats", "Uppdrag och ekonomi", "Vi kan vårt jobb")}));
    CHECK(places(second) == Places{"Mål 4 perspektiv", "Mål 5 framgångsfaktor", "Mål 6 framgångsfaktor"});
    CHECK(second.drafts.size() == 2);
    CHECK(school.find("Kompetens")->factor == factor);
    CHECK(school.find("Kompetens")->perspective == school.plan().perspectives[1].id); // that of its factor
    CHECK(school.find("Utveckling")->factor == factor);
    CHECK(school.plan().perspectives.size() == 4);
}

TEST_CASE("the same file twice brings nothing new, and next year's goal of the same title is another") {
    Organised school;
    auto const twice = file({goal("Läslust"), goal("Mod")},
                            {{{PlanField::goal, "Mod"}, {PlanField::title, "Klart"}, {PlanField::form, "delmål"}}});
    CHECK(school.take_in(twice).drafts.size() == 2);
    auto const goals_before = school.plan().goals.size();
    auto const again = school.take_in(twice);
    CHECK(again.drafts.empty());
    CHECK(again.already_there.size() == 2);
    CHECK(again.complaints.empty());
    CHECK(school.plan().goals.size() == goals_before);
    CHECK(school.plan().key_results_of(school.find("Mod")->id).size() == 1);

    auto const next =
        school.take_in(file({goal("Läslust", {{PlanField::begins, "2028-01-01"}, {PlanField::ends, "2028-12-31"}})}));
    CHECK(next.drafts.size() == 1);
}

TEST_CASE("each cell of a goal that is wrong is told with its row and heading, and the other goals come in") {
    Organised school;
    auto const wrong = [&](PlanField field, std::string text) {
        auto const report = school.take_in(file({goal("Fel", {{field, std::move(text)}})}));
        CHECK(report.drafts.empty());
        CHECK(report.left_out == 1);
        return places(report);
    };
    CHECK(wrong(PlanField::title, "") == Places{"Mål 2 titel"});
    CHECK(wrong(PlanField::unit, "") == Places{"Mål 2 enhet"});
    CHECK(wrong(PlanField::unit, "Sydskolan") == Places{"Mål 2 enhet"});
    CHECK(wrong(PlanField::shared_with, "Sydskolan") == Places{"Mål 2 delas med"});
    CHECK(wrong(PlanField::kind, "vision") == Places{"Mål 2 slag"});
    CHECK(wrong(PlanField::rhythm, "ibland") == Places{"Mål 2 rytm"});
    CHECK(wrong(PlanField::level, "hög") == Places{"Mål 2 nivå"});
    CHECK(wrong(PlanField::owner, "Ingen Alls") == Places{"Mål 2 ansvarig"});
    CHECK(wrong(PlanField::owner, "Anna Ek") == Places{"Mål 2 ansvarig"}); // two of them
    CHECK(wrong(PlanField::begins, "") == Places{"Mål 2 börjar"});
    CHECK(wrong(PlanField::begins, "i januari") == Places{"Mål 2 börjar"});
    CHECK(wrong(PlanField::ends, "2026-12-31") == Places{"Mål 2 slutar"});
    CHECK(wrong(PlanField::supports, "Något annat") == Places{"Mål 2 stödjer"});
    CHECK(wrong(PlanField::supports, "Fel") == Places{"Mål 2 stödjer"}); // itself
    CHECK(wrong(PlanField::measures, "N00000") == Places{"Mål 2 mått"});

    auto const mixed = school.take_in(
        file({goal("Fel", {{PlanField::kind, "vision"}, {PlanField::owner, "Ingen"}}), goal("Rätt"), goal("rätt")}));
    CHECK(places(mixed) == Places{"Mål 2 slag", "Mål 2 ansvarig", "Mål 4 titel"});
    CHECK(mixed.complaints[0].text == "vision");
    CHECK(mixed.left_out == 2);
    CHECK(school.find("Rätt") != nullptr);
    CHECK(school.find("Fel") == nullptr);
}

TEST_CASE("a goal is left out whole where a key result, a behaviour or a goal that it supports is wrong") {
    Organised school;
    auto const key_result = [&](PlanField field, std::string text) {
        Cells row{{PlanField::goal, "Läslust"}, {PlanField::title, "Andel"}, {PlanField::target, "80"}};
        row.emplace_back(field, std::move(text));
        auto const report = school.take_in(file({goal("Läslust")}, {row}));
        CHECK(report.left_out == (field == PlanField::goal ? 0 : 1));
        auto told = places(report);
        return told.empty() ? std::string{} : told.front();
    };
    CHECK(key_result(PlanField::title, "") == "Nyckelresultat 2 titel");
    CHECK(key_result(PlanField::form, "kanske") == "Nyckelresultat 2 form");
    CHECK(key_result(PlanField::target, "många") == "Nyckelresultat 2 målvärde");
    CHECK(key_result(PlanField::target, "") == "Nyckelresultat 2 målvärde");
    CHECK(key_result(PlanField::form, "inom") == "Nyckelresultat 2 övre gräns");
    CHECK(key_result(PlanField::measure, "N00000") == "Nyckelresultat 2 mått");
    CHECK(key_result(PlanField::due, "2028-01-01") == "Nyckelresultat 2 klart senast");
    CHECK(school.find("Läslust") == nullptr);
    // A row that belongs to no goal of the file cannot keep one out.
    CHECK(key_result(PlanField::goal, "Annat") == "Nyckelresultat 2 mål");
    CHECK(school.find("Läslust") != nullptr);

    auto const chain = school.take_in(
        file({goal("Ett", {{PlanField::supports, "Två"}}), goal("Två"), goal("Runt", {{PlanField::supports, "Om"}}),
              goal("Om", {{PlanField::supports, "Runt"}}), goal("Fri")},
             {}, {{{PlanField::goal, "Två"}, {PlanField::text, ""}, {PlanField::whose, "alla"}}}));
    CHECK(places(chain) ==
          Places{"Beteenden 2 beteende", "Mål 2 stödjer", "Mål 4 stödjer", "Mål 5 stödjer", "Mål 3 titel"});
    CHECK(chain.left_out == 4);
    CHECK(chain.drafts.size() == 1);
}

TEST_CASE("what comes in by file takes the same rights as what is written by hand") {
    Organised school;
    auto const at_home = file({goal("På hemmet", {{PlanField::unit, "hem"}})});
    CHECK(school.take_in(at_home).left_out == 1); // the head of the school
    CHECK(school.take_in(at_home, school.reader).left_out == 1);
    CHECK(school.take_in(at_home, school.nurse).drafts.size() == 1);

    auto const with_key_result =
        file({goal("Mod")}, {{{PlanField::goal, "Mod"}, {PlanField::title, "Klart"}, {PlanField::form, "delmål"}}});
    CHECK(school.take_in(with_key_result, school.teacher).drafts.size() == 1);
    CHECK(school.plan().key_results_of(school.find("Mod")->id).size() == 1);

    auto const with_behaviour = [&](std::string const& title) {
        return file({goal(title)}, {}, {{{PlanField::goal, title}, {PlanField::text, "Vi frågar"}}});
    };
    auto const by_teacher = school.take_in(with_behaviour("Frågor"), school.teacher);
    CHECK(places(by_teacher) == Places{"Beteenden 2 ", "Mål 2 titel"});
    CHECK(school.take_in(with_behaviour("Frågor")).drafts.size() == 1);
}

TEST_CASE("a CSV file of goals is read by its headings, and what is no table of goals is refused") {
    auto const read = read_plan_tables("mal.csv", "Title;unit;begins;ends;färg\nLäslust;skola;2027-01-01;2027-12-31;"
                                                  "röd\n\n\"Mod; vilja\";skola;;\n");
    REQUIRE(read.tables.size() == 1);
    auto const& goals = read.tables.front();
    REQUIRE(goals.rows.size() == 2);
    CHECK(goals.rows[1].number == 4);
    CHECK(goals.cell(goals.rows[1], PlanField::title) == "Mod; vilja");
    CHECK(goals.cell(goals.rows[0], PlanField::rhythm).empty());
    REQUIRE(read.complaints.size() == 1); // a column that is not read
    CHECK(read.complaints[0].column == "färg");

    CHECK(test::refused_field([] { read_plan_tables("mal.csv", "a;b\n1;2\n"); }) == "file");
    CHECK(test::refused_field([] { read_plan_tables("mal.csv", ""); }) == "file");
    CHECK_THROWS_WITH_AS(read_plan_tables("mal.xls", "\xD0\xCF\x11\xE0 and so on"),
                         doctest::Contains("mal.xls: This is an old Excel workbook"), Refused);
    CHECK_THROWS_WITH_AS(read_plan_tables("mal.xlsx", "PK and nothing else"), doctest::Contains("damaged"), Refused);
    std::string many{"titel;enhet\n"};
    for (std::size_t row = 0; row <= PlanTables::most_rows; ++row) many += "a;b\n";
    CHECK(test::refused_field([&] { read_plan_tables("mal.csv", many); }) == "file");
}

TEST_CASE("a row of CSV that cannot be split is told, and keeps nothing else out") {
    Organised school;
    auto const tables = read_plan_tables(
        "mal.csv",
        "titel;enhet;börjar;slutar\n\"Läs\"lust;skola;2027-01-01;2027-12-31\nMod;skola;2027-01-01;2027-12-31\n");
    auto const report = school.take_in(tables);
    REQUIRE(report.complaints.size() == 1);
    CHECK(report.complaints[0].row == 2);
    CHECK(report.drafts.size() == 1);
}

} // namespace
} // namespace rodtrad::steering
