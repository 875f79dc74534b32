#pragma once

#include "web/http.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::web {

// What a request points at: "/segment/segment?name=value&name=value", decoded.
struct Target {
    std::vector<std::string> path;
    Pairs query;
};

// Nothing where it is not such a text: a broken percent sign, bytes that are not UTF-8, NUL, another control character
// in the path, an empty segment other than the last, or a path that does not begin with a slash.
std::optional<Target> to_target(std::string_view text);

// What a form sends in the body: "name=value&name=value", decoded. Nothing where it is not such a text, as above.
std::optional<Pairs> to_form(std::string_view body);

// A part of an address, such as an anchor. Nothing where it has a broken percent sign, or is not UTF-8.
std::optional<std::string> percent_decoded(std::string_view text);

} // namespace rodtrad::web
