#include "view/charts/trend.hpp"
#include "view/letter_case.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/measure_view.hpp"
#include "view/pages/measure_write.hpp"
#include "view/pages/parts.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

void write_terms(Html& h, std::vector<Term> const& terms) {
    h.dl([&] {
        for (auto const& [name, text] : terms) {
            h.dt(name);
            h.dd(text);
        }
    });
}

void write_headline(Html& h, MeasureView const& view, Language const& language) {
    write_thread(h, view.way, LastStep::is_link, language);
    h.h1(view.title);
    h.p(class_("lede"), [&] {
        h.strong(view.unit);
        if (!view.group.empty()) h.text(", " + view.group);
        if (!view.period.empty()) h.text(", " + view.period);
        h.text(". ");
        for (auto const& sentence : view.sentences) h.text(sentence + " ");
    });
    if (view.value.empty()) return;
    h.div(class_("headline"), [&] {
        h.p(class_("figure"), [&] {
            h.span(class_("num large"), view.value);
            h.text(" ");
            h.span(class_("of"), [&] {
                h.text(view.ground);
                if (!view.ground.empty() && !view.likely.empty()) h.text(", ");
                h.text(view.likely);
            });
        });
        h.ul(class_("lines"), aria_label(language.tr("What stands out")), [&] {
            for (auto const& tag : view.tags) h.li([&] { write_tag(h, tag); });
        });
    });
}

void write_figures(Html& h, MeasureView const& view, Language const& language) {
    bool has_ground = false;
    bool has_remark = false;
    for (auto const& row : view.figures) {
        has_ground = has_ground || !row.ground.empty();
        has_remark = has_remark || !row.remark.empty();
    }
    h.div(class_("scroll"), role("region"), tabindex(0), aria_label(language.tr("All figures")), [&] {
        h.table(class_("tt"), [&] {
            h.caption(language.tr("{0}, {1}: newest first", view.title, view.unit));
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), language.tr("Period"));
                    h.th(scope("col"), language.tr("Value"));
                    if (has_ground) h.th(scope("col"), language.tr("Counts"));
                    if (has_remark) h.th(scope("col"), language.tr("Remark"));
                });
            });
            h.tbody([&] {
                for (auto const& row : view.figures)
                    h.tr([&] {
                        h.th(scope("row"), row.period);
                        h.td(class_("figure"), row.value);
                        if (has_ground) h.td(class_("figure"), row.ground);
                        if (has_remark) h.td(row.remark);
                    });
            });
        });
    });
}

// What people have said of points in the picture: the numbers stand there too.
void write_notes(Html& h, std::vector<TrendNote> const& notes, Language const& language) {
    auto const write = [&](NoteKind kind) {
        for (auto const& note : notes)
            if (note.kind == kind)
                h.li([&] {
                    h.strong(capitalised(period_text(language, note.period)) + ": ");
                    h.text(kind == NoteKind::new_level ? language.tr("new level, {0}", note.text) : note.text);
                });
    };
    auto const explanations = std::ranges::count(notes, NoteKind::explanation, &TrendNote::kind);
    if (explanations > 0)
        h.ol(class_("notes"), aria_label(language.tr("Explanations")), [&] { write(NoteKind::explanation); });
    if (explanations < std::ssize(notes))
        h.ul(class_("notes"), aria_label(language.tr("New levels")), [&] { write(NoteKind::new_level); });
}

void write_trend(Html& h, MeasureView const& view, Context const& context) {
    auto const& language = context.language;
    h.figure(class_("trend"), id("trend"), [&] {
        h.raw(trend_chart(view.series->trend, language));
        if (view.series->is_season_adjusted)
            h.figcaption(class_("of"),
                         language.tr("The line is drawn without what the time of year usually does. The table "
                                     "has the figures as they are."));
    });
    write_notes(h, view.series->trend.notes, language);
    if (!view.suggestion.empty()) h.p(class_("notice"), view.suggestion);
    if (view.what_if && view.forms.mark.is_offered) write_mark_form(h, view, context);
    h.details(class_("behind"), [&] {
        h.summary(language.tr("All figures as a table"));
        write_figures(h, view, language);
    });
}

// The way on from a measure that has no figure here.
void write_way_on(Html& h, MeasureView const& view, Language const& language) {
    if (!view.elsewhere.empty())
        h.section([&] {
            h.h2(language.tr("Where the measure has figures"));
            h.ul(class_("branches"), [&] {
                for (auto const& link : view.elsewhere) h.li([&] { write_link(h, link); });
            });
        });
    h.section([&] {
        h.h2(language.tr("Go on from here"));
        h.ul(class_("results"), [&] {
            h.li([&] { h.a(href(view.way.back().url), language.tr("All measures of {0}", view.unit)); });
            h.li([&] { h.a(href(measures_url()), language.tr("All measures, A to Ö")); });
        });
    });
}

void write_method(Html& h, MeasureView const& view, Language const& language) {
    if (view.method.empty()) return;
    h.details(class_("how"), id("how"), [&] {
        h.summary(language.tr("How we calculated"));
        write_terms(h, view.method);
        h.p([&] { h.a(href(about_url()), language.tr("How the list is made")); });
    });
}

void write_about(Html& h, MeasureView const& view, Language const& language) {
    h.aside(aria_labelledby("about"), [&] {
        h.h2(id("about"), language.tr("About the measure"));
        write_terms(h, view.about);
        if (view.figures.empty()) return;
        h.p([&] { h.a(class_("btn"), href(view.compare), language.tr("Compare")); });
        h.p([&] { h.a(href(view.csv), download(""), language.tr("All figures as CSV")); });
    });
}

} // namespace

std::string measure_page(MeasureView const& view, Context const& context) {
    auto const& language = context.language;
    Frame const frame{view.title + ", " + view.unit, Section::measures, view.here, {}};
    return whole_page(frame, context, [&](Html& h) {
        h.div(class_("grid"), [&] {
            h.div([&] {
                write_headline(h, view, language);
                if (view.series)
                    write_trend(h, view, context);
                else if (!view.figures.empty())
                    write_figures(h, view, language);
                if (!view.series) write_way_on(h, view, language);
                write_panels(h, view, context);
                write_method(h, view, language);
            });
            write_about(h, view, language);
        });
    });
}

} // namespace rodtrad::view::pages
