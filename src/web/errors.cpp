#include "web/errors.hpp"

#include "web/address.hpp"
#include "web/answer_format.hpp"
#include "web/error_view.hpp"
#include "web/kept_form.hpp"
#include "web/page_answer.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

// The page that the browser was on, where that was one of ours.
std::optional<view::Url> page_before(Request const& request) {
    auto const referer = request.header("referer");
    if (request.origin.empty() || !referer.starts_with(request.origin)) return {};
    auto url = within_site(referer.substr(request.origin.size()));
    return url && url->path() != address_of(request).path() ? url : std::nullopt;
}

Response answer_in(pages::Context const& context, Visit const& visit, int status, pages::Trouble trouble) {
    if (asks_for_json(visit.request)) return error_json(status, trouble.what);
    trouble.written = worth_keeping(visit.form);
    trouble.back = page_before(visit.request);
    return {.status = status, .body = pages::trouble_page(trouble, address_of(visit.request), context)};
}

} // namespace

Response error_json(int status, std::string_view message) {
    auto response = json_answer(base::json_of(ErrorView{{.status = status, .message = std::string{message}}}));
    response.status = status;
    return response;
}

Response error_answer(Visit const& visit, int status, pages::Trouble const& trouble) {
    return answer_in(visit.context(), visit, status, trouble);
}

Response page_not_found(Visit const& visit) {
    return error_answer(visit, 404, pages::page_not_found(address_of(visit.request), visit.language()));
}

Response unit_not_found(Visit const& visit, std::string_view code) {
    return error_answer(visit, 404, pages::unit_not_found(code, visit.language()));
}

Response measure_not_found(Visit const& visit, std::string_view code) {
    return error_answer(visit, 404, pages::measure_not_found(code, visit.language()));
}

Response foreign_form(Visit const& visit) { return error_answer(visit, 403, pages::foreign_form(visit.language())); }

Response outdated_form(Visit const& visit) { return error_answer(visit, 403, pages::outdated_form(visit.language())); }

Response unreadable_form(Visit const& visit) {
    return error_answer(visit, 400, pages::unreadable_form(visit.language()));
}

Response not_allowed(Visit const& visit, steering::Forbidden const& forbidden) {
    auto const& data = visit.snapshot()->data;
    auto const unit = data.find_unit(forbidden.unit());
    auto const& place = unit ? data.units[*unit].unit.name : visit.snapshot()->name;
    return error_answer(visit, 403, pages::not_allowed(forbidden.right(), place, visit.language()));
}

Response to_be_signed_in(Visit const& visit) {
    auto response = error_answer(visit, 401, pages::to_be_signed_in(visit.language()));
    response.add_header("WWW-Authenticate", "Cookie realm=\"rodtrad\""); // RFC 9110 wants a challenge
    return response;
}

Response method_not_allowed(Visit const& visit, Takes takes) {
    auto response = error_answer(visit, 405, pages::method_not_allowed(visit.language()));
    response.add_header("Allow", takes == Takes::questions ? "GET, HEAD" : "POST");
    return response;
}

Response page_failed(Visit const& visit, std::string_view reference) {
    return answer_in(visit.context_without_organisation(), visit, 500, pages::page_failed(reference, visit.language()));
}

} // namespace rodtrad::web
