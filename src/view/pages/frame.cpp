#include "view/pages/frame.hpp"

#include "view/assets.hpp"
#include "view/pages/addresses.hpp"

namespace rodtrad::view::pages {

namespace {

void write_menu_item(Html& h, Url const& url, std::string_view text, bool is_here) {
    h.a(href(url), aria_current().when(is_here), text);
}

void write_search(Html& h, std::string_view question, Language const& language) {
    h.search([&] {
        h.form(class_("search-form"), action(search_url()), method("get"), [&] {
            h.input(class_("search"), type("search"), name("q"), value(question),
                    aria_label(language.tr("Search for a unit or a measure")),
                    placeholder(language.tr("Unit or measure")), autocomplete("off"));
            h.button(class_("btn quiet"), type("submit"), language.tr("Search"));
        });
    });
}

// The other language, named in itself.
void write_language_switch(Html& h, Url const& here, Language const& language) {
    if (language.is_swedish())
        h.a(href(here.query("lang", "en")), lang("en"), hreflang("en"), rel("alternate nofollow"), "English");
    else
        h.a(href(here.query("lang", "sv")), lang("sv"), hreflang("sv"), rel("alternate nofollow"), "Svenska");
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
    });
}

void write_top(Html& h, Frame const& frame, Context const& context) {
    auto const& language = context.language;
    h.a(class_("skip"), href(Url::on_this_page("main")), language.tr("Skip to the contents"));
    h.header(class_("top"), [&] {
        h.a(class_("mark"), href(list_url()), "Rödtråd");
        h.nav(aria_label(language.tr("Main menu")), [&] {
            write_menu_item(h, list_url(), language.tr("Deviations"), frame.section == Section::deviations);
            write_menu_item(h, measures_url(), language.tr("Measures"), frame.section == Section::measures);
            write_menu_item(h, units_url(), language.tr("Units"), frame.section == Section::units);
            write_menu_item(h, compare_url(), language.tr("Compare"), frame.section == Section::compare);
        });
        h.div(class_("right"), [&] {
            write_search(h, frame.search, language);
            write_language_switch(h, frame.here, language);
        });
    });
}

void write_foot(Html& h, Context const& context) {
    auto const& language = context.language;
    h.footer(class_("foot"), [&] {
        h.p([&] {
            h.strong(context.organisation);
            if (context.is_local_only) {
                h.text(" · ");
                h.text(language.tr("There are no accounts yet, so Rödtråd can be read on this computer only."));
            }
        });
        h.p([&] {
            h.a(href(about_url()), language.tr("How the list is made"));
            h.text(" · Rödtråd ");
            h.text(context.version);
        });
    });
}

} // namespace rodtrad::view::pages
