#pragma once

#include "view/url.hpp"
#include "web/http.hpp"

#include <optional>
#include <string_view>

namespace rodtrad::web {

// The address that was asked for, written anew: it leads to this site and nowhere else, whatever was asked.
view::Url address_of(Request const& request);

// Where to go back to, as a parameter tells it: "/matt/N15%2FA/0180?bland=alla#trend". It is read and written anew, and
// so leads to this site whatever it was. Nothing where it is no address of ours, or is made to look like one: "//evil",
// "/\evil", "https:evil".
std::optional<view::Url> within_site(std::string_view text);

// "What you look for is there."
Response see_other(view::Url const& url);

} // namespace rodtrad::web
