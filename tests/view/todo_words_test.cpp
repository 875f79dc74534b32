#include "plan/school.hpp"
#include "view/calendar_feed.hpp"
#include "view/day_words.hpp"
#include "view/digest.hpp"
#include "view/pages/todo_view.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace rodtrad;
using namespace rodtrad::view;
using namespace std::chrono_literals;
using plan::test::at;
using plan::test::day;
using plan::test::School;

namespace {

Language const& sv = Language::swedish();
Language const& en = Language::english();

constexpr std::string_view site = "https://rodtrad.example.se";

// The lines of a calendar, unfolded. Fails where a line is longer than it may be, or ends otherwise than with CR LF.
std::vector<std::string> lines_of(std::string_view calendar) {
    std::vector<std::string> lines;
    while (!calendar.empty()) {
        auto const end = calendar.find("\r\n");
        REQUIRE(end != calendar.npos);
        auto const line = calendar.substr(0, end);
        CHECK(line.size() <= 75);
        for (char const c : line) CHECK((static_cast<unsigned char>(c) >= 0x20 && c != 0x7F));
        if (line.starts_with(' '))
            lines.back() += line.substr(1);
        else
            lines.emplace_back(line);
        calendar.remove_prefix(end + 2);
    }
    return lines;
}

std::size_t count(std::vector<std::string> const& lines, std::string_view line) {
    return static_cast<std::size_t>(std::ranges::count(lines, line));
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

} // namespace

TEST_CASE("a day is spoken of by who knows what day it is") {
    auto const thursday = day("2026-11-12");
    CHECK(when_due(sv, day("2026-11-10"), thursday) == "försenad 2 dagar");
    CHECK(when_due(sv, day("2026-11-11"), thursday) == "försenad 1 dag");
    CHECK(when_due(sv, thursday, thursday) == "i dag");
    CHECK(when_due(sv, day("2026-11-13"), thursday) == "i morgon");
    CHECK(when_due(sv, day("2026-11-18"), thursday) == "onsdag");
    CHECK(when_due(sv, day("2026-11-19"), thursday) == "19 november");
    CHECK(when_due(en, day("2026-11-11"), thursday) == "1 day late");
    CHECK(since_when(sv, day("2026-11-11"), thursday) == "i går");
    CHECK(since_when(sv, day("2026-11-03"), thursday) == "3 november");
    CHECK(since_when(en, day("2025-12-30"), thursday) == "30 December 2025");
    CHECK(weekday_and_date(sv, thursday, day("2026-11-05")) == "torsdag 12 november");
    CHECK(weekday_and_date(en, day("2027-01-04"), thursday) == "Monday 4 January 2027");
}

TEST_CASE("a greeting goes by the clock, and a number begins a sentence in words") {
    CHECK(greeting(sv, 7h) == "God morgon");
    CHECK(greeting(sv, 11h + 30min) == "Hej");
    CHECK(greeting(sv, 18h) == "God kväll");
    CHECK(greeting(sv, 3h) == "God kväll");
    CHECK(number_word(sv, 5) == "Fem");
    CHECK(number_word(sv, 13) == "13");
    CHECK(base::time_of_day(base::to_instant("2026-07-01T04:30:00Z")) == 6h + 30min);
    CHECK(base::time_of_day(base::to_instant("2026-12-01T23:30:00Z")) == 30min);
}

TEST_CASE("home says how many things wait, in words, and each in a sentence with what was said last") {
    School school;
    school.check_in(1, "2026-10-12");
    auto spoken = *school.tables.check_ins.find(domain::CheckInId{1});
    spoken.progress = "Vi väntar på {1}\nmattestödet";
    school.tables.check_ins.put(spoken);
    plan::Plan const plan{school.tables, 1};
    auto const view =
        pages::todo_view(plan, school.data, plan::test::rektor, base::to_instant("2026-10-21T06:00:00Z"), sv);
    CHECK(view.greeting == "God morgon. En sak väntar på dig.");
    REQUIRE(view.owed.size() == 1);
    auto const& row = view.owed.front();
    CHECK(row.sentence() == "Stäm av Varje elev får stöd i tid");
    CHECK(row.title == "Varje elev får stöd i tid");
    CHECK(row.when == "försenad 2 dagar");
    CHECK(row.is_late);
    CHECK(holds(row.small, "förra gången: ”Vi väntar på {1} mattestödet”"));
    CHECK(row.url.text() == "/mal/1/stam-av");
    CHECK(view.own.empty());
}

TEST_CASE("where nothing waits, home shows one's own goals and when the next check-in is") {
    School const school;
    plan::Plan const plan{school.tables, 1};
    auto const view =
        pages::todo_view(plan, school.data, plan::test::rektor, base::to_instant("2026-10-06T17:00:00Z"), sv);
    CHECK(view.greeting == "God kväll. Inget väntar på dig.");
    CHECK(view.next_check_in == "måndag 12 oktober");
    REQUIRE(view.own.size() == 1);
    CHECK(view.own.front().title == "Varje elev får stöd i tid");
}

TEST_CASE("who sits on a board sees the goals of the board, and who only reads is shown where to read") {
    School school;
    school.person(domain::PersonId{5}, domain::Role::politician, "skola");
    school.person(domain::PersonId{6}, domain::Role::reader, "skola");
    plan::Plan const plan{school.tables, 1};
    auto const now = base::to_instant("2026-10-06T08:00:00Z");
    auto const politician = pages::todo_view(plan, school.data, domain::PersonId{5}, now, en);
    REQUIRE(politician.board.size() == 1);
    CHECK(politician.board.front().goals.size() == 1);
    CHECK(!politician.is_reader);
    auto const reader = pages::todo_view(plan, school.data, domain::PersonId{6}, now, en);
    CHECK(reader.is_reader);
    CHECK(reader.board.empty());
}

TEST_CASE("a quotation is cut between words, and never within a letter") {
    School school;
    domain::Comment comment{
        .id = domain::CommentId{1}, .goal = plan::test::goal, .by = plan::test::teacher, .at = at("2026-10-06")};
    for (auto const* word : {"ååååååååååååå ", "å"}) {
        comment.text.clear();
        while (comment.text.size() < 400) comment.text += word;
        school.tables.comments.put(comment);
        plan::Plan const plan{school.tables, 1};
        auto const view = pages::todo_view(plan, school.data, plan::test::rektor, at("2026-10-06"), en);
        REQUIRE(view.waiting.size() == 1);
        auto const& small = view.waiting.front().small;
        CHECK(small.size() < 160);
        CHECK(holds(small, "å…"));
        CHECK(!holds(small, "\xC3…"));
    }
}

TEST_CASE("a calendar holds each thing on its day, the late ones today") {
    School const school;
    plan::Plan const plan{school.tables, 1};
    auto const on_time = lines_of(calendar_of(plan, school.data, plan::test::rektor, site, at("2026-10-06"), sv));
    CHECK(on_time.front() == "BEGIN:VCALENDAR");
    CHECK(on_time.back() == "END:VCALENDAR");
    CHECK(count(on_time, "BEGIN:VEVENT") == 2);
    CHECK(count(on_time, "UID:check_in-1-0@rodtrad.example.se") == 1);
    CHECK(count(on_time, "DTSTART;VALUE=DATE:20261012") == 1);
    CHECK(count(on_time, "DTEND;VALUE=DATE:20261013") == 1);
    CHECK(count(on_time, "SUMMARY:Stäm av Varje elev får stöd i tid") == 1);
    CHECK(count(on_time, "URL:https://rodtrad.example.se/mal/1/stam-av") == 1);

    auto const late = lines_of(calendar_of(plan, school.data, plan::test::rektor, site, at("2026-10-14"), sv));
    CHECK(count(late, "UID:check_in-1-0@rodtrad.example.se") == 1); // the same thing
    CHECK(count(late, "DTSTART;VALUE=DATE:20261014") == 1);
    CHECK(count(late, "SUMMARY:Stäm av Varje elev får stöd i tid (försenad 2 dagar)") == 1);

    auto const above = lines_of(calendar_of(plan, school.data, plan::test::chef, site, at("2026-10-15"), sv));
    CHECK(count(above, "SUMMARY:En sak väntar på dig i Rödtråd") == 1);
}

TEST_CASE("no text breaks out of its place in a calendar") {
    std::string const hostile = "X\r\nEND:VEVENT\r\nBEGIN:VALARM\nå;b,c\\d\x01\x7F:\"";
    std::vector<CalendarEvent> const events{
        {.id = "a", .day = day("2026-10-12"), .summary = hostile, .description = hostile, .url = ""}};
    auto const lines = lines_of(to_calendar(hostile, site, events, at("2026-10-06")));
    CHECK(count(lines, "END:VEVENT") == 1);
    CHECK(count(lines, "BEGIN:VALARM") == 0);
    CHECK(count(lines, R"(SUMMARY:X\nEND:VEVENT\nBEGIN:VALARM\nå\;b\,c\\d:")") == 1);
}

TEST_CASE("long lines of a calendar are folded between characters") {
    for (std::size_t before = 0; before < 4; ++before) {
        std::string summary(before, 'a');
        for (int at_letter = 0; at_letter < 100; ++at_letter) summary += "å𝄞";
        std::vector<CalendarEvent> const events{{.id = "a", .day = day("2026-10-12"), .summary = summary}};
        auto const calendar = to_calendar("n", site, events, at("2026-10-06"));
        CHECK(count(lines_of(calendar), "SUMMARY:" + summary) == 1);
        for (std::size_t fold = calendar.find("\r\n "); fold != calendar.npos; fold = calendar.find("\r\n ", fold + 1))
            CHECK((static_cast<unsigned char>(calendar[fold + 3]) & 0xC0) != 0x80);
    }
}

TEST_CASE("a letter tells what is to be done, with a way to each, and how to be rid of letters") {
    School school;
    auto goal = school.standing();
    goal.title = "Stöd\n– försenad 99 dagar";
    school.put_goal(goal);
    plan::Plan const plan{school.tables, 1};
    auto const today = day("2026-10-14");
    auto const todos = plan::todo_of(plan, school.data, plan::test::rektor, today);
    auto const& person = *plan.people.find(plan::test::rektor);
    auto const letter = digest_of(todos, plan, school.data, person, site, today, sv);
    CHECK(letter.subject == "En sak väntar på dig i Rödtråd");
    CHECK(holds(letter.text, "\nJag ska\n\n– Stäm av Stöd – försenad 99 dagar (försenad 2 dagar)\n"));
    CHECK(holds(letter.text, "\n  https://rodtrad.example.se/mal/1/stam-av\n"));
    CHECK(holds(letter.text, "\nhttps://rodtrad.example.se/att-gora\n"));
    CHECK(digest_of(todos, plan, school.data, person, site, today, en).subject ==
          "One thing is waiting for you in Rödtråd");
}
