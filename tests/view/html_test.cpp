#include "view/html.hpp"
#include "view/well_formed.hpp"

#include <doctest/doctest.h>

using namespace rodtrad::view;

namespace {

constexpr std::string_view hostile = R"(<script>alert("1")</script> & 'x' onmouseover=)";

template <class T>
concept CanBeContent = requires(Html h, T part) { h.p(part); };
template <class T>
concept CanBeInAScript = requires(Html h, T part) { h.script(part); };
template <class T>
concept CanBeAnAddress = requires(T address) { href(address); };

} // namespace

TEST_CASE("an element is written with its attributes and its contents, and closed in order") {
    Html h;
    h.article(class_("card", "worse"), id("a1"), [&] {
        h.h3([&] { h.a(href(Url{"/matt"}.segment("N15419")), "Behöriga"); });
        h.p("79,6 %", " av ", "eleverna");
        h.input(type("checkbox"), name("x"), checked(), disabled(false));
    });
    CHECK(h.markup() == R"(<article class="card worse" id="a1"><h3><a href="/matt/N15419">Behöriga</a></h3>)"
                        R"(<p>79,6 % av eleverna</p><input type="checkbox" name="x" checked></article>)");
}

TEST_CASE("text from outside stays text, between tags and in attributes") {
    Html h;
    h.p(title(hostile), hostile);
    constexpr std::string_view escaped =
        "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; onmouseover=";
    CHECK(h.markup() == "<p title=\"" + std::string{escaped} + "\">" + std::string{escaped} + "</p>");
    CHECK(rodtrad::tests::fault_in(h.markup()) == "");
}

TEST_CASE("control characters, which no document may hold, are replaced") {
    Html h;
    h.p(std::string_view{"a\0b\x01\n", 5});
    CHECK(h.markup() == "<p>a\uFFFDb\uFFFD\n</p>");
}

TEST_CASE("an attribute that is not wanted is not written") {
    Html h;
    h.a(href(Url{"/"}), aria_current().when(false), "a");
    h.a(href(Url{"/"}), aria_current().when(true), "b");
    CHECK(h.markup() == R"(<a href="/">a</a><a href="/" aria-current="page">b</a>)");
}

TEST_CASE("finished markup is taken as it is, and needs its own type") {
    Html inner;
    inner.b("x");
    Html h;
    h.p(std::move(inner).take_raw(), Raw::trusted("<br>"));
    CHECK(h.markup() == "<p><b>x</b><br></p>");
}

TEST_CASE("what a page may not write does not compile") {
    static_assert(!CanBeContent<int>, "numbers are written for a language first");
    static_assert(!CanBeInAScript<std::string_view>, "no script but from a file");
    static_assert(!CanBeAnAddress<std::string_view>, "an address is a Url");
    static_assert(CanBeContent<std::string> && CanBeAnAddress<Url>);
}

TEST_CASE("htmx is told only what it can do without eval") {
    Html h;
    auto const list = Url{"/avvikelser"};
    h.form(hx_get(list), hx_target("#list"), hx_swap(Swap::outer), hx_trigger(Trigger::change), hx_push_url());
    CHECK(h.markup() == R"(<form hx-get="/avvikelser" hx-target="#list" hx-swap="outerHTML" hx-trigger="change" )"
                        R"(hx-push-url="true"></form>)");
}
