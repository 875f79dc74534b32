// Goals from Excel: the template is fetched, sent in, looked at and stored.

#include "web/served_site.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace rodtrad;
using tests::Answer;
using tests::holds;
using tests::ServedSite;

namespace {

std::string token_in(Answer const& preview) {
    std::string_view const before = "name=\"nyckel\" value=\"";
    auto const at = preview.body.find(before);
    if (at == std::string::npos) return {};
    auto const from = at + before.size();
    return preview.body.substr(from, preview.body.find('"', from) - from);
}

std::size_t goals_of(ServedSite& served) { return served.lillkoping.organisation().plan()->goals.size(); }

constexpr std::string_view address = "/mal/importera";

} // namespace

TEST_CASE("the template that is fetched comes in as it is, in both languages, and once it is there it is left alone") {
    for (std::string_view const language : {"sv", "en"}) {
        ServedSite served;
        CAPTURE(language);
        auto const headers = fmt::format("Accept-Language: {}\r\n", language);
        CHECK(holds(served.get("/mal", headers), "href=\"/mal/importera\""));
        CHECK(holds(served.get(address, headers), "href=\"/mal/mall.xlsx\""));
        auto const workbook = served.get("/mal/mall.xlsx", headers);
        REQUIRE(workbook.status == 200);

        auto const before = goals_of(served);
        auto const preview = served.send_file(address, "plan.xlsx", workbook.body);
        REQUIRE(preview.status == 200);
        CHECK(holds(preview, "1 mål skulle komma in som utkast"));
        CHECK(holds(preview, "1 nyckelresultat · 1 beteende"));
        CHECK(!holds(preview, "Anmärkningar, rad"));
        CHECK(goals_of(served) == before);

        auto const saved = served.fill_in("/mal/importera/spara", "nyckel=" + token_in(preview));
        CHECK(saved.status == 303);
        CHECK(goals_of(served) == before + 1);
        CHECK(holds(served.get(saved.header("location")), language == "sv" ? "Exempel: alla" : "Example: everyone"));

        auto const again = served.send_file(address, "plan.xlsx", workbook.body);
        CHECK(holds(again, "Inget är nytt"));
        CHECK(token_in(again).empty());
        CHECK(served.fill_in("/mal/importera/spara", "nyckel=" + token_in(preview)).status == 422);
        CHECK(goals_of(served) == before + 1);
    }
}

TEST_CASE("what is wrong in a plan is told with its place, as text, and what is no plan is told beside the field") {
    ServedSite served;
    auto const preview =
        served.send_file(address, "mål.csv",
                         "titel;enhet;börjar;slutar\n<b>Fel</b>;Ingenstans & <i>;2026-01-01;2026-12-31\n"
                         "Rätt;norr;2026-01-01;2026-12-31\n");
    CHECK(preview.status == 200);
    CHECK(holds(preview, "mål.csv, rad 2"));
    CHECK(holds(preview, "Enheten Ingenstans &amp; &lt;i&gt; finns inte"));
    CHECK(!holds(preview, "<b>Fel"));
    CHECK(holds(preview, "Rätt"));

    for (std::string_view const bytes : {"", "a;b\n1;2\n", "PK\x03\x04 half a workbook", "\x89PNG\r\n\x1a\n"}) {
        auto const answer = served.send_file(address, "fil", bytes);
        CHECK(answer.status == 422);
        CHECK(holds(answer, "file-problem"));
    }
    CHECK(served.logged.str().empty());
}

TEST_CASE("who only reads sends no goals") {
    ServedSite served;
    served.sign_in_as(domain::Role::reader);
    CHECK(served.get(address).status == 403);
    CHECK(served.send_file(address, "mal.csv", "titel;enhet\nA;norr\n").status == 403);
    CHECK(served.fill_in("/mal/importera/spara", "nyckel=").status == 403);
    CHECK(!holds(served.get("/mal"), "/mal/importera"));
}
