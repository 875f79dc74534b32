#include "view/pages/measure_write.hpp"

#include "view/charts/trend.hpp"
#include "view/pages/parts.hpp"

#include <algorithm>
#include <concepts>

namespace rodtrad::view::pages {

namespace {

// A table behind a chart, one click away.
void write_behind(Html& h, Language const& language, std::invocable auto const& write_table) {
    h.details(class_("behind"), [&] {
        h.summary(language.tr("The figures as a table"));
        write_table();
    });
}

void write_change(Html& h, ChangePanel const& panel, Language const& language) {
    h.section(class_("panel wide"), [&] {
        h.h2(panel.chart.title);
        h.p(panel.sentence);
        h.raw(contributions_chart(panel.chart, language));
        write_behind(h, language, [&] { contributions_table(h, panel.chart, language); });
    });
}

void write_funnel(Html& h, FunnelPanel const& panel, Language const& language) {
    h.section(class_("panel wide"), [&] {
        h.h2(language.tr("The units by size"));
        h.p(panel.sentence);
        h.raw(funnel_chart(panel.chart, language));
        write_behind(h, language, [&] { funnel_table(h, panel.chart, language); });
    });
}

void write_expected(Html& h, ExpectedPanel const& panel, Language const& language) {
    h.section(class_("panel wide"), [&] {
        h.h2(panel.title);
        h.p(panel.sentence);
        if (!panel.chart) return;
        h.raw(expected_chart(*panel.chart, language));
        if (!panel.best.empty())
            h.p([&] {
                h.text(language.tr("Clearly better than their conditions let one expect:"));
                for (std::size_t i = 0; i < panel.best.size(); ++i) {
                    h.text(i == 0 ? " " : ", ");
                    write_link(h, panel.best[i]);
                }
                h.text(".");
            });
        write_behind(h, language, [&] { expected_table(h, *panel.chart, language); });
    });
}

void write_neighbours(Html& h, NeighboursPanel const& panel, Language const& language) {
    h.section(class_("panel wide"), [&] {
        h.h2(language.tr("Neighbouring measures"));
        h.p(panel.sentence);
        write_multiples(h, panel.chart, language);
        write_behind(h, language, [&] { multiples_table(h, panel.chart, language); });
    });
}

void write_peers(Html& h, PeersPanel const& panel, std::optional<PeersChoice> const& choice, PeersForm const& form,
                 Context const& context) {
    auto const& language = context.language;
    h.section(class_("panel"), id("peers"), [&] {
        h.h2(panel.title);
        h.p(panel.sentence);
        h.raw(spine_chart(panel.spine, language));
        write_behind(h, language, [&] {
            spine_table(h, panel.spine, language);
            h.ol(class_("ranks"), [&] {
                for (auto const& [unit, value] : panel.peers)
                    h.li([&] {
                        write_link(h, unit);
                        h.text(" ");
                        h.span(class_("figure"), value);
                    });
            });
        });
        if (choice) write_peers_choice(h, *choice, form, context);
    });
}

// Too few to draw have a figure: others can still be chosen.
void write_choice_alone(Html& h, PeersChoice const& choice, PeersForm const& form, Context const& context) {
    auto const& language = context.language;
    h.section(class_("panel"), id("peers"), [&] {
        h.h2(language.tr("Compared with others"));
        write_peers_choice(h, choice, form, context);
    });
}

void write_gap(Html& h, GapPanel const& panel, Language const& language) {
    h.section(class_("panel tall"), [&] {
        h.h2(panel.chart.title);
        h.p(panel.sentence);
        h.raw(dumbbell_chart(panel.chart, language));
        if (panel.trend) {
            h.h3(panel.trend->title);
            h.raw(trend_chart(*panel.trend, language));
        }
        write_behind(h, language, [&] { dumbbell_table(h, panel.chart, language); });
    });
}

void write_children(Html& h, ChildrenPanel const& panel, Language const& language) {
    h.section(class_("panel wide"), [&] {
        h.h2(panel.chart.title);
        h.p([&] {
            h.text(panel.sentence);
            if (std::ranges::any_of(panel.chart.units, [](auto const& unit) { return unit.shrunken.has_value(); })) {
                h.text(" ");
                h.text(language.tr("The short line is the probable level, when what chance does among few people is "
                                   "discounted."));
            }
        });
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

} // namespace

void write_panels(Html& h, MeasureView const& view, Context const& context) {
    auto const& language = context.language;
    h.div(class_("panels"), [&] {
        if (view.change) write_change(h, *view.change, language);
        if (view.peers) write_peers(h, *view.peers, view.choice, view.forms.peers, context);
        if (!view.peers && view.choice) write_choice_alone(h, *view.choice, view.forms.peers, context);
        if (view.gap) write_gap(h, *view.gap, language);
        write_groups(h, view.groups, language);
        if (view.children) write_children(h, *view.children, language);
        if (view.funnel) write_funnel(h, *view.funnel, language);
        if (view.expected) write_expected(h, *view.expected, language);
        if (view.neighbours) write_neighbours(h, *view.neighbours, language);
        if (view.what_if) write_what_if(h, *view.what_if, language);
    });
}

} // namespace rodtrad::view::pages
