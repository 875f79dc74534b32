#include "view/pages/person_words.hpp"

#include "plan/valid.hpp"
#include "view/format.hpp"

namespace rodtrad::view::pages {

std::string_view role_name(domain::Role role, Language const& language) {
    switch (role) {
    case domain::Role::administrator:
        return language.tr("Administrator");
    case domain::Role::controller:
        return language.tr("Controller");
    case domain::Role::manager:
        return language.tr("Manager");
    case domain::Role::member:
        return language.tr("Member of staff");
    case domain::Role::data_supplier:
        return language.tr("Supplier of figures");
    case domain::Role::politician:
        return language.tr("Politician");
    case domain::Role::reader:
        break;
    }
    return language.tr("Reader");
}

std::string_view role_about(domain::Role role, Language const& language) {
    switch (role) {
    case domain::Role::administrator:
        return language.tr("Looks after people and roles, and may do all that the others may.");
    case domain::Role::controller:
        return language.tr(
            "Looks after measures, scorecards and the organisation’s tree, and may do what a manager may.");
    case domain::Role::manager:
        return language.tr("Adopts and follows up goals, explains and delivers figures.");
    case domain::Role::member:
        return language.tr("Proposes, comments and checks in.");
    case domain::Role::data_supplier:
        return language.tr("Delivers and explains figures, proposes and comments.");
    case domain::Role::politician:
        return language.tr("Reads everything, proposes and comments.");
    case domain::Role::reader:
        break;
    }
    return language.tr("Reads everything, and changes nothing.");
}

std::string what_is(domain::Person const& person, plan::Plan const& plan, study::Dataset const& data, base::Date day,
                    Language const& language) {
    for (auto const* membership : plan.memberships_of(person.id)) {
        if (!plan::is_valid(*membership, day)) continue;
        auto const unit = unit_name(membership->unit, data);
        return membership->title.empty() ? unit : language.tr("{0}, {1}", membership->title, unit);
    }
    for (auto const* grant : plan.grants_of(person.id))
        if (plan::is_valid(*grant, day))
            return language.tr("{0}, {1}", role_name(grant->role, language), unit_name(grant->unit, data));
    return {};
}

std::string unit_name(std::string_view code, study::Dataset const& data) {
    if (code.empty()) return data.units.empty() ? std::string{} : data.units.begin()->unit.name;
    auto const unit = data.find_unit(code);
    return unit ? data.units[*unit].unit.name : std::string{code};
}

std::string time_of(std::optional<base::Date> from, std::optional<base::Date> to, base::Date today,
                    Language const& language) {
    if (from && to) return language.tr("{0}–{1}", date(language, *from), date(language, *to));
    if (from)
        return *from <= today ? language.tr("since {0}", date(language, *from))
                              : language.tr("from {0}", date(language, *from));
    if (to) return language.tr("until {0}", date(language, *to));
    return {};
}

} // namespace rodtrad::view::pages
