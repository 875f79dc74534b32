#include "view/charts/trend.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/measure_view.hpp"
#include "view/pages/parts.hpp"

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

// A table behind a chart, one click away.
void write_behind(Html& h, Language const& language, std::invocable auto const& write_table) {
    h.details(class_("behind"), [&] {
        h.summary(language.tr("The figures as a table"));
        write_table();
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

void write_trend(Html& h, MeasureView const& view, Language const& language) {
    h.figure(class_("trend"), [&] {
        h.raw(trend_chart(view.series->trend, language));
        if (view.series->is_season_adjusted)
            h.figcaption(class_("of"),
                         language.tr("The line is drawn without what the time of year usually does. The table "
                                     "has the figures as they are."));
    });
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

void write_peers(Html& h, PeersPanel const& panel, Language const& language) {
    h.section(class_("panel"), [&] {
        h.h2(panel.title);
        h.p(panel.sentence);
        h.raw(spine_chart(panel.spine, language));
        write_behind(h, language, [&] {
            h.ol(class_("ranks"), [&] {
                for (auto const& [unit, value] : panel.peers)
                    h.li([&] {
                        write_link(h, unit);
                        h.text(" ");
                        h.span(class_("figure"), value);
                    });
            });
        });
    });
}

void write_gap(Html& h, GapPanel const& panel, Language const& language) {
    h.section(class_("panel tall"), [&] {
        h.h2(panel.chart.title);
        h.p(panel.sentence);
        h.raw(dumbbell_chart(panel.chart, language));
        write_behind(h, language, [&] { dumbbell_table(h, panel.chart, language); });
    });
}

void write_children(Html& h, ChildrenPanel const& panel, Language const& language) {
    h.section(class_("panel wide"), [&] {
        h.h2(panel.chart.title);
        h.p(panel.sentence);
        h.raw(ranked_chart(panel.chart, language));
        write_behind(h, language, [&] { ranked_table(h, panel.chart, language); });
    });
}

void write_groups(Html& h, std::vector<GroupRow> const& groups, Language const& language) {
    if (groups.size() < 2) return;
    h.section(class_("panel"), [&] {
        h.h2(language.tr("Groups"));
        h.table(class_("tt"), [&] {
            h.caption(class_("out-of-sight"), language.tr("The newest figure of each group"));
            h.thead([&] {
                h.tr([&] {
                    for (auto const heading : {message("Group"), message("Value"), message("Period")})
                        h.th(scope("col"), language.tr(heading));
                });
            });
            h.tbody([&] {
                for (auto const& row : groups)
                    h.tr([&] {
                        h.th(scope("row"), [&] {
                            h.a(href(row.group.url), aria_current("true").when(row.is_shown), row.group.text);
                        });
                        h.td(class_("figure"), [&] {
                            h.text(row.newest.value);
                            if (!row.newest.ground.empty()) h.span(class_("of"), " " + row.newest.ground);
                        });
                        h.td(class_("period"), row.newest.period);
                    });
            });
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
        if (!view.figures.empty()) h.p([&] { h.a(href(view.csv), download(""), language.tr("All figures as CSV")); });
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
                    write_trend(h, view, language);
                else if (!view.figures.empty())
                    write_figures(h, view, language);
                if (!view.series) write_way_on(h, view, language);
                h.div(class_("panels"), [&] {
                    if (view.peers) write_peers(h, *view.peers, language);
                    if (view.gap) write_gap(h, *view.gap, language);
                    write_groups(h, view.groups, language);
                    if (view.children) write_children(h, *view.children, language);
                });
                write_method(h, view, language);
            });
            write_about(h, view, language);
        });
    });
}

} // namespace rodtrad::view::pages
