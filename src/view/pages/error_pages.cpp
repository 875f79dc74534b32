#include "view/pages/addresses.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/plain_pages.hpp"

namespace rodtrad::view::pages {

namespace {

// Who may, as a sentence.
std::string_view who_may(plan::Right right) {
    using plan::Right;
    switch (right) {
    case Right::read:
        return message("Everyone who is signed in may read this.");
    case Right::take_part:
        return message("Managers, members, politicians and those who deliver figures may do this in their part of the "
                       "organisation.");
    case Right::check_in:
        return message("Those who work in the unit, and its manager, may do this.");
    case Right::steer:
        return message("The unit’s manager and the controllers may do this.");
    case Right::annotate:
    case Right::deliver:
        return message("The unit’s manager, the controllers and those who deliver figures may do this.");
    case Right::define:
        return message("Controllers may do this.");
    case Right::administer:
        break;
    }
    return message("Administrators may do this.");
}

} // namespace

Trouble page_not_found(Url const& here, Language const& language) {
    return {language.tr("There is no such page"),
            language.tr("Nothing is found at the address {0}. It may have been mistyped, or the page may "
                        "have moved.",
                        here.path()),
            {}};
}

Trouble unit_not_found(std::string_view code, Language const& language) {
    return {language.tr("There is no such unit"),
            language.tr("No unit has the code “{0}”. It may have got another code, or its figures may not "
                        "have been delivered yet.",
                        code),
            code};
}

Trouble measure_not_found(std::string_view code, Language const& language) {
    return {language.tr("There is no such measure"),
            language.tr("No measure has the code “{0}”. It may have got another code, or its definition "
                        "may not have been delivered yet.",
                        code),
            code};
}

Trouble to_be_signed_in(Language const& language) {
    return {language.tr("Sign in"), std::string{language.tr("Sign in first.")}, {}};
}

Trouble foreign_form(Language const& language) {
    return {language.tr("The form did not come from here"),
            std::string{language.tr("Nothing was saved. Only forms on Rödtråd’s own pages are taken: open "
                                    "the page and fill it in there.")},
            {}};
}

Trouble outdated_form(Language const& language) {
    return {language.tr("The form is too old"),
            std::string{language.tr("Nothing was saved. Open the page anew and fill in the form there. The "
                                    "browser must be allowed to keep cookies from Rödtråd.")},
            {}};
}

Trouble unreadable_form(Language const& language) {
    return {language.tr("The form could not be read"),
            std::string{language.tr("Nothing was saved. Go back and send it again.")},
            {}};
}

Trouble not_allowed(plan::Right right, std::string_view place, Language const& language) {
    auto const what = language.tr("You do not have the right to this in {0}, and nothing has been changed. {1}", place,
                                  language.tr(who_may(right)));
    return {language.tr("You may not do this"), what, {}};
}

Trouble not_done(std::string_view why, Language const& language) {
    return {language.tr("Nothing has been changed"), std::string{why}, {}};
}

Trouble method_not_allowed(Language const& language) {
    return {language.tr("The page can only be read"),
            std::string{language.tr("Something was sent to this address, but there is nothing here that "
                                    "can be changed. Nothing has been stored.")},
            {}};
}

Trouble page_failed(std::string_view reference, Language const& language) {
    return {language.tr("Something went wrong on our side"),
            language.tr("The page could not be made. No figures have been lost or changed. Try again in a "
                        "moment; if it happens again, tell whoever runs Rödtråd, and give the reference "
                        "{0}.",
                        reference),
            {}};
}

std::string trouble_page(Trouble const& trouble, Url const& here, Context const& context) {
    auto const& language = context.language;
    Frame const frame{std::string{trouble.heading}, Section::none, here, std::string{trouble.searched}};
    return whole_page(frame, context, [&](Html& h) {
        h.h1(trouble.heading);
        h.p(class_("lede"), trouble.what);
        if (has_words(trouble.written)) {
            h.h2(language.tr("What you wrote"));
            h.p(language.tr("It has not been saved. Copy it, if you want to keep it."));
            write_words_of_form(h, trouble.written);
        }
        h.h2(language.tr("Go on from here"));
        h.ul(class_("results"), [&] {
            if (!context.person) {
                h.li([&] { h.a(href(sign_in_url()), language.tr("Sign in")); });
                return;
            }
            if (trouble.back) h.li([&] { h.a(href(*trouble.back), language.tr("Back to where you were")); });
            if (!trouble.searched.empty())
                h.li([&] {
                    h.a(href(search_url(trouble.searched)), language.tr("Search for “{0}”", trouble.searched));
                });
            h.li([&] { h.a(href(list_url()), language.tr("What stands out")); });
            h.li([&] { h.a(href(measures_url()), language.tr("All measures, A to Ö")); });
            h.li([&] { h.a(href(units_url()), language.tr("The organisation and its units")); });
        });
    });
}

} // namespace rodtrad::view::pages
