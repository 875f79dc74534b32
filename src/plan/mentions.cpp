#include "plan/mentions.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rodtrad::plan {

namespace {

// Of a word: letters beyond ASCII are, too.
bool is_in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool begins_with_word(std::string_view text, std::string_view word) {
    return !word.empty() && text.starts_with(word) && (text.size() == word.size() || !is_in_word(text[word.size()]));
}

struct Called {
    domain::Person const* person;
    std::string name; // lower case
    std::string user_name;
};

// Those whom the beginning of a text names: several where the name belongs to several.
std::vector<domain::Person const*> named_at(std::string_view text, std::vector<Called> const& people) {
    std::vector<domain::Person const*> found;
    std::size_t longest = 0;
    for (auto const& called : people)
        for (auto const& name : {std::string_view{called.name}, std::string_view{called.user_name}}) {
            if (name.size() < longest || !begins_with_word(text, name)) continue;
            if (name.size() > longest) found.clear();
            longest = name.size();
            if (std::ranges::find(found, called.person) == found.end()) found.push_back(called.person);
        }
    return found;
}

// "maja" of "maja, ska vi …": letters first; nothing where there are none.
std::string_view word_of(std::string_view text) {
    if (text.empty() || !is_in_word(text.front()) || (text.front() >= '0' && text.front() <= '9')) return {};
    std::size_t size = 0;
    while (size < text.size() && is_in_word(text[size])) ++size;
    return text.substr(0, size);
}

std::vector<domain::Person const*> with_first_name(std::string_view word, std::vector<Called> const& people) {
    std::vector<domain::Person const*> found;
    for (auto const& called : people)
        if (std::string_view{called.name}.starts_with(word) && called.name.size() > word.size() &&
            called.name[word.size()] == ' ')
            found.push_back(called.person);
    return found;
}

} // namespace

Mentions mentions_in(std::string_view text, Plan const& plan) {
    Mentions mentions;
    if (text.find('@') == std::string_view::npos) return mentions;
    auto const lowered = base::lower(text);
    text = lowered;
    std::vector<Called> people;
    for (auto const& person : plan.people)
        if (person.is_active) people.push_back({&person, base::lower(person.name), base::lower(person.user_name)});

    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        if (at > 0 && is_in_word(text[at - 1])) continue; // an e-mail address
        auto named = named_at(text.substr(at + 1), people);
        if (auto const word = word_of(text.substr(at + 1)); named.empty() && !word.empty()) {
            named = with_first_name(word, people);
            if (named.empty() && mentions.unknown.empty()) mentions.unknown = word;
        }
        if (named.size() > 1 && mentions.ambiguous.empty()) mentions.ambiguous = named;
        if (named.size() == 1 && std::ranges::find(mentions.people, named.front()->id) == mentions.people.end())
            mentions.people.push_back(named.front()->id);
    }
    return mentions;
}

} // namespace rodtrad::plan
