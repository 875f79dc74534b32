#include "web/answer_format.hpp"

#include <algorithm>
#include <charconv>
#include <compare>
#include <string_view>

namespace rodtrad::web {

namespace {

// How gladly a type is taken: by its weight, and where two weigh the same, the one that was named more closely.
struct Liking {
    double weight = 0; // 0: not at all
    int closeness = 0; // 1: "*/*", 2: "text/*", 3: by its name
    auto operator<=>(Liking const&) const = default;
};

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// The part before a character; `text` is left with what comes after it.
std::string_view cut_off(std::string_view& text, char at) {
    auto const end = std::min(text.find(at), text.size());
    auto const part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return trimmed(part);
}

// Of "q=0.8" among the parameters; 1 where there is none.
double weight_in(std::string_view parameters) {
    while (!parameters.empty()) {
        auto value = cut_off(parameters, ';');
        if (ascii_lower(cut_off(value, '=')) != "q") continue;
        double weight = 0;
        std::from_chars(value.data(), value.data() + value.size(), weight);
        return weight;
    }
    return 1;
}

int closeness_of(std::string_view range, std::string_view type) {
    if (range == type) return 3;
    if (range == "*/*") return 1;
    auto const family = type.substr(0, type.find('/') + 1);
    return range.ends_with("/*") && range.substr(0, range.size() - 1) == family ? 2 : 0;
}

// What the closest range says; RFC 9110 lets it win over the wider ones.
Liking liking_of(std::string_view accept, std::string_view type) {
    Liking liking;
    while (!accept.empty()) {
        auto parameters = cut_off(accept, ',');
        auto const range = ascii_lower(cut_off(parameters, ';'));
        if (auto const closeness = closeness_of(range, type); closeness > liking.closeness)
            liking = {weight_in(parameters), closeness};
    }
    return liking;
}

} // namespace

bool asks_for_json(Request const& request) {
    if (request.parameter("format") == "json") return true;
    auto const accept = request.header("accept");
    auto const json = liking_of(accept, "application/json");
    return json.weight > 0 && json > liking_of(accept, "text/html");
}

} // namespace rodtrad::web
