#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/instant.hpp"
#include "domain/ids.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace rodtrad::domain {

// What a person is in a branch of the organisation. Everyone who is signed in may read goals and results.
enum class Role : std::uint8_t {
    administrator, // people, rights and settings; all that the others may, in the branch
    controller,    // measures, scorecards, steering documents, the tree, figures; and what a manager may
    manager,       // adopts, adjusts, pauses and closes goals, acknowledges check-ins
    member,        // proposes, comments, checks in
    data_supplier, // delivers figures
    politician,    // reads everything, comments and proposes; decides what is lifted
    reader,        // reads
};
constexpr auto names_of(Role) {
    return std::to_array<std::pair<Role, std::string_view>>({
        {Role::administrator, "administrator"},
        {Role::controller, "controller"},
        {Role::manager, "manager"},
        {Role::member, "member"},
        {Role::data_supplier, "data_supplier"},
        {Role::politician, "politician"},
        {Role::reader, "reader"},
    });
}

// Someone who uses the program. What proves who it is (a password) is kept apart (store/credentials.hpp).
struct Person {
    static constexpr std::string_view table = "person";
    PersonId id;
    std::int64_t version = 0; // how many times it has been written
    std::string user_name;
    std::string name;
    std::string email;        // empty: gets no letters
    std::string language;     // of pages and letters: "sv", "en"; empty: pages as the browser asks, letters in Swedish
    bool wants_digest = true; // a letter a day, where the organisation sends letters
    bool is_active = true;    // one who is not cannot sign in; what the person wrote remains

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Person::id},
                          base::Field{"version", &Person::version},
                          base::Field{"user_name", &Person::user_name},
                          base::Field{"name", &Person::name},
                          base::Field{"email", &Person::email},
                          base::Field{"language", &Person::language},
                          base::Field{"wants_digest", &Person::wants_digest},
                          base::Field{"is_active", &Person::is_active}};
    }
    bool operator==(Person const&) const = default;
};

// Where a person works, or sits.
struct Membership {
    static constexpr std::string_view table = "membership";
    MembershipId id;
    std::int64_t version = 0; // how many times it has been written
    PersonId person;
    std::string unit;  // code
    std::string title; // "Rektor"; may be empty
    std::optional<base::Date> valid_from;
    std::optional<base::Date> valid_to; // last day

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Membership::id},
                          base::Field{"version", &Membership::version},
                          base::Field{"person", &Membership::person},
                          base::Field{"unit", &Membership::unit},
                          base::Field{"title", &Membership::title},
                          base::Field{"valid_from", &Membership::valid_from},
                          base::Field{"valid_to", &Membership::valid_to}};
    }
    bool operator==(Membership const&) const = default;
};

// A role given to a person, for a branch and a time.
struct Grant {
    static constexpr std::string_view table = "role_grant";
    GrantId id;
    std::int64_t version = 0; // how many times it has been written
    PersonId person;
    Role role = Role::reader;
    std::string unit; // code: holds for it and all units below; empty for the whole organisation
    std::optional<base::Date> valid_from;
    std::optional<base::Date> valid_to; // last day

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Grant::id},
                          base::Field{"version", &Grant::version},
                          base::Field{"person", &Grant::person},
                          base::Field{"role", &Grant::role},
                          base::Field{"unit", &Grant::unit},
                          base::Field{"valid_from", &Grant::valid_from},
                          base::Field{"valid_to", &Grant::valid_to}};
    }
    bool operator==(Grant const&) const = default;
};

} // namespace rodtrad::domain
