#include "base/error.hpp"
#include "mail/post.hpp"
#include "mail/smtp_listener.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>

using namespace rodtrad;
using namespace rodtrad::mail;
using mail::test::Manner;
using mail::test::SmtpListener;

namespace {

Letter letter() {
    return {.from = "rodtrad@example.org",
            .from_name = "Rödtråd",
            .to = "asa.oberg@example.org",
            .subject = "Tre avstämningar väntar",
            .text = "Hej Åsa!\n.\nDet här väntar på dig.\n",
            .date = base::to_instant("2026-10-03T08:15:00Z"),
            .id = "17@example.org"};
}

std::string error_of(Letter const& sent, Server const& server) {
    try {
        send(sent, server);
    } catch (base::Error const& error) {
        return error.what();
    }
    return {};
}

std::string error_of_message(Letter const& written) {
    try {
        to_message(written);
    } catch (base::Error const& error) {
        return error.what();
    }
    return {};
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

} // namespace

TEST_CASE("a letter is written in ASCII alone, with what makes it a letter of a program") {
    CHECK(to_message(letter()) == "Date: Sat, 3 Oct 2026 08:15:00 +0000\r\n"
                                  "From: =?UTF-8?B?UsO2ZHRyw6Vk?= <rodtrad@example.org>\r\n"
                                  "To: <asa.oberg@example.org>\r\n"
                                  "Subject: =?UTF-8?B?VHJlIGF2c3TDpG1uaW5nYXIgdsOkbnRhcg==?=\r\n"
                                  "Message-ID: <17@example.org>\r\n"
                                  "Auto-Submitted: auto-generated\r\n"
                                  "MIME-Version: 1.0\r\n"
                                  "Content-Type: text/plain; charset=utf-8\r\n"
                                  "Content-Transfer-Encoding: base64\r\n"
                                  "\r\n"
                                  "SGVqIMOFc2EhDQouDQpEZXQgaMOkciB2w6RudGFyIHDDpSBkaWcuDQo=\r\n");
}

TEST_CASE("long and odd headers stay within their lines and mean what they say") {
    auto written = letter();
    written.from_name = R"(Öst \ "Norr")";
    written.subject.clear();
    for (auto i = 0; i < 60; ++i) written.subject += "åäö";
    auto const message = to_message(written);
    for (std::size_t at = 0; at < message.size();) {
        auto const end = message.find("\r\n", at);
        CHECK(end - at <= 78);
        at = end + 2;
    }
    CHECK(std::ranges::count(message, '\n') > 12);
    written.from_name = R"(North, "A" \ B)";
    CHECK(holds(to_message(written), R"(From: "North, \"A\" \\ B" <rodtrad@example.org>)"));
    written.from_name.clear();
    written.subject = "=?UTF-8?B?x?= is not to be decoded";
    CHECK(holds(to_message(written), "From: <rodtrad@example.org>"));
    CHECK(holds(to_message(written), "Subject: =?UTF-8?B?PT9VVEYtOD9CP3g/PSBpcyBub3QgdG8gYmUgZGVjb2RlZA==?="));
}

TEST_CASE("no field can end its header and begin another") {
    for (std::string const hostile :
         {"a@example.org\r\nBcc: b@example.org", "a@example.org\nX: y", "a@example.org\r", "a@example.org\x01"}) {
        auto const refused = [&](auto change) {
            auto written = letter();
            change(written);
            return holds(error_of_message(written), "control character");
        };
        CHECK(refused([&](Letter& to) { to.from = hostile; }));
        CHECK(refused([&](Letter& to) { to.from_name = hostile; }));
        CHECK(refused([&](Letter& to) { to.to = hostile; }));
        CHECK(refused([&](Letter& to) { to.subject = hostile; }));
        CHECK(refused([&](Letter& to) { to.id = hostile; }));
    }
    for (std::string const not_one : {"", "anna", "@example.org", "anna@", "a@b@c", "a b@example.org", "a@example.org>",
                                      "a@example.org, b@example.org", "å@example.org"}) {
        auto written = letter();
        written.to = not_one;
        CHECK(error_of_message(written) == "the letter's recipient \"" + not_one + "\" is not an e-mail address");
    }
    auto written = letter();
    written.text = "\xC5sa";
    CHECK(error_of_message(written) == "the letter's text is not UTF-8");
}

TEST_CASE("a mail server is given the letter, whole") {
    SmtpListener listener;
    send(letter(), {.url = listener.url(), .hello = "rodtrad.example.org"});
    auto const taken = listener.taken();
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].message == to_message(letter()));
    CHECK(taken[0].commands.at(0) == "EHLO rodtrad.example.org");
    CHECK(taken[0].commands.at(1).starts_with("MAIL FROM:<rodtrad@example.org>"));
    CHECK(taken[0].commands.at(2) == "RCPT TO:<asa.oberg@example.org>");
    CHECK(taken[0].commands.at(3) == "DATA");
}

TEST_CASE("user and password are given to a server that asks for them") {
    SmtpListener listener{Manner::offers_sign_in};
    send(letter(), {.url = listener.url(), .user = "anna", .password = "hemligt"});
    auto const taken = listener.taken();
    REQUIRE(taken.size() == 1);
    auto const& said = taken[0].commands;
    // "\0anna\0hemligt", in one command or two
    CHECK(std::ranges::any_of(said, [](auto const& line) { return line.ends_with("AGFubmEAaGVtbGlndA=="); }));
}

TEST_CASE("a letter that is not taken is an error that says why") {
    SmtpListener refusing{Manner::refuses_recipient};
    CHECK(holds(error_of(letter(), {.url = refusing.url()}),
                "did not take the letter to asa.oberg@example.org: RCPT failed: 550"));
    SmtpListener hanging_up{Manner::hangs_up};
    CHECK(holds(error_of(letter(), {.url = hanging_up.url()}), "did not take the letter"));
    std::string absent;
    {
        SmtpListener const gone;
        absent = gone.url();
    }
    CHECK(holds(error_of(letter(), {.url = absent}), "did not take the letter"));
}

TEST_CASE("a server that says nothing is not waited for longer than was said") {
    SmtpListener silent{Manner::says_nothing};
    auto const before = std::chrono::steady_clock::now();
    CHECK(holds(error_of(letter(), {.url = silent.url(), .timeout = std::chrono::seconds{1}}),
                "did not take the letter"));
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds{10});
}

TEST_CASE("only mail servers are spoken to") {
    for (std::string const url :
         {"http://127.0.0.1/", "file:///etc/passwd", "smtp://", "127.0.0.1:25", "smtp://anna:x@127.0.0.1",
          "smtp://127.0.0.1/path", "smtp://127.0.0.1?x", "smtp://127.0.0.1\r\nRSET", ""})
        CHECK(holds(error_of(letter(), {.url = url}), "is not the address of a mail server"));
    CHECK(holds(error_of(letter(), {.url = "smtp://127.0.0.1", .hello = "a\r\nRSET"}), "is not a name to greet with"));
}
