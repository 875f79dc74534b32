#include "steering/calendar_tokens.hpp"

#include "base/secret.hpp"
#include "steering/organisation.hpp"
#include "steering/work.hpp"
#include "store/calendar_tokens.hpp"

namespace rodtrad::steering {

std::string make_calendar_secret(Work& work) {
    auto const person = work.require_person();
    auto secret = base::random_token();
    store::write_calendar_token(work.connection(), person, base::digest(secret));
    work.tell({.kind = "person", .record = person.value()}, "calendar.make");
    return secret;
}

void end_calendar(Work& work) {
    auto const person = work.require_person();
    if (!store::has_calendar_token(work.connection(), person)) return;
    store::write_calendar_token(work.connection(), person, {});
    work.tell({.kind = "person", .record = person.value()}, "calendar.end");
}

bool has_calendar(Organisation const& organisation, domain::PersonId person) {
    bool has = false;
    organisation.read([&](store::Connection& connection) { has = store::has_calendar_token(connection, person); });
    return has;
}

std::optional<domain::PersonId> find_by_calendar_secret(Organisation const& organisation, std::string_view secret) {
    std::optional<domain::PersonId> person;
    organisation.read([&](store::Connection& connection) {
        person = store::find_by_calendar_token(connection, base::digest(secret));
    });
    return person;
}

} // namespace rodtrad::steering
