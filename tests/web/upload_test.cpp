// A file is sent, what it would change is shown, and only then it is stored: by the one who sent it.

#include "steering/people.hpp"
#include "view/pages/tree_export.hpp"
#include "view/spreadsheet.hpp"
#include "web/served_site.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace rodtrad;
using tests::Answer;
using tests::holds;
using tests::ServedSite;

namespace {

// As a browser sends a file from the page of deliveries.
Answer send(ServedSite& served, std::string_view name, std::string_view bytes) {
    auto const part = [](std::string_view disposition, std::string_view content) {
        return fmt::format("--grans\r\nContent-Disposition: form-data; {}\r\n\r\n{}\r\n", disposition, content);
    };
    auto const body = part("name=\"_csrf\"", served.csrf()) +
                      part(fmt::format("name=\"file\"; filename=\"{}\"", name), bytes) + "--grans--\r\n";
    auto client = served.server.client();
    client.send(fmt::format("POST /leverera HTTP/1.1\r\nHost: localhost:{}\r\n{}{}Content-Type: multipart/form-data; "
                            "boundary=grans\r\nContent-Length: {}\r\n\r\n",
                            served.server.port(), served.own_page_headers(), served.cookie_header(), body.size()));
    client.send(body);
    return client.receive();
}

// By which the previewed file is stored.
std::string token_in(Answer const& preview) {
    std::string_view const before = "name=\"nyckel\" value=\"";
    auto const at = preview.body.find(before);
    if (at == std::string::npos) return {};
    auto const from = at + before.size();
    return preview.body.substr(from, preview.body.find('"', from) - from);
}

std::size_t deliveries_of(ServedSite& served) { return served.lillkoping.organisation().deliveries().size(); }

study::Dataset const& data_of(ServedSite& served) {
    static std::shared_ptr<steering::Snapshot const> snapshot;
    snapshot = served.lillkoping.organisation().snapshot();
    return snapshot->data;
}

constexpr std::string_view figures = "mått;enhet;period;värde\nBETYG/9;norr;2025;91,5\nBETYG/9;soder;2025;fel\n";

} // namespace

TEST_CASE("a file is shown before it is stored, is stored when that is asked for, and can be undone") {
    ServedSite served;
    auto const before = deliveries_of(served);
    auto const preview = send(served, "utfall.csv", figures);
    CHECK(preview.status == 200);
    CHECK(holds(preview, "1 är ny"));
    CHECK(holds(preview, "utfall.csv, rad 3"));
    CHECK(holds(preview, "Det här är inget tal."));
    CHECK(deliveries_of(served) == before);

    auto const saved = served.fill_in("/leverera/spara", "nyckel=" + token_in(preview));
    CHECK(saved.status == 303);
    CHECK(deliveries_of(served) == before + 1);
    auto const page = served.get(saved.header("location"));
    CHECK(holds(page, "utfall.csv"));
    CHECK(holds(page, "rad 3"));
    CHECK(holds(served.get("/leverera"), "utfall.csv"));

    CHECK(served.fill_in(saved.header("location") + "/angra", "").status == 303);
    CHECK(holds(served.get(saved.header("location")), "Den är ångrad"));
    auto const again = served.fill_in(saved.header("location") + "/angra", "");
    CHECK(again.status == 422);
    CHECK(holds(again, "är redan ångrad"));
}

TEST_CASE("a file is stored once, by the one who sent it, within half an hour") {
    ServedSite served;
    auto const before = deliveries_of(served);
    auto const token = token_in(send(served, "utfall.csv", figures));
    REQUIRE(token.size() > 20);
    served.sign_in_as(domain::Role::administrator);
    CHECK(served.fill_in("/leverera/spara", "nyckel=" + token).status == 422);
    served.sign_in_as(domain::Role::controller);
    CHECK(served.fill_in("/leverera/spara", "nyckel=").status == 422);
    ServedSite::pass(std::chrono::minutes{31});
    auto const late = served.fill_in("/leverera/spara", "nyckel=" + token);
    CHECK(late.status == 422);
    CHECK(holds(late, "sparas en halvtimme"));
    CHECK(deliveries_of(served) == before);

    auto const first = token_in(send(served, "utfall.csv", figures));
    auto const second = token_in(send(served, "utfall.csv", figures));
    CHECK(served.fill_in("/leverera/spara", "nyckel=" + first).status == 422); // another took its place
    CHECK(served.fill_in("/leverera/spara", "nyckel=" + second).status == 303);
    CHECK(served.fill_in("/leverera/spara", "nyckel=" + second).status == 422);
    CHECK(deliveries_of(served) == before + 1);
}

TEST_CASE("what is no table, is empty or is too large is answered, and nothing is stored") {
    ServedSite served;
    auto const before = deliveries_of(served);
    auto const picture = send(served, "bild.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    CHECK(picture.status == 422);
    CHECK(holds(picture, "Filen gick inte att ta emot"));
    CHECK(send(served, "tom.csv", "").status == 422);
    CHECK(send(served, "okand.csv", "a;b\n1;2\n").status == 422);
    CHECK(send(served, "bara-rubriker.csv", "mått;enhet;period;värde\n").status == 422);
    CHECK(served.fill_in("/leverera", "").status == 422);
    // A name is shown as text, and never leads anywhere.
    auto const hostile = send(served, "../../<b>x.csv", figures);
    CHECK(hostile.status == 200);
    CHECK(!holds(hostile, "<b>x"));
    CHECK(!holds(hostile, "../"));

    auto client = served.server.client();
    client.send(fmt::format("POST /leverera HTTP/1.1\r\nHost: localhost:{}\r\n{}{}Content-Type: multipart/form-data; "
                            "boundary=grans\r\nContent-Length: {}\r\n\r\n",
                            served.server.port(), served.own_page_headers(), served.cookie_header(),
                            web::largest_upload + 1));
    CHECK(client.receive().status == 413);
    CHECK(deliveries_of(served) == before);
    CHECK(served.logged.str().empty());
}

TEST_CASE("a file larger than a form may be is taken where files are, and nowhere else") {
    CHECK(web::body_limit_at({"leverera"}) == web::largest_upload);
    CHECK(web::body_limit_at({"leverera", "spara"}) == web::largest_form);
    CHECK(web::body_limit_at({"nowhere"}) == web::largest_form);
    ServedSite served;
    std::string large{"mått;enhet;period;värde\n"};
    while (large.size() < 2 * web::largest_form) large += "BETYG/9;norr;1999;80,0                      \n";
    large += "BETYG/9;norr;2025;91,5\n";
    CHECK(send(served, "stor.csv", large).status == 200);
}

TEST_CASE("a supplier of figures for one school sends those of that school, and defines nothing") {
    ServedSite served;
    served.carry_out([&](steering::Work& work) {
        auto const id = steering::add_person(work, {.user_name = "anna", .name = "Anna Ek", .email = {}});
        steering::give_role(work, id, {.role = domain::Role::data_supplier, .unit = "norr", .from = {}, .to = {}}, {});
    });
    served.sign_in_as(served.lillkoping.organisation().plan()->find_user("anna")->id);
    CHECK(send(served, "egna.csv", "mått;enhet;period;värde\nBETYG/9;norr;2025;91,5\n").status == 200);
    auto const other = send(served, "utfall.csv", "mått;enhet;period;värde\nBETYG/9;soder;2025;91,5\n");
    CHECK(other.status == 200);
    CHECK(holds(other, "Du får inte lämna siffror för den enheten."));
    CHECK(!holds(other, "/leverera/spara")); // nothing is left to save
    CHECK(send(served, "enheter.csv", "kod;namn;överordnad\nnorr;Nordskolan;lill\n").status == 403);
    CHECK(served.fill_in("/leverera/3/angra", "").status == 403);
    served.sign_in_as(domain::Role::member);
    CHECK(send(served, "utfall.csv", figures).status == 403);
}

TEST_CASE("the tree leaves as CSV and Excel, in both languages, and comes in again as it was") {
    ServedSite served;
    tests::deliver(served.lillkoping.organisation(), served.lillkoping.folder(), "hostile.csv",
                   "code,name,parent,kind,operation,valid_from,valid_to,predecessors,external:heroma\n"
                   "f1,\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",lill,team,\"'+1 skola\",2020-01-01,2025-06-30,,'@a\n"
                   "f2,\"Ett, \"\"två\"\"; 'tre'\",f1,board,,2020-02-29,2025-06-30,\"norr, soder\",\n");
    CHECK(data_of(served).units[*data_of(served).find_unit("f1")].unit.name == "=HYPERLINK(\"x\",\"y\")");
    for (auto const* language : {"sv", "en"}) {
        auto const cookie = fmt::format("Accept-Language: {}\r\n", language);
        auto const csv = served.get("/organisation.csv", cookie);
        CHECK(csv.header("content-type") == "text/csv; charset=utf-8");
        CHECK(holds(csv, "\"'=HYPERLINK"));
        CHECK(holds(csv, language == std::string_view{"sv"} ? "överordnad" : "parent"));
        auto const workbook = served.get("/organisation.xlsx", cookie);
        for (auto const& [name, bytes] : {std::pair{"tree.csv", csv.body}, std::pair{"tree.xlsx", workbook.body}}) {
            CAPTURE(name);
            CAPTURE(language);
            auto const report = served.lillkoping.organisation().deliver_bytes(
                {{name, bytes}}, {.is_dry_run = true}, steering::by_command_line("a test", ServedSite::now()));
            for (auto const& complaint : report.complaints)
                FAIL_CHECK(complaint.row, " ", complaint.column, " ", complaint.text, ": ", complaint.problem);
            CHECK(report.counts.unchanged == 5);
            CHECK(report.units.empty());
        }
    }
}

TEST_CASE("a tree that is read in is shown with what is new, renamed, moved and ended, and what is odd about it") {
    ServedSite served;
    auto const preview = send(served, "enheter.csv",
                              "kod;namn;överordnad;gäller_till\nnorr;Nordskolan;;\nsoder;;norr;2025-06-30\n"
                              "ny;Nya skolan;lill;\nfel;Fel;lill;i morgon\n");
    CHECK(preview.status == 200);
    CHECK(holds(preview, "3 enheter i trädet"));
    CHECK(holds(preview, "Byter namn, hette Norrskolan"));
    CHECK(holds(preview, "Flyttas från lill till norr · Upphör 30 juni 2025"));
    CHECK(holds(preview, "Ny, under lill"));
    CHECK(holds(preview, "enheter.csv, rad 5"));
    CHECK(!data_of(served).find_unit("ny"));
    CHECK(served.fill_in("/leverera/spara", "nyckel=" + token_in(preview)).status == 303);
    CHECK(data_of(served).find_unit("ny"));
    auto const circle = send(served, "enheter.csv", "kod;namn;överordnad\nlill;Lillköping;norr\n");
    CHECK(circle.status == 422);
}
