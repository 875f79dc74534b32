#include "import/period_text.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace rodtrad::import {

namespace {

using domain::Period;
using domain::Periodicity;

constexpr std::array<std::string_view, 12> month_names = {"januari",   "februari", "mars",     "april",
                                                          "maj",       "juni",     "juli",     "augusti",
                                                          "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 12> month_names_en = {"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};

struct PartWord {
    std::string_view word;
    Periodicity periodicity;
};
// Before or after the number of the part
constexpr auto part_words = std::to_array<PartWord>({
    {"kvartal", Periodicity::quarter},
    {"kv", Periodicity::quarter},
    {"k", Periodicity::quarter},
    {"q", Periodicity::quarter},
    {"tertial", Periodicity::tertial},
    {"t", Periodicity::tertial},
    {"halvår", Periodicity::half_year},
    {"h", Periodicity::half_year},
    {"m", Periodicity::month},
});

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

int number_of(std::string_view digits) {
    auto number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::optional<Period> made(Periodicity periodicity, int year, int part) {
    if (year < Period::first_year || year > Period::last_year) return {};
    if (part < 1 || part > domain::periods_per_year(periodicity)) return {};
    return Period::make(periodicity, year, part);
}

// "2024" or, for terms, "24"
std::optional<int> year_of(std::string_view text) {
    if (!is_digits(text)) return {};
    if (text.size() == 4) return number_of(text);
    if (text.size() == 2) return 2000 + number_of(text);
    return {};
}

// "2024", "202403", "2024-03", "2024-03-17", "20240317" with any of - . / between
std::optional<Period> numeric(std::string_view text) {
    if (text.size() < 4 || !is_digits(text.substr(0, 4))) return {};
    auto const year = number_of(text.substr(0, 4));
    auto rest = text.substr(4);
    if (rest.empty()) return made(Periodicity::year, year, 1);
    auto const mark = is_digit(rest[0]) ? '\0' : rest[0];
    if (mark != '\0') {
        if (mark != '-' && mark != '.' && mark != '/') return {};
        rest.remove_prefix(1);
    }
    if (rest.size() < 2 || !is_digits(rest.substr(0, 2))) return {};
    auto const month = number_of(rest.substr(0, 2));
    rest.remove_prefix(2);
    if (!rest.empty()) {
        if (mark != '\0') {
            if (rest[0] != mark) return {};
            rest.remove_prefix(1);
        }
        if (rest.size() != 2 || !is_digits(rest)) return {};
        auto const day = number_of(rest);
        if (day < 1 || day > 31) return {};
    }
    return made(Periodicity::month, year, month);
}

// A school year "2023/24" or "2023/2024", "2023-2024": the second year follows the first.
bool is_split_year(std::string_view text) {
    if (text.size() < 6 || !is_digits(text.substr(0, 4))) return false;
    auto const year = number_of(text.substr(0, 4));
    auto rest = text.substr(4);
    auto const is_slash = rest[0] == '/';
    for (auto const* const dash : {"/", "-", "\xE2\x80\x93"}) {
        if (!rest.starts_with(dash)) continue;
        rest.remove_prefix(std::string_view{dash}.size());
        break;
    }
    if (!is_digits(rest)) return false;
    // "2011-12" is December; only a slash makes two digits a year
    if (rest.size() == 2) return is_slash && number_of(rest) == (year + 1) % 100;
    return rest.size() == 4 && number_of(rest) == year + 1;
}

// A word and a year in either order: "mars 2024", "2024 mars", "q2 2024", "2024q2", "vt24", "2024 HT"
std::optional<Period> worded(std::string_view text) {
    auto const lower = base::lower(text);
    std::string word;
    std::string year;
    auto const without_blanks = [](std::string_view part) {
        std::string kept{base::trimmed(part)};
        std::erase(kept, ' ');
        std::erase(kept, '-');
        std::erase(kept, '.');
        return kept;
    };
    if (lower.size() > 4 && is_digits(std::string_view{lower}.substr(0, 4)) && !is_digit(lower[4])) {
        year = lower.substr(0, 4);
        word = without_blanks(std::string_view{lower}.substr(4));
    } else {
        auto const tail = lower.find_last_not_of("0123456789") + 1; // 0 where there are digits only
        year = lower.substr(tail);
        word = without_blanks(std::string_view{lower}.substr(0, tail));
    }
    auto const known_year = year_of(year);
    if (!known_year || word.empty()) return {};
    if (word == "vt" || word == "vårtermin" || word == "vårterminen")
        return made(Periodicity::half_year, *known_year, 1);
    if (word == "ht" || word == "hösttermin" || word == "höstterminen")
        return made(Periodicity::half_year, *known_year, 2);
    if (year.size() != 4) return {};

    if (word.size() >= 3)
        for (auto month = 0; month < 12; ++month) {
            auto const at = static_cast<std::size_t>(month);
            auto const is_short = word.size() == 3;
            if (word == month_names[at] || word == month_names_en[at] ||
                (is_short && (month_names[at].starts_with(word) || month_names_en[at].starts_with(word))))
                return made(Periodicity::month, *known_year, month + 1);
        }
    for (auto const& [name, periodicity] : part_words) {
        auto const starts = word.starts_with(name);
        if (!starts && !word.ends_with(name)) continue;
        auto const part = starts ? word.substr(name.size()) : word.substr(0, word.size() - name.size());
        if (is_digits(part) && part.size() <= 2) return made(periodicity, *known_year, number_of(part));
    }
    return {};
}

} // namespace

PeriodText to_period(std::string_view text) {
    if (auto const period = numeric(text)) return {PeriodText::Kind::period, period};
    if (is_split_year(text)) return {PeriodText::Kind::split_year, {}};
    if (text.size() > 40) return {};
    if (auto const period = worded(text)) return {PeriodText::Kind::period, period};
    return {};
}

PeriodPattern::PeriodPattern(std::string pattern) : m_pattern{std::move(pattern)} {
    if (m_pattern.find("YY") == std::string::npos)
        throw base::Error{
            fmt::format("The period pattern \"{}\" does not say where the year stands: write YYYY.", m_pattern)};
}

std::optional<Period> PeriodPattern::read(std::string_view text) const {
    std::optional<int> year;
    auto periodicity = Periodicity::year;
    auto part = 1;
    std::string_view pattern = m_pattern;
    auto is_read = true;
    auto const digits = [&](std::string_view mark) -> std::optional<int> {
        if (!pattern.starts_with(mark)) return {};
        pattern.remove_prefix(mark.size());
        auto const number = text.substr(0, mark.size());
        is_read = is_read && number.size() == mark.size() && is_digits(number);
        text.remove_prefix(number.size());
        return is_read ? number_of(number) : 0;
    };
    while (!pattern.empty() && is_read) {
        if (auto const full_year = digits("YYYY")) {
            year = full_year;
        } else if (auto const short_year = digits("YY")) {
            year = 2000 + *short_year;
        } else if (auto const month = digits("MM")) {
            periodicity = Periodicity::month, part = *month;
        } else if (auto const day = digits("DD")) {
            is_read = is_read && *day >= 1 && *day <= 31;
        } else if (auto const quarter = digits("Q")) {
            periodicity = Periodicity::quarter, part = *quarter;
        } else if (auto const tertial = digits("T")) {
            periodicity = Periodicity::tertial, part = *tertial;
        } else if (auto const half = digits("H")) {
            periodicity = Periodicity::half_year, part = *half;
        } else {
            is_read = text.starts_with(pattern.front());
            if (is_read) text.remove_prefix(1);
            pattern.remove_prefix(1);
        }
    }
    if (!is_read || !text.empty() || !year) return {};
    return made(periodicity, *year, part);
}

Period widened(Period period, Periodicity to) {
    if (period.periodicity() != Periodicity::month) return period;
    auto const months_in_one = 12 / domain::periods_per_year(to);
    return Period::make(to, period.year(), (period.part() - 1) / months_in_one + 1);
}

} // namespace rodtrad::import
