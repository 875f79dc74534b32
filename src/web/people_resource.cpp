// The people of the organisation. Only the fields that are named here are read of a form.

#include "base/message.hpp"
#include "steering/people.hpp"
#include "steering/typed.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/people_page.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/form.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/people_resources.hpp"

#include <algorithm>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

domain::PersonId person_in(Visit const& visit) { return domain::PersonId{number_in(visit.captured_as("person"))}; }

Response person_response(Visit const& visit, pages::PersonForms const& forms) {
    auto const* person = visit.plan().people.find(person_in(visit));
    auto const context = visit.context();
    if (person == nullptr || (!person->is_active && !context.is_administrator)) return page_not_found(visit);
    auto const view = pages::person_view(*person, visit.plan(), visit.data(), visit.today(), context);
    return page_or_json(visit, view, [&] {
        return pages::person_page(view, forms, visit.plan(), visit.data(), visit.today(), context);
    });
}

steering::PersonWords person_words(Visit const& visit) {
    return {.user_name = std::string{visit.filled_in("user_name")},
            .name = std::string{visit.filled_in("name")},
            .email = std::string{visit.filled_in("email")},
            .language = std::string{visit.filled_in("language")}};
}

// The code of a unit by what was typed: its code, or its name where only one has it. Else what was typed, which is then
// refused.
std::string unit_in(Visit const& visit, std::string_view field) {
    auto const typed = visit.filled_in(field);
    auto const& data = visit.data();
    if (data.find_unit(typed)) return std::string{typed};
    std::string code;
    for (auto const& node : data.units)
        if (node.unit.name == typed) {
            if (!code.empty()) return std::string{typed};
            code = node.unit.code;
        }
    return code.empty() ? std::string{typed} : code;
}

// Does one thing with the person of the page, and shows the page again.
Response change(Visit const& visit, std::string_view section, std::function<void(steering::Work&)> const& use_case) {
    return answer_form(
        visit,
        [&] {
            visit.organisation.carry_out(visit.by(), use_case);
            return see_other(pages::person_url(person_in(visit)).anchor(section));
        },
        [&](pages::Filled const& filled) { return person_response(visit, {.filled = filled, .link = {}}); });
}

} // namespace

Response show_people(Visit const& visit) {
    auto const page = static_cast<std::size_t>(std::max<std::int64_t>(1, number_in(visit.request.parameter("sida"))));
    auto const context = visit.context();
    auto const view =
        pages::people_view(visit.request.parameter("q"), page, visit.plan(), visit.data(), visit.today(), context);
    return page_or_json(visit, view, [&] { return pages::people_page(view, context); });
}

Response show_new_person(Visit const& visit) {
    return page_or_json(visit, pages::FormView{}, [&] { return pages::new_person_page({}, visit.context()); });
}

Response take_new_person(Visit const& visit) {
    return answer_form(
        visit,
        [&] {
            domain::PersonId person;
            visit.organisation.carry_out(
                visit.by(), [&](steering::Work& work) { person = steering::add_person(work, person_words(visit)); });
            return see_other(pages::person_url(person));
        },
        [&](pages::Filled const& filled) {
            return page_or_json(visit, pages::form_view(filled),
                                [&] { return pages::new_person_page(filled, visit.context()); });
        });
}

Response show_person(Visit const& visit) { return person_response(visit, {}); }

Response take_person(Visit const& visit) {
    return change(visit, "konto", [&](steering::Work& work) {
        steering::change_person(work, person_in(visit), number_in(visit.filled_in("version")), person_words(visit));
    });
}

Response take_membership(Visit const& visit) {
    return change(visit, "platser", [&](steering::Work& work) {
        steering::add_membership(work, person_in(visit),
                                 {.unit = unit_in(visit, "unit"),
                                  .title = std::string{visit.filled_in("title")},
                                  .from = steering::typed_date("from", visit.filled_in("from")),
                                  .to = steering::typed_date("to", visit.filled_in("to"))});
    });
}

Response take_membership_end(Visit const& visit) {
    domain::MembershipId const membership{number_in(visit.captured_as("membership"))};
    return change(visit, "platser", [&](steering::Work& work) {
        if (work.must_find<domain::Membership>(membership).person != person_in(visit))
            throw steering::NotFound{domain::Membership::table, membership.value()};
        steering::end_membership(work, membership, work.today());
    });
}

Response take_role(Visit const& visit) {
    return change(visit, "roller", [&](steering::Work& work) {
        auto const role = base::value_of<domain::Role>(visit.filled_in("role"));
        if (!role) throw steering::Refused{"role", base::message("Choose a role.")};
        steering::give_role(work, person_in(visit),
                            {.role = *role,
                             .unit = unit_in(visit, "role_unit"),
                             .from = steering::typed_date("role_from", visit.filled_in("role_from")),
                             .to = steering::typed_date("role_to", visit.filled_in("role_to"))},
                            visit.filled_in("role_reason"));
    });
}

Response take_role_end(Visit const& visit) {
    domain::GrantId const grant{number_in(visit.captured_as("grant"))};
    return change(visit, "roller", [&](steering::Work& work) {
        if (work.must_find<domain::Grant>(grant).person != person_in(visit))
            throw steering::NotFound{domain::Grant::table, grant.value()};
        steering::end_role(work, grant, work.today(), {});
    });
}

// The secret is shown on the answer itself, and nowhere again: there is no page to go to afterwards.
Response take_new_link(Visit const& visit) {
    auto const show = [&](pages::PersonForms const& forms) { return person_response(visit, forms); };
    return answer_form(
        visit,
        [&] {
            std::string secret;
            visit.organisation.carry_out(
                visit.by(), [&](steering::Work& work) { secret = steering::make_link(work, person_in(visit)); });
            return show({.filled = {}, .link = visit.request.origin + pages::link_url(secret).text()});
        },
        [&](pages::Filled const& filled) { return show({.filled = filled, .link = {}}); });
}

Response take_deactivation(Visit const& visit) {
    return change(visit, "konto", [&](steering::Work& work) {
        steering::deactivate(work, person_in(visit), visit.filled_in("reason"));
    });
}

Response take_activation(Visit const& visit) {
    return change(visit, "konto", [&](steering::Work& work) { steering::activate(work, person_in(visit), {}); });
}

} // namespace rodtrad::web
