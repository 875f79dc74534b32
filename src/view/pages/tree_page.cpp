#include "view/format.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/tree_addresses.hpp"
#include "view/pages/tree_parts.hpp"

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_named = 10; // of goals or people, before the rest are counted

void write_unit(Html& h, TreeRow const& row, Language const& language) {
    h.a(href(unit_in_tree_url(row.code)), row.name);
    h.span(class_("of"), " " + row.kind);
    if (row.ended) h.span(class_("tag normal"), language.tr("ended {0}", date(language, *row.ended)));
    if (row.more_below > 0)
        h.span(class_("of"), [&] {
            h.text(" · ");
            h.a(href(unit_in_tree_url(row.code)),
                language.trn("{0} unit below", "{0} units below", row.more_below, whole(language, row.more_below)));
        });
}

void write_row(Html& h, TreeRow const& row, Language const& language) {
    h.li([&] {
        h.span(class_("leaf"), [&] { write_unit(h, row, language); });
        if (row.below.empty()) return;
        // A link within the summary could not be told from what opens it.
        h.details(open(row.below.size() < 30), [&] {
            auto const many = static_cast<std::int64_t>(row.below.size());
            h.summary(language.trn("{0} unit below", "{0} units below", many, whole(language, many)));
            h.ul([&] {
                for (auto const& below : row.below) write_row(h, below, language);
            });
        });
    });
}

void write_search(Html& h, TreeView const& view, Language const& language) {
    h.form(class_("search-form"), role("search"), action(tree_url()), method("get"), [&] {
        h.input(class_("search"), type("search"), name("sok"), value(view.question), autocomplete("off"),
                aria_label(language.tr("A unit's name, code or operation")),
                placeholder(language.tr("Name, code or operation")));
        h.button(class_("btn quiet"), type("submit"), language.tr("Search"));
    });
}

void write_tools(Html& h, TreeView const& view, Language const& language) {
    h.div(class_("tree-tools"), [&] {
        write_search(h, view, language);
        h.p(class_("links"), [&] {
            if (view.may_define) {
                h.a(class_("btn"), href(new_unit_url()), language.tr("New unit"));
                h.a(class_("btn quiet"), href(deliveries_url()), language.tr("Read in from Excel or CSV"));
            }
            h.a(href(tree_xlsx_url()), language.tr("Excel"));
            h.a(href(tree_csv_url()), language.tr("CSV"));
        });
    });
}

std::string lede(TreeView const& view, Language const& language) {
    auto const counted = [&](std::int64_t n) { return whole(language, n); };
    if (!view.question.empty())
        return language.trn("{0} unit is found by “{1}”.", "{0} units are found by “{1}”.", view.found,
                            counted(view.found), view.question);
    auto sentence = language.trn("{0} unit.", "{0} units.", view.units, counted(view.units));
    if (view.ended > 0)
        sentence += " " + language.trn("{0} more has come to its end.", "{0} more have come to their end.", view.ended,
                                       counted(view.ended));
    return sentence;
}

void write_named(Html& h, std::vector<Link> const& links, Language const& language) {
    for (std::size_t at = 0; at < links.size() && at < most_named; ++at) {
        h.text(at == 0 ? ": " : ", ");
        write_link(h, links[at]);
    }
    if (links.size() <= most_named) return;
    auto const more = static_cast<std::int64_t>(links.size() - most_named);
    h.text(language.trn(" and {0} more", " and {0} more", more, whole(language, more)));
}

void write_facts(Html& h, UnitInTreeView const& view, Language const& language) {
    h.dl(class_("facts"), [&] {
        auto const fact = [&](std::string_view what, std::string_view text) {
            if (text.empty()) return;
            h.dt(what);
            h.dd(text);
        };
        fact(language.tr("Code"), view.unit.code);
        fact(language.tr("Kind"), view.kind);
        fact(language.tr("Operation"), view.unit.operation);
        if (view.unit.valid_from) fact(language.tr("Since"), date(language, *view.unit.valid_from));
        for (auto const& [system, code] : view.unit.external_codes) fact(language.tr("Code in {0}", system), code);
    });
}

void write_steps(Html& h, UnitInTreeView const& view, Language const& language) {
    struct Step {
        std::string_view word;
        std::string_view text;
    };
    auto const steps = {Step{describing, message("Name and kind")}, Step{moving, message("Move")},
                        Step{splitting, message("Split")}, Step{merging, message("Merge")},
                        Step{ending, message("End")}};
    h.nav(class_("tree-steps"), aria_label(language.tr("Change the unit")), [&] {
        if (!view.unit.valid_to) h.a(class_("btn"), href(new_unit_url(view.unit.code)), language.tr("New unit below"));
        for (auto const& step : steps)
            h.a(class_("btn quiet"), href(tree_step_url(view.unit.code, step.word)), language.tr(step.text));
    });
}

} // namespace

void write_tree(Html& h, std::vector<TreeRow> const& rows, Language const& language) {
    h.ul(class_("tree"), [&] {
        for (auto const& row : rows) write_row(h, row, language);
    });
}

void write_kin(Html& h, std::string_view heading, std::vector<Link> const& links) {
    if (links.empty()) return;
    h.p(class_("kin"), [&] {
        h.strong(heading);
        for (std::size_t at = 0; at < links.size(); ++at) {
            h.text(at == 0 ? " " : ", ");
            write_link(h, links[at]);
        }
    });
}

void write_belongings(Html& h, BelongingsView const& belongings, Language const& language) {
    if (belongings.empty()) return;
    auto const goals = static_cast<std::int64_t>(belongings.goals.size());
    auto const people = static_cast<std::int64_t>(belongings.people.size());
    auto const counted = [&](std::int64_t n) { return whole(language, n); };
    h.div(class_("notice"), [&] {
        h.p(language.tr("This belongs to the unit. It stays with it and is not lost, but somebody is to move it to "
                        "where it goes on:"));
        h.ul([&] {
            if (goals > 0)
                h.li([&] {
                    h.text(language.trn("{0} goal", "{0} goals", goals, counted(goals)));
                    write_named(h, belongings.goals, language);
                });
            if (people > 0)
                h.li([&] {
                    h.text(language.trn("{0} person", "{0} people", people, counted(people)));
                    write_named(h, belongings.people, language);
                });
            if (belongings.roles > 0)
                h.li(language.trn("{0} role for this branch", "{0} roles for this branch", belongings.roles,
                                  counted(belongings.roles)));
            if (belongings.documents > 0)
                h.li(language.trn("{0} steering document", "{0} steering documents", belongings.documents,
                                  counted(belongings.documents)));
        });
    });
}

std::string tree_page(TreeView const& view, Context const& context) {
    auto const& language = context.language;
    auto const title = std::string{language.tr("The organisation")};
    return whole_page({title, Section::units, tree_url(view.question), {}}, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), lede(view, language));
        write_tools(h, view, language);
        if (view.units + view.ended == 0)
            h.p(class_("empty"), language.tr("There are no units yet. Begin with the one at the top, or read in a "
                                             "whole tree from Excel."));
        write_tree(h, view.rows, language);
        if (view.question.empty() && view.ended > 0)
            h.p([&] {
                if (view.are_ended_shown)
                    h.a(href(tree_url()), language.tr("Hide those that have come to their end"));
                else
                    h.a(href(tree_with_ended_url()), language.tr("Show those that have come to their end"));
            });
    });
}

std::string unit_in_tree_page(UnitInTreeView const& view, Context const& context) {
    auto const& language = context.language;
    auto const& unit = view.unit;
    return whole_page({unit.name, Section::units, unit_in_tree_url(unit.code), {}}, context, [&](Html& h) {
        auto way = view.way;
        way.insert(way.begin(), {std::string{language.tr("The organisation")}, tree_url()});
        way.push_back({unit.name, unit_in_tree_url(unit.code)});
        write_thread(h, way, LastStep::is_here, language);
        h.h1(unit.name);
        if (!view.ended.empty()) h.p(class_("lede"), view.ended);
        write_kin(h, language.tr("Predecessors:"), view.predecessors);
        write_kin(h, language.tr("Successors:"), view.successors);
        write_facts(h, view, language);
        h.p([&] { h.a(href(unit_url(unit.code)), language.tr("Figures and deviations of the unit")); });
        if (view.may_define) write_steps(h, view, language);
        if (view.below.empty()) return;
        h.section([&] {
            h.h2(language.tr("Units below"));
            write_tree(h, view.below, language);
        });
    });
}

} // namespace rodtrad::view::pages
