#include "web/errors.hpp"

#include "view/pages/plain_pages.hpp"
#include "web/address.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

Response page_not_found(Visit const& visit) {
    return {.status = 404, .body = pages::page_not_found(address_of(visit.request), visit.context())};
}

Response unit_not_found(Visit const& visit, std::string_view code) {
    return {.status = 404, .body = pages::unit_not_found(address_of(visit.request), code, visit.context())};
}

Response measure_not_found(Visit const& visit, std::string_view code) {
    return {.status = 404, .body = pages::measure_not_found(address_of(visit.request), code, visit.context())};
}

Response foreign_form(Visit const& visit) {
    return {.status = 403, .body = pages::foreign_form(address_of(visit.request), visit.context())};
}

Response outdated_form(Visit const& visit) {
    return {.status = 403, .body = pages::outdated_form(address_of(visit.request), visit.context())};
}

Response unreadable_form(Visit const& visit) {
    return {.status = 400, .body = pages::unreadable_form(address_of(visit.request), visit.context())};
}

Response not_allowed(Visit const& visit, steering::Forbidden const& forbidden) {
    auto const& data = visit.snapshot()->data;
    auto const unit = data.find_unit(forbidden.unit());
    return {.status = 403,
            .body = pages::not_allowed(address_of(visit.request), forbidden.right(),
                                       unit ? data.units[*unit].unit.name : visit.snapshot()->name, visit.context())};
}

Response method_not_allowed(Visit const& visit, Takes takes) {
    Response response{.status = 405, .body = pages::method_not_allowed(address_of(visit.request), visit.context())};
    response.add_header("Allow", takes == Takes::questions ? "GET, HEAD" : "POST");
    return response;
}

Response page_failed(Visit const& visit, std::string_view reference) {
    return {.status = 500,
            .body = pages::page_failed(address_of(visit.request), reference, visit.context_without_organisation())};
}

} // namespace rodtrad::web
