#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// The people of the organisation: a list, and a page for each.
namespace rodtrad::view::pages {

struct PersonRow {
    domain::PersonId id;
    std::string name;
    std::string what; // "Rektor, Norrskolan"
    bool is_active = true;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &PersonRow::id}, base::Field{"name", &PersonRow::name},
                          base::Field{"what", &PersonRow::what}, base::Field{"is_active", &PersonRow::is_active}};
    }
};

struct PeopleView {
    std::string question;
    std::vector<PersonRow> people; // of this page, by name
    std::size_t found = 0;
    std::size_t page = 1;
    std::size_t pages = 1;

    static constexpr auto fields() {
        return std::tuple{base::Field{"question", &PeopleView::question}, base::Field{"people", &PeopleView::people},
                          base::Field{"found", &PeopleView::found}, base::Field{"page", &PeopleView::page},
                          base::Field{"pages", &PeopleView::pages}};
    }
};

// Those whose name, title or unit begin with the words of the question. Administrators see the deactivated too.
PeopleView people_view(std::string_view question, std::size_t page, plan::Plan const& plan, study::Dataset const& data,
                       base::Date day, Context const& context);
std::string people_page(PeopleView const& view, Context const& context);

// To add one.
std::string new_person_page(Filled const& filled, Context const& context);

// A place or a role that a person has, as a sentence: "Chef i Norrskolan sedan 1 augusti 2026".
struct HeldView {
    std::int64_t id = 0;
    std::string sentence;
    bool is_past = false;
    bool may_end = false; // the reader may

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &HeldView::id}, base::Field{"sentence", &HeldView::sentence},
                          base::Field{"is_past", &HeldView::is_past}};
    }
};

struct PersonView {
    domain::Person const* person = nullptr;
    domain::PersonId id;
    std::string name;
    std::string what;
    std::vector<HeldView> memberships;
    std::vector<HeldView> roles;
    bool may_look_after = false; // the reader: the account
    bool may_administer = false; // the reader: somewhere, and so can give places and roles there
    std::vector<Choice> units;   // where to; empty where the reader may not

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &PersonView::id}, base::Field{"name", &PersonView::name},
                          base::Field{"what", &PersonView::what}, base::Field{"memberships", &PersonView::memberships},
                          base::Field{"roles", &PersonView::roles}};
    }
};
PersonView person_view(domain::Person const& person, plan::Plan const& plan, study::Dataset const& data, base::Date day,
                       Context const& context);

// What is said at the top after something was done, or is being typed.
struct PersonForms {
    Filled filled;    // of the form that could not be taken, by its fields' names
    std::string link; // a one-time link that was just made: shown this once
};
// `write_thread`: what others write of the person on the page (the thread from the person's goals to the vision).
std::string person_page(PersonView const& view, PersonForms const& forms, plan::Plan const& plan,
                        study::Dataset const& data, base::Date day, Context const& context);

} // namespace rodtrad::view::pages
