#include "plan/rights.hpp"

#include "plan/valid.hpp"

#include <algorithm>
#include <initializer_list>

namespace rodtrad::plan {

namespace {

using domain::Role;

bool is_among(Role role, std::initializer_list<Role> roles) { return std::ranges::find(roles, role) != roles.end(); }

} // namespace

bool has_right(Role role, Right right) {
    if (role == Role::administrator) return true;
    switch (right) {
    case Right::read:
        return true;
    case Right::take_part:
        return role != Role::reader;
    case Right::check_in:
        return is_among(role, {Role::controller, Role::manager, Role::member});
    case Right::steer:
        return is_among(role, {Role::controller, Role::manager});
    case Right::annotate:
    case Right::deliver:
        return is_among(role, {Role::controller, Role::manager, Role::data_supplier});
    case Right::define:
        return role == Role::controller;
    case Right::administer:
        return false;
    }
    return false;
}

bool may(Plan const& plan, study::Dataset const& data, domain::PersonId person, Right right, std::string_view unit,
         base::Date day) {
    auto const* who = plan.people.find(person);
    if (who == nullptr || !who->is_active) return false;
    if (right == Right::read) return true;
    auto const where = data.find_unit(unit);
    return std::ranges::any_of(plan.grants_of(person), [&](domain::Grant const* grant) {
        if (!is_valid(*grant, day) || !has_right(grant->role, right)) return false;
        if (grant->unit.empty()) return true;
        auto const branch = data.find_unit(grant->unit);
        if (!branch || !where) return false;
        return data.is_in_branch(*where, *branch) || (right == Right::take_part && data.is_in_branch(*branch, *where));
    });
}

bool may_somewhere(Plan const& plan, domain::PersonId person, Right right, base::Date day) {
    auto const* who = plan.people.find(person);
    if (who == nullptr || !who->is_active) return false;
    return right == Right::read || std::ranges::any_of(plan.grants_of(person), [&](domain::Grant const* grant) {
               return is_valid(*grant, day) && has_right(grant->role, right);
           });
}

} // namespace rodtrad::plan
