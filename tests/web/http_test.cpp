#include "web/cookie.hpp"
#include "web/http.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace rodtrad;
using namespace std::chrono_literals;
using web::Cookie;
using web::Request;
using web::Response;

namespace {

std::string set(Cookie const& cookie, Request const& request) {
    Response response;
    web::set_cookie(response, request, cookie);
    return std::string{response.header("Set-Cookie")};
}

} // namespace

TEST_CASE("no header can begin a line of its own") {
    Response response;
    for (auto const* value : {"a\r\nSet-Cookie: x=y", "a\nb", "a\rb", "\r\n\r\n<html>", "a\x7F", "\x1B[2J"}) {
        CAPTURE(value);
        CHECK_THROWS_AS(response.add_header("X-Name", value), std::invalid_argument);
    }
    CHECK_THROWS_AS(response.add_header("X-Name", std::string{"a\0b", 3}), std::invalid_argument);
    for (auto const* name : {"", "X Name", "X:Name", "X\r\nY", "X\t", "Å", "(x)"}) {
        CAPTURE(name);
        CHECK_THROWS_AS(response.add_header(name, "a"), std::invalid_argument);
    }
    CHECK((response.headers.begin() == response.headers.end()));
    response.add_header("X-Name", "a, b\t\"c\" åäö");
    CHECK(response.header("X-Name") == "a, b\t\"c\" åäö");
}

TEST_CASE("a cookie is for this host alone and read by no script, and is Secure where the visitor came by https") {
    Request const plain;
    Request const secure{.is_secure = true};
    Cookie const session{.name = "session", .value = "AbC-_1", .max_age = 3600s};
    CHECK(set(session, plain) == "session=AbC-_1; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600");
    CHECK(set(session, secure) == "__Host-session=AbC-_1; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600; Secure");
    CHECK(set({.name = "a", .value = "", .same_site = web::SameSite::strict}, plain) ==
          "a=; Path=/; HttpOnly; SameSite=Strict");

    Response response;
    web::expire_cookie(response, secure, "session");
    CHECK(response.header("Set-Cookie") == "__Host-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure");
}

TEST_CASE("a cookie over https cannot be planted under the bare name") {
    Request request;
    request.cookies = web::cookies_of("session=planted; __Host-session=ours");
    CHECK(web::cookie_of(request, "session") == "planted");
    request.is_secure = true;
    CHECK(web::cookie_of(request, "session") == "ours");
    request.cookies = web::cookies_of("session=planted");
    CHECK(web::cookie_of(request, "session") == "");
}

TEST_CASE("what cannot stand in a cookie is refused") {
    for (auto const* value : {"a;b", "a b", "a,b", "a\"b", "a\\b", "å", "a\r\nb", "a\x7F"}) {
        CAPTURE(value);
        CHECK_THROWS_AS(set({.name = "a", .value = value}, {}), std::invalid_argument);
    }
    for (auto const* name : {"", "a=b", "a;", "a b"}) {
        CAPTURE(name);
        CHECK_THROWS_AS(set({.name = name, .value = "x"}, {}), std::invalid_argument);
    }
}
