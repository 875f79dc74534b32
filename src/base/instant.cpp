#include "base/instant.hpp"

#include <cstdio>

#include <fmt/format.h>

#include "base/error.hpp"

namespace rodtrad::base {

std::string to_text(Instant instant) {
    auto const day = std::chrono::floor<std::chrono::days>(instant);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const time{instant - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

Instant to_instant(std::string_view text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int used = 0;
    std::string const whole{text};
    auto const fields = std::sscanf(whole.c_str(), "%4d-%2u-%2uT%2d:%2d:%2dZ%n", &year, &month, &day, &hour, &minute,
                                    &second, &used);
    std::chrono::year_month_day const date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (fields != 6 || used != static_cast<int>(whole.size()) || !date.ok() || hour > 23 || minute > 59 || second > 60)
        throw Error(fmt::format("\"{}\" is not a time in the form 2026-10-03T08:15:00Z", text));
    return std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
           std::chrono::seconds{second};
}

} // namespace rodtrad::base
