#include "import/kolada_words.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace rodtrad::import::kolada {

namespace {

using domain::ValueKind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Titles of measures that have ended or changed say so last: "(-2021)", "(- 2024)", "(2005-)".
std::string_view without_years(std::string_view title) {
    title = base::trimmed(title);
    auto const is_of_years = [](char c) { return is_digit(c) || c == '-' || c == ' '; };
    while (title.ends_with(')') || title.ends_with('.')) {
        if (title.ends_with('.')) {
            title.remove_suffix(1);
            continue;
        }
        auto const open = title.rfind('(');
        if (open == std::string_view::npos) break;
        auto const inside = title.substr(open + 1, title.size() - open - 2);
        if (inside.empty() || !std::ranges::all_of(inside, is_of_years)) break;
        title = base::trimmed(title.substr(0, open));
    }
    return title;
}

// "antal/100 000 inv" → 100 000; "antal/inv" → 1
double per_how_many(std::string_view after_slash) {
    auto number = 0.0;
    for (auto const c : after_slash) {
        if (is_digit(c))
            number = number * 10 + (c - '0');
        else if (c != ' ')
            break;
    }
    return number == 0 || number > 1e9 ? 1 : number;
}

// Units that are written out as the whole tail
constexpr auto plain_units =
    std::to_array<std::string_view>({"år", "dagar", "kg", "ton", "meter", "hektar", "mwh", "kwh", "procentenheter",
                                     "timmar", "minuter", "mbit/s", "liter"});
// Of which a larger municipality has more
constexpr auto amounts = std::to_array<std::string_view>({"kg", "ton", "ton co2-ekv", "mwh", "kwh", "liter"});

struct Area {
    std::string_view words; // of the operating area, in lower case
    std::string_view area;
};
// The first that fits; Kolada's earlier names of areas too
constexpr auto areas = std::to_array<Area>({
    {"grundskola", "grundskola"},
    {"gymnasieskola", "gymnasieskola"},
    {"förskol", "förskola"},
    {"ekonomiskt bistånd", "ekonomiskt bistånd"},
    {"arbetsmarknad", "arbetsmarknad"},
    {"individ- och familjeomsorg", "IFO"},
    {"insatser barn och unga", "IFO"},
    {"vuxna med", "IFO"},
    {"lss", "LSS"},
    {"om personer med funktionsnedsättning", "LSS"},
    {"äldre", "äldreomsorg"},
    {"särskilt boende", "äldreomsorg"},
    {"ordinärt boende", "äldreomsorg"},
});

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

// "Barn per barngrupp", "Elever/lärare": so many for each, and no more of them in a larger municipality
bool is_quotient(std::string_view lower_title) { return has(lower_title, " per ") || has(lower_title, "/"); }

} // namespace

Scale scale_of(std::string_view title) {
    auto const whole = without_years(title);
    auto const comma = whole.rfind(", ");
    auto const tail = comma == std::string_view::npos ? whole : base::trimmed(whole.substr(comma + 1));
    auto const lower = base::lower(tail);
    auto const lower_title = base::lower(whole);

    if (has(lower, "(%)") || lower == "procent") {
        // A difference between two shares is no share: it can be negative.
        auto const is_difference =
            has(lower_title, "avvikelse") || has(lower_title, "förändring") || has(lower_title, "skillnad");
        return {"%", is_difference ? ValueKind::other : ValueKind::proportion, 100};
    }
    for (auto const* const money : {"kr", "tkr", "mkr", "mnkr", "1000 kr", "miljoner kronor"}) {
        std::string_view const unit{money};
        if (lower != unit && !(lower.starts_with(unit) && (lower[unit.size()] == '/' || lower[unit.size()] == ' ')))
            continue;
        if (unit == "1000 kr") return {"tkr" + std::string{tail.substr(unit.size())}, ValueKind::money, 1};
        return {std::string{tail}, ValueKind::money, 1};
    }
    if (lower.starts_with("antal")) {
        auto const slash = lower.find('/');
        if (slash != std::string::npos)
            return {"per " + std::string{tail.substr(tail.find('/') + 1)}, ValueKind::rate,
                    per_how_many(std::string_view{lower}.substr(slash + 1))};
        if (lower == "antal dagar") return {"dagar", ValueKind::other, 1};
        // "9 451 årsarbetare" is said by the title.
        return {"", is_quotient(lower_title) ? ValueKind::other : ValueKind::count, 1};
    }
    if (lower.starts_with("index")) return {"", ValueKind::index, 1};
    if (lower == "genomsnitt" || lower == "medelvärde") return {"", ValueKind::mean, 1};
    auto const is_plain = std::ranges::any_of(plain_units, [&](std::string_view unit) {
        return lower == unit || (lower.starts_with(unit) && lower[unit.size()] == '/');
    });
    if (comma != std::string_view::npos && std::ranges::find(amounts, lower) != amounts.end())
        return {std::string{tail}, ValueKind::count, 1};
    if (comma != std::string_view::npos && is_plain) return {std::string{tail}, ValueKind::other, 1};
    return {};
}

std::string area_of(std::string_view operating_area, std::string_view title, std::string_view description) {
    auto const operating = base::lower(operating_area);
    auto const lower_title = base::lower(title);
    if (has(lower_title, "fritidshem")) return "fritidshem";
    if (has(lower_title, "räddningstjänst")) return "räddningstjänst";

    std::string_view area;
    for (auto const& known : areas) {
        if (!has(operating, known.words)) continue;
        area = known.area;
        break;
    }
    if (area == "IFO" && has(lower_title, "ekonomiskt bistånd")) return "ekonomiskt bistånd";
    if (area == "äldreomsorg" && has(operating, "funktionshind")) {
        auto const is_of_elderly =
            has(lower_title, "äldre") || has(lower_title, "hemtjänst") || has(lower_title, "särskilt boende");
        auto const is_of_disabled =
            has(lower_title, "lss") || has(lower_title, "funktionsneds") || has(base::lower(description), "lss");
        if (is_of_disabled && !is_of_elderly) return "LSS";
    }
    return std::string{area};
}

std::string source_of(std::string_view description) {
    constexpr std::size_t longest_source = 120;
    constexpr std::string_view mark = "Källa:";
    auto const at = description.rfind(mark);
    if (at == std::string_view::npos) return "Kolada";
    auto tail = base::trimmed(description.substr(at + mark.size()));
    while (tail.ends_with('.')) tail.remove_suffix(1);
    if (tail.empty() || tail.size() > longest_source || has(tail, "\n") || has(tail, ". ")) return "Kolada";
    return fmt::format("Kolada ({})", tail);
}

std::optional<Likes> likes_of(std::string_view title) {
    auto rest = title;
    for (std::string_view const start : {"Liknande kommuner", "Liknande regioner"})
        if (rest.starts_with(start)) rest.remove_prefix(start.size());
    if (rest.size() == title.size()) return {};

    auto const take_last = [&]() -> std::string_view {
        auto const comma = rest.rfind(", ");
        if (comma == std::string_view::npos) return {};
        auto const last = rest.substr(comma + 2);
        rest = rest.substr(0, comma);
        return base::trimmed(last);
    };
    auto const year = take_last();
    auto const owner = take_last();
    if (year.size() != 4 || !std::ranges::all_of(year, is_digit) || owner.empty()) return {};
    if (rest.starts_with(',')) rest.remove_prefix(1);
    auto const area = base::trimmed(rest);

    Likes likes{area == "övergripande" ? std::string{} : std::string{area}, std::string{owner}, 0};
    std::from_chars(year.data(), year.data() + year.size(), likes.year);
    return likes;
}

} // namespace rodtrad::import::kolada
