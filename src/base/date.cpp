#include "base/date.hpp"

#include <fmt/format.h>

#include <charconv>

namespace rodtrad::base {

namespace {

using namespace std::chrono;

// One o'clock UTC on the last Sunday of a month: when summer time begins (March) and ends (October) in the European
// Union (directive 2000/84/EC).
sys_seconds turn(year year, month month) { return sys_days{year / month / Sunday[last]} + hours{1}; }

local_seconds in_sweden(Instant instant) {
    auto const in_utc = Date{floor<days>(instant)}.year();
    bool const is_summer = instant >= turn(in_utc, March) && instant < turn(in_utc, October);
    return local_seconds{instant.time_since_epoch() + hours{is_summer ? 2 : 1}};
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-') return {};
    return value;
}

} // namespace

std::string to_text(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Date> to_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    auto const y = number(text.substr(0, 4));
    auto const m = number(text.substr(5, 2));
    auto const d = number(text.substr(8, 2));
    if (!y || !m || !d) return {};
    Date const date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

Date day_of(Instant instant) { return Date{floor<days>(in_sweden(instant))}; }

minutes time_of_day(Instant instant) {
    auto const local = in_sweden(instant);
    return floor<minutes>(local - floor<days>(local));
}

int days_between(Date from, Date to) { return static_cast<int>((sys_days{to} - sys_days{from}).count()); }

Date plus_days(Date date, int days) { return Date{sys_days{date} + std::chrono::days{days}}; }

} // namespace rodtrad::base
