#include "web/site.hpp"

#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/gzip.hpp"
#include "web/language_choice.hpp"
#include "web/resources.hpp"
#include "web/routes.hpp"
#include "web/security.hpp"
#include "web/target.hpp"

#include <fmt/format.h>

#include <chrono>
#include <exception>
#include <random>

namespace rodtrad::web {

namespace {

using Stopwatch = std::chrono::steady_clock;

constexpr std::size_t smallest_to_pack = 1024;

// Eight characters that are not guessed and hardly come twice.
std::string random_mark() { return fmt::format("{:08x}", std::random_device{}()); }

// RFC 9110: If-None-Match is a list of tags, compared weakly: W/"x" and "x" are the same.
bool is_known(Request const& request, std::string_view tag) {
    return request.header("if-none-match").find(tag.substr(tag.find('"'))) != std::string_view::npos;
}

void add_freshness(Response& response, Holds holds, std::string tag) {
    bool const is_for_ever = holds == Holds::for_ever;
    response.add_header("Cache-Control", is_for_ever ? "public, max-age=31536000, immutable" : "private, no-cache");
    response.add_header("ETag", std::move(tag));
    if (is_for_ever) response.add_header("Vary", "Accept-Encoding");
}

void add_if_absent(Response& response, std::string name, std::string value) {
    if (response.header(name).empty()) response.add_header(std::move(name), std::move(value));
}

void pack(Request const& request, Response& response) {
    if (response.body.size() < smallest_to_pack || !is_worth_gzip(response.content_type)) return;
    if (!response.header("Content-Encoding").empty() || !accepts_gzip(request.header("accept-encoding"))) return;
    response.body = gzipped(response.body, Effort::quick);
    response.add_header("Content-Encoding", "gzip");
}

std::string milliseconds(Stopwatch::duration duration) {
    return fmt::format("{:.3f}", std::chrono::duration<double, std::milli>{duration}.count());
}

} // namespace

Site::Site(steering::Organisation& organisation, base::Log& log, std::string program_version, Clock clock)
    : m_organisation{organisation}, m_log{log}, m_program_version{std::move(program_version)}, m_clock{clock},
      m_run{random_mark()} {}

void Site::warm() {
    pack_assets();
    m_search_desk.index_of(m_organisation.snapshot());
}

Response Site::answer(Request const& request) {
    auto const begun = Stopwatch::now();
    Visit visit{request, chosen_language(request), m_organisation, m_search_desk, m_program_version, m_clock};
    Response response;
    try {
        response = follow(visit);
    } catch (std::exception const& error) {
        response = fail(visit, error.what());
    }
    auto const made = Stopwatch::now();
    pack(request, response);
    auto const packed = Stopwatch::now();
    add_if_absent(response, "Cache-Control", "no-store");
    add_if_absent(response, "Vary", "Accept-Language, Cookie, Accept-Encoding, HX-Request-Type");
    if (response.content_type.starts_with("text/html"))
        response.add_header("Content-Language", std::string{visit.language.code()});
    response.add_header("Server-Timing",
                        fmt::format("page;dur={}, gzip;dur={}, total;dur={}", milliseconds(made - begun),
                                    milliseconds(packed - made), milliseconds(packed - begun)));
    return response;
}

Response Site::follow(Visit& visit) const {
    auto const& request = visit.request;
    if (auto redirect = language_switch(request)) return std::move(*redirect);
    if (!is_route(request.path)) return page_not_found(visit);
    bool const is_question = request.method == Method::get || request.method == Method::head;
    bool const is_form = request.method == Method::post;
    auto const takes = is_form ? Takes::forms : Takes::questions;
    auto match = is_question || is_form ? find_route(request.path, takes) : std::nullopt;
    if (!match) return method_not_allowed(visit, takes == Takes::forms ? Takes::questions : Takes::forms);
    if (takes == Takes::forms) return take_form(visit, *match);

    visit.captured = std::move(match->captured);
    auto tag = match->route.holds == Holds::for_ever ? fmt::format("W/\"{}\"", request.path.back()) : page_tag(visit);
    if (is_known(request, tag)) {
        Response unchanged{.status = 304};
        add_freshness(unchanged, match->route.holds, std::move(tag));
        return unchanged;
    }
    auto response = match->route.answer(visit);
    if (response.status == 200) add_freshness(response, match->route.holds, std::move(tag));
    return response;
}

Response Site::take_form(Visit& visit, RouteMatch& match) const {
    if (!is_from_own_page(visit.request)) return foreign_form(visit);
    auto form = to_form(visit.request.body);
    if (!form || !visit.request.header("content-type").starts_with("application/x-www-form-urlencoded"))
        return unreadable_form(visit);
    visit.captured = std::move(match.captured);
    visit.form = std::move(*form);
    return match.route.answer(visit);
}

Response Site::fail(Visit const& visit, std::string_view what) const {
    auto const reference = random_mark();
    m_log.error("page failed",
                {{"reference", reference}, {"address", address_of(visit.request).text()}, {"what", what}});
    return page_failed(visit, reference);
}

// A page is the same as long as its address, the figures, the language and the program are.
std::string Site::page_tag(Visit const& visit) const {
    return fmt::format("W/\"{}-{}-{}{}\"", m_run, visit.snapshot()->revision, visit.language.code(),
                       visit.is_for_part() ? "-part" : "");
}

} // namespace rodtrad::web
