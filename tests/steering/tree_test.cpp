// The tree of units: made, described, moved, ended, split and merged; by whom; and taken back.

#include "base/message.hpp"
#include "steering/goals.hpp"
#include "steering/organisation_fixture.hpp"
#include "steering/people.hpp"
#include "steering/tree.hpp"
#include "store/journal.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

using namespace rodtrad;
using namespace rodtrad::steering;
using namespace rodtrad::steering::test;
using std::chrono::year_month_day;

namespace {

constexpr year_month_day day(int year, unsigned month, unsigned number) {
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

// Kommunen ─ Skolnämnden ─ Norrskolan, Söderskolan; Kommunen ─ Vårdnämnden. A controller of each board, one of all.
struct Municipality : TestOrganisation {
    Municipality() {
        deliver("units.csv", "code,name,parent,kind,operation,valid_from\nK,Kommunen,,municipality,,\n"
                             "SN,Skolnämnden,K,board,,\nVN,Vårdnämnden,K,board,,\n"
                             "N,Norrskolan,SN,unit,grundskola,2010-01-01\nS,Söderskolan,SN,unit,grundskola,\n");
        deliver("values.csv", "measure,unit,period,value\nBEH,N,2024,80\nBEH,S,2024,70\n");
        everywhere = person("everywhere", domain::Role::controller, {});
        at_schools = person("schools", domain::Role::controller, "SN");
        manager = person("manager", domain::Role::manager, "SN");
    }

    domain::PersonId person(std::string const& name, domain::Role role, std::string const& unit) {
        domain::PersonId id;
        organisation->carry_out(at_first_day, [&](Work& work) {
            id = add_person(work, {.user_name = name, .name = name, .email = {}});
            give_role(work, id, {.role = role, .unit = unit, .from = {}, .to = {}}, {});
        });
        return id;
    }
    By by(domain::PersonId id) { return {Actor::of(*organisation->plan()->people.find(id)), second_day}; }

    void change(domain::PersonId id, std::function<void(Work&)> const& use_case) {
        organisation->carry_out(by(id), use_case);
    }
    void change(std::function<void(Work&)> const& use_case) { change(everywhere, use_case); }

    study::UnitNode node(std::string_view code) {
        auto const snapshot = organisation->snapshot();
        auto const at = snapshot->data.find_unit(code);
        REQUIRE(at);
        return snapshot->data.units[*at];
    }
    domain::Unit unit(std::string_view code) { return node(code).unit; }
    bool is_there(std::string_view code) { return organisation->snapshot()->data.find_unit(code).has_value(); }
    std::int64_t described(std::string_view code) { return node(code).described_by.value(); }
    void undo_latest() { organisation->undo(organisation->deliveries().front().id, by(everywhere)); }

    // The field and the sentence that a change is refused with.
    std::string refusal(std::function<void(Work&)> const& use_case) {
        auto const before = organisation->deliveries().size();
        std::string told;
        try {
            change(use_case);
        } catch (Refused const& refused) {
            told = refused.field() + ": " + refused.what();
        }
        CHECK(organisation->deliveries().size() == before);
        return told;
    }
    // What becomes of a rename of Norrskolan by somebody who had read it at `version`.
    void rename(std::string const& name, std::int64_t version) {
        change([&](Work& work) {
            describe_unit(work, "N", version,
                          {.name = name, .kind = domain::UnitKind::unit, .operation = "grundskola", .from = {}});
        });
    }

    domain::PersonId everywhere;
    domain::PersonId at_schools;
    domain::PersonId manager;
};

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a new unit gets a code of its name, stands below its parent, and goes when its delivery is undone") {
    Municipality test;
    std::string code;
    test.change([&](Work& work) {
        code = add_unit(work, {.code = {}, .name = "Östra  förskolan", .parent = "SN", .operation = "Förskola"});
    });
    CHECK(code == "ostra-forskolan");
    CHECK(test.unit(code).parent == "SN");
    CHECK(test.unit(code).operation == "förskola");
    test.change([&](Work& work) { code = add_unit(work, {.code = {}, .name = "Östra förskolan!", .parent = "VN"}); });
    CHECK(code == "ostra-forskolan-2");
    test.undo_latest();
    CHECK(!test.is_there("ostra-forskolan-2"));
    CHECK(test.is_there("ostra-forskolan"));
}

TEST_CASE("a renamed or moved unit keeps its code and its figures, and the journal tells how it read before") {
    Municipality test;
    test.change([&](Work& work) {
        describe_unit(work, "N", test.described("N"),
                      {.name = "Nya Norrskolan", .kind = domain::UnitKind::unit, .operation = "grundskola"},
                      "Nytt namn efter ombyggnaden");
    });
    CHECK(test.unit("N").name == "Nya Norrskolan");
    CHECK(!test.unit("N").valid_from); // it was left empty
    test.change([&](Work& work) { move_unit(work, "N", test.described("N"), "VN"); });
    CHECK(test.unit("N").parent == "VN");
    CHECK(test.organisation
              ->history(domain::MeasureId{1}, test.node("N").id, "T",
                        domain::Period::make(domain::Periodicity::year, 2024))
              .size() == 1);
    std::vector<store::JournalEntry> told;
    test.organisation->read([&](store::Connection& connection) {
        told = store::entries_of(connection, "unit", test.node("N").id.value());
    });
    REQUIRE(told.size() == 2);
    CHECK(told[0].action == "unit.describe");
    CHECK(told[0].reason == "Nytt namn efter ombyggnaden");
    CHECK(holds(told[0].before, "\"Norrskolan\""));
    CHECK(holds(told[0].after, "Nya Norrskolan"));
    CHECK(holds(told[1].after, "\"VN\""));
    CHECK(test.organisation->check().empty());

    test.undo_latest();
    CHECK(test.unit("N").parent == "SN");
    CHECK(test.unit("N").name == "Nya Norrskolan");
}

TEST_CASE("of two who change the same unit the second is told, and what changes nothing is no delivery") {
    Municipality test;
    auto const read = test.described("N");
    test.rename("Norra skolan", read);
    CHECK_THROWS_AS(test.rename("Norrskolan F–9", read), Conflict);
    CHECK(test.unit("N").name == "Norra skolan");
    auto const deliveries = test.organisation->deliveries().size();
    test.rename("Norra skolan", test.described("N"));
    CHECK(test.organisation->deliveries().size() == deliveries);
}

TEST_CASE("a unit that ends keeps what belongs to it; nothing below may outlive it") {
    Municipality test;
    CHECK(holds(test.refusal([&](Work& work) { end_unit(work, "SN", 0, day(2026, 12, 31)); }),
                "last_day: Norrskolan lies below and goes on"));
    CHECK(holds(test.refusal([&](Work& work) { end_unit(work, "N", 0, day(2009, 12, 31)); }), "before it begins"));
    test.change([&](Work& work) { end_unit(work, "N", 0, day(2026, 6, 30)); });
    CHECK(test.unit("N").valid_to == day(2026, 6, 30));
    test.change([&](Work& work) { end_unit(work, "S", 0, day(2026, 6, 30)); });
    test.change([&](Work& work) { end_unit(work, "SN", 0, day(2026, 12, 31)); });
    CHECK(holds(test.refusal([&](Work& work) { add_unit(work, {.code = {}, .name = "Ny", .parent = "SN"}); }),
                "parent: Skolnämnden comes to its end on 2026-12-31"));
    CHECK(holds(test.refusal([&](Work& work) { move_unit(work, "VN", 0, "SN"); }), "nothing can go on below it"));
}

TEST_CASE("circles, codes that are taken and places that are not there are refused with a sentence") {
    Municipality test;
    CHECK(holds(test.refusal([&](Work& work) { move_unit(work, "SN", 0, "N"); }),
                "parent: Norrskolan lies in the branch of Skolnämnden"));
    CHECK(holds(test.refusal([&](Work& work) { move_unit(work, "SN", 0, "SN"); }), "cannot be moved to below itself"));
    CHECK(holds(test.refusal([&](Work& work) { move_unit(work, "SN", 0, "nowhere"); }), "There is no unit nowhere"));
    CHECK(holds(test.refusal([&](Work& work) { add_unit(work, {.code = "N", .name = "Ny", .parent = "VN"}); }),
                "code: The unit Norrskolan has the code N already"));
    CHECK(
        holds(test.refusal([&](Work& work) { add_unit(work, {.code = {}, .name = " ", .parent = "VN"}); }), "name: "));
    CHECK(holds(test.refusal([&](Work& work) { add_unit(work, {.code = {}, .name = "norrskolan", .parent = "SN"}); }),
                "name: There is another Norrskolan in the same place"));
    CHECK_THROWS_AS(test.change([&](Work& work) { end_unit(work, "nowhere", 0, day(2026, 1, 1)); }), NotFound);
}

TEST_CASE("a split leaves the old unit with its history, which is found from both sides") {
    Municipality test;
    std::vector<std::string> codes;
    test.change([&](Work& work) {
        codes = split_unit(work, "N", test.described("N"),
                           {{.code = {}, .name = "Norr F–6"}, {.code = "N79", .name = "Norr 7–9"}}, day(2026, 7, 1));
    });
    CHECK(codes == std::vector<std::string>{"norr-f-6", "N79"});
    CHECK(test.unit("N").valid_to == day(2026, 6, 30));
    for (auto const& code : codes) {
        CHECK(test.unit(code).valid_from == day(2026, 7, 1));
        CHECK(test.unit(code).predecessors == std::vector<std::string>{"N"});
        CHECK(test.unit(code).parent == "SN");
        CHECK(test.unit(code).operation == "grundskola");
    }
    test.undo_latest();
    CHECK(!test.is_there("N79"));
    CHECK(!test.unit("N").valid_to);

    auto const split = [](std::vector<Part> const& parts) {
        return [parts](Work& work) { split_unit(work, "N", 0, parts, day(2026, 7, 1)); };
    };
    CHECK(holds(test.refusal(split({{.code = {}, .name = "Norr"}})), "at least two"));
    CHECK(holds(test.refusal(split({{.code = "A", .name = "Ett"}, {.code = "A", .name = "Två"}})), "same code: A"));
    CHECK(holds(test.refusal(split({{.code = "S", .name = "Ett"}, {.code = {}, .name = "Två"}})), "code_1: "));
    CHECK(holds(test.refusal([](Work& work) {
        split_unit(work, "SN", 0, {{.code = {}, .name = "Ett"}, {.code = {}, .name = "Två"}}, day(2026, 7, 1));
    }),
                "lies below and goes on"));
    test.change(split({{.code = {}, .name = "Norr"}, {.code = {}, .name = "Norr"}}));
    CHECK(test.is_there("norr"));
    CHECK(test.is_there("norr-2"));
}

TEST_CASE("merged units end, what lies below them moves, and the merged one knows what it came out of") {
    Municipality test;
    std::string code;
    test.change([&](Work& work) {
        code = merge_units(work, {.units = {"SN", "VN"},
                                  .into = {},
                                  .unit = {.code = {}, .name = "Välfärdsnämnden"},
                                  .first_day = day(2027, 1, 1)});
    });
    CHECK(code == "valfardsnamnden");
    CHECK(test.unit(code).predecessors == std::vector<std::string>{"SN", "VN"});
    CHECK(test.unit(code).parent == "K");
    CHECK(test.unit(code).kind == domain::UnitKind::board);
    CHECK(test.unit("N").parent == code);
    CHECK(test.unit("SN").valid_to == day(2026, 12, 31));
    test.undo_latest();
    CHECK(test.unit("N").parent == "SN");

    test.change([&](Work& work) {
        merge_units(work, {.units = {"N", "S"},
                           .into = "S",
                           .unit = {.code = {}, .name = "Söderskolan"},
                           .first_day = day(2026, 7, 1)});
    });
    CHECK(test.unit("S").predecessors == std::vector<std::string>{"N"});
    CHECK(!test.unit("S").valid_to);
    CHECK(!test.unit("S").valid_from);
    CHECK(test.unit("N").valid_to == day(2026, 6, 30));

    auto const merge = [](std::vector<std::string> const& units, std::string const& into) {
        return [=](Work& work) {
            merge_units(
                work, {.units = units, .into = into, .unit = {.code = {}, .name = "En"}, .first_day = day(2027, 7, 1)});
        };
    };
    CHECK(holds(test.refusal(merge({"S"}, {})), "at least one more"));
    CHECK(holds(test.refusal(merge({"S", "S"}, {})), "with itself"));
    CHECK(holds(test.refusal(merge({"S", "VN"}, "K")), "into: "));
    CHECK(holds(test.refusal(merge({"S", "N"}, {})), "Norrskolan came to its end already"));
    CHECK(holds(test.refusal(merge({"SN", "S"}, "S")), "Skolnämnden lies above it"));
    CHECK(holds(test.refusal(merge({"S", "SN"}, {})), "Skolnämnden lies above another"));
}

TEST_CASE("the tree is changed by who may define where it is changed, and by nobody else") {
    Municipality test;
    auto const is_forbidden = [&](domain::PersonId person, std::function<void(Work&)> const& use_case) {
        auto const before = test.organisation->deliveries().size();
        try {
            test.change(person, use_case);
        } catch (Forbidden const& forbidden) {
            CHECK(test.organisation->deliveries().size() == before);
            return forbidden.unit();
        }
        return std::string{"it was allowed"};
    };
    auto const add_below = [](std::string const& parent) {
        return [parent](Work& work) { add_unit(work, {.code = {}, .name = "Ny", .parent = parent}); };
    };
    CHECK(is_forbidden(test.manager, add_below("SN")) == "SN");
    CHECK(is_forbidden(test.at_schools, add_below("VN")) == "VN");
    CHECK(is_forbidden(test.at_schools, add_below("")) == "");
    CHECK(is_forbidden(test.at_schools, [](Work& work) { move_unit(work, "N", 0, "VN"); }) == "VN");
    CHECK(is_forbidden(test.at_schools, [](Work& work) { move_unit(work, "VN", 0, "SN"); }) == "K");
    CHECK(is_forbidden(test.at_schools, [](Work& work) { end_unit(work, "VN", 0, day(2027, 1, 1)); }) == "VN");
    CHECK(is_forbidden(test.at_schools, [](Work& work) {
              merge_units(
                  work,
                  {.units = {"N", "VN"}, .into = {}, .unit = {.code = {}, .name = "En"}, .first_day = day(2027, 1, 1)});
          }) == "VN");
    CHECK(is_forbidden(test.at_schools, [](Work& work) {
              split_unit(work, "SN", 0, {{.code = {}, .name = "Ett"}, {.code = {}, .name = "Två"}}, day(2027, 1, 1));
          }) == "K");
    CHECK(is_forbidden(test.at_schools, add_below("N")) == "it was allowed");
}

TEST_CASE("a delivery that made a unit is not undone once people or goals belong there") {
    Municipality test;
    test.change([](Work& work) { add_unit(work, {.code = "NY", .name = "Nya skolan", .parent = "SN"}); });
    auto const made = test.organisation->deliveries().front().id;
    test.organisation->carry_out(at_second_day, [&](Work& work) {
        add_membership(work, test.manager, {.unit = "NY", .title = "Rektor", .from = {}, .to = {}});
    });
    CHECK_THROWS_WITH_AS(test.organisation->undo(made, test.by(test.everywhere)),
                         doctest::Contains("Nya skolan would go with it"), Refused);
    CHECK(test.is_there("NY"));
}

TEST_CASE("a delivery that made a unit is not undone while another lies below it") {
    Municipality test;
    test.change([](Work& work) { add_unit(work, {.code = "NY", .name = "Nya skolan", .parent = "SN"}); });
    auto const made = test.organisation->deliveries().front().id;
    test.change([](Work& work) { add_unit(work, {.code = "A", .name = "Arbetslag A", .parent = "NY"}); });
    CHECK_THROWS_WITH_AS(test.organisation->undo(made, test.by(test.everywhere)),
                         doctest::Contains("Arbetslag A lies below"), Refused);
    CHECK(test.unit("A").parent == "NY");
    test.undo_latest();
    test.organisation->undo(made, test.by(test.everywhere));
    CHECK(!test.is_there("NY"));
}

TEST_CASE("a unit is found by its code or its name, and one that goes on before one that has ended") {
    Municipality test;
    test.change([](Work& work) { end_unit(work, "N", 0, day(2026, 6, 30)); });
    test.change([](Work& work) { add_unit(work, {.code = "N2", .name = "Norrskolan", .parent = "SN"}); });
    auto const found = [&](std::string const& text) {
        std::string code;
        test.change([&](Work& work) { code = unit_written(work, "parent", text); });
        return code;
    };
    CHECK(found(" norrskolan ") == "N2");
    CHECK(found("N") == "N");
    CHECK(holds(test.refusal([](Work& work) { unit_written(work, "parent", "Ingen"); }), "There is no unit Ingen"));
    test.change([](Work& work) { add_unit(work, {.code = "N3", .name = "Norrskolan", .parent = "VN"}); });
    CHECK(holds(test.refusal([](Work& work) { unit_written(work, "parent", "Norrskolan"); }), "2 units are called"));
}

TEST_CASE(
    "figures of units where one may not deliver are left out, and definitions take the right to them everywhere") {
    Municipality test;
    auto const supplier = test.person("supplier", domain::Role::data_supplier, "N");
    auto const deliver = [&](domain::PersonId person, std::string_view content) -> std::string {
        try {
            auto const report = test.organisation->deliver_bytes({{"figures.csv", content}}, {}, test.by(person));
            auto const left_out =
                report.counts.left_out > 0 ? fmt::format(", {} left out", report.counts.left_out) : "";
            return (report.delivery ? "stored" : "nothing new") + left_out;
        } catch (Forbidden const& forbidden) {
            return std::string{base::name_of(forbidden.right())} + " at " + forbidden.unit();
        }
    };
    CHECK(deliver(supplier, "measure,unit,period,value\nBEH,N,2025,81\n") == "stored");
    CHECK(deliver(supplier, "measure,unit,period,value\nBEH,N,2026,81\nBEH,S,2026,70\nBEH,VN,2026,1\n") ==
          "stored, 2 left out");
    CHECK(deliver(supplier, "measure,unit,period,value\nBEH,Söderskolan,2026,70\n") ==
          "nothing new, 1 left out"); // by its name
    CHECK(deliver(supplier, "measure,unit,period,target\nBEH,S,2026,90\n") == "deliver at S");
    CHECK(deliver(supplier, "measure,unit,period,target\nBEH,N,2026,90\n") == "stored");
    CHECK(deliver(supplier, "measure,unit,period,kind,text\nBEH,N,2024,förklaring,Brand\n") == "stored");
    CHECK(deliver(supplier, "measure,unit,period,kind,text\nBEH,,2024,förklaring,Brand\n") == "annotate at ");
    CHECK(deliver(supplier, "code,name,parent\nN,Norr,SN\n") == "define at ");
    CHECK(deliver(supplier, "code,title,polarity\nBEH,Behöriga,higher\n") == "define at ");
    CHECK(deliver(test.at_schools, "code,name,parent\nN,Norr,SN\n") == "define at ");
    CHECK(deliver(test.everywhere, "code,name,parent\nN,Norr,SN\n") == "stored");
    CHECK(test.unit("S").name == "Söderskolan");
}

TEST_CASE("a delivery tells which units it describes anew, and a dry run stores nothing of it") {
    Municipality test;
    std::string_view const file = "kod;namn;överordnad;gäller_till;föregångare\nN;Norr;VN;;\nS;;;2026-06-30;\n"
                                  "NY;Nya;SN;;S, X\nK;Kommunen;;;\nVN;;;2024-01-01;\nFEL;Fel;SN;2024-13-01;\n";
    auto const report =
        test.organisation->deliver_bytes({{"tree.csv", file}}, {.is_dry_run = true}, test.by(test.everywhere));
    CHECK(!report.delivery);
    CHECK(report.units.size() == 4); // the municipality reads as before
    CHECK(report.units[0].after.valid_to == day(2024, 1, 1));
    CHECK(report.units[1].before->name == "Norrskolan");
    CHECK(report.units[1].after.parent == "VN");
    CHECK(report.units[3].after.predecessors == std::vector<std::string>{"S", "X"});
    std::vector<std::string> complaints;
    for (auto const& complaint : report.complaints) complaints.push_back(complaint.column + " " + complaint.text);
    CHECK(complaints == std::vector<std::string>{"gäller_till 2024-13-01", "parent VN", "predecessors X"});
    CHECK(test.unit("N").name == "Norrskolan");
    CHECK(!test.is_there("NY"));
}
