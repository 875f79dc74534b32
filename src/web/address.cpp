#include "web/address.hpp"

#include "web/target.hpp"

#include <algorithm>

namespace rodtrad::web {

namespace {

view::Url written(std::vector<std::string> const& path, Pairs const& query) {
    view::Url url{"/"};
    for (auto const& segment : path) url = url.segment(segment);
    for (auto const& [name, value] : query) url = url.also(name, value);
    return url;
}

} // namespace

view::Url address_of(Request const& request) { return written(request.path, request.query); }

std::optional<view::Url> within_site(std::string_view text) {
    // Browsers read a backslash as a slash, and pass over line ends and tabs: none of ours has any.
    if (std::ranges::any_of(text, [](char c) { return c == '\\' || is_control(c); })) return {};
    auto const number_sign = std::min(text.find('#'), text.size());
    auto const target = to_target(text.substr(0, number_sign));
    if (!target) return {};
    auto const is_step = [](std::string const& segment) { return segment == "." || segment == ".."; };
    if (std::ranges::any_of(target->path, is_step)) return {};
    auto url = written(target->path, target->query);
    if (number_sign == text.size()) return url;
    auto const anchor = percent_decoded(text.substr(number_sign + 1));
    if (!anchor) return {};
    return url.anchor(*anchor);
}

Response see_other(view::Url const& url) {
    Response response{.status = 303, .content_type = ""};
    response.add_header("Location", url.text());
    return response;
}

} // namespace rodtrad::web
