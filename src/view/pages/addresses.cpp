#include "view/pages/addresses.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace rodtrad::view::pages {

using study::FindingKind;
using study::Judgement;
using study::Tier;

namespace {

template <class Enum, std::size_t N>
using Words = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Words<FindingKind, 6> kinds{{
    {FindingKind::target, "mal"},
    {FindingKind::change, "forandring"},
    {FindingKind::comparison, "jamforelse"},
    {FindingKind::gap, "skillnad"},
    {FindingKind::spread, "spridning"},
    {FindingKind::neighbour, "granne"},
}};

constexpr Words<Judgement, 3> judgements{{
    {Judgement::worse, "samre"},
    {Judgement::better, "battre"},
    {Judgement::neutral, "varken"},
}};

constexpr Words<Tier, 4> tiers{{
    {Tier::act, "agera"},
    {Tier::look_into, "granska"},
    {Tier::watch, "bevaka"},
    {Tier::learn_from, "lar-av"},
}};

constexpr Words<CompareWith, 3> compared_with{{
    {CompareWith::similar, "lika"},
    {CompareWith::same_kind, "alla"},
    {CompareWith::below, "under"},
}};

constexpr Words<CompareShape, 4> shapes{{
    {CompareShape::ranking, "rangordning"},
    {CompareShape::lines, "linjer"},
    {CompareShape::spines, "lage"},
    {CompareShape::matrix, "rutor"},
}};

template <class Enum, std::size_t N>
std::string_view word_for(Words<Enum, N> const& words, Enum value) {
    for (auto const& [enumerator, word] : words)
        if (enumerator == value) return word;
    return {};
}

template <class Enum, std::size_t N>
std::optional<Enum> value_for(Words<Enum, N> const& words, std::string_view text) {
    for (auto const& [enumerator, word] : words)
        if (word == text) return enumerator;
    return {};
}

std::size_t to_page(std::string_view text) {
    std::size_t page = 1;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), page);
    bool const is_number = error == std::errc{} && end == text.data() + text.size();
    return is_number && page > 0 ? page : 1;
}

std::optional<int> to_year(std::string_view text) {
    int year = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    bool const is_number = error == std::errc{} && end == text.data() + text.size();
    if (!is_number || year < domain::Period::first_year || year > domain::Period::last_year) return {};
    return year;
}

void add_once(std::vector<std::string>& codes, std::string const& code) {
    if (!code.empty() && std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
}

Url with_choices(Url url, CompareQuestion const& question) {
    for (auto const& code : question.measures) url = url.also("matt", code);
    for (auto const& code : question.units) url = url.also("enhet", code);
    for (auto const& code : question.groups) url = url.also("grupp", code);
    if (question.with != CompareWith::nobody) url = url.query("med", word_of(question.with));
    if (question.from) url = url.query("fran", std::to_string(*question.from));
    if (question.to) url = url.query("till", std::to_string(*question.to));
    return url;
}

Url with(Url const& url, std::string_view name, std::string_view value) {
    return value.empty() ? url : url.query(name, value);
}

} // namespace

std::string_view word_of(FindingKind kind) { return word_for(kinds, kind); }
std::string_view word_of(Judgement judgement) { return word_for(judgements, judgement); }
std::string_view word_of(Tier tier) { return word_for(tiers, tier); }

std::string_view word_of(CompareWith with) { return word_for(compared_with, with); }
std::string_view word_of(CompareShape shape) { return word_for(shapes, shape); }

CompareQuestion to_compare_question(Parameters const& query) {
    CompareQuestion question;
    for (auto const& [name, value] : query) {
        if (name == "matt") add_once(question.measures, value);
        if (name == "enhet") add_once(question.units, value);
        if (name == "grupp") add_once(question.groups, value);
        if (name == "med") question.with = value_for(compared_with, value).value_or(CompareWith::nobody);
        if (name == "fran") question.from = to_year(value);
        if (name == "till") question.to = to_year(value);
        if (name == "visa") question.shape = value_for(shapes, value);
        if (name == "sok") question.search = value;
    }
    return question;
}

MeasureQuestion to_measure_question(std::string_view measure, std::string_view unit, Parameters const& query) {
    MeasureQuestion question;
    question.measure = measure;
    question.unit = unit;
    for (auto const& [name, value] : query) {
        if (name == "grupp" && !value.empty()) question.group = value;
        if (name == "bland") question.among = value;
        if (name == "villkor") question.condition_search = value;
        if (name == "mal") question.target = value;
        if (name == "utan") add_once(question.without, value);
        bool const is_weight = value == "1" || value == "2" || value == "3";
        if (name.starts_with(weight_field) && is_weight)
            question.weights.emplace_back(name.substr(weight_field.size()), value.front() - '0');
    }
    return question;
}

ListQuestion to_list_question(Parameters const& query) {
    ListQuestion question;
    for (auto const& [name, value] : query) {
        if (name == "enhet") question.unit = value;
        if (name == "matt") question.measure = value;
        if (name == "slag") question.kind = value_for(kinds, value);
        if (name == "riktning") question.judgement = value_for(judgements, value);
        if (name == "niva") question.tier = value_for(tiers, value);
        if (name == "sida") question.page = to_page(value);
        if (name == "visa") question.is_table = value == "tabell";
    }
    return question;
}

MeasuresQuestion to_measures_question(Parameters const& query) {
    MeasuresQuestion question;
    for (auto const& [name, value] : query) {
        if (name == "enhet") question.unit = value;
        if (name == "omrade") question.area = value;
        if (name == "perspektiv") question.perspective = value;
        if (name == "sida") question.page = to_page(value);
    }
    return question;
}

Url list_url(ListQuestion const& question) {
    auto url = with(with(Url{"/avvikelser"}, "enhet", question.unit), "matt", question.measure);
    if (question.kind) url = url.query("slag", word_of(*question.kind));
    if (question.judgement) url = url.query("riktning", word_of(*question.judgement));
    if (question.tier) url = url.query("niva", word_of(*question.tier));
    if (question.is_table) url = url.query("visa", "tabell");
    if (question.page > 1) url = url.query("sida", std::to_string(question.page));
    return url;
}

Url measures_url(MeasuresQuestion const& question) {
    auto url = with(with(Url{"/matt"}, "enhet", question.unit), "omrade", question.area);
    url = with(url, "perspektiv", question.perspective);
    return question.page > 1 ? url.query("sida", std::to_string(question.page)) : url;
}

Url measure_url(std::string_view measure, std::string_view unit, std::string_view group) {
    auto const url = Url{"/matt"}.segment(measure).segment(unit);
    return group == "T" ? url : url.query("grupp", group);
}

Url measure_url(MeasureQuestion const& question) {
    auto url = measure_url(question.measure, question.unit, question.group);
    url = with(url, "bland", question.among);
    for (auto const& [code, weight] : question.weights)
        url = url.query(std::string{weight_field} + code, std::to_string(weight));
    url = with(with(url, "villkor", question.condition_search), "mal", question.target);
    for (auto const& code : question.without) url = url.also("utan", code);
    return url;
}

Url measure_csv_url(std::string_view measure, std::string_view unit) {
    return Url{"/matt"}.segment(measure).segment(std::string{unit} + ".csv");
}

Url marks_url(std::string_view measure, std::string_view unit) {
    return Url{"/matt"}.segment(measure).segment(unit).segment("anmarkningar");
}

Url peer_groups_url(std::string_view measure, std::string_view unit) {
    return Url{"/matt"}.segment(measure).segment(unit).segment("jamforelsegrupper");
}

Url compare_url(CompareQuestion const& question) {
    auto url = with_choices(Url{"/jamfor"}, question);
    if (question.shape) url = url.query("visa", word_of(*question.shape));
    return with(url, "sok", question.search);
}

Url compare_csv_url(CompareQuestion const& question) { return with_choices(Url{"/jamfor.csv"}, question); }

Url units_url() { return Url{"/enhet"}; }
Url unit_url(std::string_view unit, std::string_view area) { return with(Url{"/enhet"}.segment(unit), "omrade", area); }
Url search_url(std::string_view question) { return with(Url{"/sok"}, "q", question); }
Url about_url() { return Url{"/om"}; }

} // namespace rodtrad::view::pages
