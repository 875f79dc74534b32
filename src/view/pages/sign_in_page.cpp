#include "view/pages/sign_in_page.hpp"

#include "view/pages/addresses.hpp"
#include "view/pages/form.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/people_addresses.hpp"

namespace rodtrad::view::pages {

namespace {

// Where one was going, and what one had written there, go along with every way in.
void write_carried(Html& h, SignInView const& view) {
    if (!view.to.empty()) hidden_field(h, "till", view.to);
    if (!view.kept.empty()) hidden_field(h, "kvar", view.kept);
}

void write_people_to_try(Html& h, SignInView const& view, Context const& context) {
    auto const& language = context.language;
    h.section(class_("try-as"), [&] {
        h.h2(language.tr("Try it as"));
        h.p(language.tr("This is an example. Everyone in it is invented, and nothing you do here reaches anyone."));
        h.ul([&] {
            for (auto const& person : view.people)
                h.li([&] {
                    write_form(h, context, sign_in_url(), {}, [&] {
                        write_carried(h, view);
                        hidden_field(h, "user_name", person.user_name);
                        hidden_field(h, "password", view.password);
                        h.button(class_("btn quiet"), type("submit"), [&] {
                            h.text(person.name);
                            h.small(person.what);
                        });
                    });
                });
        });
    });
}

} // namespace

std::string sign_in_page(SignInView const& view, Url const& here, Context const& context) {
    auto const& language = context.language;
    auto const filled = Filled::typed({{"user_name", view.user_name}}, {});
    return whole_page({std::string{language.tr("Sign in")}, Section::none, here, {}}, context, [&](Html& h) {
        h.div(class_("sign-in"), [&] {
            h.section([&] {
                h.h1(language.tr("Sign in"));
                h.p(class_("lede"), context.organisation);
                if (!view.kept.empty())
                    h.p(class_("notice"), role("status"),
                        language.tr("You have been signed out meanwhile. What you wrote is not lost: sign in, and you "
                                    "can send it."));
                if (!view.problem.empty()) h.p(class_("error"), role("alert"), view.problem);
                write_form(h, context, sign_in_url(), {}, [&] {
                    write_carried(h, view);
                    text_field(h, filled,
                               {.name = "user_name",
                                .label = language.tr("User name"),
                                .required = Required::yes,
                                .autocomplete = "username"});
                    password_field(h, filled,
                                   {.name = "password",
                                    .label = language.tr("Password"),
                                    .required = Required::yes,
                                    .autocomplete = "current-password"});
                    submit_button(h, language.tr("Sign in"));
                });
                h.p(class_("quiet"), language.tr("Forgotten the password? An administrator can give you a link to "
                                                 "choose a new one by."));
            });
            if (!view.people.empty()) write_people_to_try(h, view, context);
        });
    });
}

std::string kept_form_page(KeptForm const& form, Context const& context) {
    auto const& language = context.language;
    bool const is_again = form.why == KeptForm::Why::signed_in_again;
    auto const heading =
        is_again ? language.tr("You are signed in again") : language.tr("The page was opened before you signed in");
    return whole_page({std::string{heading}, Section::none, list_url(), {}}, context, [&](Html& h) {
        h.h1(heading);
        h.p(class_("lede"), is_again ? language.tr("What you wrote is still here, and has not been sent.")
                                     : language.tr("Nothing has been saved yet, and what you wrote is still here. Send "
                                                   "it if it is you who wrote it."));
        write_form(h, context, form.to, {}, [&] {
            if (has_words(form.values)) write_words_of_form(h, form.values);
            for (auto const& [name, text] : form.values) hidden_field(h, name, text);
            submit_button(h, language.tr("Send it"));
        });
    });
}

} // namespace rodtrad::view::pages
