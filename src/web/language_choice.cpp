#include "web/language_choice.hpp"

#include "web/address.hpp"

#include <fmt/format.h>

namespace rodtrad::web {

view::Language const& chosen_language(Request const& request) {
    if (auto const* language = view::Language::find(request.cookie("lang"))) return *language;
    return view::Language::preferred(request.header("accept-language"));
}

std::optional<Response> language_switch(Request const& request) {
    auto const* language = view::Language::find(request.parameter("lang"));
    if (!language || request.method == Method::other) return {};
    auto response = see_other(address_of(request).without_query("lang"));
    response.add_header("Set-Cookie", fmt::format("lang={}; Path=/; Max-Age={}; SameSite=Lax; HttpOnly",
                                                  language->code(), 365 * 24 * 60 * 60));
    return response;
}

} // namespace rodtrad::web
