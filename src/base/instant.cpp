#include "base/instant.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <optional>

namespace rodtrad::base {

std::string to_text(Instant instant) {
    auto const day = std::chrono::floor<std::chrono::days>(instant);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const time{instant - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

namespace {

// The digits from `at` on, so many of them, as a number; nothing where another sign stands among them.
std::optional<unsigned> digits(std::string_view text, std::size_t at, std::size_t count) {
    unsigned value = 0;
    for (auto const c : text.substr(at, count)) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

} // namespace

Instant to_instant(std::string_view text) {
    constexpr std::string_view form = "0000-00-00T00:00:00Z";
    bool is_formed = text.size() == form.size();
    for (std::size_t at = 0; is_formed && at < form.size(); ++at) is_formed = form[at] == '0' || form[at] == text[at];
    if (is_formed) {
        auto const year = digits(text, 0, 4);
        auto const month = digits(text, 5, 2);
        auto const day = digits(text, 8, 2);
        auto const hour = digits(text, 11, 2);
        auto const minute = digits(text, 14, 2);
        auto const second = digits(text, 17, 2);
        if (year && month && day && hour && minute && second) {
            std::chrono::year_month_day const date{std::chrono::year{static_cast<int>(*year)},
                                                   std::chrono::month{*month}, std::chrono::day{*day}};
            if (date.ok() && *hour < 24 && *minute < 60 && *second < 60)
                return std::chrono::sys_days{date} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
                       std::chrono::seconds{*second};
        }
    }
    throw Error(fmt::format("\"{}\" is not a time in the form 2026-10-03T08:15:00Z", text));
}

} // namespace rodtrad::base
