#include "web/running_server.hpp"
#include "web/server.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

using namespace rodtrad;
using tests::echo;
using tests::get_request;
using tests::plain;
using tests::RunningServer;

TEST_CASE("a request becomes decoded segments, parameters and a body") {
    RunningServer server{echo};
    auto client = server.client();
    CHECK(client.get("/m%C3%A5tt/N15%2FA/?q=f%C3%B6rskola+nord&tom=&x").body ==
          "[mått][N15/A][] q=förskola nord tom= x= ");
    client.send("POST / HTTP/1.1\r\nHost: 127.0.0.1:80\r\nContent-Length: 5\r\n\r\nhello");
    CHECK(client.receive().body == " hello");
    client.send(
        "POST / HTTP/1.1\r\nHost: [::1]\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3\r\n, o\r\n0\r\n\r\n");
    CHECK(client.receive().body == " hello, o");
}

TEST_CASE("a connection answers many requests, one after another or sent all at once") {
    RunningServer server{echo};
    auto client = server.client();
    for (int i = 0; i < 50; ++i) CHECK(client.get("/" + std::to_string(i)).body == "[" + std::to_string(i) + "] ");

    std::string pipelined;
    for (int i = 0; i < 50; ++i) pipelined += get_request("/" + std::to_string(i));
    client.send(pipelined);
    for (int i = 0; i < 50; ++i) CHECK(client.receive().body == "[" + std::to_string(i) + "] ");
}

TEST_CASE("the connection ends when the client asks for it, and after HTTP/1.0") {
    RunningServer server{echo};
    auto asked = server.client();
    CHECK(asked.get("/", "Connection: close\r\n").header("connection") == "close");
    CHECK(asked.is_hung_up());

    auto old = server.client();
    old.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
    CHECK(old.receive().status == 200);
    CHECK(old.is_hung_up());
}

TEST_CASE("a request that came in pieces is still one request") {
    RunningServer server{echo};
    auto client = server.client();
    for (char const byte : get_request("/stycke")) client.send({&byte, 1});
    CHECK(client.receive().body == "[stycke] ");
}

TEST_CASE("what is not HTTP is answered with 400 and the connection is closed") {
    RunningServer server{echo};
    for (auto const* text : {
             "hello\r\n\r\n",
             "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
             "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
             "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
             "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
             "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
             "GET /\x01 HTTP/1.1\r\nHost: localhost\r\n\r\n",
             "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
         }) {
        CAPTURE(text);
        auto client = server.client();
        client.send(text);
        auto const answer = client.receive();
        CHECK(answer.status == 400);
        CHECK(answer.header("connection") == "close");
        CHECK(client.is_hung_up());
    }
}

TEST_CASE("an address that cannot be decoded is answered with 400") {
    RunningServer server{echo};
    for (auto const* target : {"/%", "/%4", "/%zz", "/%00", "/a%00b", "/%0d%0aSet-Cookie:x", "/%FF%FE", "/%C3", "//a",
                               "/a//b", "*", "http://localhost/", "/?q=%00", "/?q=%"}) {
        CAPTURE(target);
        auto client = server.client();
        CHECK(client.get(target).status == 400);
    }
    CHECK(server.client().get("/a/").status == 200);
    CHECK(server.client().get("/?q=%09x").status == 200);
}

TEST_CASE("HEAD is answered with the headers of GET and no body") {
    RunningServer server{echo};
    auto client = server.client();
    client.send("HEAD /abc HTTP/1.1\r\nHost: localhost\r\n\r\n");
    auto const head = client.receive_head();
    CHECK(head.status == 200);
    CHECK(head.header("content-length") == "6");
    CHECK(client.get("/abc").body.size() == 6); // nothing of the first was left on the wire
}

TEST_CASE("an answer that has no body says nothing of its length or type") {
    RunningServer server{[](web::Request const&) { return web::Response{.status = 304}; }};
    auto client = server.client();
    for (int i = 0; i < 2; ++i) {
        auto const answer = client.get("/");
        CHECK(answer.status == 304);
        CHECK(answer.headers.count("content-length") == 0);
        CHECK(answer.headers.count("content-type") == 0);
    }
}

TEST_CASE("a handler that throws is answered with a bare 500, and the server goes on") {
    RunningServer server{[](web::Request const& request) -> web::Response {
        if (request.path.empty()) throw std::runtime_error{"secret"};
        return plain("ok");
    }};
    auto client = server.client();
    auto const answer = client.get("/");
    CHECK(answer.status == 500);
    CHECK(answer.body.find("secret") == std::string::npos);
    CHECK(client.get("/x").status == 200);
}

TEST_CASE("every answer carries the security headers, refusals too") {
    RunningServer server{echo, {.header_limit = 4096, .body_limit = 10}};
    std::vector<std::string> const requests{
        get_request("/"),
        get_request("/%"),
        "nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + std::string(9000, 'x') + "\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\nhello world",
    };
    std::vector<int> const statuses{200, 400, 400, 421, 431, 413};
    for (std::size_t i = 0; i < requests.size(); ++i) {
        auto client = server.client();
        client.send(requests[i]);
        auto const answer = client.receive();
        CHECK(answer.status == statuses[i]);
        CHECK(answer.header("content-security-policy").starts_with("default-src 'none'; style-src 'self';"));
        CHECK(answer.header("content-security-policy").find("unsafe") == std::string::npos);
        CHECK(answer.header("x-content-type-options") == "nosniff");
        CHECK(answer.header("referrer-policy") == "same-origin");
        CHECK(answer.header("permissions-policy") != "");
        CHECK(answer.header("cross-origin-opener-policy") == "same-origin");
        CHECK(answer.header("cross-origin-resource-policy") == "same-origin");
        CHECK(answer.header("date").ends_with(" GMT"));
    }
}

TEST_CASE("an answer with a type that would begin a line of its own is not sent") {
    RunningServer server{
        [](web::Request const&) { return web::Response{.content_type = "text/plain\r\nSet-Cookie: a=b"}; }};
    auto const answer = server.client().get("/");
    CHECK(answer.status == 500);
    CHECK(answer.header("set-cookie") == "");
}

TEST_CASE("many clients at once are each given their own answers") {
    RunningServer server{echo};
    std::atomic<int> right{0};
    std::vector<std::thread> clients;
    for (int c = 0; c < 8; ++c)
        clients.emplace_back([&, c] {
            auto client = server.client();
            for (int i = 0; i < 100; ++i) {
                auto const name = std::to_string(c * 1000 + i);
                if (client.get("/" + name).body == "[" + name + "] ") ++right;
            }
        });
    for (auto& thread : clients) thread.join();
    CHECK(right == 800);
}
