#include "steering/people.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "plan/administrators.hpp"
#include "plan/valid.hpp"
#include "steering/written_text.hpp"
#include "store/sessions.hpp"

#include <algorithm>

namespace rodtrad::steering {

namespace {

using base::message;

constexpr std::size_t longest_email = 254; // RFC 5321

// Letters of any language, digits and . - _ @: what is easily said over the telephone.
std::string to_user_name(std::string_view text) {
    auto const name = base::lower(written_line("user_name", text, Empty::is_refused));
    auto const is_sign = [](char c) {
        bool const is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return is_plain || static_cast<unsigned char>(c) >= 0x80 ||
               std::string_view{".-_@"}.find(c) != std::string::npos;
    };
    if (!std::ranges::all_of(name, is_sign))
        throw Refused{"user_name", message("A user name has letters, digits and the signs . - _ @ only.")};
    return name;
}

std::string to_email(std::string_view text) {
    auto email = written_line("email", text, Empty::is_fine);
    auto const at = email.find('@');
    bool const is_address = at != std::string::npos && at > 0 && at + 1 < email.size() &&
                            email.find('@', at + 1) == std::string::npos &&
                            email.find_first_of(" \t,;<>\"") == std::string::npos && email.size() <= longest_email;
    if (!email.empty() && !is_address)
        throw Refused{"email", message("That is no e-mail address. Write one such as anna.ek@example.se, or nothing.")};
    return email;
}

std::string to_language(std::string_view text) {
    if (!text.empty() && text != "sv" && text != "en")
        throw Refused{"language", message("Choose one of the languages in the list.")};
    return std::string{text};
}

void set_words(Work const& work, domain::Person& person, PersonWords const& words) {
    person.user_name = to_user_name(words.user_name);
    person.name = written_line("name", words.name, Empty::is_refused);
    person.email = to_email(words.email);
    person.language = to_language(words.language);
    auto const has_it = [&](domain::Person const& other) {
        return other.id != person.id && other.user_name == person.user_name;
    };
    if (std::ranges::any_of(work.tables().people, has_it))
        throw Refused{"user_name", message("Someone else has the user name {0}."), {person.user_name}};
}

void require_unit(Work const& work, std::string const& field, std::string const& unit) {
    if (!work.data().find_unit(unit)) throw Refused{field, message("Choose one of the units in the list.")};
}

void check_days(std::string const& field, std::optional<base::Date> from, std::optional<base::Date> to) {
    if (from && to && *to < *from) throw Refused{field, message("The last day is before the first.")};
}

// Whether it gives all rights everywhere, today and from then on.
bool is_lasting_administrator(Work const& work, domain::Grant const& grant) {
    return grant.role == domain::Role::administrator && grant.unit.empty() && !grant.valid_to &&
           plan::is_valid(grant, work.today());
}

bool is_other_lasting_administrator(Work const& work, domain::Grant const& grant, domain::PersonId person) {
    if (grant.person == person || !is_lasting_administrator(work, grant)) return false;
    auto const* other = work.tables().people.find(grant.person);
    return other != nullptr && other->is_active;
}

} // namespace

void require_over(Work const& work, domain::PersonId person) {
    if (work.person() && !plan::may_look_after(work.plan(), work.data(), *work.person(), person, work.today()))
        throw Forbidden{plan::Right::administer, {}};
}

bool is_last_administrator(Work const& work, domain::PersonId person) {
    auto const& grants = work.tables().grants;
    bool const is_one = std::ranges::any_of(grants, [&](domain::Grant const& grant) {
        return grant.person == person && is_lasting_administrator(work, grant);
    });
    return is_one && std::ranges::none_of(grants, [&](domain::Grant const& grant) {
               return is_other_lasting_administrator(work, grant, person);
           });
}

domain::PersonId add_person(Work& work, PersonWords const& words) {
    if (work.person() && !plan::may_somewhere(work.plan(), *work.person(), plan::Right::administer, work.today()))
        throw Forbidden{plan::Right::administer, {}};
    domain::Person person;
    set_words(work, person, words);
    return work.put(person, "person.add");
}

void change_person(Work& work, domain::PersonId person, std::int64_t version_read, PersonWords const& words) {
    auto changed = work.must_find<domain::Person>(person, version_read);
    require_over(work, person);
    set_words(work, changed, words);
    work.put(changed, "person.change");
}

void deactivate(Work& work, domain::PersonId person, std::string_view reason) {
    auto changed = work.must_find<domain::Person>(person);
    require_over(work, person);
    if (is_last_administrator(work, person))
        throw Refused{
            {}, message("{0} is the last administrator. Make someone else administrator first."), {changed.name}};
    if (work.person() == person)
        throw Refused{{}, message("You cannot deactivate yourself. Ask another administrator.")};
    changed.is_active = false;
    store::end_sessions_of(work.connection(), person, {});
    work.put(changed, "person.deactivate", base::trimmed(reason));
}

void activate(Work& work, domain::PersonId person, std::string_view reason) {
    auto changed = work.must_find<domain::Person>(person);
    require_over(work, person);
    changed.is_active = true;
    work.put(changed, "person.activate", base::trimmed(reason));
}

void change_own(Work& work, std::int64_t version_read, OwnWords const& words) {
    auto changed = work.must_find<domain::Person>(work.require_person(), version_read);
    changed.email = to_email(words.email);
    changed.language = to_language(words.language);
    changed.wants_digest = words.wants_digest;
    work.put(changed, "person.change_own");
}

domain::MembershipId add_membership(Work& work, domain::PersonId person, MembershipWords const& words) {
    work.must_find<domain::Person>(person);
    require_unit(work, "unit", words.unit);
    work.require(plan::Right::administer, words.unit);
    check_days("to", words.from, words.to);
    return work.put(domain::Membership{.id = {},
                                       .version = 0,
                                       .person = person,
                                       .unit = words.unit,
                                       .title = written_line("title", words.title, Empty::is_fine),
                                       .valid_from = words.from,
                                       .valid_to = words.to},
                    "membership.add");
}

void end_membership(Work& work, domain::MembershipId membership, base::Date last_day) {
    auto changed = work.must_find<domain::Membership>(membership);
    work.require(plan::Right::administer, changed.unit);
    check_days({}, changed.valid_from, last_day);
    changed.valid_to = last_day;
    work.put(changed, "membership.end");
}

domain::GrantId give_role(Work& work, domain::PersonId person, GrantWords const& words, std::string_view reason) {
    work.must_find<domain::Person>(person);
    if (!words.unit.empty()) require_unit(work, "role_unit", words.unit);
    work.require(plan::Right::administer, words.unit);
    check_days("role_to", words.from, words.to);
    return work.put(domain::Grant{.id = {},
                                  .version = 0,
                                  .person = person,
                                  .role = words.role,
                                  .unit = words.unit,
                                  .valid_from = words.from,
                                  .valid_to = words.to},
                    "role.give", base::trimmed(reason));
}

void end_role(Work& work, domain::GrantId grant, base::Date last_day, std::string_view reason) {
    auto changed = work.must_find<domain::Grant>(grant);
    work.require(plan::Right::administer, changed.unit);
    check_days({}, changed.valid_from, last_day);
    if (is_lasting_administrator(work, changed) && is_last_administrator(work, changed.person))
        throw Refused{{},
                      message("{0} is the last administrator. Make someone else administrator first."),
                      {work.must_find<domain::Person>(changed.person).name}};
    changed.valid_to = last_day;
    work.put(changed, "role.end", base::trimmed(reason));
}

} // namespace rodtrad::steering
