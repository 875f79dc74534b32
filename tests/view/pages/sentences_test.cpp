#include "view/pages/schools.hpp"
#include "view/sentences.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace rodtrad;
using study::Certainty;
using study::Finding;
using study::FindingKind;
using study::Judgement;
using view::test::eligible;

namespace {

using Said = std::vector<std::string>;

// A board with no figures, on which a finding can be told as a test likes it.
struct Telling {
    view::test::Schools schools = view::test::schools();
    Finding finding;

    explicit Telling(FindingKind kind, double value, double reference) {
        finding.kind = kind;
        finding.certainty = Certainty::confirmed;
        finding.judgement = value < reference ? Judgement::worse : Judgement::better;
        finding.measure = eligible;
        finding.unit = view::test::norrskolan(schools.data);
        finding.period = domain::Period::make(domain::Periodicity::year, 2025);
        finding.value = value;
        finding.reference = reference;
        finding.effect = value - reference;
        finding.p = 0.001;
    }
    void has_peers_of(std::optional<study::UnitIndex> owner) {
        schools.data.peer_groups = {{{"alla", "Alla skolor", {}, {}, {}, {}}, owner, {}}};
        finding.peer_group = 0;
    }
    domain::Measure& measure() { return schools.data.measures[eligible].measure; }
    Said in_swedish() const { return view::sentences(finding, schools.data, view::Language::swedish()); }
    Said in_english() const { return view::sentences(finding, schools.data, view::Language::english()); }
    std::string tag_in_swedish() const { return view::tag(finding, schools.data, view::Language::swedish()).text; }
};

} // namespace

TEST_CASE("a change says which way, since when, from what, and how many people") {
    Telling t{FindingKind::change, 79.6, 86.9};
    t.finding.since = domain::Period::make(domain::Periodicity::half_year, 2024, 2);
    t.finding.people = 11.1;
    CHECK(t.in_swedish() ==
          Said{"Lägre nivå sedan hösten 2024: i snitt 79,6 % mot tidigare 86,9 %.", "Det är 11 elever färre per år."});
    CHECK(t.in_english() == Said{"Lower level since autumn 2024: 79.6% on average against 86.9% before.",
                                 "That is 11 people fewer a year."});
    CHECK(t.tag_in_swedish() == "Tydlig försämring");
}

TEST_CASE("a change in the latest figure alone is not called a level") {
    Telling t{FindingKind::change, 92, 86.9};
    t.finding.since = t.finding.period;
    CHECK(t.in_swedish() == Said{"Högre än tidigare i den senaste mätningen (2025): 92,0 % mot i snitt 86,9 %."});
    CHECK(t.tag_in_swedish() == "Tydlig förbättring");
}

TEST_CASE("a measure that takes no side is higher or lower, never better or worse") {
    Telling t{FindingKind::change, 12430, 11200};
    t.measure().polarity = domain::Direction::neutral;
    t.measure().unit_of_measure = "kr/inv";
    t.measure().kind = domain::ValueKind::money;
    t.finding.judgement = Judgement::neutral;
    t.finding.since = domain::Period::make(domain::Periodicity::year, 2023);
    CHECK(t.in_swedish() == Said{"Högre nivå sedan 2023: i snitt 12 430 kr/inv mot tidigare 11 200."});
    CHECK(t.tag_in_swedish() == "Tydligt högre än tidigare");
}

TEST_CASE("what is only possible says so") {
    Telling t{FindingKind::change, 79.6, 86.9};
    t.finding.certainty = Certainty::watch;
    CHECK(t.in_swedish() == Said{"Möjligen lägre än vanligt: 79,6 % mot i snitt 86,9 %."});
    CHECK(t.tag_in_swedish() == "Möjlig försämring");
    CHECK(view::tag(t.finding, t.schools.data, view::Language::swedish()).sign == view::Sign::watch);
}

TEST_CASE("a missed target says how many more it takes") {
    Telling t{FindingKind::target, 79.6, 90};
    t.finding.people = 15.8;
    CHECK(t.in_swedish() == Said{"Når inte målet: 79,6 %, målet är 90 %.", "Det är 16 elever för få."});
    CHECK(t.in_english() == Said{"Does not meet the target: 79.6%, the target is 90%.", "That is 16 people too few."});
    CHECK(t.tag_in_swedish() == "Når inte målet");
}

TEST_CASE("a target that is not to be passed upwards is called a most") {
    Telling t{FindingKind::target, 7.4, 6};
    t.measure().polarity = domain::Direction::lower_is_better;
    t.measure().people = "medarbetare";
    t.finding.judgement = Judgement::worse;
    t.finding.people = 4;
    CHECK(t.in_swedish() == Said{"Når inte målet: 7,4 %, målet är högst 6 %.", "Det är 4 medarbetare för många."});
}

TEST_CASE("a target that the process cannot meet as it is says that something has to change") {
    Telling t{FindingKind::target, 71, 80};
    t.finding.p.reset();
    CHECK(t.in_swedish() == Said{"Når inte målet utan ändrat arbetssätt: 71 %, målet är 80 %."});
}

TEST_CASE("a figure outside a wanted range is compared with the range") {
    Telling t{FindingKind::target, 7.2, 6};
    t.measure().polarity = domain::WantedRange{4.5, 6};
    t.measure().unit_of_measure = "";
    t.finding.judgement = Judgement::worse;
    CHECK(t.in_swedish() == Said{"Utanför det önskade intervallet 4,5 till 6: 7,2."});
}

TEST_CASE("a comparison names the others, their median and how many they are") {
    Telling t{FindingKind::comparison, 58, 64.3};
    t.has_peers_of(t.finding.unit);
    t.finding.n = 8; // the school itself is one of them
    t.finding.rank = 6;
    t.finding.low = 61;
    t.finding.high = 70.2;
    CHECK(t.in_swedish() == Said{"Lägre än liknande enheter: 58,0 % mot medianen 64,3 % (7 st).",
                                 "Hälften av dem ligger mellan 61,0 och 70,2 %."});
    CHECK(t.tag_in_swedish() == "Lägre än liknande");

    t.finding.rank = 8;
    CHECK(t.in_swedish().front() == "Lägre än alla 7 liknande enheter: 58,0 % mot medianen 64,3 %.");
    t.finding.peer_group.reset();
    CHECK(t.in_english().front() == "Lower than all 7 other units in grundskola: 58.0% against a median of 64.3%.");
}

TEST_CASE("a group that is nobody's own is told by its name") {
    Telling t{FindingKind::comparison, 58, 64.3};
    t.has_peers_of({});
    t.finding.n = 8;
    t.finding.rank = 8;
    CHECK(t.in_swedish() == Said{"Lägre än alla 7 andra i ”Alla skolor”: 58,0 % mot medianen 64,3 %."});
    CHECK(t.in_english().front() == "Lower than all 7 others in “Alla skolor”: 58.0% against a median of 64.3%.");
    CHECK(t.tag_in_swedish() == "Lägre än andra");
}

TEST_CASE("of so few others that each is one, not all are spoken of") {
    Telling t{FindingKind::comparison, 58, 64.3};
    t.has_peers_of(t.finding.unit);
    t.finding.n = 2;
    t.finding.rank = 2;
    t.finding.low = 64.3;
    t.finding.high = 64.4;
    CHECK(t.in_swedish() == Said{"Lägre än liknande enheter: 58,0 % mot medianen 64,3 % (1 st)."});
}

TEST_CASE("a gap shows both figures and the difference in percentage points") {
    Telling t{FindingKind::gap, 71, 58};
    t.finding.group = study::GroupIndex{1};
    t.finding.judgement = Judgement::worse;
    CHECK(t.in_swedish() ==
          Said{"Flickor 71 %, pojkar 58 %.", "Skillnaden (13 procentenheter) är större än slumpen förklarar."});
    CHECK(t.in_english() ==
          Said{"Girls 71%, boys 58%.", "The gap (13 percentage points) is larger than chance explains."});
    CHECK(t.tag_in_swedish() == "Skillnad kvinnor och män");
}

TEST_CASE("a gap over time has grown, shrunk or turned") {
    Telling t{FindingKind::gap, -14, -5};
    t.finding.since = domain::Period::make(domain::Periodicity::year, 2023);
    CHECK(t.in_swedish() ==
          Said{"Skillnaden mellan kvinnor och män har vuxit sedan 2023: 14 procentenheter mot tidigare 5."});
    t.finding.value = -1;
    CHECK(t.in_swedish() ==
          Said{"Skillnaden mellan kvinnor och män har minskat sedan 2023: 1 procentenhet mot tidigare 5."});
    CHECK(t.tag_in_swedish() == "Mindre skillnad kvinnor och män");
    t.finding.value = 3;
    CHECK(t.in_english() == Said{"The gap between women and men has turned since 2023: +3 percentage points against "
                                 "−5 percentage points before (women minus men)."});
}

TEST_CASE("a spread names its ends, with the figures that their own pages show") {
    Telling t{FindingKind::spread, 82.5, 82};
    t.finding.unit = t.schools.data.find_unit("K").value();
    t.finding.lowest = view::test::norrskolan(t.schools.data);
    t.finding.highest = t.schools.data.find_unit("S3");
    t.finding.low = 64.1; // drawn towards the mean
    t.finding.high = 84.9;
    CHECK(t.in_swedish() == Said{"Snittet 82,5 % döljer stor spridning: 62,0 % (Norrskolan) mot 87,3 % (Bokskolan)."});
}

TEST_CASE("a measure that leaves its neighbours is held against what they let one expect, and a few are named") {
    Telling t{FindingKind::neighbour, 79.6, 86.9};
    auto const add = [&](std::string title) {
        study::MeasureData other;
        other.measure.code = other.measure.title = std::move(title);
        t.finding.neighbours.push_back(t.schools.data.measures.push_back(other));
    };
    add("Frånvaro");
    add("Trivsel");
    t.finding.since = domain::Period::make(domain::Periodicity::half_year, 2024, 2);
    CHECK(t.in_swedish() == Said{"Lägre sedan hösten 2024 än grannmåtten ger anledning att vänta: 79,6 % mot 86,9 %.",
                                 "Dessförinnan gick det upp och ned tillsammans med ”Frånvaro” och ”Trivsel”."});
    CHECK(t.in_english() ==
          Said{"Lower since autumn 2024 than its neighbouring measures let one expect: 79.6% against 86.9%.",
               "Until then it went up and down with “Frånvaro” and “Trivsel”."});
    CHECK(t.tag_in_swedish() == "Har lämnat sina grannar");

    add("Trygghet");
    add("Studiero");
    t.finding.certainty = Certainty::watch;
    t.finding.is_season_adjusted = true;
    CHECK(t.in_swedish() == Said{"Möjligen lägre sedan hösten 2024 än grannmåtten ger anledning att vänta: 79,6 % mot "
                                 "86,9 % (säsongsrensat).",
                                 "Dessförinnan gick det upp och ned tillsammans med 4 andra mått."});
    t.finding.effect = -t.finding.effect;
    CHECK(t.in_english().front().starts_with("Possibly higher since autumn 2024 than"));
}

TEST_CASE("a change in figures without their season says so") {
    Telling t{FindingKind::change, 79.6, 86.9};
    t.finding.since = domain::Period::make(domain::Periodicity::year, 2023);
    t.finding.is_season_adjusted = true;
    CHECK(t.in_swedish() == Said{"Lägre nivå sedan 2023: i snitt 79,6 % mot tidigare 86,9 % (säsongsrensat)."});
}

TEST_CASE("a unit that moved otherwise than most is held against how it would have moved, not against before") {
    Telling t{FindingKind::change, 79.6, 86.9};
    t.finding.since = domain::Period::make(domain::Periodicity::year, 2023);
    t.finding.common_change = 4;
    CHECK(t.in_swedish() == Said{"Lägre sedan 2023 än om enheten hade följt de andra: 79,6 % mot 86,9 %."});
}

TEST_CASE("a finding about a group says which") {
    Telling t{FindingKind::change, 79.6, 86.9};
    t.finding.group = study::GroupIndex{2};
    t.finding.since = domain::Period::make(domain::Periodicity::year, 2023);
    CHECK(t.in_swedish() == Said{"Pojkar: lägre nivå sedan 2023: i snitt 79,6 % mot tidigare 86,9 %."});
    CHECK(t.tag_in_swedish() == "Pojkar: tydlig försämring");
}

TEST_CASE("two figures that differ are never written alike") {
    Telling t{FindingKind::change, 100.31, 100.28};
    t.measure().unit_of_measure = "index";
    t.finding.since = domain::Period::make(domain::Periodicity::year, 2023);
    CHECK(t.in_swedish() == Said{"Högre nivå sedan 2023: i snitt 100,31 index mot tidigare 100,28."});
}

TEST_CASE("what holds for everyone is not said again of women and men") {
    Telling t{FindingKind::change, 79.6, 86.9};
    t.finding.since = domain::Period::make(domain::Periodicity::year, 2023);
    auto women = t.finding;
    women.group = study::GroupIndex{1};
    auto men_alone = women;
    men_alone.kind = FindingKind::target;
    study::Card card;
    card.findings = {women, t.finding, men_alone};
    CHECK(view::told_findings(card, t.schools.data) ==
          std::vector<Finding const*>{&card.findings[1], &card.findings[2]});
}

TEST_CASE("a card is one line in the terminal") {
    Telling t{FindingKind::target, 79.6, 90};
    study::Card card;
    card.unit = t.finding.unit;
    card.findings = {t.finding};
    card.folded = 2;
    CHECK(view::one_line(card, t.schools.data, view::Language::swedish()) ==
          "Behöriga till yrkesprogram · Norrskolan: Når inte målet: 79,6 %, målet är 90 %. 2 underliggande enheter "
          "avviker på samma sätt.");
    CHECK(view::one_line(card, t.schools.data, view::Language::english())
              .starts_with("Eligible for vocational programmes"));
}

TEST_CASE("no text of the program uses the words that people should not have to know") {
    for (auto const& [key, texts] : view::Language::swedish().catalogue()) {
        CAPTURE(key);
        for (auto const* text : {&key, &texts})
            for (std::string_view const word :
                 {"p-värde", "p-value", "signifikan", "significan", "sigma", "regression"})
                CHECK(text->find(word) == text->npos);
    }
}
