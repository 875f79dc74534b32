#include "import/fixture.hpp"
#include "import/kolada_words.hpp"

using namespace rodtrad;
using namespace rodtrad::import;

TEST_CASE("A KPI becomes a measure, without a word of which way is better") {
    auto const [report, found] = read_fixture(fixture("kolada_kpi.json"));
    CHECK(report.format == "Kolada KPIs (v3), JSON");
    CHECK(report.rows == 3);
    REQUIRE(found.measures.size() == 2);
    auto const& [measure, stated] = found.measures[0];
    CHECK(measure.code == "N99001");
    CHECK(measure.unit_of_measure == "%");
    CHECK(measure.kind == domain::ValueKind::proportion);
    CHECK(measure.multiplier == 100);
    CHECK(measure.definition == "Antal behöriga elever.\nDividerat med alla. Källa: Skolstatistik.");
    CHECK(measure.source == "Kolada (Skolstatistik)");
    CHECK(measure.area == "grundskola");
    CHECK(measure.aggregation == domain::Aggregation::none);
    CHECK((stated & static_cast<Fields>(MeasureField::polarity)) == 0);
    CHECK((stated & static_cast<Fields>(MeasureField::title)) != 0);
    CHECK(found.measures[1].first.unit_of_measure == "kr/inv 80+");
    CHECK(found.measures[1].first.source == "Kolada");
    REQUIRE(found.complaints.size() == 1);
    CHECK(found.complaints[0].column == "id");
    CHECK(found.complaints[0].row == 3);
}

TEST_CASE("Values are read in any order of gender, null is missing, and a withdrawn value is missing and noted") {
    auto const [report, found] = read_fixture(fixture("kolada_values.json"));
    CHECK(report.format == "Kolada values, JSON");
    CHECK(report.rows == 6);
    CHECK(report.left_out == 2);
    REQUIRE(found.observations.size() == 4);
    CHECK(found.observations[0].group == "M");
    CHECK(value_of(found.observations[0]) == 71.5);
    CHECK(value_of(found.observations[1]) == 75.0);
    CHECK(found.observations[2].outcome == domain::Outcome{domain::Missing{}});
    CHECK(found.observations[3].outcome == domain::Outcome{domain::Missing{}});
    REQUIRE(found.complaints.size() == 3);
    CHECK(found.complaints[0].problem == "Kolada has withdrawn the value.");
    CHECK(found.complaints[0].outcome == domain::Complaint::Outcome::noted);
    CHECK(found.complaints[1].text == "20x4");
    CHECK(found.complaints[2].text == "\"75,5\"");
}

TEST_CASE("Groups of similar municipalities know whose likes they are, in what and when") {
    auto const [report, found] = read_fixture(fixture("kolada_groups.json"));
    CHECK(report.format == "Kolada groups, JSON");
    REQUIRE(found.peer_groups.size() == 3);
    CHECK(found.peer_groups[0] ==
          domain::PeerGroup{
              "G990001", "Liknande kommuner grundskola, Bergby, 2024", "Bergby", "grundskola", 2024, {"9902", "9903"}});
    CHECK(found.peer_groups[1].area == "");
    CHECK(found.peer_groups[1].owner == "Bergby");
    CHECK(found.peer_groups[2].name == "Alla kommuner");
    CHECK_FALSE(found.peer_groups[2].owner);
    CHECK(found.complaints.size() == 1);
}

TEST_CASE("Municipalities stand under the region of their county, and regions under the country") {
    auto const [report, found] = read_fixture(fixture("kolada_municipalities.json"));
    REQUIRE(found.units.size() == 3);
    CHECK(found.units[0].first.kind == domain::UnitKind::country);
    CHECK_FALSE(found.units[0].first.parent);
    CHECK(found.units[1].first.kind == domain::UnitKind::region);
    CHECK(found.units[1].first.parent == "0000");
    CHECK(found.units[2].first.kind == domain::UnitKind::municipality);
    CHECK(found.units[2].first.parent == "0099");
}

TEST_CASE("The title says what the value is") {
    using domain::ValueKind;
    auto const is = [](std::string_view title, std::string_view unit, ValueKind kind, double multiplier) {
        auto const scale = kolada::scale_of(title);
        CHECK_MESSAGE(scale.unit_of_measure == unit, title);
        CHECK_MESSAGE(scale.kind == kind, title);
        CHECK_MESSAGE(scale.multiplier == multiplier, title);
    };
    is("X, andel (%)", "%", ValueKind::proportion, 100);
    is("X, andel (%) (-2021)", "%", ValueKind::proportion, 100);
    is("X, andel (%). (- 2024)", "%", ValueKind::proportion, 100);
    is("Avvikelse från förväntat värde, andel (%)", "%", ValueKind::other, 100);
    is("X, kr/inv", "kr/inv", ValueKind::money, 1);
    is("X, tkr", "tkr", ValueKind::money, 1);
    is("X, 1000 kr/invånare", "tkr/invånare", ValueKind::money, 1); // "711 1000 kr" cannot be read
    is("X, antal/100 000 inv", "per 100 000 inv", ValueKind::rate, 100000);
    is("X, antal/inv", "per inv", ValueKind::rate, 1);
    is("X, antal", "", ValueKind::count, 1);
    is("Barn per barngrupp i förskola, antal", "", ValueKind::other, 1);
    is("Elever/lärare (heltidstjänst), antal", "", ValueKind::other, 1);
    is("Utsläpp till luft av växthusgaser totalt, ton CO2-ekv", "ton CO2-ekv", ValueKind::count, 1);
    is("Slutanvändning av energi totalt, MWh", "MWh", ValueKind::count, 1);
    is("Slutanvändning av energi totalt, MWh/inv", "MWh/inv", ValueKind::other, 1);
    is("X, antal dagar", "dagar", ValueKind::other, 1);
    is("X, index (max = 100)", "", ValueKind::index, 1);
    is("Medellivslängd män, år", "år", ValueKind::other, 1);
    is("X, medelvärde", "", ValueKind::mean, 1);
    is("Kronobergsmodellen", "", ValueKind::other, 1);
    is("", "", ValueKind::other, 1);
}

TEST_CASE("The field of operation is said in the words of the groups of similar municipalities") {
    CHECK(kolada::area_of("Gymnasieskola åk 1-3", "X", "") == "gymnasieskola");
    CHECK(kolada::area_of("Förskoleverksamhet", "Inskrivna i fritidshem, andel (%)", "") == "fritidshem");
    CHECK(kolada::area_of("Förskoleverksamhet", "Barn/personal i förskolan", "") == "förskola");
    CHECK(kolada::area_of("Äldre och funktionshinder", "Väntetid till boende LSS, dagar", "") == "LSS");
    CHECK(kolada::area_of("Äldre och funktionshinder", "Väntetid till särskilt boende, dagar", "") == "äldreomsorg");
    CHECK(kolada::area_of("Individ- och familjeomsorg", "Invånare med ekonomiskt bistånd", "") == "ekonomiskt bistånd");
    CHECK(kolada::area_of("Individ- och familjeomsorg", "Placerade barn", "") == "IFO");
    CHECK(kolada::area_of("Arbetsmarknad", "X", "") == "arbetsmarknad");
    CHECK(kolada::area_of("Kultur och fritid", "X", "") == "");
}

TEST_CASE("JSON that is not Kolada's, broken or endless deep is an error that says where") {
    CHECK(error_of("[]") ==
          "file.csv: the JSON holds nothing. Kolada answers so when it does not know what was asked for: "
          "check the address it was fetched from.");
    CHECK(error_of("[1, 2]") ==
          "file.csv: this is JSON, but not what Kolada gives: it should hold KPIs, municipalities, "
          "groups or values.");
    CHECK(error_of(R"([{"id":"G2KPI1","title":"x","members":[]}])")
              .starts_with("file.csv: these are groups of KPIs, which nothing is made of here."));
    CHECK(error_of(R"([{"id":"0001","title":"x","type":"L"})") ==
          "file.csv: the JSON cannot be read: at byte 38 the file is cut off. Fetch the file again.");
    CHECK(error_of(R"([{"id":"0001","title":"x","type":"L"}] x)") ==
          "file.csv: the JSON cannot be read: at byte 40 the file goes on after its end. Fetch the file again.");
    CHECK(error_of(R"([{"id":"0001" "type":"L"}])")
              .starts_with("file.csv: the JSON cannot be read: element 1, from byte 2: "));
    CHECK(error_of("[" + std::string(100'000, '[')) != "");
    CHECK(error_of("[" + std::string(100, '[') + std::string(100, ']') + "]").find("from byte 2: ") !=
          std::string::npos);
    CHECK(error_of("{\"values\":[{\"kpi\":\"" + std::string(5'000'000, 'x') + "\"}]}").find("larger than 4 MiB") !=
          std::string::npos);
    for (auto const* text : {"[,]", "{", "{\"a\"}", "{\"a\":}", "[}", "{]", "[\"", "{\"a\":[1,]}", "{,}"})
        CHECK_MESSAGE(error_of(text) != "", text);
}

TEST_CASE("An element of another kind, or with a NUL in it, is complained about and the rest is read") {
    auto const [report, found] = read_text(R"([{"id":"0001","title":"A","type":"L"}, 7, {"kpi":"N1"},
        {"id":"00\u000002","title":"B","type":"L"}, {"id":"0003","title":"C","type":"L"}])");
    CHECK(report.rows == 5);
    CHECK(report.left_out == 3);
    CHECK(found.units.size() == 2);
}

// The real files

namespace {

// Counts without keeping: the value file has millions of rows.
struct Counting final : Sink {
    std::int64_t measured = 0, missing = 0, complaints = 0;
    std::set<std::string, std::less<>> measures;
    void unit(domain::Unit const&, Fields, Place) override {}
    void measure(domain::Measure const&, Fields, Place) override {}
    void group(domain::Group const&, Place) override {}
    void peer_group(domain::PeerGroup const&, Place) override {}
    void target(domain::Target const&, Place) override {}
    void mark(domain::Mark const&, Place) override {}
    void observation(ObservationRow const& row, Place) override {
        ++(std::holds_alternative<domain::Missing>(row.outcome) ? missing : measured);
        if (!measures.contains(row.measure)) measures.emplace(row.measure);
    }
    void complain(domain::Complaint const&) override { ++complaints; }
    void progress(std::uint64_t, std::uint64_t) override {}
};

} // namespace

TEST_CASE("Every row of Kolada's values from 1994 to 2022 is read, the empty ones as missing") {
    auto const path = shared_file("data/kolada/values_core_1994-2022.csv.xz");
    if (!path) return;
    Counting counted;
    auto const report = read_file(*path, {}, counted);
    CHECK(report.format == "tidy CSV, UTF-8, comma");
    CHECK(report.rows == 2'235'558);
    CHECK(counted.missing == 483'027);
    CHECK(counted.measured == 2'235'558 - 483'027);
    CHECK(counted.measures.size() == 385);
    CHECK(counted.complaints == 0);
}

TEST_CASE("The three snapshots of Kolada's KPIs are read whole") {
    for (auto const& [name, count, format] : {std::tuple{"kpi_2024-04-06_v2", 6433U, "Kolada KPIs (v2), JSON"},
                                              std::tuple{"kpi_2026-03-04_v3", 6205U, "Kolada KPIs (v3), JSON"},
                                              std::tuple{"kpi_2026-03-23_v3", 6099U, "Kolada KPIs (v3), JSON"}}) {
        auto const path = shared_file(std::string{"data/kolada/"} + name + ".json.gz");
        if (!path) return;
        auto const [report, found] = read_fixture(*path);
        CHECK(report.format == format);
        CHECK(report.rows == count);
        CHECK(found.measures.size() == count);
        CHECK(found.complaints.empty());
    }
}

TEST_CASE("Kolada's groups and municipalities are read whole, and every likeness has an owner that exists") {
    auto const municipalities = shared_file("data/kolada/municipality_2026-03-23_v3.json");
    if (!municipalities) return;
    auto const units = read_fixture(*municipalities).found.units;
    CHECK(units.size() == 312);
    std::set<std::string> names;
    std::set<std::string> codes;
    for (auto const& [unit, stated] : units) names.insert(unit.name), codes.insert(unit.code);
    for (auto const& [unit, stated] : units) CHECK((!unit.parent || codes.contains(*unit.parent)));

    for (auto const& [name, count] :
         {std::pair{"municipality_groups_2024-04-06_v2", 3312U}, std::pair{"municipality_groups_2026-03-04_v3", 3630U},
          std::pair{"municipality_groups_2026-03-23_v3", 3630U}}) {
        auto const path = shared_file(std::string{"data/kolada/"} + name + ".json.gz");
        if (!path) return;
        auto const [report, found] = read_fixture(*path);
        CHECK(report.rows == count);
        CHECK(found.complaints.empty());
        REQUIRE(found.peer_groups.size() == count);
        for (auto const& group : found.peer_groups) {
            if (group.owner) CHECK_MESSAGE(names.contains(*group.owner), group.name);
            CHECK((group.name.starts_with("Liknande ") == group.owner.has_value()));
            CHECK(group.owner.has_value() == group.year.has_value());
        }
    }
}

TEST_CASE("Samples of Kolada's values in flat form are read") {
    for (auto const& [name, rows, missing] : {std::tuple{"values_sample_2024-04-06_v2", 75 + 160 + 48, 6},
                                              std::tuple{"values_sample_2026-03-04_v3", 75 + 1496 + 48, 958},
                                              std::tuple{"values_sample_2026-03-23_v3", 63 + 192 + 48, 0}}) {
        auto const path = shared_file(std::string{"data/kolada/"} + name + ".json.gz");
        if (!path) return;
        Counting counted;
        CHECK(read_file(*path, {}, counted).rows == rows);
        CHECK(counted.missing == missing);
        CHECK(counted.complaints == 0);
    }
}

TEST_CASE("Groups of KPIs are refused with a clear word") {
    auto const path = shared_file("data/kolada/kpi_groups_derived_2024-09.json.gz");
    if (!path) return;
    Counting counted;
    CHECK_THROWS_WITH(
        read_file(*path, {}, counted),
        "kpi_groups_derived_2024-09.json.gz: these are groups of KPIs, which nothing is made of here. Leave "
        "the file out; groups of municipalities are what comparisons need.");
}
