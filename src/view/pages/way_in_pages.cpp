#include "view/pages/way_in_pages.hpp"

#include "view/pages/frame.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/person_fields.hpp"

namespace rodtrad::view::pages {

std::string_view set_up_elsewhere(Language const& language) {
    return language.tr("Nobody can sign in here yet. Whoever started Rödtråd has an address in the "
                       "terminal: open that one, and you are on your way.");
}

std::string set_up_elsewhere_page(Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("Get started");
    return whole_page({std::string{title}, Section::none, set_up_url(), {}}, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), set_up_elsewhere(language));
    });
}

std::string set_up_page(Filled const& filled, bool asks_organisation, std::string_view code, Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("Get started");
    return whole_page({std::string{title}, Section::none, set_up_url(), {}}, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"),
            language.tr("You become the administrator: you add the others, and can let go of it later."));
        write_problems(h, context, filled);
        write_form(h, context, set_up_url(), {}, [&] {
            hidden_field(h, "kod", code);
            if (asks_organisation)
                text_field(h, filled,
                           {.name = "organisation",
                            .label = language.tr("The organisation’s name"),
                            .hint = language.tr("Such as Almvik municipality. It can be changed."),
                            .required = Required::yes,
                            .autocomplete = "organization"});
            text_field(
                h, filled,
                {.name = "name", .label = language.tr("Your name"), .required = Required::yes, .autocomplete = "name"});
            text_field(h, filled,
                       {.name = "user_name",
                        .label = language.tr("User name"),
                        .hint = language.tr("To sign in with: letters, digits and . - _ @"),
                        .required = Required::yes,
                        .autocomplete = "username"});
            write_new_password_field(h, filled, language);
            submit_button(h, language.tr("Start"));
        });
    });
}

std::string link_page(Filled const& filled, std::string_view name, std::string_view user_name, std::string_view secret,
                      Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("Choose a password");
    return whole_page({std::string{title}, Section::none, link_url(secret), {}}, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"),
            language.tr("Welcome, {0}. Your user name is {1}. From now on you sign in with it and the password that "
                        "you choose here.",
                        name, user_name));
        write_problems(h, context, filled);
        write_form(h, context, link_url(secret), {}, [&] {
            // For the browser, which keeps the two together.
            h.input(type("hidden"), view::name("username"), value(user_name), autocomplete("username"));
            write_new_password_field(h, filled, language);
            submit_button(h, language.tr("Save and sign in"));
        });
    });
}

std::string_view spent_link(Language const& language) {
    return language.tr("It has been used, or is older than two days. Ask an administrator for a new "
                       "one, or sign in with your password.");
}

std::string spent_link_page(Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("The link does not lead in any more");
    return whole_page({std::string{title}, Section::none, sign_in_url(), {}}, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), spent_link(language));
        h.p([&] { h.a(class_("btn"), href(sign_in_url()), language.tr("Sign in")); });
    });
}

} // namespace rodtrad::view::pages
