#include "view/pages/people_page.hpp"

#include "view/format.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/person_fields.hpp"

namespace rodtrad::view::pages {

namespace {

void write_search_form(Html& h, PeopleView const& view, Language const& language) {
    h.form(class_("search-form people-search"), role("search"), action(people_url()), method("get"), [&] {
        h.input(class_("search"), type("search"), name("q"), value(view.question), autocomplete("off"),
                aria_label(language.tr("Name, title or unit")), placeholder(language.tr("Name, title or unit")));
        h.button(class_("btn quiet"), type("submit"), language.tr("Search"));
    });
}

} // namespace

std::string people_page(PeopleView const& view, Context const& context) {
    auto const& language = context.language;
    auto const here = view.question.empty() ? people_url() : people_url().query("q", view.question);
    auto const found = static_cast<std::int64_t>(view.found);
    return whole_page({std::string{language.tr("People")}, Section::people, here, {}}, context, [&](Html& h) {
        h.h1(language.tr("People"));
        h.p(class_("lede"), view.question.empty()
                                ? language.trn("{0} person is in {1}.", "{0} people are in {1}.", found,
                                               whole(language, found), context.organisation)
                                : language.trn("{0} person is found by “{1}”.", "{0} people are found by “{1}”.", found,
                                               whole(language, found), view.question));
        h.div(class_("people-tools"), [&] {
            write_search_form(h, view, language);
            if (context.is_administrator) h.a(class_("btn"), href(new_person_url()), language.tr("Add a person"));
        });
        h.ul(class_("results people"), [&] {
            for (auto const& person : view.people)
                h.li([&] {
                    h.a(href(person_url(person.id)), person.name);
                    if (!person.is_active) h.span(class_("tag normal"), language.tr("Deactivated"));
                    if (!person.what.empty()) h.small(person.what);
                });
        });
        write_pager(h, view.page, view.pages, language,
                    [&](std::size_t page) { return here.query("sida", std::to_string(page)); });
    });
}

std::string new_person_page(Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("Add a person");
    return whole_page({std::string{title}, Section::people, new_person_url(), {}}, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), language.tr("On the next page you give roles, and a link by which the person chooses a "
                                        "password."));
        write_problems(h, context, filled);
        write_form(h, context, people_url(), {.draft = "new-person"}, [&] {
            write_person_fields(h, filled, language);
            submit_button(h, language.tr("Add"));
        });
    });
}

} // namespace rodtrad::view::pages
