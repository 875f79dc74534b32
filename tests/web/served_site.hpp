#pragma once

#include "domain/person.hpp"
#include "steering/sign_in.hpp"
#include "steering/work.hpp"
#include "web/routes.hpp"
#include "web/running_server.hpp"
#include "web/site.hpp"
#include "web/small_organisation.hpp"

#include <optional>
#include <sstream>
#include <string>
#include <string_view>

namespace rodtrad::tests {

// The site of Lillköping on a real server, and somebody who visits it: signed in as a controller to begin with.
// One at a time: the hour is the same for all.
class ServedSite {
public:
    explicit ServedSite(std::string_view now = "2025-02-01T08:00:00Z");

    SmallOrganisation lillkoping;
    std::ostringstream logged;
    base::Log log;
    web::Site site;
    RunningServer server{[this](web::Request const& request) { return site.answer(request); },
                         {.body_limit_of = web::body_limit_at}};
    Client client = server.client();

    // Who visits from now on. One person of each role, of the whole organisation, is there from the start:
    // "controller".
    void sign_in_as(domain::Role role);
    void sign_in_as(domain::PersonId person);
    void sign_out() { m_visitor.reset(); }
    domain::PersonId person(domain::Role role);

    std::string cookie_header() const; // a whole line; empty where nobody is signed in
    std::string const& token() const { return m_token; }
    std::string const& csrf() const { return m_visitor->csrf; }

    Answer get(std::string_view target, std::string_view more_headers = "");
    // A form from an own page, with the secret of the session.
    Answer fill_in(std::string_view target, std::string_view body);
    // A file by such a form, in the field "file".
    Answer send_file(std::string_view target, std::string_view name, std::string_view bytes);
    // Exactly this; headers are whole lines.
    Answer post(std::string_view target, std::string_view body, std::string_view headers);
    std::string own_page_headers() const; // what a browser says of a form of ours

    // What happens in the organisation meanwhile, by an administrator.
    void carry_out(std::function<void(steering::Work&)> const& use_case);

    static void pass(std::chrono::seconds time);
    static base::Instant now();

private:
    std::optional<steering::SignedIn> m_visitor;
    std::string m_token;
};

bool holds(Answer const& answer, std::string_view text);

} // namespace rodtrad::tests
