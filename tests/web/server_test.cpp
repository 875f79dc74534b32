#include "base/error.hpp"
#include "web/running_server.hpp"
#include "web/server.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <csignal>
#include <latch>
#include <vector>

using namespace rodtrad;
using namespace std::chrono_literals;
using tests::get_request;
using tests::RunningServer;

namespace {

web::Response plain(std::string body) { return {.status = 200, .content_type = "text/plain", .body = std::move(body)}; }

// Says what it was asked.
web::Response echo(web::Request const& request) {
    std::string text;
    for (auto const& segment : request.path) text += "[" + segment + "]";
    for (auto const& [name, value] : request.query) text += " " + name + "=" + value;
    return plain(text + " " + request.body);
}

// Says from where and how it was asked.
web::Response as_seen(web::Request const& request) {
    return plain(request.remote + " " + request.origin + (request.is_secure ? " secure" : " plain"));
}

web::PublicAddress behind_proxy() {
    return web::PublicAddress::behind_proxy(*web::to_origin("https://rodtrad.example.se"));
}

std::size_t larger_for_files(std::vector<std::string> const& path) {
    return !path.empty() && path.front() == "filer" ? 1'000'000 : 1000;
}

std::string post_request(std::string const& target, std::string const& body) {
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace

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
