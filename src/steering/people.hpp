#pragma once

#include "domain/person.hpp"
#include "steering/work.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The people of the organisation, where they belong and what they may do. An administrator of a branch does these
// things in that branch, and with those people all of whose rights and places are within it. Nothing is deleted: what
// is no longer so gets a last day. All throw Refused, Forbidden, NotFound and Conflict.
namespace rodtrad::steering {

// Throws Forbidden where the one who works is not administrator of every branch that the person has a role in or
// belongs to: whoever could give such a person a new password would get what that person may.
void require_over(Work const& work, domain::PersonId person);

// Those who are administrators of the whole organisation without a last day, and are active.
bool is_last_administrator(Work const& work, domain::PersonId person);

// What of a person is written in a form.
struct PersonWords {
    std::string user_name;
    std::string name;
    std::string email;    // may be empty
    std::string language; // "sv", "en"; empty: as the browser asks
};
// Without a password: a one-time link leads in (sign_in.hpp).
domain::PersonId add_person(Work& work, PersonWords const& words);
void change_person(Work& work, domain::PersonId person, std::int64_t version_read, PersonWords const& words);
// From then on the person is signed in nowhere and cannot sign in; what the person wrote remains. Not oneself, and not
// the last administrator.
void deactivate(Work& work, domain::PersonId person, std::string_view reason);
void activate(Work& work, domain::PersonId person, std::string_view reason);

// What one may change of oneself.
struct OwnWords {
    std::string email;
    std::string language;
    bool wants_digest = true;
};
void change_own(Work& work, std::int64_t version_read, OwnWords const& words);

struct MembershipWords {
    std::string unit; // code
    std::string title;
    std::optional<base::Date> from;
    std::optional<base::Date> to; // last day
};
domain::MembershipId add_membership(Work& work, domain::PersonId person, MembershipWords const& words);
void end_membership(Work& work, domain::MembershipId membership, base::Date last_day);

struct GrantWords {
    domain::Role role = domain::Role::reader;
    std::string unit; // code; empty: the whole organisation
    std::optional<base::Date> from;
    std::optional<base::Date> to; // last day
};
domain::GrantId give_role(Work& work, domain::PersonId person, GrantWords const& words, std::string_view reason);
// Not the last administrator's role.
void end_role(Work& work, domain::GrantId grant, base::Date last_day, std::string_view reason);

} // namespace rodtrad::steering
