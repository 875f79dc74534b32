#include "plan/red_thread.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/people_page.hpp"
#include "view/pages/person_fields.hpp"
#include "view/pages/person_thread.hpp"
#include "view/pages/person_words.hpp"

namespace rodtrad::view::pages {

namespace {

std::vector<Choice> role_choices(Language const& language) {
    std::vector<Choice> choices;
    for (auto const& [role, name] : names_of(domain::Role{}))
        choices.push_back({.value = std::string{name},
                           .text = std::string{role_name(role, language)},
                           .hint = std::string{role_about(role, language)}});
    return choices;
}

void write_held(Html& h, PersonView const& view, std::vector<HeldView> const& all, std::string_view what,
                Context const& context) {
    h.ul(class_("results held"), [&] {
        for (auto const& held : all)
            h.li(class_(held.is_past ? "quiet" : ""), [&] {
                h.span(held.sentence);
                if (held.may_end)
                    post_button(
                        h, context,
                        person_form_url(view.person->id, what).segment(std::to_string(held.id)).segment("avsluta"),
                        context.language.tr("End today"), Weight::quiet, {}, held.sentence);
            });
    });
}

void write_roles(Html& h, PersonView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    h.section(id("roller"), [&] {
        h.h2(language.tr("Roles"));
        if (view.roles.empty()) h.p(language.tr("No role: reads everything, and changes nothing."));
        write_held(h, view, view.roles, "roller", context);
        if (!view.may_administer) return;
        h.details(open(!filled.values("role_unit").empty()), [&] {
            h.summary(language.tr("Give a role"));
            write_form(h, context, person_form_url(view.person->id, "roller"), {}, [&] {
                radio_field(h, filled, {.name = "role", .label = language.tr("Role"), .required = Required::yes},
                            role_choices(language));
                suggested_field(h, filled,
                                {.name = "role_unit",
                                 .label = language.tr("Where"),
                                 .hint = language.tr("The role holds for the unit and all below it. Leave it empty for "
                                                     "the whole organisation.")},
                                view.units);
                h.div(class_("side-by-side"), [&] {
                    date_field(h, filled, {.name = "role_from", .label = language.tr("First day")});
                    date_field(h, filled, {.name = "role_to", .label = language.tr("Last day, if it is known")});
                });
                text_field(h, filled, {.name = "role_reason", .label = language.tr("Why (stands in the journal)")});
                submit_button(h, language.tr("Give the role"), Weight::quiet);
            });
        });
    });
}

void write_memberships(Html& h, PersonView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    h.section(id("platser"), [&] {
        h.h2(language.tr("Works in"));
        if (view.memberships.empty()) h.p(language.tr("Belongs to no unit."));
        write_held(h, view, view.memberships, "platser", context);
        if (!view.may_administer) return;
        h.details(open(!filled.values("title").empty()), [&] {
            h.summary(language.tr("Add a unit"));
            write_form(h, context, person_form_url(view.person->id, "platser"), {}, [&] {
                suggested_field(h, filled, {.name = "unit", .label = language.tr("Unit"), .required = Required::yes},
                                view.units);
                text_field(h, filled, {.name = "title", .label = language.tr("Title")});
                h.div(class_("side-by-side"), [&] {
                    date_field(h, filled, {.name = "from", .label = language.tr("First day")});
                    date_field(h, filled, {.name = "to", .label = language.tr("Last day, if it is known")});
                });
                submit_button(h, language.tr("Add"), Weight::quiet);
            });
        });
    });
}

void write_account(Html& h, PersonView const& view, PersonForms const& forms, Context const& context) {
    auto const& language = context.language;
    auto const& person = *view.person;
    h.section(id("konto"), [&] {
        h.h2(language.tr("The account"));
        if (!person.is_active) {
            h.p(language.tr("Deactivated: cannot sign in. What the person has written remains."));
            post_button(h, context, person_form_url(person.id, "aktivera"), language.tr("Activate again"),
                        Weight::quiet);
            return;
        }
        h.p(language.tr("A one-time link leads to where the person chooses a password. It holds for two days, and "
                        "earlier links stop leading in."));
        post_button(h, context, person_form_url(person.id, "lank"), language.tr("Make a one-time link"), Weight::main);
        bool const is_typed = !forms.filled.values("user_name").empty();
        h.details(open(is_typed), [&] {
            h.summary(language.tr("Change name, user name and e-mail"));
            auto const standing = Filled::standing({{"name", person.name},
                                                    {"user_name", person.user_name},
                                                    {"email", person.email},
                                                    {"language", person.language}});
            write_form(h, context, person_url(person.id), {}, [&] {
                hidden_field(h, "version", std::to_string(person.version));
                write_person_fields(h, is_typed ? forms.filled : standing, language);
                submit_button(h, language.tr("Save"), Weight::quiet);
            });
        });
        h.details(open(!forms.filled.values("reason").empty()), [&] {
            h.summary(language.tr("Deactivate"));
            h.p(language.tr("The person is signed out at once and cannot sign in. Nothing of what the person has "
                            "written is taken away."));
            write_form(h, context, person_form_url(person.id, "inaktivera"), {}, [&] {
                text_field(h, forms.filled, {.name = "reason", .label = language.tr("Why (stands in the journal)")});
                submit_button(h, language.tr("Deactivate {0}", person.name), Weight::quiet);
            });
        });
    });
}

// Shown this once: what is kept of it is a digest.
void write_link(Html& h, std::string const& link, Language const& language) {
    if (link.empty()) return;
    h.div(class_("notice one-time-link"), role("status"), [&] {
        h.p([&] { h.strong(language.tr("The link is made, and is shown only now:")); });
        h.p([&] { h.code(link); });
        h.p(language.tr("Give it to the person, and to nobody else. It leads in once, within two days."));
    });
}

} // namespace

std::string person_page(PersonView const& view, PersonForms const& forms, plan::Plan const& plan,
                        study::Dataset const& data, base::Date day, Context const& context) {
    auto const& person = *view.person;
    Frame const frame{person.name, Section::people, person_url(person.id), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.h1(person.name);
        if (!view.what.empty()) h.p(class_("lede"), view.what);
        write_problems(h, context, forms.filled);
        write_link(h, forms.link, context.language);
        write_thread_of_person(h, plan::RedThread{plan, data, day}, person.id, context);
        write_memberships(h, view, forms.filled, context);
        write_roles(h, view, forms.filled, context);
        if (view.may_look_after) write_account(h, view, forms, context);
    });
}

} // namespace rodtrad::view::pages
