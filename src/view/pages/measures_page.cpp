#include "view/format.hpp"
#include "view/letter_case.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/measures_view.hpp"
#include "view/pages/parts.hpp"

namespace rodtrad::view::pages {

namespace {

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

void write_choice(Html& h, std::string_view field, std::string_view title, std::string_view everything,
                  std::vector<std::string> const& choices, std::string_view chosen) {
    if (choices.empty()) return;
    h.label([&] {
        h.span(title);
        h.select(id(field), name(field), [&] {
            h.option(value(""), everything);
            for (auto const& choice : choices) h.option(value(choice), selected(choice == chosen), capitalised(choice));
        });
    });
}

void write_filters(Html& h, MeasuresView const& view, Language const& language) {
    if (view.areas.empty() && view.perspectives.empty()) return;
    h.form(class_("filters"), action(measures_url()), method("get"), hx_get(measures_url()),
           hx_trigger(Trigger::change), hx_target("#list"), hx_select("#list"), hx_swap(Swap::outer), hx_push_url(),
           [&] {
               write_choice(h, "omrade", language.tr("Area"), language.tr("All areas"), view.areas, view.question.area);
               write_choice(h, "perspektiv", language.tr("Perspective"), language.tr("All perspectives"),
                            view.perspectives, view.question.perspective);
               if (!view.question.unit.empty()) h.input(type("hidden"), name("enhet"), value(view.question.unit));
               h.button(class_("btn quiet"), type("submit"), language.tr("Show"));
           });
}

std::string lede(MeasuresView const& view, Language const& language) {
    std::string text;
    auto const say = [&](std::string const& sentence) { text += (text.empty() ? "" : " ") + sentence; };
    if (view.all + view.without_figures == 0)
        say(std::string{language.tr("There are no measures yet. They come with a delivery, under “Deliver figures”.")});
    else if (view.found == view.all)
        say(language.trn("{0} measure with figures, from A to Ö.", "{0} measures with figures, from A to Ö.",
                         static_cast<std::int64_t>(view.all), counted(view.all, language)));
    else
        say(language.tr("{0} of {1} measures with figures.", counted(view.found, language),
                        counted(view.all, language)));
    if (view.without_figures > 0)
        say(language.trn("{0} more has none yet, and is found by searching.",
                         "{0} more have none yet, and are found by searching.",
                         static_cast<std::int64_t>(view.without_figures), counted(view.without_figures, language)));
    return text;
}

void write_entry(Html& h, MeasureEntry const& entry, Language const& language) {
    h.li([&] {
        write_link(h, entry.measure);
        std::string about;
        for (auto const* text : {&entry.area, &entry.perspective})
            if (!text->empty()) about += (about.empty() ? "" : " · ") + *text;
        if (entry.cards > 0)
            about += (about.empty() ? "" : " · ") + language.trn("{0} stands out", "{0} stand out",
                                                                 static_cast<std::int64_t>(entry.cards),
                                                                 counted(entry.cards, language));
        h.small(about);
    });
}

} // namespace

std::string measures_page(MeasuresView const& view, Context const& context) {
    auto const& language = context.language;
    Frame const frame{std::string{language.tr("Measures")}, Section::measures, measures_url(view.question), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.div(id("list"), [&] {
            h.h1(language.tr("Measures"));
            h.p(class_("lede"), lede(view, language));
            write_filters(h, view, language);
            for (auto const& part : view.letters) {
                h.section(class_("letter"), [&] {
                    h.h2(part.letter);
                    h.ul(class_("results"), [&] {
                        for (auto const& entry : part.measures) write_entry(h, entry, language);
                    });
                });
            }
            write_pager(h, view.question.page, view.pages, language, [&](std::size_t page) {
                auto question = view.question;
                question.page = page;
                return measures_url(question);
            });
        });
    });
}

} // namespace rodtrad::view::pages
