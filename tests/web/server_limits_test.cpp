// What a server takes, and how long it waits.

#include "web/running_server.hpp"
#include "web/server.hpp"

#include <doctest/doctest.h>

#include <latch>
#include <string>
#include <vector>

using namespace rodtrad;
using namespace std::chrono_literals;
using tests::echo;
using tests::get_request;
using tests::plain;
using tests::RunningServer;

namespace {

std::size_t larger_for_files(std::vector<std::string> const& path) {
    return !path.empty() && path.front() == "filer" ? 1'000'000 : 1000;
}

std::string post_request(std::string const& target, std::string const& body) {
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace

TEST_CASE("headers and bodies beyond the limits are refused, and the answer reaches a client that is still sending") {
    RunningServer server{echo, {.header_limit = 4096, .body_limit = 1000}};
    auto header = server.client();
    header.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + std::string(200'000, 'x') + "\r\n\r\n");
    CHECK(header.receive().status == 431);

    auto target = server.client();
    target.send(get_request("/" + std::string(10'000, 'x')));
    CHECK(target.receive().status == 431);

    auto told = server.client();
    told.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\n" + std::string(3'000'000, 'x'));
    CHECK(told.receive().status == 413);

    auto chunked = server.client();
    chunked.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" +
                 std::string(2000, 'x') + "\r\n0\r\n\r\n");
    CHECK(chunked.receive().status == 413);

    CHECK(chunked.is_hung_up());

    auto exact = server.client();
    exact.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n" + std::string(1000, 'x'));
    CHECK(exact.receive().status == 200);
}

TEST_CASE("a client that never finishes its request is let go, and one that is silent too") {
    RunningServer server{echo, {.receive_timeout = 200ms}};
    auto const begun = std::chrono::steady_clock::now();
    auto slow = server.client();
    slow.send("GET / HTTP/1.1\r\nHost: loc");
    auto silent = server.client();
    auto body = server.client();
    body.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
    CHECK(slow.is_hung_up());
    CHECK(silent.is_hung_up());
    CHECK(body.is_hung_up());
    CHECK(std::chrono::steady_clock::now() - begun < 5s);
}

TEST_CASE("a client that never reads its answer is let go") {
    RunningServer server{[](web::Request const&) { return plain(std::string(30'000'000, 'x')); },
                         {.send_timeout = 200ms}};
    auto client = server.client();
    client.send(get_request("/"));
    std::this_thread::sleep_for(600ms);
    CHECK_THROWS_WITH(client.receive(), "cut off in the body");
}

TEST_CASE("200 idle connections do not disturb an active one") {
    RunningServer server{echo};
    std::vector<tests::Client> idle;
    for (int i = 0; i < 200; ++i) idle.push_back(server.client());
    auto active = server.client();
    for (int i = 0; i < 100; ++i) CHECK(active.get("/x").status == 200);
    for (auto& client : idle) CHECK(client.get("/y").body == "[y] ");
}

TEST_CASE("a slow page does not stop the others") {
    std::latch may_end{1};
    RunningServer server{[&](web::Request const& request) {
        if (!request.path.empty()) may_end.wait();
        return plain("done");
    }};
    auto slow = server.client();
    slow.send(get_request("/slow"));
    auto quick = server.client();
    for (int i = 0; i < 10; ++i) CHECK(quick.get("/").status == 200);
    may_end.count_down();
    CHECK(slow.receive().body == "done");
}

TEST_CASE("some addresses take larger bodies than others") {
    RunningServer server{echo, {.body_limit = 1000, .body_limit_of = larger_for_files}};
    auto const body = std::string(300'000, 'x');
    auto file = server.client();
    file.send(post_request("/filer/ny", body));
    CHECK(file.receive().body == "[filer][ny] " + body);
    file.send("POST /filer HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n493e0\r\n" + body +
              "\r\n0\r\n\r\n");
    CHECK(file.receive().body == "[filer] " + body);

    for (auto const* target : {"/form", "/", "/x/filer", "/form?/filer", "/%66orm"}) {
        CAPTURE(target);
        auto form = server.client();
        form.send(post_request(target, body));
        CHECK(form.receive().status == 413);
    }
    auto encoded = server.client();
    encoded.send(post_request("/%66iler", body));
    CHECK(encoded.receive().status == 200);
}

TEST_CASE("who sends too much is told so in their language, also while they are still sending") {
    RunningServer server{echo, {.body_limit = 2 * 1024 * 1024}};
    auto swedish = server.client();
    swedish.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40000000\r\n\r\n");
    for (int i = 0; i < 40; ++i) {
        std::this_thread::sleep_for(50ms); // two seconds in all: longer than the silence after which one hangs up
        CHECK(swedish.send(std::string(1'000'000, 'x')));
    }
    auto const answer = swedish.receive();
    CHECK(answer.status == 413);
    CHECK(answer.body == "Det är för stort: här tas högst 2 MB emot. Gå tillbaka och skicka mindre åt gången.\n");

    auto english = server.client();
    english.send("POST / HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nContent-Length: 40000000\r\n\r\n");
    CHECK(english.receive().body ==
          "That is too large: at most 2 MB is taken here. Go back, and send less at a time.\n");
}

TEST_CASE("only so many large bodies are held at once, and small ones get through meanwhile") {
    RunningServer server{echo, {.body_limit = 1000, .body_limit_of = larger_for_files, .large_bodies = 2}};
    auto const body = std::string(200'000, 'x');
    auto const begun = post_request("/filer", body).substr(0, 100'000);
    auto first = server.client();
    first.send(begun);
    {
        auto second = server.client();
        second.send(begun);
        // Both have been seen when the small one that was sent after them is answered.
        CHECK(server.client().get("/").status == 200);
        auto third = server.client();
        third.send(post_request("/filer", body));
        auto const refused = third.receive();
        CHECK(refused.status == 503);
        CHECK(refused.header("retry-after") == "60");
        auto small = server.client();
        small.send(post_request("/filer", "x"));
        CHECK(small.receive().status == 200);
    }
    auto const until =
        std::chrono::steady_clock::now() + 5s; // the second has hung up: its place is free when that is seen
    int status = 503;
    while (status == 503 && std::chrono::steady_clock::now() < until) {
        auto fourth = server.client();
        fourth.send(post_request("/filer", body));
        status = fourth.receive().status;
    }
    CHECK(status == 200);
    first.send(post_request("/filer", body).substr(100'000));
    CHECK(first.receive().status == 200);
}
