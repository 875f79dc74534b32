#include "plan/perspectives_in_force.hpp"
#include "plan/scorecard_in_use.hpp"
#include "steering/documents.hpp"
#include "steering/organisation_fixture.hpp"
#include "steering/perspectives.hpp"
#include "steering/profiles.hpp"
#include "steering/scorecards.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

using namespace rodtrad;
using namespace rodtrad::steering;
using namespace rodtrad::steering::test;
using domain::DocumentKind;
using domain::Role;
using domain::ScorecardId;
using domain::ScorecardState;

namespace {

base::Date day(char const* text) { return *base::to_date(text); }

// A municipality with a board, three preschools and a school, two measures, and people of some roles.
struct Town : TestOrganisation {
    Town() {
        deliver("units.csv", "code,name,parent,kind,operation\nK,Kommunen,,municipality,\nB,Barnnämnden,K,board,\n"
                             "F1,Linden,B,unit,förskola\nF2,Eken,B,unit,förskola\nF3,Asken,B,unit,förskola\n"
                             "S,Skolan,B,unit,skola\nV,Vårdnämnden,K,board,\n");
        deliver("measures.csv", "code,title,kind,multiplier\nTRYGG,Trygga barn,proportion,100\n"
                                "KOST,Kostnad,money,1\nTOM,Aldrig mätt,other,1\n");
        deliver("values.csv", "measure,unit,period,value\nTRYGG,F1,2025,90\nTRYGG,F2,2025,80\n");
        at_command_line([&](Work& work) {
            controller = person(work, "styr", Role::controller, "B");
            manager = person(work, "chef", Role::manager, "F1");
            reader = person(work, "las", Role::reader, "K");
        });
    }

    static domain::PersonId person(Work& work, std::string const& name, Role role, std::string const& unit) {
        auto const id = work.put(domain::Person{.user_name = name, .name = name}, "person.add");
        work.put(domain::Grant{.person = id, .role = role, .unit = unit}, "grant.give");
        return id;
    }

    void at_command_line(std::function<void(Work&)> const& use_case) {
        organisation->carry_out(at_first_day, use_case);
    }
    void as(domain::PersonId who, std::function<void(Work&)> const& use_case) {
        auto const plan = organisation->plan();
        organisation->carry_out({Actor::of(*plan->people.find(who)), first_day}, use_case);
    }
    // The sentence of the refusal; empty: it was carried out.
    std::string refused(domain::PersonId who, std::function<void(Work&)> const& use_case) {
        try {
            as(who, use_case);
        } catch (Refused const& refusal) {
            return refusal.what();
        }
        return {};
    }

    domain::Scorecard card(ScorecardId id) { return *organisation->plan()->scorecards.find(id); }
    domain::PerspectiveId perspective(std::size_t place) {
        auto const plan = organisation->plan();
        return (*plan).perspectives[place].id;
    }

    // The preschools' card, with one factor and one measure.
    ScorecardId preschool_card() {
        ScorecardId id;
        as(controller, [&](Work& work) {
            id = begin_scorecard(work, {.name = "Förskolornas kort", .unit = "B", .operation = "förskola"});
        });
        as(controller, [&](Work& work) {
            factor = place_new_factor(work, id, {.perspective = perspective(0), .name = "Trygghet"});
            add_measure(work, id, factor, "TRYGG");
        });
        return id;
    }

    domain::PersonId controller;
    domain::PersonId manager;
    domain::PersonId reader;
    domain::SuccessFactorId factor;
};

} // namespace

TEST_CASE("a card for a kind of operation is that of every such unit in the branch, also of one that comes later") {
    Town town;
    auto const id = town.preschool_card();
    std::size_t units = 0;
    town.as(town.controller, [&](Work& work) { units = put_in_use(work, id, day("2026-10-01")); });
    CHECK(units == 3);

    town.deliver("more.csv", "code,name,parent,kind,operation\nF4,Boken,B,unit,förskola\n", second_day);
    auto const plan = town.organisation->plan();
    auto const& data = town.organisation->snapshot()->data;
    auto const follows = [&](std::string_view unit, base::Date when) {
        auto const* card = plan::scorecard_in_use(*plan, data, *data.find_unit(unit), when);
        return card ? card->id : ScorecardId{};
    };
    CHECK(follows("F1", day("2026-10-01")) == id);
    CHECK(follows("F4", day("2026-10-01")) == id);
    CHECK(follows("F1", day("2026-09-30")) == ScorecardId{}); // not yet
    CHECK(follows("S", day("2026-10-01")) == ScorecardId{});  // another kind
    CHECK(follows("B", day("2026-10-01")) == ScorecardId{});  // the board runs none itself
    CHECK(plan::units_of_card(*plan, data, town.card(id), day("2026-10-01")).size() == 4);
    CHECK(plan::units_with_figures(data, "TRYGG", plan::units_of_card(*plan, data, town.card(id), day("2026-10-01"))) ==
          2);
    CHECK(plan::units_with_figures(data, "TOM", plan::units_of_card(*plan, data, town.card(id), day("2026-10-01"))) ==
          0);
}

TEST_CASE("a new edition waits beside the one in use, and takes its place on its day") {
    Town town;
    auto const first = town.preschool_card();
    town.as(town.controller, [&](Work& work) { put_in_use(work, first, day("2026-01-01")); });
    CHECK(town.refused(town.controller, [&](Work& work) { add_measure(work, first, town.factor, "KOST"); }) ==
          "This edition has been put in use and is not changed. Begin a new edition.");

    ScorecardId second;
    town.as(town.controller, [&](Work& work) { second = begin_edition(work, first); });
    CHECK(town.refused(town.controller, [&](Work& work) { begin_edition(work, first); }) ==
          "An edition is in development already: go on with that.");
    town.as(town.controller, [&](Work& work) { add_measure(work, second, town.factor, "KOST"); });
    CHECK(town.card(first).rows.front().measures == std::vector<std::string>{"TRYGG"});
    CHECK(town.card(second).rows.front().measures == std::vector<std::string>{"TRYGG", "KOST"});
    CHECK(town.card(second).edition == 2);
    CHECK(town.card(second).replaces == first);
    auto const difference = plan::compare_editions(town.card(first), town.card(second));
    CHECK(difference.measures_added == std::vector<plan::EditionDifference::Measure>{{town.factor, "KOST"}});
    CHECK(difference.measures_removed.empty());
    CHECK(difference.factors_added.empty());

    CHECK(town.refused(town.controller, [&](Work& work) { put_in_use(work, second, day("2026-01-01")); }) ==
          "The edition before begins on 2026-01-01: choose a later day.");
    town.as(town.controller, [&](Work& work) { put_in_use(work, second, day("2027-01-01")); });
    CHECK(town.card(first).state == ScorecardState::retired);
    CHECK(town.card(first).valid_to == day("2026-12-31"));
    auto const plan = town.organisation->plan();
    auto const& data = town.organisation->snapshot()->data;
    auto const unit = *data.find_unit("F2");
    CHECK(plan::scorecard_in_use(*plan, data, unit, day("2026-12-31"))->id == first);
    CHECK(plan::scorecard_in_use(*plan, data, unit, day("2027-01-01"))->id == second);
    CHECK(plan::editions_of(*plan, town.card(first)).front()->id == second);
}

TEST_CASE("a unit's own card goes before that of its kind, and the nearest unit's before one further up") {
    Town town;
    auto const of_kind = town.preschool_card();
    town.as(town.controller, [&](Work& work) { put_in_use(work, of_kind, day("2026-01-01")); });
    ScorecardId own;
    town.as(town.controller, [&](Work& work) {
        own = begin_scorecard(work, {.name = "Lindens kort", .unit = "F1", .operation = {}});
        place_factor(work, own, town.factor);
        add_measure(work, own, town.factor, "KOST");
        put_in_use(work, own, day("2026-02-01"));
    });
    auto const plan = town.organisation->plan();
    auto const& data = town.organisation->snapshot()->data;
    CHECK(plan::scorecard_in_use(*plan, data, *data.find_unit("F1"), day("2026-03-01"))->id == own);
    CHECK(plan::scorecard_in_use(*plan, data, *data.find_unit("F2"), day("2026-03-01"))->id == of_kind);
    CHECK(plan::units_of_card(*plan, data, town.card(of_kind), day("2026-03-01")).size() == 2);
    CHECK(plan::units_of_card(*plan, data, town.card(own), day("2026-03-01")).size() == 1);
}

TEST_CASE("what is on a card is put in order and taken off again") {
    Town town;
    auto const id = town.preschool_card();
    domain::SuccessFactorId second;
    town.as(town.controller, [&](Work& work) {
        second = place_new_factor(work, id, {.perspective = town.perspective(0), .name = "Språk"});
        add_measure(work, id, town.factor, "KOST");
        move_measure(work, id, town.factor, "KOST", Move::earlier);
        move_factor(work, id, second, Move::earlier);
        move_factor(work, id, second, Move::earlier); // it is first: nothing happens
    });
    CHECK(town.card(id).rows[0].factor == second);
    CHECK(town.card(id).rows[1].measures == std::vector<std::string>{"KOST", "TRYGG"});
    town.as(town.controller, [&](Work& work) {
        remove_measure(work, id, town.factor, "TRYGG");
        remove_factor(work, id, second);
    });
    REQUIRE(town.card(id).rows.size() == 1);
    CHECK(town.card(id).rows[0].measures == std::vector<std::string>{"KOST"});
    CHECK(town.refused(town.controller, [&](Work& work) { add_measure(work, id, town.factor, "FINNS INTE"); }) ==
          "There is no measure FINNS INTE. Choose one of those there are.");
    CHECK(town.refused(town.controller, [&](Work& work) {
        begin_scorecard(work, {.name = "Ett till", .unit = "B", .operation = "förskola"});
    }) == "There is a card for this already, Förskolornas kort: begin a new edition of it.");
    CHECK(town.refused(town.controller, [&](Work& work) {
        begin_scorecard(work, {.name = "Bad", .unit = "B", .operation = "simhall"});
    }) == "No unit in the branch runs simhall. Choose one of the kinds there are.");
}

TEST_CASE("an empty card is not put in use") {
    Town town;
    ScorecardId id;
    town.as(town.controller,
            [&](Work& work) { id = begin_scorecard(work, {.name = "Tomt", .unit = "B", .operation = "skola"}); });
    CHECK(town.refused(town.controller, [&](Work& work) { put_in_use(work, id, day("2026-10-01")); }) ==
          "There are no measures on the card yet: add some before it is put in use.");
}

TEST_CASE("only who may define in the branch changes its cards and perspectives") {
    Town town;
    auto const id = town.preschool_card();
    for (auto const who : {town.manager, town.reader}) {
        CHECK_THROWS_AS(town.as(who, [&](Work& work) { put_in_use(work, id, day("2026-10-01")); }), Forbidden);
        CHECK_THROWS_AS(town.as(who, [&](Work& work) { add_measure(work, id, town.factor, "KOST"); }), Forbidden);
        CHECK_THROWS_AS(town.as(who, [&](Work& work) { begin_edition(work, id); }), Forbidden);
        CHECK_THROWS_AS(town.as(who, [&](Work& work) { set_perspectives(work, "F1", {{.id = {}, .name = "X"}}); }),
                        Forbidden);
    }
    CHECK_THROWS_AS(town.as(town.controller,
                            [&](Work& work) { begin_scorecard(work, {.name = "Vård", .unit = "V", .operation = {}}); }),
                    Forbidden); // another branch
}

TEST_CASE("Balansen's four perspectives hold until someone says something else, for a branch alone if so wished") {
    Town town;
    auto const names = [&](std::string_view unit) {
        auto const& data = town.organisation->snapshot()->data;
        std::string all;
        for (auto const& perspective :
             plan::perspectives_in_force(*town.organisation->plan(), data, *data.find_unit(unit)))
            all += perspective.name + "|";
        return all;
    };
    std::string const four =
        "Den vi finns till för|Medarbetare och utveckling|Verksamhet och processer|Uppdrag och ekonomi|";
    CHECK(names("F1") == four);
    CHECK(town.organisation->plan()->perspectives.empty());

    town.preschool_card(); // something refers to them now
    CHECK(town.organisation->plan()->perspectives.size() == 4);
    CHECK((*town.organisation->plan()).perspectives[0].unit == "K");

    town.as(town.controller, [&](Work& work) {
        set_perspectives(work, "S",
                         {{.id = {}, .name = "Elever"}, {.id = {}, .name = ""}, {.id = {}, .name = "Ekonomi"}});
    });
    CHECK(names("S") == "Elever|Ekonomi|");
    CHECK(names("F1") == four);
    CHECK(town.refused(town.controller, [&](Work& work) {
        set_perspectives(work, "S", {{.id = {}, .name = "Elever"}, {.id = {}, .name = "elever"}});
    }) == "There are two perspectives with the name elever.");
    town.as(town.controller, [&](Work& work) { drop_own_perspectives(work, "S"); });
    CHECK(names("S") == four);
}

TEST_CASE("a perspective that a card stands on is not taken away under it") {
    Town town;
    town.preschool_card();
    town.at_command_line([&](Work& work) {
        std::vector<PerspectiveText> texts;
        for (auto const& perspective : work.plan().perspectives)
            texts.push_back({.id = perspective.id, .name = perspective.name, .is_ended = texts.empty()});
        CHECK_THROWS_WITH_AS(set_perspectives(work, "K", texts),
                             "Den vi finns till för has success factors on the scorecard Förskolornas kort: take them "
                             "off it first.",
                             Refused);
    });
}

TEST_CASE("a unit has one vision at a time, several strategies, and its manager writes these") {
    Town town;
    DocumentText const vision{.title = "Alla barn lyckas", .source = "KF § 1", .valid_from = day("2026-01-01")};
    domain::DocumentId id;
    town.as(town.controller, [&](Work& work) { id = write_document(work, "B", DocumentKind::vision, vision); });
    CHECK(town.refused(town.controller, [&](Work& work) {
        write_document(work, "B", DocumentKind::vision, {.title = "En till"});
    }) == "The unit has a vision already: revise it, or end it first.");
    town.as(town.manager, [&](Work& work) {
        write_document(work, "F1", DocumentKind::strategy, {.title = "Läs varje dag"});
        write_document(work, "F1", DocumentKind::strategy, {.title = "Ute varje dag"});
    });
    CHECK_THROWS_AS(
        town.as(town.manager, [](Work& work) { write_document(work, "F1", DocumentKind::vision, {.title = "Vår"}); }),
        Forbidden);

    town.as(town.controller, [&](Work& work) {
        end_document(work, id, day("2026-12-31"), "Ny mandatperiod");
        write_document(work, "B", DocumentKind::vision, {.title = "Nästa", .valid_from = day("2027-01-01")});
    });
    CHECK(town.organisation->plan()->documents_of("B").size() == 2);
}

TEST_CASE("a document that someone else has revised meanwhile is not written over") {
    Town town;
    domain::DocumentId id;
    town.as(town.controller,
            [&](Work& work) { id = write_document(work, "B", DocumentKind::values, {.title = "Öppna"}); });
    town.as(town.controller,
            [&](Work& work) { revise_document(work, id, 1, {.title = "Öppna och modiga"}, "fler ord"); });
    CHECK_THROWS_AS(
        town.as(town.controller, [&](Work& work) { revise_document(work, id, 1, {.title = "Slutna"}, {}); }), Conflict);
    auto const document = *town.organisation->plan()->documents.find(id);
    CHECK(document.title == "Öppna och modiga");
    CHECK(document.version == 2);
    town.at_command_line([&](Work& work) {
        auto const told = store::entries_of(work.connection(), "steering_document", id.value());
        REQUIRE(told.size() == 2);
        CHECK(told[1].before.find("\"Öppna\"") != std::string::npos); // the journal keeps the old wording
        CHECK(told[1].reason == "fler ord");
    });
}

TEST_CASE("a unit describes itself once, and its manager says it better") {
    Town town;
    town.as(town.manager, [](Work& work) {
        describe_unit(work,
                      {.version = 0, .unit = "F1", .commissioner = " Barnnämnden ", .processes = "Inskolning\nVila"});
    });
    auto const* profile = town.organisation->plan()->profile_of("F1");
    REQUIRE(profile != nullptr);
    CHECK(profile->commissioner == "Barnnämnden");
    CHECK_THROWS_AS(town.as(town.manager, [](Work& work) { describe_unit(work, {.unit = "F1", .customers = "Barn"}); }),
                    Conflict);
    CHECK_THROWS_AS(town.as(town.manager, [](Work& work) { describe_unit(work, {.unit = "F2", .customers = "Barn"}); }),
                    Forbidden);
    CHECK(town.refused(town.manager, [](Work& work) {
        describe_unit(work, {.version = 1, .unit = "F1", .needs = "  "});
    }) == "Answer at least one of the questions.");
    CHECK(town.organisation->plan()->profile_of("F2") == nullptr);
}
