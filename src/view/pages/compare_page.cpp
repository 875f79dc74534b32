#include "view/pages/compare_view.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"

#include <concepts>

namespace rodtrad::view::pages {

namespace {

void write_tick(Html& h, std::string_view field, CompareChoice const& choice) {
    auto const key = std::string{field} + '-' + choice.code;
    h.li([&] {
        h.label([&] {
            h.input(type("checkbox"), id(key), name(field), value(choice.code), checked(choice.is_chosen));
            h.span([&] {
                h.text(choice.text);
                if (!choice.about.empty()) h.small(choice.about);
            });
        });
    });
}

void write_ticks(Html& h, std::string_view field, std::string_view title, std::vector<CompareChoice> const& choices) {
    if (choices.empty()) return;
    h.fieldset([&] {
        h.legend(title);
        h.ul(class_("ticks"), [&] {
            for (auto const& choice : choices) write_tick(h, field, choice);
        });
    });
}

void write_with(Html& h, CompareView const& view, Language const& language) {
    if (view.units.empty()) return;
    h.label([&] {
        h.span(language.tr("Seen among"));
        h.select(id("med"), name("med"), [&] {
            auto const option = [&](CompareWith with, std::string_view text) {
                h.option(value(word_of(with)), selected(view.question.with == with), text);
            };
            option(CompareWith::nobody, language.tr("those ticked only"));
            option(CompareWith::similar, language.tr("those it is usually compared with"));
            option(CompareWith::same_kind, language.tr("all of its kind"));
            option(CompareWith::below, language.tr("the units below it"));
        });
    });
}

void write_years(Html& h, CompareView const& view, Language const& language) {
    if (view.years.size() < 2) return;
    auto const choice = [&](std::string_view field, std::string_view title, std::string_view nothing,
                            std::optional<int> chosen) {
        h.label([&] {
            h.span(title);
            h.select(id(field), name(field), [&] {
                h.option(value(""), selected(!chosen), nothing);
                for (auto const year : view.years) {
                    auto const text = std::to_string(year);
                    h.option(value(text), selected(chosen == year), text);
                }
            });
        });
    };
    h.div(class_("years"), [&] {
        choice("fran", language.tr("From"), language.tr("the first"), view.question.from);
        choice("till", language.tr("To"), language.tr("the newest"), view.question.to);
    });
}

void write_search(Html& h, CompareView const& view, Language const& language) {
    h.label([&] {
        h.span(language.tr("Add a measure or a unit"));
        h.input(class_("search"), type("search"), id("sok"), name("sok"), value(view.question.search),
                placeholder(language.tr("The beginning of its name")), autocomplete("off"));
    });
    write_ticks(h, "matt", language.tr("Measures found"), view.found_measures);
    write_ticks(h, "enhet", language.tr("Units found"), view.found_units);
    if (!view.question.search.empty() && view.found_measures.empty() && view.found_units.empty())
        h.p(class_("of"), language.tr("Nothing more has that in its name."));
}

void write_form(Html& h, CompareView const& view, Language const& language) {
    h.form(class_("choose"), action(compare_url()), method("get"), aria_label(language.tr("What is compared")),
           hx_get(compare_url()), hx_trigger(Trigger::change), hx_target("#compare"), hx_swap(Swap::outer),
           hx_push_url(), [&] {
               write_ticks(h, "matt", language.tr("Measures"), view.measures);
               write_ticks(h, "enhet", language.tr("Units"), view.units);
               write_with(h, view, language);
               write_ticks(h, "grupp", language.tr("Groups"), view.groups);
               write_years(h, view, language);
               write_search(h, view, language);
               if (view.question.shape) h.input(type("hidden"), name("visa"), value(word_of(*view.question.shape)));
               h.button(class_("btn quiet"), type("submit"), language.tr("Show"));
           });
}

void write_shapes(Html& h, CompareView const& view, Language const& language) {
    if (view.selection.shapes.size() < 2) return;
    h.nav(class_("shapes"), aria_label(language.tr("Show as")), [&] {
        h.ul([&] {
            for (auto const shape : view.selection.shapes) {
                auto question = view.question;
                question.shape = shape;
                h.li([&] {
                    h.a(href(compare_url(question)), aria_current("true").when(shape == view.selection.shape),
                        shape_name(shape, language));
                });
            }
        });
    });
}

// A chart with its heading, what it says, and the figures behind it.
void write_chart(Html& h, std::string_view title, std::string_view sentence, Raw const& chart, Language const& language,
                 std::invocable auto const& write_table) {
    h.section([&] {
        h.h2(title);
        if (!sentence.empty()) h.p(class_("lede"), sentence);
        h.raw(chart);
        h.details(class_("behind"), [&] {
            h.summary(language.tr("The figures as a table"));
            write_table();
        });
    });
}

void write_ranking_row(Html& h, RankingPart const& part, RankingPart::Row const& row, Language const& language) {
    h.tr(class_("mine").when(row.is_chosen), [&] {
        h.td(class_("number"), whole(language, static_cast<std::int64_t>(row.place)));
        h.th(scope("row"), [&] { write_link(h, row.unit); });
        h.td(class_("number"), row.value);
        if (part.has_likely) h.td(class_("number"), row.likely.empty() ? "–" : row.likely);
        if (part.has_people) h.td(class_("number"), row.people.empty() ? "–" : row.people);
        if (!part.before.empty()) h.td(class_("number"), row.change.empty() ? "–" : row.change);
        if (part.has_quarters) h.td(row.quarter);
    });
}

void write_ranking_table(Html& h, RankingPart const& part, Language const& language) {
    auto const region = language.tr("{0}: all units", part.chart.title);
    h.div(class_("scroll"), role("region"), tabindex(0), aria_label(region), [&] {
        h.table(class_("ranking"), [&] {
            h.caption(region);
            h.thead([&] {
                h.tr([&] {
                    auto const number = [&](std::string_view text) { h.th(scope("col"), class_("number"), text); };
                    number(language.tr("Place"));
                    h.th(scope("col"), language.tr("Unit"));
                    number(language.tr("Value"));
                    if (part.has_likely) number(language.tr("Likely"));
                    if (part.has_people) number(language.tr("Behind it"));
                    if (!part.before.empty()) number(language.tr("Since {0}", part.before));
                    if (part.has_quarters) h.th(scope("col"), language.tr("Quarter"));
                });
            });
            h.tbody([&] {
                for (auto const& row : part.rows) write_ranking_row(h, part, row, language);
            });
        });
    });
}

void write_ranking(Html& h, RankingPart const& part, Language const& language) {
    h.p(class_("lede"), part.sentence);
    if (part.rows.empty()) return;
    h.raw(ranked_chart(part.chart, language));
    h.details(class_("behind"), [&] {
        h.summary(language.tr("All units as a table"));
        write_ranking_table(h, part, language);
    });
    if (part.funnel)
        write_chart(h, language.tr("The units by size"), part.funnel_sentence, funnel_chart(*part.funnel, language),
                    language, [&] { funnel_table(h, *part.funnel, language); });
    if (part.spine)
        write_chart(h, language.tr("Among the others"), {}, spine_chart(*part.spine, language), language,
                    [&] { spine_table(h, *part.spine, language); });
}

void write_lines(Html& h, MultiplesView const& view, Language const& language) {
    if (view.periods.empty()) {
        h.p(class_("lede"), language.tr("None of the units chosen has a figure in these years."));
        return;
    }
    if (view.panels.size() > 1)
        h.p(class_("order"), view.scale == PanelScale::shared
                                 ? language.tr("The same scale everywhere; the others are the thin lines behind.")
                                 : language.tr("The same time everywhere; each measure has a scale of its own."));
    h.h2(class_("out-of-sight"), view.title);
    write_multiples(h, view, language);
    h.details(class_("behind"), [&] {
        h.summary(language.tr("The figures as a table"));
        multiples_table(h, view, language);
    });
}

void write_spines(Html& h, MeasureGroup const& group, Language const& language) {
    bool const has_peers = is_compared({group});
    if (has_peers) h.p(class_("order"), spine_legend(language));
    write_measure_rows(h, group, has_peers, language);
}

void write_matrix_cell(Html& h, MatrixPart::Cell const& cell, Raw const& line) {
    h.td([&] {
        if (cell.value.empty()) {
            h.span(class_("quiet"), "–");
            return;
        }
        h.a(class_("figure"), href(cell.url), cell.value);
        h.raw(line);
        for (auto const& tag : cell.tags) write_tag(h, tag);
    });
}

void write_matrix(Html& h, MatrixPart const& part, Language const& language) {
    h.p(class_("lede"), part.sentence);
    h.div(class_("scroll"), role("region"), tabindex(0), aria_label(language.tr("Measures and units")), [&] {
        h.table(class_("matrix"), [&] {
            h.caption(class_("out-of-sight"), language.tr("Measures and units"));
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), language.tr("Measure"));
                    for (auto const& unit : part.units) h.th(scope("col"), [&] { write_link(h, unit); });
                });
            });
            h.tbody([&] {
                for (auto const& row : part.rows)
                    h.tr([&] {
                        h.th(scope("row"), [&] {
                            h.text(row.name);
                            h.small(row.period);
                        });
                        for (std::size_t i = 0; i < row.cells.size(); ++i)
                            write_matrix_cell(h, row.cells[i], mini_line(row.lines.panels[i], row.lines, language));
                    });
            });
        });
    });
}

void write_nothing_chosen(Html& h, CompareView const& view, Language const& language) {
    h.section(class_("empty"), [&] {
        if (view.units.empty() && !view.measures.empty())
            h.p(language.tr("Choose a unit as well: search for its name, tick it, and choose who it is seen among."));
        else if (view.measures.empty() && !view.units.empty())
            h.p(language.tr("Choose a measure as well: search for its name and tick it."));
        else
            h.p(language.tr(
                "Search for measures and units and tick those to lay beside each other. One measure in many "
                "units is ranked, in a few it is drawn over time; many measures of one unit are seen among "
                "its likes; many of both become a table of small pictures."));
        if (view.example)
            h.p([&] {
                h.text(language.tr("For example:"));
                h.text(" ");
                write_link(h, *view.example);
            });
    });
}

void write_results(Html& h, CompareView const& view, Language const& language) {
    if (!view.selection.remarks.empty())
        h.div(class_("notice"), role("status"), [&] {
            for (auto const& remark : view.selection.remarks) h.p(remark);
        });
    if (view.selection.is_empty()) return write_nothing_chosen(h, view, language);
    write_shapes(h, view, language);
    if (view.ranking) write_ranking(h, *view.ranking, language);
    if (view.lines) write_lines(h, *view.lines, language);
    if (view.spines) write_spines(h, *view.spines, language);
    if (view.matrix) write_matrix(h, *view.matrix, language);
    auto saved = view.question;
    saved.search.clear();
    h.p(class_("order saved"), [&] {
        h.a(href(compare_url(saved)), language.tr("Link to this view"));
        h.text(" · ");
        h.a(href(view.csv), download(""), language.tr("All figures as CSV"));
    });
}

void write_compare(Html& h, CompareView const& view, Language const& language) {
    h.div(id("compare"), [&] {
        h.h1(view.title);
        h.div(class_("comparison"), [&] {
            write_form(h, view, language);
            h.div([&] { write_results(h, view, language); });
        });
    });
}

} // namespace

std::string compare_page(CompareView const& view, Context const& context) {
    auto const& language = context.language;
    auto const title = std::string{language.tr("Compare")};
    Frame const frame{view.title == title ? title : language.tr("Compare: {0}", view.title),
                      Section::compare,
                      compare_url(view.question),
                      {}};
    return whole_page(frame, context, [&](Html& h) { write_compare(h, view, language); });
}

std::string compare_part(CompareView const& view, Language const& language) {
    Html h;
    write_compare(h, view, language);
    return std::move(h).take();
}

} // namespace rodtrad::view::pages
