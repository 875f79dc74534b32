#include "view/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <chrono>
#include <cmath>

namespace rodtrad::view {

namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view minus_sign = "\u2212";
constexpr std::string_view plus_sign = "+";

// Digits of a number that is not negative, with a point: rounded half up at the shortest decimal form, as a person with
// the printed figure before them would.
std::string rounded_digits(double value, int decimals) {
    std::array<char, 1100> buffer; // the smallest double has 1 074 decimals
    auto* const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed).ptr;
    std::string digits{buffer.data(), end};
    auto point = digits.find('.');
    if (point == digits.npos) {
        point = digits.size();
        digits += '.';
    }
    auto const wanted = point + 1 + static_cast<std::size_t>(decimals);
    auto const is_rounded_up = digits.size() > wanted && digits[wanted] >= '5';
    digits.resize(wanted, '0');
    if (is_rounded_up) {
        auto at = digits.size();
        while (at > 0 && (digits[at - 1] == '9' || digits[at - 1] == '.')) {
            --at;
            if (digits[at] == '9') digits[at] = '0';
        }
        if (at > 0)
            ++digits[at - 1];
        else
            digits.insert(0, 1, '1');
    }
    if (decimals == 0) digits.pop_back();
    return digits;
}

bool is_zero(std::string_view digits) { return digits.find_first_not_of("0.") == digits.npos; }

std::string written(Language const& language, std::string_view digits, std::string_view sign) {
    auto const point = std::min(digits.find('.'), digits.size());
    std::string out{sign};
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) out += language.thousands_sign();
        out += digits[i];
    }
    if (point < digits.size()) {
        out += language.decimal_sign();
        out += digits.substr(point + 1);
    }
    return out;
}

bool is_percent(ValueFormat const& format) { return format.unit == "%"; }

std::string before_unit(Language const& language, std::string_view figure, std::string_view unit) {
    if (unit.empty()) return std::string{figure};
    auto const space = unit == "%" && !language.is_swedish() ? std::string_view{} : no_break_space;
    return fmt::format("{}{}{}", figure, space, unit);
}

std::string difference_text(Language const& language, ValueFormat const& format, double difference,
                            std::string_view sign) {
    auto const figure = written(language, rounded_digits(std::abs(difference), format.decimals), sign);
    if (!is_percent(format)) return before_unit(language, figure, format.unit);
    auto const is_one = rounded_digits(std::abs(difference), format.decimals) == "1";
    return before_unit(language, figure, language.trn("percentage point", "percentage points", is_one ? 1 : 2));
}

constexpr std::array months{message("January"),   message("February"), message("March"),    message("April"),
                            message("May"),       message("June"),     message("July"),     message("August"),
                            message("September"), message("October"),  message("November"), message("December")};
constexpr std::array brief_months{message("Jan"), message("Feb"), message("Mar"), message("Apr"),
                                  message("May"), message("Jun"), message("Jul"), message("Aug"),
                                  message("Sep"), message("Oct"), message("Nov"), message("Dec")};
constexpr std::array quarters{message("the first quarter of {0}"), message("the second quarter of {0}"),
                              message("the third quarter of {0}"), message("the fourth quarter of {0}")};

} // namespace

std::string number(Language const& language, double value, int decimals) {
    assert(std::isfinite(value) && decimals >= 0);
    auto const digits = rounded_digits(std::abs(value), decimals);
    return written(language, digits, value < 0 && !is_zero(digits) ? minus_sign : std::string_view{});
}

std::string whole(Language const& language, std::int64_t value) {
    return number(language, static_cast<double>(value), 0);
}

ValueFormat value_format(domain::Measure const& measure, std::span<double const> shown) {
    if (measure.decimals) return {measure.unit_of_measure, *measure.decimals};
    auto const are_whole = std::ranges::all_of(shown, [](double value) { return value == std::trunc(value); });
    if (are_whole) return {measure.unit_of_measure, 0};
    if (measure.unit_of_measure == "%") return {measure.unit_of_measure, 1};
    double largest = 0;
    for (auto const value : shown) largest = std::max(largest, std::abs(value));
    return {measure.unit_of_measure, largest >= 100 ? 0 : largest >= 1 ? 1 : 2};
}

std::string with_unit(Language const& language, ValueFormat const& format, double value) {
    return before_unit(language, number(language, value, format.decimals), format.unit);
}

std::string as_set(Language const& language, ValueFormat const& format, double value) {
    constexpr int most_decimals = 4;
    auto digits = rounded_digits(std::abs(value), most_decimals);
    digits.resize(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
    auto const sign = value < 0 && !is_zero(digits) ? minus_sign : std::string_view{};
    return before_unit(language, written(language, digits, sign), format.unit);
}

std::string signed_difference(Language const& language, ValueFormat const& format, double difference) {
    auto const has_sign = !is_zero(rounded_digits(std::abs(difference), format.decimals));
    auto const sign = !has_sign ? std::string_view{} : difference < 0 ? minus_sign : plus_sign;
    return difference_text(language, format, difference, sign);
}

std::string plain_difference(Language const& language, ValueFormat const& format, double difference) {
    return difference_text(language, format, difference, {});
}

std::string difference_unit(Language const& language, ValueFormat const& format) {
    return is_percent(format) ? std::string{language.trn("percentage point", "percentage points", 2)} : format.unit;
}

std::string in_a_row(Language const& language, std::span<std::string const> things) {
    if (things.empty()) return {};
    auto row = things.front();
    for (std::size_t at = 1; at + 1 < things.size(); ++at) row += ", " + things[at];
    return things.size() == 1 ? row : language.tr("{0} and {1}", row, things.back());
}

std::string people(Language const& language, double count, std::string_view who) {
    return before_unit(language, number(language, count, 0), who);
}

std::string period_text(Language const& language, domain::Period period, PeriodStyle style) {
    auto const is_full = style == PeriodStyle::full;
    auto year = fmt::format("{}", period.year());
    auto const part = fmt::format("{}", period.part());
    auto const at = static_cast<std::size_t>(period.part() - 1);
    switch (period.periodicity()) {
    case domain::Periodicity::year:
        return year;
    case domain::Periodicity::half_year:
        if (is_full) return at == 0 ? language.tr("spring {0}", year) : language.tr("autumn {0}", year);
        return at == 0 ? language.tr("spr {0}", year.substr(2)) : language.tr("aut {0}", year.substr(2));
    case domain::Periodicity::tertial:
        return is_full ? language.tr("four-month period {0} of {1}", part, year) : language.tr("P{0} {1}", part, year);
    case domain::Periodicity::quarter:
        return is_full ? language.tr(quarters[at], year) : language.tr("Q{0} {1}", part, year);
    case domain::Periodicity::month:
        break;
    }
    return fmt::format("{} {}", language.tr(is_full ? months[at] : brief_months[at]), year);
}

std::string date(Language const& language, base::Date day) {
    auto const month = language.tr(months[unsigned{day.month()} - 1]);
    return fmt::format("{} {} {}", unsigned{day.day()}, month, int{day.year()});
}

std::string date(Language const& language, base::Instant instant) { return date(language, base::day_of(instant)); }

std::string date_and_time(Language const& language, base::Instant instant) {
    std::chrono::hh_mm_ss const clock{base::time_of_day(instant)};
    return language.tr("{0} at {1}", date(language, instant),
                       fmt::format("{:02}:{:02}", clock.hours().count(), clock.minutes().count()));
}

} // namespace rodtrad::view
