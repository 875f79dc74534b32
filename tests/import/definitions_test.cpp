#include "import/fixture.hpp"

using namespace rodtrad;
using namespace rodtrad::import;

namespace {

template <class... Field>
Fields only(Field... fields) {
    return (static_cast<Fields>(fields) | ...);
}

} // namespace

TEST_CASE("A table of units gives the tree, dates and codes in other systems") {
    auto const [report, found] = read_fixture(fixture("units.csv"));
    CHECK(report.format == "units CSV, UTF-8, semicolon");
    REQUIRE(found.units.size() == 3);
    auto const& [administration, stated] = found.units[0];
    CHECK(administration.code == "F1");
    CHECK(administration.kind == domain::UnitKind::administration);
    CHECK_FALSE(administration.parent);
    CHECK(administration.external_codes.at("heroma") == "1000");
    CHECK(stated == only(UnitField::name, UnitField::kind, UnitField::external_codes));
    auto const& school = found.units[1].first;
    CHECK(school.parent == "F1");
    CHECK(school.operation == "grundskola");
    CHECK(school.valid_from == std::chrono::year_month_day{std::chrono::year{2019} / 7 / 1});
    CHECK_FALSE(school.valid_to);
    CHECK(found.units[2].first.valid_to == std::chrono::year_month_day{std::chrono::year{2025} / 6 / 30});

    REQUIRE(found.complaints.size() == 3);
    CHECK(found.complaints[0].text == "lekplats");
    CHECK(found.complaints[0].problem == "The word is not one of those that can stand here.");
    CHECK(found.complaints[1].problem == "This is not a date.");
    CHECK(found.complaints[1].column == "gäller från");
    CHECK(found.complaints[2].problem == "The cell is empty, but the row cannot be understood without it.");
}

TEST_CASE("A table of measures gives every field of a definition, and only what is stated") {
    auto const [report, found] = read_fixture(fixture("measures.csv"));
    CHECK(report.format == "measures CSV, UTF-8, semicolon");
    REQUIRE(found.measures.size() == 4);
    auto const& grades = found.measures[0].first;
    CHECK(grades.title == "Elever behöriga till yrkesprogram");
    CHECK(grades.kind == domain::ValueKind::proportion);
    CHECK(grades.multiplier == 100);
    CHECK(grades.polarity == domain::Polarity{domain::Direction::higher_is_better});
    CHECK(grades.aggregation == domain::Aggregation::counts);
    CHECK(grades.periodicity == domain::Periodicity::year);
    CHECK(grades.level == domain::MeasureLevel::political);
    CHECK(grades.decimals == 1);
    CHECK(grades.weight == 3);
    CHECK(grades.min_effect == 2.5);
    auto const& cost = found.measures[2];
    CHECK(cost.first.polarity == domain::Polarity{domain::Direction::neutral});
    CHECK((cost.second & only(MeasureField::multiplier, MeasureField::weight)) == 0);
    CHECK(found.measures[3].first.polarity == domain::Polarity{domain::WantedRange{20, 22.5}});
    REQUIRE(found.complaints.size() == 1);
    CHECK(found.complaints[0].text == "uppåt");
}

TEST_CASE("A file of code and polarity states the polarity alone") {
    auto const [report, found] = read_text("code,polarity\nN15428,higher\nN00945,lägre\n");
    REQUIRE(found.measures.size() == 2);
    CHECK(found.measures[0].second == only(MeasureField::polarity));
    CHECK(found.measures[1].first.polarity == domain::Polarity{domain::Direction::lower_is_better});
}

TEST_CASE("A measure with a weight, a multiplier or a smallest difference that means nothing is left out") {
    auto const [report, found] = read_text("code,weight,multiplier,min_effect\nA,3,100,0\nB,4,,\nC,,0,\nD,,,-1\n");
    CHECK(found.measures.size() == 1);
    REQUIRE(found.complaints.size() == 3);
    for (auto const& complaint : found.complaints)
        CHECK(complaint.problem == "The number is not one of those that can stand here.");
}

TEST_CASE("Rows of peer groups that share a code make one group") {
    auto const [report, found] = read_fixture(fixture("peer_groups.csv"));
    CHECK(report.rows == 4);
    CHECK(found.complaints.empty());
    REQUIRE(found.peer_groups.size() == 2);
    CHECK(found.peer_groups[0] ==
          domain::PeerGroup{"G1", "Skolor som Bergsskolan", "S1", "grundskola", 2025, {"S2", "S3"}});
    CHECK(found.peer_groups[1] == domain::PeerGroup{"G2", "Alla skolor", {}, "", {}, {"S1", "S2"}});
}

TEST_CASE("A table of groups is told from units by its English name") {
    auto const [report, found] = read_fixture(fixture("groups.csv"));
    REQUIRE(found.groups.size() == 2);
    CHECK(found.groups[0] == domain::Group{"K", "kvinnor", "women", domain::GroupKind::sex});
    CHECK(found.groups[1].kind == domain::GroupKind::age);
    CHECK(error_of("code,name,kind\nA,B,enhet\n") != "");
}

TEST_CASE("A table of targets gives floor, target and stretch") {
    auto const [report, found] = read_fixture(fixture("targets.csv"));
    CHECK(report.format == "targets CSV, UTF-8, semicolon");
    REQUIRE(found.targets.size() == 2);
    CHECK(found.targets[0].floor == 80);
    CHECK(found.targets[0].target == 85.5);
    CHECK(found.targets[0].stretch == 90);
    CHECK(found.targets[0].is_inherited);
    CHECK(found.targets[1].group == "K");
    CHECK_FALSE(found.targets[1].floor);
    CHECK_FALSE(found.targets[1].is_inherited);
    REQUIRE(found.complaints.size() == 2);
    CHECK(found.complaints[1].problem == "This is not a number.");
}

TEST_CASE("A table of marks gives new starts and explanations, for one unit and group or for every one") {
    auto const [report, found] = read_text("Mått;Enhet;Grupp;Period;Slag;Text\n"
                                           "BEH;;;2024;Omstart;Nytt betygssystem\n"
                                           "BEH;GS01;flickor;2023;förklaring;Vattenskada hela hösten\n"
                                           "BEH;GS01;T;2022;explanation;Few pupils\n"
                                           "BEH;;;2021;omstart;\n"
                                           "BEH;;;2020;förklaring; \n"
                                           "BEH;;;2019;händelse;Brand\n"
                                           "BEH;;;i höstas;förklaring;Brand\n");
    CHECK(report.format == "marks CSV, UTF-8, semicolon");
    REQUIRE(found.marks.size() == 3);
    auto const year = [](int number) { return domain::Period::make(domain::Periodicity::year, number); };
    CHECK(found.marks[0] == domain::Mark{"BEH", "", "", year(2024), domain::MarkKind::rebase, "Nytt betygssystem"});
    CHECK(found.marks[1] ==
          domain::Mark{"BEH", "GS01", "K", year(2023), domain::MarkKind::explanation, "Vattenskada hela hösten"});
    CHECK(found.marks[2].group == "T");
    REQUIRE(found.complaints.size() == 4);
    CHECK(found.complaints[0].problem ==
          "A new start without a reason: limits and tests would begin anew, and nobody would know why.");
    CHECK(found.complaints[1].problem == "The explanation is empty.");
    CHECK(found.complaints[2].text == "händelse");
    CHECK(found.complaints[3].problem == "This is not a period.");
    CHECK(error_of("measure;period;text\nBEH;2024;Brand\n").find("must have kind") != std::string::npos);
}

TEST_CASE("The conditions of a measure are codes in one cell, separated by commas or semicolons") {
    auto const [report, found] = read_text("kod\tförutsättningar\nN1\tN01951, N01963;N00905 ,, N01951\nN2\t\nN3\t;\n");
    REQUIRE(found.measures.size() == 3);
    CHECK(found.measures[0].first.conditions == std::vector<std::string>{"N01951", "N01963", "N00905"});
    CHECK(found.measures[0].second == only(MeasureField::conditions));
    CHECK(found.measures[1].second == 0); // an empty cell states nothing
    CHECK(found.measures[2].first.conditions.empty());
    CHECK(found.measures[2].second == only(MeasureField::conditions)); // a lone sign states that there are none
}

TEST_CASE("A column that is not known is noted in a table of definitions, and not read") {
    auto const [report, found] = read_text("code;polarity;favourite colour\nN1;higher;blue\n");
    CHECK(found.measures.size() == 1);
    CHECK(report.left_out == 0);
    REQUIRE(found.complaints.size() == 1);
    CHECK(found.complaints[0] ==
          domain::Complaint{"file.csv", 1, "favourite colour", "", "The column is not known, and was not read.",
                            "Use one of the headings of the guide, or point to the column in a mapping.",
                            domain::Complaint::Outcome::noted});
}
