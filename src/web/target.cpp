#include "web/target.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdint>

namespace rodtrad::web {

namespace {

std::optional<unsigned> to_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    return {};
}

enum class Plus : std::uint8_t { is_plus, is_space }; // in a path, and in a form's query

std::optional<std::string> decoded(std::string_view text, Plus plus) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size()) return {};
            auto const high = to_digit(text[i + 1]);
            auto const low = to_digit(text[i + 2]);
            if (!high || !low) return {};
            result += static_cast<char>(*high << 4U | *low);
            i += 2;
        } else {
            result += text[i] == '+' && plus == Plus::is_space ? ' ' : text[i];
        }
    }
    if (!base::is_utf8(result)) return {};
    return result;
}

// Calls take(part) for each part between separators, until one is refused.
template <class Take>
bool each_part(std::string_view text, char separator, Take take) {
    while (true) {
        auto const end = text.find(separator);
        if (!take(text.substr(0, end), end == std::string_view::npos)) return false;
        if (end == std::string_view::npos) return true;
        text.remove_prefix(end + 1);
    }
}

std::optional<Pairs> to_pairs(std::string_view text) {
    Pairs pairs;
    auto const take = [&](std::string_view part, bool) {
        if (part.empty()) return true;
        auto const equals = part.find('=');
        auto name = decoded(part.substr(0, equals), Plus::is_space);
        auto value = decoded(equals == std::string_view::npos ? "" : part.substr(equals + 1), Plus::is_space);
        if (!name || !value) return false;
        pairs.emplace_back(std::move(*name), std::move(*value));
        return true;
    };
    if (!each_part(text, '&', take)) return {};
    return pairs;
}

} // namespace

std::optional<std::string> percent_decoded(std::string_view text) { return decoded(text, Plus::is_plus); }

std::optional<Pairs> to_form(std::string_view body) { return to_pairs(body); }

std::optional<Target> to_target(std::string_view text) {
    if (!text.starts_with('/')) return {};
    auto const question = text.find('?');
    auto const path = text.substr(1, question == std::string_view::npos ? question : question - 1);

    Target target;
    auto const take_segment = [&](std::string_view part, bool is_last) {
        if (part.empty() && !is_last) return false;
        auto segment = decoded(part, Plus::is_plus);
        if (!segment || std::ranges::any_of(*segment, is_control)) return false;
        target.path.push_back(std::move(*segment));
        return true;
    };
    if (!path.empty() && !each_part(path, '/', take_segment)) return {};
    if (question == std::string_view::npos) return target;
    auto query = to_pairs(text.substr(question + 1));
    if (!query) return {};
    target.query = std::move(*query);
    return target;
}

} // namespace rodtrad::web
