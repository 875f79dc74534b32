// Where a server listens, which names it answers to, and what it believes of a proxy.

#include "base/error.hpp"
#include "web/running_server.hpp"
#include "web/server.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rodtrad;
using tests::echo;
using tests::plain;
using tests::RunningServer;

namespace {

// Says from where and how it was asked.
web::Response as_seen(web::Request const& request) {
    return plain(request.remote + " " + request.origin + (request.is_secure ? " secure" : " plain"));
}

web::PublicAddress behind_proxy() {
    return web::PublicAddress::behind_proxy(*web::to_origin("https://rodtrad.example.se"));
}

} // namespace

TEST_CASE("only names of this computer are answered, whatever the port") {
    RunningServer server{echo};
    for (auto const* host : {"localhost", "LOCALHOST:8321", "127.0.0.1", "127.0.0.1:9", "[::1]", "[::1]:8321"}) {
        CAPTURE(host);
        auto client = server.client();
        client.send("GET / HTTP/1.1\r\nHost: " + std::string{host} + "\r\n\r\n");
        CHECK(client.receive().status == 200);
    }
    for (auto const* host : {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "localhost:x",
                             "localhost:", "evil.example@localhost", "10.0.0.1", ""}) {
        CAPTURE(host);
        auto client = server.client();
        client.send("GET / HTTP/1.1\r\nHost: " + std::string{host} + "\r\n\r\n");
        CHECK(client.receive().status == 421);
        CHECK(client.is_hung_up());
    }
    auto none = server.client();
    none.send("GET / HTTP/1.1\r\n\r\n");
    CHECK(none.receive().status == 400);
    auto two = server.client();
    two.send("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n");
    CHECK(two.receive().status == 400);
}

TEST_CASE("a port that is taken is an error that says what to do") {
    RunningServer first{echo};
    auto const message = "Port " + std::to_string(first.port()) +
                         " is used by another program, perhaps another Rödtråd: stop it, or choose another port with "
                         "--port (0 takes any free one).";
    CHECK_THROWS_WITH_AS(web::Server(echo, {.port = first.port()}), message.c_str(), base::Error);
}

TEST_CASE("an address that cannot be listened on is an error that says why") {
    CHECK_THROWS_WITH_AS(web::Server(echo, {.host = "203.0.113.1"}),
                         "203.0.113.1 is not an address of this computer: `ip address` lists those it has.",
                         base::Error);
    CHECK_THROWS_WITH_AS(web::Server(echo, {.host = "2001:db8::1"}),
                         "2001:db8::1 is not an address of this computer: `ip address` lists those it has.",
                         base::Error);
    for (auto const* host : {"rodtrad.example.se", "", "127.0.0", "127.0.0.1:80", "[::1]", "*", "fe80::1"}) {
        CAPTURE(host);
        CHECK_THROWS_AS(web::Server(echo, {.host = host}), base::UsageError);
    }
    for (auto const* host : {"0.0.0.0", "::"})
        CHECK_THROWS_WITH_AS(web::Server(echo, {.host = host}),
                             (std::string{"--host "} + host +
                              " is all the addresses of this computer: say with --public-address or --behind-proxy "
                              "which one the visitors use.")
                                 .c_str(),
                             base::UsageError);
}

TEST_CASE("another address of this computer is listened on, IPv6 too, and the visitor's own address is told") {
    auto const told = [](web::Request const& request) { return plain(request.remote + " " + request.origin); };
    RunningServer second{told, {.host = "127.0.0.2"}};
    tests::Client client{second.port(), "127.0.0.2"};
    CHECK(client.get("/").body == "127.0.0.1 http://localhost");
    CHECK_THROWS_WITH(tests::Client{second.port()}, "no one listens");

    RunningServer all{told, {.host = "::", .public_address = behind_proxy()}};
    for (auto const* address : {"127.0.0.1", "::1"}) {
        tests::Client either{all.port(), address};
        either.send("GET / HTTP/1.1\r\nHost: rodtrad.example.se\r\n\r\n");
        CHECK(either.receive().body == std::string{address} + " https://rodtrad.example.se");
    }
}

TEST_CASE("the address to open in a browser") {
    CHECK(web::Server(echo, {}).origin().host == "localhost");
    CHECK(web::Server(echo, {.host = "127.0.0.2"}).origin().host == "127.0.0.2");
    CHECK(web::Server(echo, {.host = "::1"}).origin().host == "[::1]");
    web::Server const behind{echo, {.public_address = behind_proxy()}};
    CHECK(behind.origin().text() == "https://rodtrad.example.se");
}

TEST_CASE("behind a proxy the public name alone is answered, and what the proxy says of the visitor is believed") {
    RunningServer server{as_seen, {.public_address = behind_proxy()}};
    auto const ask = [&](std::string const& headers) {
        auto client = server.client();
        client.send("GET / HTTP/1.1\r\n" + headers + "\r\n");
        return client.receive();
    };
    std::string const host = "Host: rodtrad.example.se\r\n";
    CHECK(ask("Host: localhost\r\n").status == 421);
    CHECK(ask("Host: localhost\r\n").body == "Rödtråd answers to https://rodtrad.example.se only.\n");
    CHECK(ask("Host: localhost\r\nX-Forwarded-Host: rodtrad.example.se\r\n").status == 421);

    auto const told = ask(host + "X-Forwarded-For: 203.0.113.9, 192.0.2.7\r\nX-Forwarded-Proto: https\r\n");
    CHECK(told.body == "192.0.2.7 https://rodtrad.example.se secure");
    CHECK(told.header("strict-transport-security") == "max-age=31536000");
    CHECK(ask(host + "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 192.0.2.7\r\n").body ==
          "192.0.2.7 https://rodtrad.example.se secure");

    auto const in_the_clear = ask(host + "X-Forwarded-Proto: http\r\n");
    CHECK(in_the_clear.body == "127.0.0.1 https://rodtrad.example.se plain");
    CHECK(in_the_clear.header("strict-transport-security") == "");
}

TEST_CASE("without a proxy nobody can say that they come from elsewhere, or by https") {
    RunningServer server{as_seen};
    auto const answer = server.client().get("/", "X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: https\r\n");
    CHECK(answer.body == "127.0.0.1 http://localhost plain");
    CHECK(answer.header("strict-transport-security") == "");
}
