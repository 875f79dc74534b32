// How a server ends.

#include "web/running_server.hpp"
#include "web/server.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <latch>
#include <string>
#include <thread>

using namespace rodtrad;
using namespace std::chrono_literals;
using tests::echo;
using tests::get_request;
using tests::plain;
using tests::RunningServer;

TEST_CASE("stopping lets the request under way be answered, and takes no more") {
    std::latch is_asked{1};
    std::latch may_end{1};
    RunningServer server{[&](web::Request const&) {
        is_asked.count_down();
        may_end.wait();
        return plain("finished");
    }};
    auto idle = server.client();
    auto client = server.client();
    client.send(get_request("/") + get_request("/never"));
    is_asked.wait();
    server.stop();
    CHECK(idle.is_hung_up());
    may_end.count_down();
    auto const answer = client.receive();
    CHECK(answer.body == "finished");
    CHECK(answer.header("connection") == "close");
    CHECK(client.is_hung_up());
    server.join();
    CHECK_THROWS_WITH(server.client(), "no one listens");
}

TEST_CASE("stopping does not wait for ever for a client that does not read") {
    RunningServer server{[](web::Request const&) { return plain(std::string(30'000'000, 'x')); },
                         {.drain_timeout = 200ms}};
    auto client = server.client();
    client.send(get_request("/"));
    std::this_thread::sleep_for(300ms);
    auto const begun = std::chrono::steady_clock::now();
    server.stop();
    server.join();
    CHECK(std::chrono::steady_clock::now() - begun < 5s);
}

TEST_CASE("SIGTERM and Ctrl-C stop a server that was told to heed them") {
    for (int const signal : {SIGTERM, SIGINT}) {
        web::Server server{echo, {}};
        server.stop_on_signals();
        auto const port = server.port();
        std::thread running{[&] { server.run(); }};
        CHECK(tests::Client{port}.get("/").status == 200);
        std::raise(signal);
        running.join();
        CHECK_THROWS_WITH(tests::Client{port}, "no one listens");
    }
}
