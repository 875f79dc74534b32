#include "view/search_index.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace rodtrad::view {

namespace {

using Words = std::vector<std::string>;

bool has_prefix(Words const& words, std::string_view prefix) {
    return std::ranges::any_of(words, [&](std::string const& word) { return word.starts_with(prefix); });
}

bool begins_with(Words const& words, Words const& question) {
    if (question.size() > words.size()) return false;
    auto const whole = question.size() - 1;
    return std::equal(question.begin(), question.begin() + static_cast<std::ptrdiff_t>(whole), words.begin()) &&
           words[whole].starts_with(question[whole]);
}

// How well a name that holds the question answers it: the lower, the better.
enum class Fit { the_name, its_beginning, whole_words, beginnings_of_words };

Fit fit(Words const& words, std::string_view code, Words const& question) {
    if (words == question || (question.size() == 1 && code == question.front())) return Fit::the_name;
    if (begins_with(words, question)) return Fit::its_beginning;
    auto const is_whole = [&](std::string const& word) { return std::ranges::find(words, word) != words.end(); };
    return std::ranges::all_of(question, is_whole) ? Fit::whole_words : Fit::beginnings_of_words;
}

template <class Index>
void keep(Index index, std::vector<Index>& hits, std::set<Index>& seen, std::size_t& found, std::size_t at_most) {
    if (!seen.insert(index).second) return;
    ++found;
    if (hits.size() < at_most) hits.push_back(index);
}

} // namespace

SearchIndex::SearchIndex(study::Dataset const& data) {
    for (study::UnitIndex unit; unit < data.units.end_key(); unit = unit.next())
        add(unit, data.units[unit].unit.name, data.units[unit].unit.code);
    for (study::MeasureIndex index; index < data.measures.end_key(); index = index.next()) {
        auto const& measure = data.measures[index].measure;
        add(index, measure.title, measure.code);
        if (!measure.title_en.empty()) add(index, measure.title_en, measure.code);
    }
    std::ranges::sort(m_words);
}

void SearchIndex::add(Target target, std::string_view name, std::string_view code) {
    auto const position = static_cast<std::uint32_t>(m_names.size());
    m_names.push_back({target, base::search_words(name), base::lower(code)});
    for (auto const& word : m_names.back().words) m_words.emplace_back(word, position);
    m_words.emplace_back(m_names.back().code, position);
}

std::vector<std::uint32_t> SearchIndex::names_with_all(Words const& question) const {
    std::span<Word const> fewest{m_words};
    for (auto const& prefix : question) {
        auto const first = std::ranges::lower_bound(m_words, prefix, {}, &Word::first);
        auto const last = std::partition_point(first, m_words.end(),
                                               [&](Word const& word) { return word.first.starts_with(prefix); });
        if (static_cast<std::size_t>(last - first) < fewest.size()) fewest = {first, last};
    }
    std::vector<std::uint32_t> names;
    for (auto const& [word, position] : fewest) {
        auto const& name = m_names[position];
        auto const holds = [&](std::string const& prefix) {
            return name.code.starts_with(prefix) || has_prefix(name.words, prefix);
        };
        if (std::ranges::all_of(question, holds)) names.push_back(position);
    }
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

SearchHits SearchIndex::find(std::string_view question, std::size_t at_most) const {
    auto const asked = base::search_words(question);
    SearchHits hits;
    if (asked.empty()) return hits;

    struct Candidate {
        Fit fit;
        std::size_t length; // a short name is said more exactly by the same words
        std::uint32_t name;
        auto operator<=>(Candidate const&) const = default;
    };
    std::vector<Candidate> candidates;
    for (auto const position : names_with_all(asked)) {
        auto const& name = m_names[position];
        candidates.push_back({fit(name.words, name.code, asked), name.words.size(), position});
    }
    std::ranges::sort(candidates);

    std::set<study::UnitIndex> seen_units;
    std::set<study::MeasureIndex> seen_measures;
    for (auto const& candidate : candidates) {
        auto const& target = m_names[candidate.name].target;
        if (auto const* unit = std::get_if<study::UnitIndex>(&target))
            keep(*unit, hits.units, seen_units, hits.units_found, at_most);
        else
            keep(std::get<study::MeasureIndex>(target), hits.measures, seen_measures, hits.measures_found, at_most);
    }
    return hits;
}

} // namespace rodtrad::view
