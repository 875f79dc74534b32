#include "domain/period.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace rodtrad::domain {

namespace {

struct Kind {
    Periodicity periodicity;
    std::string_view name;
    int per_year;
    int first_part; // code of its first part in ISO 8601-2
    char letter;    // between year and part in text; 0 for none
};

constexpr std::array<Kind, 5> kinds{{
    {Periodicity::year, "year", 1, 0, 0},
    {Periodicity::half_year, "half_year", 2, 40, 'H'},
    {Periodicity::tertial, "tertial", 3, 37, 'T'},
    {Periodicity::quarter, "quarter", 4, 33, 'Q'},
    {Periodicity::month, "month", 12, 1, '-'},
}};

constexpr Kind const& kind_of(Periodicity periodicity) { return kinds[static_cast<std::size_t>(periodicity)]; }

constexpr Kind const* kind_of_part(int part) {
    for (auto const& kind : kinds)
        if (part >= kind.first_part && part < kind.first_part + kind.per_year) return &kind;
    return nullptr;
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    if (text.empty() || text.front() < '0' || text.front() > '9') return {};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

} // namespace

int periods_per_year(Periodicity periodicity) { return kind_of(periodicity).per_year; }

std::string_view to_text(Periodicity periodicity) { return kind_of(periodicity).name; }

std::optional<Periodicity> to_periodicity(std::string_view text) {
    for (auto const& kind : kinds)
        if (kind.name == text) return kind.periodicity;
    return {};
}

Period Period::make(Periodicity periodicity, int year, int part) {
    auto const& kind = kind_of(periodicity);
    if (year < first_year || year > last_year || part < 1 || part > kind.per_year)
        throw base::Error(fmt::format("there is no {} {} of year {}", kind.name, part, year));
    return Period{year * 100 + kind.first_part + part - 1};
}

std::optional<Period> Period::from_code(std::int32_t code) {
    auto const year = code / 100;
    if (year < first_year || year > last_year || kind_of_part(code % 100) == nullptr) return {};
    return Period{code};
}

std::optional<Period> Period::from_text(std::string_view text) {
    if (text.size() < 4) return {};
    auto const year = digits(text.substr(0, 4));
    if (!year || *year < first_year || *year > last_year) return {};
    if (text.size() == 4) return make(Periodicity::year, *year);
    auto const part = digits(text.substr(5));
    for (auto const& kind : kinds) {
        auto const width = kind.periodicity == Periodicity::month ? 2U : 1U;
        if (kind.letter == text[4] && part && text.size() == 5 + width && *part >= 1 && *part <= kind.per_year)
            return make(kind.periodicity, *year, *part);
    }
    return {};
}

Period Period::from_number(Periodicity periodicity, std::int32_t number) {
    auto const per_year = kind_of(periodicity).per_year;
    return make(periodicity, number / per_year, number % per_year + 1);
}

std::int32_t Period::number() const { return year() * kind_of(periodicity()).per_year + part() - 1; }

Periodicity Period::periodicity() const { return kind_of_part(m_code % 100)->periodicity; }

int Period::part() const { return m_code % 100 - kind_of(periodicity()).first_part + 1; }

std::string Period::text() const {
    switch (periodicity()) {
    case Periodicity::year:
        return fmt::format("{}", year());
    case Periodicity::month:
        return fmt::format("{}-{:02}", year(), part());
    default:
        return fmt::format("{}{}{}", year(), kind_of(periodicity()).letter, part());
    }
}

} // namespace rodtrad::domain
