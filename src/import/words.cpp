#include "import/words.hpp"

#include "domain/period.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace rodtrad::import {

namespace {

template <class Value, std::size_t N>
using Words = std::array<std::pair<std::string_view, Value>, N>;

// Most files write a word as it stands in the table: only others are put in lower case.
template <class Value, std::size_t N>
std::optional<Value> find(Words<Value, N> const& words, std::string_view text) {
    auto const among = [&](std::string_view wanted) -> std::optional<Value> {
        for (auto const& [word, value] : words)
            if (word == wanted) return value;
        return {};
    };
    if (auto const found = among(text)) return found;
    constexpr std::size_t longest_word = 64;
    if (text.size() > longest_word) return {};
    return among(base::lower(text));
}

constexpr Words<NoValue, 21> no_values{{
    {"", NoValue::missing},
    {"-", NoValue::missing},
    {"\xE2\x80\x93", NoValue::missing},
    {".", NoValue::missing},
    {"i.u", NoValue::missing},
    {"i.u.", NoValue::missing},
    {"iu", NoValue::missing},
    {"saknas", NoValue::missing},
    {"uppgift saknas", NoValue::missing},
    {"missing", NoValue::missing},
    {"na", NoValue::missing},
    {"n/a", NoValue::missing},
    {"null", NoValue::missing},
    {"e.t", NoValue::not_applicable},
    {"e.t.", NoValue::not_applicable},
    {"ej tillämplig", NoValue::not_applicable},
    {"ej tillämpligt", NoValue::not_applicable},
    {"ej relevant", NoValue::not_applicable},
    {"..", NoValue::confidential},
    {"sekretess", NoValue::confidential},
    {"confidential", NoValue::confidential},
}};

constexpr Words<Status, 20> statuses{{
    {"", Status::measured},
    {"final", Status::measured},
    {"measured", Status::measured},
    {"revised", Status::measured},
    {"slutlig", Status::measured},
    {"uppmätt", Status::measured},
    {"reviderad", Status::measured},
    {"preliminary", Status::preliminary},
    {"preliminär", Status::preliminary},
    {"missing", Status::missing},
    {"saknas", Status::missing},
    {"not_applicable", Status::not_applicable},
    {"not applicable", Status::not_applicable},
    {"ej tillämplig", Status::not_applicable},
    {"ej tillämpligt", Status::not_applicable},
    {"ej relevant", Status::not_applicable},
    {"confidential", Status::confidential},
    {"sekretess", Status::confidential},
    {"sekretessbelagd", Status::confidential},
    {"konfidentiell", Status::confidential},
}};

constexpr Words<std::string_view, 27> groups{{
    {"t", domain::total_group},      {"totalt", domain::total_group},  {"total", domain::total_group},
    {"alla", domain::total_group},   {"all", domain::total_group},     {"samtliga", domain::total_group},
    {"", domain::total_group},       {"k", domain::women_group},       {"kvinnor", domain::women_group},
    {"kvinna", domain::women_group}, {"flickor", domain::women_group}, {"flicka", domain::women_group},
    {"women", domain::women_group},  {"woman", domain::women_group},   {"girls", domain::women_group},
    {"female", domain::women_group}, {"females", domain::women_group}, {"f", domain::women_group},
    {"m", domain::men_group},        {"män", domain::men_group},       {"man", domain::men_group},
    {"pojkar", domain::men_group},   {"pojke", domain::men_group},     {"men", domain::men_group},
    {"boys", domain::men_group},     {"male", domain::men_group},      {"males", domain::men_group},
}};

constexpr Words<domain::Direction, 6> directions{{
    {"högre", domain::Direction::higher_is_better},
    {"hög", domain::Direction::higher_is_better},
    {"lägre", domain::Direction::lower_is_better},
    {"låg", domain::Direction::lower_is_better},
    {"neutral", domain::Direction::neutral},
    {"ingen", domain::Direction::neutral},
}};

constexpr Words<domain::GroupKind, 4> group_kinds{{
    {"totalt", domain::GroupKind::total},
    {"kön", domain::GroupKind::sex},
    {"ålder", domain::GroupKind::age},
    {"annan", domain::GroupKind::other},
}};

constexpr Words<domain::ValueKind, 9> value_kinds{{
    {"andel", domain::ValueKind::proportion},
    {"kvot", domain::ValueKind::rate},
    {"frekvens", domain::ValueKind::rate},
    {"medel", domain::ValueKind::mean},
    {"medelvärde", domain::ValueKind::mean},
    {"index", domain::ValueKind::index},
    {"pengar", domain::ValueKind::money},
    {"antal", domain::ValueKind::count},
    {"annat", domain::ValueKind::other},
}};

constexpr Words<domain::Aggregation, 3> aggregations{{
    {"täljare och nämnare", domain::Aggregation::counts},
    {"summa", domain::Aggregation::sum},
    {"ingen", domain::Aggregation::none},
}};

constexpr Words<domain::MeasureLevel, 3> levels{{
    {"politisk", domain::MeasureLevel::political},
    {"verksamhet", domain::MeasureLevel::operational},
    {"information", domain::MeasureLevel::informative},
}};

constexpr Words<domain::Periodicity, 8> periodicities{{
    {"år", domain::Periodicity::year},
    {"halvår", domain::Periodicity::half_year},
    {"termin", domain::Periodicity::half_year},
    {"tertial", domain::Periodicity::tertial},
    {"kvartal", domain::Periodicity::quarter},
    {"månad", domain::Periodicity::month},
    {"half-year", domain::Periodicity::half_year},
    {"half year", domain::Periodicity::half_year},
}};

constexpr Words<domain::UnitKind, 10> unit_kinds{{
    {"land", domain::UnitKind::country},
    {"region", domain::UnitKind::region},
    {"kommun", domain::UnitKind::municipality},
    {"organisation", domain::UnitKind::organisation},
    {"fullmäktige", domain::UnitKind::assembly},
    {"nämnd", domain::UnitKind::board},
    {"förvaltning", domain::UnitKind::administration},
    {"enhet", domain::UnitKind::unit},
    {"team", domain::UnitKind::team},
    {"arbetslag", domain::UnitKind::team},
}};

constexpr Words<domain::MarkKind, 2> mark_kinds{{
    {"omstart", domain::MarkKind::rebase},
    {"förklaring", domain::MarkKind::explanation},
}};

constexpr Words<bool, 8> yes_and_no{{
    {"ja", true},
    {"yes", true},
    {"true", true},
    {"1", true},
    {"nej", false},
    {"no", false},
    {"false", false},
    {"0", false},
}};

} // namespace

domain::Outcome to_outcome(NoValue state) {
    switch (state) {
    case NoValue::missing:
        return domain::Missing{};
    case NoValue::not_applicable:
        return domain::NotApplicable{};
    case NoValue::confidential:
        return domain::Confidential{};
    }
    return domain::Missing{};
}

std::optional<NoValue> to_no_value(std::string_view text) { return find(no_values, text); }

std::optional<NoValue> to_no_value_state(std::string_view text) {
    auto const status = to_status(text);
    if (status == Status::missing) return NoValue::missing;
    if (status == Status::not_applicable) return NoValue::not_applicable;
    if (status == Status::confidential) return NoValue::confidential;
    return {};
}

std::optional<Status> to_status(std::string_view text) { return find(statuses, text); }

std::string_view to_group_code(std::string_view text) {
    if (text == domain::total_group || text == domain::women_group || text == domain::men_group) return text;
    return find(groups, text).value_or(text);
}

std::optional<domain::Polarity> to_polarity(std::string_view text) {
    if (auto const direction = find(directions, text)) return *direction;
    std::string with_points{base::lower(text)};
    std::ranges::replace(with_points, ',', '.');
    std::erase(with_points, ' ');
    return domain::to_polarity(with_points);
}

std::optional<domain::GroupKind> to_group_kind(std::string_view text) {
    if (auto const kind = find(group_kinds, text)) return kind;
    return domain::to_group_kind(base::lower(text));
}
std::optional<domain::ValueKind> to_value_kind(std::string_view text) {
    if (auto const kind = find(value_kinds, text)) return kind;
    return domain::to_value_kind(base::lower(text));
}
std::optional<domain::Aggregation> to_aggregation(std::string_view text) {
    if (auto const aggregation = find(aggregations, text)) return aggregation;
    return domain::to_aggregation(base::lower(text));
}
std::optional<domain::MeasureLevel> to_measure_level(std::string_view text) {
    if (auto const level = find(levels, text)) return level;
    return domain::to_measure_level(base::lower(text));
}
std::optional<domain::Periodicity> to_periodicity(std::string_view text) {
    if (auto const periodicity = find(periodicities, text)) return periodicity;
    return domain::to_periodicity(base::lower(text));
}
std::optional<domain::MarkKind> to_mark_kind(std::string_view text) {
    if (auto const kind = find(mark_kinds, text)) return kind;
    return domain::to_mark_kind(base::lower(text));
}
std::optional<domain::UnitKind> to_unit_kind(std::string_view text) {
    if (auto const kind = find(unit_kinds, text)) return kind;
    return domain::to_unit_kind(base::lower(text));
}
std::optional<bool> to_yes_or_no(std::string_view text) { return find(yes_and_no, text); }

} // namespace rodtrad::import
