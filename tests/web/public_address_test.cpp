#include "web/public_address.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using web::Origin;
using web::PublicAddress;
using web::Scheme;
using web::to_origin;

TEST_CASE("an origin is a scheme, a host and perhaps a port, and nothing more") {
    CHECK(to_origin("https://Rodtrad.Example.SE") == Origin{Scheme::https, "rodtrad.example.se", 443});
    CHECK(to_origin("HTTP://rodtrad.example.se:8080/") == Origin{Scheme::http, "rodtrad.example.se", 8080});
    CHECK(to_origin("http://[2001:DB8::7]:81") == Origin{Scheme::http, "[2001:db8::7]", 81});
    CHECK(to_origin("http://192.0.2.7") == Origin{Scheme::http, "192.0.2.7", 80});
    for (auto const* text : {"",
                             "rodtrad.example.se",
                             "ftp://a.se",
                             "https://",
                             "https:///a",
                             "https://a.se/b",
                             "https://a.se//",
                             "https://a.se?b",
                             "https://a.se#b",
                             "https://anna@a.se",
                             "https://a.se:",
                             "https://a.se:0",
                             "https://a.se:65536",
                             "https://a.se:x",
                             "https://a b.se",
                             "https://räksmörgås.se",
                             "http://[::1",
                             "http://[x]",
                             "http://::1",
                             "https://a.se\r\n",
                             "https://-a.se"}) {
        CAPTURE(text);
        CHECK(!to_origin(text));
    }
}

TEST_CASE("an origin is written as browsers write it") {
    for (auto const* text : {"https://a.se", "http://a.se", "http://a.se:8321", "https://a.se:80", "http://[::1]:81"})
        CHECK(to_origin(text)->text() == text);
    CHECK(to_origin("https://a.se:443/")->text() == "https://a.se");
    CHECK(web::origin_of_address("::1", 81).text() == "http://[::1]:81");
    CHECK(web::origin_of_address("fe80::1%eth0", 81).text() == "http://[fe80::1]:81");
}

TEST_CASE("at a public address, that name and port are ours and no other") {
    auto const straight = PublicAddress::straight_at(*to_origin("http://rodtrad.example.se:8321"));
    CHECK(straight.is_named_by("rodtrad.example.se:8321"));
    CHECK(straight.is_named_by("RODTRAD.example.se:8321"));
    auto const behind = PublicAddress::behind_proxy(*to_origin("https://rodtrad.example.se"));
    CHECK(behind.is_named_by("rodtrad.example.se"));
    CHECK(behind.is_named_by("rodtrad.example.se:443"));
    for (auto const* host : {"rodtrad.example.se:80", "localhost", "127.0.0.1", "x.rodtrad.example.se",
                             "rodtrad.example.se.", "rodtrad.example.se.evil.example", "evil.example",
                             "rodtrad.example.se:443:443", "anna@rodtrad.example.se", "rodtrad.example.se/", ""}) {
        CAPTURE(host);
        CHECK(!straight.is_named_by(host));
        CHECK(!behind.is_named_by(host));
    }
    CHECK(straight.origin("rodtrad.example.se:8321") == "http://rodtrad.example.se:8321");
    CHECK(behind.origin("rodtrad.example.se") == "https://rodtrad.example.se");
    CHECK(PublicAddress::on_this_computer().origin("localhost:81") == "http://localhost:81");
}

TEST_CASE("the visitor's address is the last one that the proxy tells, and without a proxy that of the socket") {
    auto const behind = PublicAddress::behind_proxy(*to_origin("https://rodtrad.example.se"));
    CHECK(behind.remote("127.0.0.1", "192.0.2.7") == "192.0.2.7");
    CHECK(behind.remote("127.0.0.1", "10.0.0.1, 192.0.2.7") == "192.0.2.7");
    CHECK(behind.remote("127.0.0.1", "192.0.2.7:5123") == "192.0.2.7");
    CHECK(behind.remote("127.0.0.1", "2001:DB8:0::7") == "2001:db8::7");
    CHECK(behind.remote("127.0.0.1", "[2001:db8::7]:5123") == "2001:db8::7");
    CHECK(behind.remote("127.0.0.1", "::ffff:192.0.2.7") == "192.0.2.7");
    for (auto const* nonsense : {"", "unknown", "192.0.2.7,", "1.2.3", "192.0.2.7, _hidden", "[", "[]", "a\tb"}) {
        CAPTURE(nonsense);
        CHECK(behind.remote("127.0.0.1", nonsense) == "127.0.0.1");
    }
    auto const straight = PublicAddress::straight_at(*to_origin("http://rodtrad.example.se"));
    CHECK(straight.remote("198.51.100.1", "192.0.2.7") == "198.51.100.1");
    CHECK(straight.remote("::ffff:198.51.100.1", "") == "198.51.100.1");
    CHECK(PublicAddress::on_this_computer().remote("127.0.0.1", "192.0.2.7") == "127.0.0.1");
}

TEST_CASE("only a proxy can say that the visitor came by https, or did not") {
    auto const behind = PublicAddress::behind_proxy(*to_origin("https://rodtrad.example.se"));
    CHECK(behind.is_secure(""));
    CHECK(behind.is_secure("https"));
    CHECK(behind.is_secure("http, HTTPS"));
    CHECK(!behind.is_secure("http"));
    CHECK(!behind.is_secure("https, http"));
    CHECK(!PublicAddress::behind_proxy(*to_origin("http://rodtrad.example.se")).is_secure("https"));
    CHECK(!PublicAddress::straight_at(*to_origin("http://rodtrad.example.se")).is_secure("https"));
    CHECK(!PublicAddress::on_this_computer().is_secure("https"));
}
