#include "steering/sign_in.hpp"

#include "base/message.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "steering/organisation.hpp"
#include "steering/people.hpp"
#include "steering/work.hpp"
#include "store/credentials.hpp"
#include "store/sessions.hpp"

#include <algorithm>

namespace rodtrad::steering {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::minutes seen_again_after{5}; // so seldom is it written that a session is used
constexpr std::size_t longest_device = 200;         // bytes

// How many tries may fail, within which time, before one has to wait. A whole organisation may come from one address.
struct Patience {
    std::int64_t free_tries;
    std::chrono::hours within;
};
constexpr Patience with_a_name{5, 24h};
constexpr Patience with_an_address{100, 1h};

std::string key_of_name(std::string_view user_name) {
    return base::digest("name " + base::lower(base::trimmed(user_name)));
}
std::string key_of_address(std::string_view address) { return base::digest("address " + std::string{address}); }

// How long one must wait after the latest of so many failures.
std::chrono::minutes pause_after(std::int64_t failures, std::int64_t free_tries) {
    if (failures < free_tries) return 0min;
    return std::min(15min, std::chrono::minutes{std::int64_t{1} << std::min<std::int64_t>(failures - free_tries, 4)});
}

std::chrono::minutes still_to_wait(store::Connection& connection, std::string_view what, Patience const& patience,
                                   base::Instant now) {
    auto const failed = store::failed_sign_ins(connection, what, now - patience.within);
    if (!failed.latest) return 0min;
    auto const left = *failed.latest + pause_after(failed.count, patience.free_tries) - now;
    return left <= 0s ? 0min : std::chrono::ceil<std::chrono::minutes>(left);
}

// What a browser says of itself may be anything: the plain signs of it are kept.
std::string readable(std::string_view device) {
    std::string text;
    for (char const c : device.substr(0, longest_device))
        if (c >= ' ' && c <= '~') text += c;
    return text;
}

bool is_over(store::Session const& session, base::Instant now) {
    return session.expires <= now || session.last_seen + idle_session <= now;
}

// A try counts as failed until it has succeeded, so that many at once are counted too. Returns how long to wait, where
// it may not be made yet; then it does not count.
std::chrono::minutes count_try(Organisation& organisation, By const& by, std::string const& name,
                               std::string const& address) {
    std::chrono::minutes to_wait{0};
    organisation.carry_out(by, [&](Work& work) {
        auto& connection = work.connection();
        to_wait = still_to_wait(connection, name, with_a_name, work.now());
        if (!address.empty())
            to_wait = std::max(to_wait, still_to_wait(connection, address, with_an_address, work.now()));
        if (to_wait > 0min) return;
        store::forget_failed_sign_ins_before(connection, work.now() - with_a_name.within);
        store::write_failed_sign_in(connection, name, work.now());
        if (!address.empty()) store::write_failed_sign_in(connection, address, work.now());
        work.keep();
    });
    return to_wait;
}

void refuse_password(std::string const& field, base::PasswordProblem problem) {
    switch (problem) {
    case base::PasswordProblem::none:
        return;
    case base::PasswordProblem::not_text:
        throw Refused{field, base::message("The password holds signs that cannot be read.")};
    case base::PasswordProblem::too_short:
        throw Refused{field, base::message("Choose a password of at least 12 characters. A few words in a row are "
                                           "strong and easy to remember.")};
    case base::PasswordProblem::too_long:
        throw Refused{field, base::message("The password may be at most 1,000 bytes long.")};
    case base::PasswordProblem::is_the_name:
        throw Refused{field, base::message("The password may not be the user name.")};
    case base::PasswordProblem::too_easy:
        throw Refused{field, base::message("That password is among the first that anyone would try. Choose a few words "
                                           "in a row.")};
    }
}

[[noreturn]] void refuse_link() {
    throw Refused{{},
                  base::message("The link has been used already, or is too old. Ask an administrator for a new one.")};
}

std::optional<store::OneTimeLink> usable_link(store::Connection& connection, std::string_view secret,
                                              base::Instant now) {
    auto link = store::find_link(connection, base::digest(secret));
    if (!link || link->used || link->expires <= now) return {};
    return link;
}

} // namespace

std::optional<SignedIn> find_signed_in(Organisation& organisation, std::string_view token, base::Instant now) {
    if (token.empty()) return {};
    auto const digest = base::digest(token);
    std::optional<store::Session> session;
    organisation.read([&](store::Connection& connection) { session = store::find_session(connection, digest); });
    if (!session || is_over(*session, now)) return {};
    auto const plan = organisation.plan();
    auto const* person = plan->people.find(session->person);
    if (person == nullptr || !person->is_active) return {};
    // Whoever only reads does not wait for a large delivery: another page tells that the session is used.
    if (session->last_seen + seen_again_after <= now)
        organisation.carry_out_if_free({Actor::of(*person), now}, [&](Work& work) {
            store::mark_seen(work.connection(), digest, now);
            work.keep();
        });
    return SignedIn{.person = session->person, .csrf = std::move(session->csrf), .session = digest};
}

SignInAnswer sign_in(Organisation& organisation, SignInAttempt const& attempt, base::Instant now) {
    auto const name = key_of_name(attempt.user_name);
    auto const address = attempt.address.empty() ? std::string{} : key_of_address(attempt.address);
    auto const nobody = by_command_line("rodtrad serve", now);
    if (auto const to_wait = count_try(organisation, nobody, name, address); to_wait > 0min) return {{}, to_wait};

    auto const plan = organisation.plan();
    auto const* person = plan->find_user(base::lower(base::trimmed(attempt.user_name)));
    std::optional<std::string> hash;
    if (person != nullptr && person->is_active)
        organisation.read(
            [&](store::Connection& connection) { hash = store::password_hash_of(connection, person->id); });
    if (!hash) {
        base::check_password_of_nobody(attempt.password);
        return {};
    }
    auto const check = base::check_password(*hash, attempt.password);
    if (check == base::PasswordCheck::wrong) return {};
    std::optional<std::string> newer;
    if (check == base::PasswordCheck::right_but_needs_rehash) newer = base::hash_password(attempt.password);

    SignInAnswer answer;
    organisation.carry_out({Actor::of(*person), now}, [&](Work& work) {
        auto& connection = work.connection();
        auto const* standing = work.tables().people.find(person->id);
        bool const is_as_checked = store::password_hash_of(connection, person->id) == hash;
        if (standing == nullptr || !standing->is_active || !is_as_checked) return; // changed meanwhile
        store::forget_failed_sign_ins(connection, name);
        if (!address.empty()) store::take_back_failed_sign_in(connection, address, work.now());
        if (newer) store::write_password_hash(connection, person->id, *newer);
        answer.token = begin_session(work, person->id, attempt.device);
    });
    return answer;
}

std::string begin_session(Work& work, domain::PersonId person, std::string_view device) {
    auto& connection = work.connection();
    auto const now = work.now();
    store::end_sessions_before(connection, now - idle_session, now);
    auto token = base::random_token();
    store::write_session(connection, {.token = base::digest(token),
                                      .person = person,
                                      .csrf = base::random_token(),
                                      .created = now,
                                      .last_seen = now,
                                      .expires = now + longest_session,
                                      .device = readable(device)});
    work.tell({.kind = "person", .record = person.value()}, "person.sign_in");
    return token;
}

void sign_out(Work& work, std::string const& session) {
    store::end_session(work.connection(), session);
    work.tell({.kind = "person", .record = work.require_person().value()}, "person.sign_out");
}

void sign_out_elsewhere(Work& work, std::string const& session) {
    auto const person = work.require_person();
    store::end_sessions_of(work.connection(), person, session);
    work.tell({.kind = "person", .record = person.value()}, "person.sign_out_everywhere");
}

std::vector<Place> places_of(Organisation& organisation, SignedIn const& who, base::Instant now) {
    std::vector<Place> places;
    organisation.read([&](store::Connection& connection) {
        for (auto& session : store::sessions_of(connection, who.person))
            if (!is_over(session, now))
                places.push_back({.device = std::move(session.device),
                                  .since = session.created,
                                  .last_seen = session.last_seen,
                                  .is_here = session.token == who.session});
    });
    return places;
}

void change_password(Organisation& organisation, By const& by, std::string const& session,
                     std::string_view old_password, std::string_view new_password) {
    auto const id = by.actor.person();
    if (!id) throw Forbidden{plan::Right::take_part, {}};
    auto const plan = organisation.plan();
    auto const* person = plan->people.find(*id);
    if (person == nullptr) throw NotFound{domain::Person::table, id->value()};
    check_new_password(new_password, person->user_name, "new_password");

    auto const name = key_of_name(person->user_name);
    if (count_try(organisation, by, name, {}) > 0min)
        throw Refused{"old_password", base::message("Too many tries have failed. Wait a quarter of an hour, and try "
                                                    "again.")};
    std::optional<std::string> hash;
    organisation.read([&](store::Connection& connection) { hash = store::password_hash_of(connection, *id); });
    if (!hash || base::check_password(*hash, old_password) == base::PasswordCheck::wrong)
        throw Refused{"old_password", base::message("That is not your present password.")};

    auto const newer = base::hash_password(new_password);
    organisation.carry_out(by, [&](Work& work) {
        auto& connection = work.connection();
        if (store::password_hash_of(connection, *id) != hash) // changed meanwhile
            throw Refused{"old_password", base::message("That is not your present password.")};
        store::forget_failed_sign_ins(connection, name);
        store::write_password_hash(connection, *id, newer);
        store::use_up_links(connection, *id, work.now());
        store::end_sessions_of(connection, *id, session);
        work.tell({.kind = "person", .record = id->value()}, "person.change_password");
    });
}

std::string make_link(Work& work, domain::PersonId person) {
    auto const& whose = work.must_find<domain::Person>(person);
    require_over(work, person);
    if (!whose.is_active) throw Refused{{}, base::message("{0} is deactivated, and cannot sign in."), {whose.name}};
    auto& connection = work.connection();
    store::use_up_links(connection, person, work.now());
    auto secret = base::random_token();
    store::write_link(connection, {.token = base::digest(secret),
                                   .person = person,
                                   .created = work.now(),
                                   .expires = work.now() + longest_link,
                                   .used = {}});
    work.tell({.kind = "person", .record = person.value()}, "person.make_link");
    return secret;
}

std::optional<domain::PersonId> find_link(Organisation& organisation, std::string_view secret, base::Instant now) {
    std::optional<domain::PersonId> person;
    organisation.read([&](store::Connection& connection) {
        if (auto const link = usable_link(connection, secret, now)) person = link->person;
    });
    if (!person) return {};
    auto const plan = organisation.plan();
    auto const* found = plan->people.find(*person);
    return found != nullptr && found->is_active ? person : std::nullopt;
}

std::string use_link(Organisation& organisation, std::string_view secret, std::string_view password,
                     std::string_view device, base::Instant now) {
    auto const id = find_link(organisation, secret, now);
    if (!id) refuse_link();
    auto const plan = organisation.plan();
    auto const& person = *plan->people.find(*id);
    check_new_password(password, person.user_name, "new_password");
    auto const hash = base::hash_password(password);
    std::string token;
    organisation.carry_out({Actor::of(person), now}, [&](Work& work) {
        if (!usable_link(work.connection(), secret, now)) refuse_link(); // used twice at once
        set_password_hash(work, *id, hash);
        token = begin_session(work, *id, device);
    });
    return token;
}

void check_new_password(std::string_view password, std::string_view user_name, std::string const& field) {
    refuse_password(field, base::password_problem(password, user_name));
}

void set_password_hash(Work& work, domain::PersonId person, std::string_view hash) {
    auto& connection = work.connection();
    auto const& whose = work.must_find<domain::Person>(person);
    store::write_password_hash(connection, person, hash);
    store::use_up_links(connection, person, work.now());
    store::end_sessions_of(connection, person, {});
    store::forget_failed_sign_ins(connection, key_of_name(whose.user_name));
    work.tell({.kind = "person", .record = person.value()}, "person.set_password");
}

bool can_anyone_sign_in(Organisation& organisation, base::Instant now) {
    bool can = false;
    organisation.read([&](store::Connection& connection) { can = store::can_anyone_sign_in(connection, now); });
    return can;
}

} // namespace rodtrad::steering
