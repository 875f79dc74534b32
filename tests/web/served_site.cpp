#include "web/served_site.hpp"

#include "steering/people.hpp"
#include "steering/work.hpp"

#include <fmt/format.h>

namespace rodtrad::tests {

namespace {

base::Instant the_hour;

} // namespace

ServedSite::ServedSite(std::string_view now)
    : log{logged, [] { return base::to_instant("2025-02-01T08:00:00Z"); }},
      site{lillkoping.organisation(), log, "1.2.3", [] { return the_hour; }} {
    the_hour = base::to_instant(now);
    lillkoping.organisation().carry_out(steering::by_command_line("a test", the_hour), [&](steering::Work& work) {
        for (auto const& [role, name] : names_of(domain::Role{})) {
            auto const id = steering::add_person(
                work, {.user_name = std::string{name}, .name = fmt::format("The {}", name), .email = {}});
            steering::give_role(work, id, {.role = role, .unit = {}, .from = {}, .to = {}}, {});
        }
    });
    sign_in_as(domain::Role::controller);
}

domain::PersonId ServedSite::person(domain::Role role) {
    return lillkoping.organisation().plan()->find_user(base::name_of(role))->id;
}

void ServedSite::sign_in_as(domain::Role role) { sign_in_as(person(role)); }

void ServedSite::sign_in_as(domain::PersonId person) {
    auto& organisation = lillkoping.organisation();
    auto const plan = organisation.plan();
    organisation.carry_out({steering::Actor::of(*plan->people.find(person)), the_hour},
                           [&](steering::Work& work) { m_token = steering::begin_session(work, person, "a test"); });
    m_visitor = steering::find_signed_in(organisation, m_token, the_hour);
}

std::string ServedSite::cookie_header() const {
    return m_visitor ? fmt::format("Cookie: rodtrad={}\r\n", m_token) : std::string{};
}

Answer ServedSite::get(std::string_view target, std::string_view more_headers) {
    auto const has_cookies = more_headers.find("Cookie:") != std::string_view::npos;
    return client.get(target, fmt::format("{}{}", more_headers, has_cookies ? std::string{} : cookie_header()));
}

Answer ServedSite::fill_in(std::string_view target, std::string_view body) {
    return post(target, m_visitor ? fmt::format("{}&_csrf={}", body, m_visitor->csrf) : std::string{body},
                own_page_headers() + cookie_header());
}

Answer ServedSite::send_file(std::string_view target, std::string_view name, std::string_view bytes) {
    auto const part = [](std::string_view disposition, std::string_view content) {
        return fmt::format("--grans\r\nContent-Disposition: form-data; {}\r\n\r\n{}\r\n", disposition, content);
    };
    auto const body = part("name=\"_csrf\"", csrf()) +
                      part(fmt::format("name=\"file\"; filename=\"{}\"", name), bytes) + "--grans--\r\n";
    client.send(fmt::format("POST {} HTTP/1.1\r\nHost: localhost:{}\r\n{}{}Content-Type: multipart/form-data; "
                            "boundary=grans\r\nContent-Length: {}\r\n\r\n",
                            target, server.port(), own_page_headers(), cookie_header(), body.size()));
    client.send(body);
    return client.receive();
}

Answer ServedSite::post(std::string_view target, std::string_view body, std::string_view headers) {
    client.send(fmt::format("POST {} HTTP/1.1\r\nHost: localhost:{}\r\n{}Content-Type: "
                            "application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{}",
                            target, server.port(), headers, body.size(), body));
    return client.receive();
}

std::string ServedSite::own_page_headers() const {
    return fmt::format("Origin: http://localhost:{}\r\nSec-Fetch-Site: same-origin\r\n", server.port());
}

void ServedSite::carry_out(std::function<void(steering::Work&)> const& use_case) {
    auto& organisation = lillkoping.organisation();
    auto const plan = organisation.plan();
    organisation.carry_out({steering::Actor::of(*plan->find_user("administrator")), the_hour}, use_case);
}

void ServedSite::pass(std::chrono::seconds time) { the_hour += time; }
base::Instant ServedSite::now() { return the_hour; }

bool holds(Answer const& answer, std::string_view text) { return answer.body.find(text) != std::string::npos; }

} // namespace rodtrad::tests
