#include "view/pages/frame.hpp"

#include "view/assets.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/form.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/red_thread_addresses.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "view/pages/tree_addresses.hpp"

namespace rodtrad::view::pages {

namespace {

void write_menu_item(Html& h, Url const& url, std::string_view text, bool is_here) {
    h.a(href(url), aria_current().when(is_here), text);
}

void write_search(Html& h, std::string_view question, Language const& language) {
    h.search([&] {
        h.form(class_("search-form"), action(search_url()), method("get"), [&] {
            h.input(class_("search"), type("search"), name("q"), value(question),
                    aria_label(language.tr("Search for a unit, goal, person or measure")),
                    placeholder(language.tr("Unit, goal …")), autocomplete("off"));
            h.button(class_("btn quiet"), type("submit"), language.tr("Search"));
        });
    });
}

// The other language, named in itself. Whoever has said which language it is to be says so in the settings.
void write_language_switch(Html& h, Url const& here, Context const& context) {
    bool const is_swedish = context.language.is_swedish();
    std::string_view const other = is_swedish ? "en" : "sv";
    std::string_view const name = is_swedish ? "English" : "Svenska";
    if (context.has_own_language)
        h.a(href(own_settings_url().anchor("f-language")), lang(other), name);
    else
        h.a(href(here.query("lang", other)), lang(other), hreflang(other), rel("alternate nofollow"), name);
}

void write_menu(Html& h, Section here, Language const& language) {
    h.nav(aria_label(language.tr("Main menu")), [&] {
        write_menu_item(h, Url{"/att-gora"}, language.tr("To do"), here == Section::todo);
        write_menu_item(h, Url{"/rod-trad"}, language.tr("Red thread"), here == Section::thread);
        write_menu_item(h, goals_url(), language.tr("Goals"), here == Section::goals);
        write_menu_item(h, list_url(), language.tr("Deviations"), here == Section::deviations);
        write_menu_item(h, measures_url(), language.tr("Measures"), here == Section::measures);
        write_menu_item(h, units_url(), language.tr("Units"), here == Section::units);
        write_menu_item(h, compare_url(), language.tr("Compare"), here == Section::compare);
    });
}

// With what it is to say, and whose drafts it keeps.
void write_own_script(Html& h, Context const& context) {
    auto const& language = context.language;
    auto const person = context.person ? std::to_string(context.person->value()) : std::string{};
    h.script(src(asset_url("rodtrad.js")), defer(), data_("data-person", person),
             data_("data-saved", language.tr("What you wrote {0} was kept.")),
             data_("data-back", language.tr("Take it back")), data_("data-away", language.tr("Throw it away")));
}

// Who one is, with the way to one's own settings, and the way out.
void write_own(Html& h, Frame const& frame, Context const& context) {
    bool const is_here = frame.section == Section::none && frame.here.path() == own_settings_url().path();
    h.a(href(own_settings_url()), aria_current().when(is_here), context.person_name);
    post_button(h, context, sign_out_url(), context.language.tr("Sign out"), Weight::quiet);
}

} // namespace

void write_head(Html& h, Frame const& frame, Context const& context) {
    h.head([&] {
        h.meta(charset("utf-8"));
        h.meta(name("viewport"), content("width=device-width, initial-scale=1"));
        h.head_title(frame.title, " · ", context.organisation, " · Rödtråd");
        h.link(rel("icon"), type("image/svg+xml"), href(asset_url("mark.svg")));
        h.link(rel("stylesheet"), href(asset_url("rodtrad.css")));
        h.script(src(asset_url("htmx.js")), defer());
        write_own_script(h, context);
    });
}

void write_top(Html& h, Frame const& frame, Context const& context) {
    auto const& language = context.language;
    h.a(class_("skip"), href(Url::on_this_page("main")), language.tr("Skip to the contents"));
    h.header(class_("top"), [&] {
        h.a(class_("mark"), href(Url{"/"}), "Rödtråd");
        if (context.person) write_menu(h, frame.section, language);
        h.div(class_("right"), [&] {
            if (context.person) {
                write_search(h, frame.search, language);
                write_own(h, frame, context);
            }
            write_language_switch(h, frame.here, context);
        });
    });
}

void write_foot(Html& h, Context const& context) {
    auto const& language = context.language;
    h.footer(class_("foot"), [&] {
        h.p([&] { h.strong(context.organisation); });
        h.p([&] {
            if (context.person) {
                h.a(href(scorecards_url()), language.tr("Scorecards"));
                h.text(" · ");
                h.a(href(advice_url()), language.tr("Advice on the plan"));
                h.text(" · ");
                h.a(href(people_url()), language.tr("People and roles"));
                h.text(" · ");
                h.a(href(tree_url()), language.tr("The organisation"));
                h.text(" · ");
                if (context.may_deliver) {
                    h.a(href(deliveries_url()), language.tr("Deliver figures"));
                    h.text(" · ");
                }
                if (context.is_administrator) {
                    h.a(href(journal_url()), language.tr("Journal"));
                    h.text(" · ");
                }
                h.a(href(about_url()), language.tr("How the list is made"));
                h.text(" · ");
            }
            h.text("Rödtråd ");
            h.text(context.version);
        });
    });
}

} // namespace rodtrad::view::pages
