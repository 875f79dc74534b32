// Before one can sign in: the first time for all, and the first time for each.

#include "base/secret.hpp"
#include "steering/set_up.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/way_in_pages.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/form.hpp"
#include "web/page_answer.hpp"
#include "web/people_resources.hpp"
#include "web/session_cookies.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

Response go_in(Visit const& visit, std::string token) {
    auto response = see_other(view::Url{"/"});
    keep_session(response, visit.request, std::move(token));
    return response;
}

bool has_code(Visit const& visit, std::string_view code) {
    return !visit.set_up_code.empty() && base::is_equal_in_constant_time(code, visit.set_up_code);
}

Response set_up_elsewhere(Visit const& visit) {
    if (asks_for_json(visit.request)) return error_json(403, pages::set_up_elsewhere(visit.language()));
    return {.status = 403, .body = pages::set_up_elsewhere_page(visit.context())};
}

Response set_up_response(Visit const& visit, pages::Filled const& filled, std::string_view code) {
    return page_or_json(visit, pages::form_view(filled),
                        [&] { return pages::set_up_page(filled, visit.data().units.empty(), code, visit.context()); });
}

} // namespace

Response show_set_up(Visit const& visit) {
    if (visit.set_up_code.empty()) return see_other(pages::sign_in_url());
    auto const code = visit.request.parameter("kod");
    if (!has_code(visit, code)) return set_up_elsewhere(visit);
    return set_up_response(visit, {}, code);
}

Response take_set_up(Visit const& visit) {
    if (visit.set_up_code.empty()) return see_other(pages::sign_in_url());
    auto const code = visit.filled_in("kod");
    if (!has_code(visit, code)) return set_up_elsewhere(visit);
    return answer_form(
        visit,
        [&] {
            return go_in(visit, steering::set_up(visit.organisation,
                                                 {.organisation = visit.filled_in("organisation"),
                                                  .name = visit.filled_in("name"),
                                                  .user_name = visit.filled_in("user_name"),
                                                  .password = visit.filled_in("new_password")},
                                                 visit.request.header("user-agent"), visit.now()));
        },
        [&](pages::Filled const& filled) { return set_up_response(visit, filled, code); });
}

namespace {

Response link_response(Visit const& visit, pages::Filled const& filled) {
    auto const& secret = visit.captured_as("secret");
    auto const id = steering::find_link(visit.organisation, secret, visit.now());
    auto const* person = id ? visit.plan().people.find(*id) : nullptr;
    if (person == nullptr) {
        if (asks_for_json(visit.request)) return error_json(410, pages::spent_link(visit.language()));
        return {.status = 410, .body = pages::spent_link_page(visit.context())};
    }
    return page_or_json(visit, pages::form_view(filled), [&] {
        return pages::link_page(filled, person->name, person->user_name, secret, visit.context());
    });
}

} // namespace

Response show_link(Visit const& visit) { return link_response(visit, {}); }

Response take_link(Visit const& visit) {
    return answer_form(
        visit,
        [&] {
            return go_in(visit, steering::use_link(visit.organisation, visit.captured_as("secret"),
                                                   visit.filled_in("new_password"), visit.request.header("user-agent"),
                                                   visit.now()));
        },
        [&](pages::Filled const& filled) { return link_response(visit, filled); });
}

} // namespace rodtrad::web
