#include "demo/recognition.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>
#include <vector>

namespace rodtrad::demo {

namespace {

constexpr std::array<std::string_view, 6> kinds{"target", "change", "comparison", "gap", "spread", "neighbour"};
constexpr std::array<std::string_view, 3> judgements{"better", "worse", "neutral"};
constexpr std::array<std::string_view, 4> tiers{"act", "look_into", "watch", "learn_from"};

template <class Enum, std::size_t N>
std::string_view word(std::array<std::string_view, N> const& words, Enum value) {
    return words[static_cast<std::size_t>(value)];
}

std::vector<std::string> words_of(std::string_view text) {
    std::istringstream in{std::string{text}};
    std::vector<std::string> words;
    for (std::string one; in >> one;) words.push_back(one);
    return words;
}

bool has_word(std::string_view text, std::string_view wanted) {
    auto const words = words_of(text);
    return std::ranges::find(words, wanted) != words.end();
}

std::string described(study::Card const& card, study::Dataset const& data) {
    std::string text{word(tiers, card.tier)};
    for (auto const& finding : card.findings) {
        text += " [";
        text += word(kinds, finding.kind);
        text += ' ';
        text += word(judgements, finding.judgement);
        text += ' ' + data.groups[finding.group].code;
        text += finding.certainty == study::Certainty::confirmed ? " confirmed]" : " watch]";
    }
    return text;
}

bool tells(study::Finding const& finding, Story const& story, std::string_view kind, study::Dataset const& data) {
    auto const is_certain = story.tiers == "watch" && story.judgement != "neutral"
                                ? finding.certainty == study::Certainty::watch
                                : finding.certainty == study::Certainty::confirmed;
    return is_certain && word(kinds, finding.kind) == kind && word(judgements, finding.judgement) == story.judgement &&
           data.groups[finding.group].code == story.group;
}

} // namespace

std::string misread(Story const& story, study::Dataset const& data, study::FollowUp const& list) {
    auto const measure = data.find_measure(story.measure);
    auto const unit = data.find_unit(story.unit);
    if (!measure || !unit) return "no such measure or unit";
    auto const card = std::ranges::find_if(
        list.cards, [&](study::Card const& one) { return one.measure == *measure && one.unit == *unit; });
    if (card == list.cards.end()) return "no card";
    if (!has_word(story.tiers, word(tiers, card->tier))) return "another tier: " + described(*card, data);
    for (auto const& kind : words_of(story.kinds))
        if (std::ranges::none_of(card->findings, [&](auto const& one) { return tells(one, story, kind, data); }))
            return "no " + kind + ": " + described(*card, data);
    return {};
}

} // namespace rodtrad::demo
