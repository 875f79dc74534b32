#include "import/number_format.hpp"

#include "base/date.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace rodtrad::import {

namespace {

constexpr int seconds_in_a_day = 86'400;
constexpr int last_serial = 2'958'465; // 9999-12-31, counted from 1900

// The first section, without what is only printed: "text", \x, the width of x (_x), filling with x (*x), and [colours].
std::string instructions(std::string_view code) {
    std::string rest;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        switch (code[at]) {
        case '"':
            at = std::min(code.find('"', at + 1), code.size());
            break;
        case '\\':
        case '_':
        case '*':
            ++at;
            break;
        case '[': {
            auto const end = std::min(code.find(']', at), code.size());
            auto const inside = base::lower(code.substr(at + 1, end - at - 1));
            if (!inside.empty() && inside.find_first_not_of("hms") == std::string::npos) rest += "[]"; // a duration
            at = end;
            break;
        }
        default:
            rest += code[at];
        }
    }
    return base::lower(rest);
}

// "0.568" → "56.8", without a rounding in between.
double times_hundred(double number) {
    auto text = base::shortest(number);
    auto exponent = 2;
    if (auto const e = text.find('e'); e != std::string::npos) {
        exponent += static_cast<int>(base::to_double(std::string_view{text}.substr(e + 1)).value_or(0));
        text.erase(e);
    }
    return base::to_double(fmt::format("{}e{}", text, exponent)).value_or(number * 100);
}

std::string clock(int seconds) {
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string padded(double number, int digits) {
    auto const text = base::shortest(number);
    auto const is_whole = text.find_first_not_of("0123456789") == std::string::npos;
    return is_whole && text.size() < static_cast<std::size_t>(digits)
               ? std::string(static_cast<std::size_t>(digits) - text.size(), '0') + text
               : text;
}

std::string date_text(double number, NumberFormat::Kind kind, DayCount count) {
    auto days = static_cast<int>(std::floor(number));
    auto seconds = static_cast<int>(std::lround((number - days) * seconds_in_a_day));
    if (seconds == seconds_in_a_day) {
        ++days;
        seconds = 0;
    }
    using namespace std::chrono;
    constexpr sys_days of_1904 = year{1904} / January / 1;
    // Excel believes that 1900 was a leap year, with a day 60 that never was.
    constexpr sys_days of_1900 = year{1899} / December / 30;
    constexpr auto day_that_never_was = 60;
    if (count == DayCount::from_1900 && days == day_that_never_was) return base::shortest(number);
    auto const first = count == DayCount::from_1904 ? of_1904
                       : days < day_that_never_was  ? of_1900 + std::chrono::days{1}
                                                    : of_1900;
    auto const date = base::to_text(base::Date{first + std::chrono::days{days}});
    constexpr std::size_t year_size = 4;
    constexpr std::size_t month_size = 7;
    if (kind == NumberFormat::Kind::year) return date.substr(0, year_size);
    if (kind == NumberFormat::Kind::month) return date.substr(0, month_size);
    return kind == NumberFormat::Kind::moment && seconds != 0 ? date + "T" + clock(seconds) : date;
}

} // namespace

NumberFormat to_number_format(std::string_view code) {
    using enum NumberFormat::Kind;
    auto const text = instructions(code);
    if (text == "general" || text == "@") return {};
    auto const has = [&](std::string_view letters) { return text.find_first_of(letters) != std::string::npos; };
    if (text.find("[]") != std::string::npos) return {};
    if (has("yd")) {
        if (has("hs")) return {moment};
        if (has("d")) return {day};
        return {has("m") ? month : year};
    }
    if (has("hs")) return {time};
    if (text.find('%') != std::string::npos) return {percent};
    auto const is_padded = text.size() > 1 && text.find_first_not_of('0') == std::string::npos;
    return is_padded ? NumberFormat{padded, static_cast<int>(text.size())} : NumberFormat{};
}

NumberFormat built_in_number_format(int id) {
    using enum NumberFormat::Kind;
    switch (id) {
    case 9:
    case 10:
        return {percent};
    case 14:
    case 15:
    case 16:
        return {day};
    case 17:
        return {month};
    case 18:
    case 19:
    case 20:
    case 21:
    case 45:
    case 47:
        return {time};
    case 22:
        return {moment};
    default:
        return {};
    }
}

bool is_date(NumberFormat format) { return format.kind >= NumberFormat::Kind::day; }

std::string to_text(double number, NumberFormat format, DayCount count) {
    using enum NumberFormat::Kind;
    switch (format.kind) {
    case plain:
        break;
    case percent:
        return base::shortest(times_hundred(number));
    case padded:
        return import::padded(number, format.digits);
    case time:
        if (number >= 0 && number < 1)
            return clock(static_cast<int>(std::lround(number * seconds_in_a_day)) % seconds_in_a_day);
        break;
    case day:
    case month:
    case year:
    case moment:
        if (number >= 1 && number < last_serial + 1) return date_text(number, format.kind, count);
        break;
    }
    return base::shortest(number);
}

} // namespace rodtrad::import
