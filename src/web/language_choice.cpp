#include "web/language_choice.hpp"

#include "web/address.hpp"
#include "web/cookie.hpp"

namespace rodtrad::web {

view::Language const& chosen_language(Request const& request) {
    if (auto const* language = view::Language::find(cookie_of(request, "lang"))) return *language;
    return view::Language::preferred(request.header("accept-language"));
}

std::optional<Response> language_switch(Request const& request) {
    auto const* language = view::Language::find(request.parameter("lang"));
    if (!language || request.method == Method::other) return {};
    auto response = see_other(address_of(request).without_query("lang"));
    set_cookie(response, request,
               {.name = "lang", .value = std::string{language->code()}, .max_age = std::chrono::days{365}});
    return response;
}

} // namespace rodtrad::web
