#include "web/site.hpp"

#include "base/secret.hpp"
#include "plan/rights.hpp"
#include "view/pages/people_addresses.hpp"
#include "web/address.hpp"
#include "web/answer_format.hpp"
#include "web/errors.hpp"
#include "web/gzip.hpp"
#include "web/kept_form.hpp"
#include "web/language_choice.hpp"
#include "web/people_resources.hpp"
#include "web/resources.hpp"
#include "web/routes.hpp"
#include "web/security.hpp"
#include "web/session_cookies.hpp"
#include "web/target.hpp"

#include <fmt/format.h>

#include <chrono>
#include <exception>
#include <optional>
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

// The right that a route takes; nothing where it takes none.
std::optional<plan::Right> right_for(Needs needs) {
    switch (needs) {
    case Needs::nothing:
        return {};
    case Needs::signed_in:
        return plan::Right::read;
    case Needs::take_part:
        return plan::Right::take_part;
    case Needs::check_in:
        return plan::Right::check_in;
    case Needs::steer:
        return plan::Right::steer;
    case Needs::annotate:
        return plan::Right::annotate;
    case Needs::deliver:
        return plan::Right::deliver;
    case Needs::define:
        return plan::Right::define;
    case Needs::administer:
    case Needs::undeclared: // a mistake, which a test finds: nobody else comes through until then
        break;
    }
    return plan::Right::administer;
}

bool may_come(Visit const& visit, plan::Right right) {
    return plan::may_somewhere(visit.plan(), visit.who->person, right, visit.today());
}

// To where one signs in, and back here afterwards.
Response to_sign_in(Visit const& visit) {
    if (asks_for_json(visit.request)) return to_be_signed_in(visit);
    auto const url = view::pages::sign_in_url(address_of(visit.request).text());
    if (!visit.is_for_part()) return see_other(url);
    Response response{.status = 403, .content_type = ""}; // htmx puts in a part: the whole page is to be left
    response.add_header("HX-Redirect", url.text());
    return response;
}

Response take_form(Visit& visit, RouteMatch& match) {
    auto const& request = visit.request;
    if (!is_from_own_page(request)) return foreign_form(visit);
    auto const content_type = request.header("content-type");
    if (content_type.starts_with("multipart/form-data")) {
        auto form = to_multipart(content_type, request.body);
        if (!form) return unreadable_form(visit);
        visit.form = std::move(form->fields);
        visit.files = std::move(form->files);
    } else {
        auto form = to_form(request.body);
        if (!form || !content_type.starts_with("application/x-www-form-urlencoded")) return unreadable_form(visit);
        visit.form = std::move(*form);
    }
    visit.captured = std::move(match.captured);

    bool const is_ours = base::is_equal_in_constant_time(visit.filled_in("_csrf"), visit.csrf);
    auto const right = right_for(match.route.needs);
    if (!right) return is_ours ? match.route.answer(visit) : outdated_form(visit);
    if (!visit.who) return asks_for_json(request) ? to_be_signed_in(visit) : sign_in_to_send(visit);
    if (!may_come(visit, *right)) return not_allowed(visit, steering::Forbidden{*right, {}});
    return is_ours ? match.route.answer(visit) : ask_to_send(visit);
}

std::string milliseconds(Stopwatch::duration duration) {
    return fmt::format("{:.3f}", std::chrono::duration<double, std::milli>{duration}.count());
}

} // namespace

Site::Site(steering::Organisation& organisation, base::Log& log, std::string program_version, Clock clock,
           std::string set_up_code)
    : m_organisation{organisation}, m_log{log}, m_program_version{std::move(program_version)}, m_clock{clock},
      m_set_up_code{std::move(set_up_code)}, m_run{random_mark()} {}

void Site::warm() {
    pack_assets();
    m_search_desk.index_of(m_organisation.snapshot());
}

Response Site::answer(Request const& request) {
    auto const begun = Stopwatch::now();
    Visit visit{request,       chosen_language(request), m_organisation, m_search_desk,
                m_upload_desk, m_program_version,        m_clock};
    Response response;
    try {
        response = follow(visit);
    } catch (std::exception const& error) {
        response = fail(visit, error.what());
    }
    auto const made = Stopwatch::now();
    pack(request, response);
    auto const packed = Stopwatch::now();
    if (!visit.who && !visit.csrf.empty()) keep_visitor_secret(response, visit);
    add_if_absent(response, "Cache-Control", "no-store");
    add_if_absent(response, "Vary", "Accept, Accept-Language, Cookie, Accept-Encoding, HX-Request-Type");
    if (response.content_type.starts_with("text/html") || response.content_type == "application/json")
        response.add_header("Content-Language", std::string{visit.language().code()});
    response.add_header("Server-Timing",
                        fmt::format("page;dur={}, gzip;dur={}, total;dur={}", milliseconds(made - begun),
                                    milliseconds(packed - made), milliseconds(packed - begun)));
    return response;
}

Response Site::follow(Visit& visit) {
    auto const& request = visit.request;
    if (auto redirect = language_switch(request)) return std::move(*redirect);
    bool const is_question = request.method == Method::get || request.method == Method::head;
    bool const is_form = request.method == Method::post;
    auto const takes = is_form ? Takes::forms : Takes::questions;
    auto match = is_question || is_form ? find_route(request.path, takes) : std::nullopt;
    if (match && match->route.holds == Holds::for_ever) return show(visit, *match);

    bool const is_before_sign_in = match && match->route.needs == Needs::nothing;
    identify(visit, is_before_sign_in);
    if (!visit.who && is_to_be_set_up(visit.now())) {
        visit.set_up_code = m_set_up_code;
        if (!match || match->route.pattern != view::pages::set_up_url().path())
            return see_other(view::pages::set_up_url());
    }
    if (!match) {
        if (!is_route(request.path)) return page_not_found(visit);
        return method_not_allowed(visit, takes == Takes::forms ? Takes::questions : Takes::forms);
    }
    if (is_form) return take_form(visit, *match);
    return show(visit, *match);
}

void Site::identify(Visit& visit, bool is_before_sign_in) const {
    if (!is_before_sign_in)
        visit.who = steering::find_signed_in(m_organisation, session_token(visit.request), visit.now());
    if (visit.who)
        if (auto const* own = view::Language::find(visit.person().language)) visit.answer_in(*own);
    visit.csrf = visit.who ? visit.who->csrf : visitor_secret(visit.request);
}

bool Site::is_to_be_set_up(base::Instant now) {
    if (!m_is_set_up) m_is_set_up = m_set_up_code.empty() || steering::can_anyone_sign_in(m_organisation, now);
    return !m_is_set_up;
}

Response Site::show(Visit& visit, RouteMatch& match) const {
    auto const& route = match.route;
    visit.captured = std::move(match.captured);
    bool const is_kept = route.holds == Holds::for_ever || route.needs != Needs::nothing;
    if (auto const right = right_for(route.needs)) {
        if (!visit.who) return to_sign_in(visit);
        if (!may_come(visit, *right)) return not_allowed(visit, steering::Forbidden{*right, {}});
    }
    if (!is_kept) return route.answer(visit);

    auto tag = route.holds == Holds::for_ever ? fmt::format("W/\"{}\"", visit.request.path.back()) : page_tag(visit);
    if (is_known(visit.request, tag)) {
        Response unchanged{.status = 304};
        add_freshness(unchanged, route.holds, std::move(tag));
        return unchanged;
    }
    auto response = route.answer(visit);
    if (response.status == 200) add_freshness(response, route.holds, std::move(tag));
    return response;
}

Response Site::fail(Visit const& visit, std::string_view what) const {
    auto const reference = random_mark();
    m_log.error("page failed",
                {{"reference", reference}, {"address", address_of(visit.request).text()}, {"what", what}});
    return page_failed(visit, reference);
}

// A page is the same as long as its address, its reader and the secret of the reader's forms, the figures, the plan,
// the day, the language, the format and the program are.
std::string Site::page_tag(Visit const& visit) const {
    auto const hour = std::chrono::floor<std::chrono::hours>(base::time_of_day(visit.now())).count(); // a greeting
    std::string_view const format = asks_for_json(visit.request) ? "-json" : visit.is_for_part() ? "-part" : "";
    return fmt::format("W/\"{}-{}-{}-{}-{}-{}-{}{}\"", m_run, visit.snapshot()->revision, visit.plan().revision(),
                       base::to_text(visit.today()), hour, base::digest(visit.csrf).substr(0, 16),
                       visit.language().code(), format);
}

} // namespace rodtrad::web
