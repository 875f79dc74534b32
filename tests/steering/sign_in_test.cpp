// Signing in while something else happens. What an ordinary day asks of it is tested over HTTP (tests/web).

#include "base/secret.hpp"
#include "steering/audit.hpp"
#include "steering/meanwhile.hpp"
#include "steering/organisation_fixture.hpp"
#include "steering/people.hpp"
#include "steering/sign_in.hpp"
#include "store/sqlite/sqlite_connection.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace rodtrad::steering::test {

namespace {

constexpr std::string_view old_password = "en lång gammal mening";
constexpr std::string_view new_password = "en lång nyare mening";

struct Account {
    TestOrganisation fixture;
    Organisation& organisation = *fixture.organisation;
    domain::PersonId anna;

    Account() {
        organisation.carry_out(at_first_day, [this](Work& work) {
            anna = add_person(work, {.user_name = "anna", .name = "Anna Ek", .email = {}});
            give_role(work, anna, {.role = domain::Role::member, .unit = {}, .from = {}, .to = {}}, {});
        });
        set_password(old_password);
    }
    void set_password(std::string_view password) {
        auto const hash = base::hash_password(password);
        organisation.carry_out(at_first_day, [&](Work& work) { set_password_hash(work, anna, hash); });
    }
    By by() { return {Actor::of(*organisation.plan()->people.find(anna)), first_day}; }
};

std::string signed_in(Organisation& organisation, std::string_view password) {
    return sign_in(organisation, {.user_name = "anna", .password = password, .address = {}, .device = {}}, first_day)
        .token;
}

} // namespace

TEST_CASE("nobody gets in with a password that is changed while it is being checked, nor brings it back") {
    Account account;
    constexpr int begins_session = 2; // the first work counts the try
    Meanwhile meanwhile{account.organisation, begins_session, [&] { account.set_password(new_password); }};
    CHECK(signed_in(meanwhile, old_password).empty());
    CHECK(signed_in(account.organisation, old_password).empty());
    CHECK_FALSE(signed_in(account.organisation, new_password).empty());
}

TEST_CASE("a password that was changed meanwhile is not changed by who knew the one before") {
    Account account;
    constexpr int stores_password = 2;
    Meanwhile meanwhile{account.organisation, stores_password, [&] { account.set_password(new_password); }};
    CHECK_THROWS_AS(change_password(meanwhile, account.by(), {}, old_password, "den som visste den gamla"), Refused);
    CHECK_FALSE(signed_in(account.organisation, new_password).empty());
}

TEST_CASE("whoever is signed in goes on reading while a delivery holds the database for itself") {
    Account account;
    auto const token = signed_in(account.organisation, old_password);
    auto const delivery =
        store::sqlite::connect(account.fixture.data_folder() / "rodtrad.db", store::sqlite::Access::existing);
    store::Transaction const writing{*delivery, store::Transaction::Kind::write};
    auto const begun = std::chrono::steady_clock::now();
    auto const later = first_day + std::chrono::minutes{10}; // when it is otherwise written that the session is used
    auto const who = find_signed_in(account.organisation, token, later);
    REQUIRE(who);
    CHECK(who->person == account.anna);
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{5}); // a writer would wait for ten
}

TEST_CASE("the journal is read by administrators alone") {
    Account account;
    CHECK_THROWS_AS(journal_of(account.organisation, account.by(), {}), Forbidden);
    CHECK_THROWS_AS(kinds_in_journal(account.organisation, account.by()), Forbidden);
    account.organisation.carry_out(at_first_day, [&](Work& work) {
        give_role(work, account.anna, {.role = domain::Role::administrator, .unit = {}, .from = {}, .to = {}}, {});
    });
    CHECK_FALSE(journal_of(account.organisation, account.by(), {}).empty());
}

} // namespace rodtrad::steering::test
