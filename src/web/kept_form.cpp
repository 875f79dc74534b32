#include "web/kept_form.hpp"

#include "view/pages/sign_in_page.hpp"
#include "web/address.hpp"
#include "web/routes.hpp"
#include "web/sign_in.hpp"
#include "web/target.hpp"

#include <algorithm>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

// A file cannot be carried along, and a form without it is another form.
Pairs worth_sending(Visit const& visit) { return visit.files.empty() ? worth_keeping(visit.form) : Pairs{}; }

// As a browser sends it.
std::string form_text(Pairs const& form) {
    view::Url url{"/"};
    for (auto const& [name, text] : form) url = url.also(name, text);
    auto const written = url.text();
    return written.substr(std::min(written.find('?'), written.size() - 1) + 1);
}

bool takes_kept_forms(std::string_view address) {
    auto const target = to_target(address);
    auto const match = target ? find_route(target->path, Takes::forms) : std::nullopt;
    return match && match->route.needs != Needs::nothing;
}

} // namespace

Pairs worth_keeping(Pairs const& form) {
    auto const is_secret = [](auto const& pair) { return pair.first.find("password") != std::string::npos; };
    if (std::ranges::any_of(form, is_secret)) return {};
    Pairs kept;
    std::ranges::copy_if(form, std::back_inserter(kept), [](auto const& pair) { return pair.first != "_csrf"; });
    return kept;
}

Response sign_in_to_send(Visit const& visit) {
    auto response =
        sign_in_response(visit, {.to = address_of(visit.request).text(), .kept = form_text(worth_sending(visit))});
    response.status = 403;
    return response;
}

Response ask_to_send(Visit const& visit) {
    pages::KeptForm const form{
        .why = pages::KeptForm::Why::other_session, .to = address_of(visit.request), .values = worth_sending(visit)};
    return {.status = 403, .body = pages::kept_form_page(form, visit.context())};
}

std::optional<Response> kept_form(Visit const& visit) {
    auto const to = within_site(visit.filled_in("till"));
    auto const values = to_form(visit.filled_in("kvar"));
    if (!to || !values || values->empty() || !takes_kept_forms(to->text())) return {};
    pages::KeptForm const form{.to = *to, .values = worth_keeping(*values)};
    return Response{.body = pages::kept_form_page(form, visit.context())};
}

} // namespace rodtrad::web
