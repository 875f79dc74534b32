#include "view/calendar_feed.hpp"

#include "plan/todo.hpp"
#include "view/day_words.hpp"
#include "view/pages/todo_addresses.hpp"
#include "view/pages/todo_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace rodtrad::view {

namespace {

constexpr std::size_t longest_line = 75; // bytes, without the line end
constexpr int days_shown = 92;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\\' || c == ';' || c == ',')
            (out += '\\') += c;
        else if (!is_control(c))
            out += c;
    }
    return out;
}

class Writer {
public:
    // The value is finished: escaped where it is a text.
    void line(std::string_view name, std::string_view value) {
        auto const whole = fmt::format("{}:{}", name, value);
        std::string_view rest = whole;
        for (auto room = longest_line; rest.size() > room; room = longest_line - 1) { // a folded line has a space first
            auto end = room;
            while (end > 1 && continues_a_character(rest[end])) --end;
            m_out.append(rest.substr(0, end)).append("\r\n ");
            rest.remove_prefix(end);
        }
        m_out.append(rest).append("\r\n");
    }
    void text(std::string_view name, std::string_view text) { line(name, escaped(text)); }

    std::string take() && { return std::move(m_out); }

private:
    std::string m_out;
};

std::string compact(base::Date day) {
    auto text = base::to_text(day);
    std::erase(text, '-');
    return text;
}
std::string compact(base::Instant instant) {
    auto text = base::to_text(instant);
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

std::string_view host_of(std::string_view site) {
    auto const slashes = site.find("//");
    return slashes == site.npos ? site : site.substr(slashes + 2);
}

std::string address(std::string_view site, Url const& url) { return fmt::format("{}{}", site, url.text()); }

} // namespace

std::string to_calendar(std::string_view name, std::string_view site, std::span<CalendarEvent const> events,
                        base::Instant stamp) {
    Writer out;
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//Rodtrad//Rodtrad//SV");
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    out.text("X-WR-CALNAME", name);
    out.line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
    out.line("X-PUBLISHED-TTL", "PT6H");
    for (auto const& event : events) {
        out.line("BEGIN", "VEVENT");
        out.text("UID", fmt::format("{}@{}", event.id, host_of(site)));
        out.line("DTSTAMP", compact(stamp));
        out.line("DTSTART;VALUE=DATE", compact(event.day));
        out.line("DTEND;VALUE=DATE", compact(base::plus_days(event.day, 1)));
        out.text("SUMMARY", event.summary);
        if (!event.description.empty()) out.text("DESCRIPTION", event.description);
        if (!event.url.empty()) out.line("URL", event.url);
        out.line("TRANSP", "TRANSPARENT"); // one is not busy all day
        out.line("END", "VEVENT");
    }
    out.line("END", "VCALENDAR");
    return std::move(out).take();
}

std::string calendar_of(plan::Plan const& plan, study::Dataset const& data, domain::PersonId person,
                        std::string_view site, base::Instant now, Language const& language) {
    auto const today = base::day_of(now);
    std::vector<CalendarEvent> events;
    for (auto const& todo : plan::owed_until(plan, data, person, today, base::plus_days(today, days_shown))) {
        auto const row = pages::todo_row(todo, plan, data, today, language);
        auto const is_late = todo.days > 0;
        auto const link = address(site, row.url);
        events.push_back({.id = fmt::format("{}-{}-{}", base::name_of(todo.kind), todo.goal.value(), todo.subject),
                          .day = is_late ? today : todo.day,
                          .summary = is_late ? fmt::format("{} ({})", row.sentence(), row.when) : row.sentence(),
                          .description = fmt::format("{}\n{}", row.small, link),
                          .url = link});
    }
    auto const waiting = plan::todo_of(plan, data, person, today).waiting;
    if (!waiting.empty()) {
        auto const count = static_cast<std::int64_t>(waiting.size());
        auto const link = address(site, pages::todo_url());
        std::string lines;
        for (auto const& todo : waiting)
            lines += fmt::format("– {}\n", pages::todo_row(todo, plan, data, today, language).sentence());
        events.push_back(
            {.id = "waiting",
             .day = today,
             .summary = language.trn("{0} thing is waiting for you in Rödtråd",
                                     "{0} things are waiting for you in Rödtråd", count, number_word(language, count)),
             .description = lines + link,
             .url = link});
    }
    return to_calendar(language.tr("Rödtråd: to do"), site, events, now);
}

} // namespace rodtrad::view
