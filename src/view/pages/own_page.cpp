#include "view/pages/own_page.hpp"

#include "view/format.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/person_fields.hpp"

#include <array>
#include <utility>

namespace rodtrad::view::pages {

namespace {

using Known = std::pair<std::string_view, std::string_view>; // what stands in the text, what it is called

// The first that is found: most browsers also claim to be the ones further down.
constexpr auto browsers = std::to_array<Known>(
    {{"Edg", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}});
constexpr auto systems = std::to_array<Known>({{"Windows", "Windows"},
                                               {"Android", "Android"},
                                               {"iPhone", "iPhone"},
                                               {"iPad", "iPad"},
                                               {"Mac OS X", "Mac"},
                                               {"Linux", "Linux"}});

std::string_view known(std::string_view text, auto const& table) {
    for (auto const& [sign, name] : table)
        if (text.find(sign) != std::string_view::npos) return name;
    return {};
}

void write_letters(Html& h, OwnView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    h.section(id("brev"), [&] {
        h.h2(language.tr("Letters and language"));
        write_form(h, context, own_settings_url(), {}, [&] {
            hidden_field(h, "version", std::to_string(view.person.version));
            write_email_field(h, filled, language);
            write_language_field(h, filled, language);
            checkbox_field(
                h, filled,
                {.name = "wants_digest", .label = language.tr("Send me a letter on days when something waits for me")});
            submit_button(h, language.tr("Save"));
        });
    });
}

void write_password(Html& h, OwnView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    h.section(id("losenord"), [&] {
        h.h2(language.tr("Password"));
        if (view.has_changed_password)
            h.p(class_("notice"), role("status"),
                language.tr("The password is changed. Wherever else you were signed in, you are so no longer."));
        write_form(h, context, own_password_url(), {}, [&] {
            password_field(h, filled,
                           {.name = "old_password",
                            .label = language.tr("Present password"),
                            .required = Required::yes,
                            .autocomplete = "current-password"});
            write_new_password_field(h, filled, language);
            submit_button(h, language.tr("Change the password"), Weight::quiet);
        });
    });
}

void write_places(Html& h, OwnView const& view, Context const& context) {
    auto const& language = context.language;
    h.section(id("inloggad"), [&] {
        h.h2(language.tr("Where you are signed in"));
        h.ul(class_("results"), [&] {
            for (auto const& place : view.places)
                h.li([&] {
                    h.text(device_text(place.device, language));
                    h.small(place.is_here ? std::string{language.tr("Here")}
                                          : language.tr("Last used {0}", date_and_time(language, place.last_seen)));
                });
        });
        if (view.places.size() > 1)
            post_button(h, context, sign_out_elsewhere_url(), language.tr("Sign out everywhere else"), Weight::quiet);
    });
}

} // namespace

std::string own_page(OwnView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    Frame const frame{view.person.name, Section::none, own_settings_url(), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.h1(view.person.name);
        h.p(class_("lede"), [&] {
            h.text(language.tr("Your user name is {0}.", view.person.user_name));
            h.text(" ");
            h.a(href(person_url(view.person.id)), language.tr("Your page, as others see it"));
        });
        write_problems(h, context, filled);
        write_letters(h, view, filled, context);
        write_password(h, view, filled, context);
        write_places(h, view, context);
    });
}

std::string device_text(std::string_view device, Language const& language) {
    auto const browser = known(device, browsers);
    auto const system = known(device, systems);
    if (browser.empty() && system.empty())
        return device.empty() ? std::string{language.tr("Unknown browser")} : std::string{device.substr(0, 60)};
    if (browser.empty() || system.empty()) return std::string{browser.empty() ? system : browser};
    return language.tr("{0}, {1}", browser, system);
}

} // namespace rodtrad::view::pages
