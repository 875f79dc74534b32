#include "view/format.hpp"
#include "view/letter_case.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "view/pages/scorecard_table.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

void write_headings(Html& h, ScorecardTable const& table, Url const& here, Language const& language) {
    auto const is_by_name = std::ranges::none_of(table.columns, &TableColumn::is_sorted_by);
    h.tr([&] {
        h.th(scope("col"), aria_sort("ascending").when(is_by_name),
             [&] { h.a(href(here.without_query("ordna")), language.tr("Unit")); });
        for (auto const& column : table.columns)
            h.th(class_("number"), scope("col"), aria_sort("other").when(column.is_sorted_by), [&] {
                h.a(href(here.query("ordna", column.code)), title(language.tr("Best first")), column.title);
                h.small(column.factor);
            });
    });
}

void write_unit(Html& h, TableUnit const& unit) {
    h.tr([&] {
        h.th(scope("row"), [&] {
            h.a(href(scorecard_url(unit.unit)), unit.name);
            h.small(unit.within);
        });
        for (auto const& measure : unit.measures)
            h.td(class_("number"), title(measure.status), [&] {
                if (measure.value.empty()) {
                    h.span(class_("of"), [&] {
                        h.span(aria_hidden(), "–");
                        h.span(class_("out-of-sight"), measure.status);
                    });
                    return;
                }
                h.span(class_("sign", measure.tone), icon(measure.sign));
                h.text(" ");
                h.a(class_("said", measure.tone), href(url_of(measure)), measure.value);
                h.span(class_("out-of-sight"), " " + measure.status);
            });
    });
}

} // namespace

std::string scorecard_table_page(ScorecardTable const& table, Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("{0}: all side by side", capitalised(table.operation));
    auto here = side_by_side_url(table.operation, table.branch);
    Frame frame{title, Section::units, here, {}};
    if (auto const sorted = std::ranges::find_if(table.columns, &TableColumn::is_sorted_by);
        sorted != table.columns.end())
        frame.here = here.query("ordna", sorted->code);
    return whole_page(frame, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), [&] {
            if (table.card_name.empty()) {
                h.text(language.tr("There is no scorecard in use for {0}.", table.operation));
                return;
            }
            auto const units = static_cast<std::int64_t>(table.units.size());
            h.text(language.trn("{0} unit with the same card, {1}.", "{0} units with the same card, {1}.", units,
                                counted(table.units.size(), language), table.card_name));
            if (!table.branch_name.empty()) h.text(" " + language.tr("In {0}.", table.branch_name));
            h.text(" ");
            h.text(language.tr("Choose a measure to order by it, the best first."));
            if (table.others > 0)
                h.text(" " + language.trn("{0} more of the same kind has another card, or none.",
                                          "{0} more of the same kind have another card, or none.",
                                          static_cast<std::int64_t>(table.others), counted(table.others, language)));
        });
        if (table.units.empty()) return;
        h.div(class_("scroll"), role("region"), tabindex(0), aria_label(title), [&] {
            h.table(class_("tt score-table"), [&] {
                h.caption(class_("out-of-sight"), title);
                h.thead([&] { write_headings(h, table, here, language); });
                h.tbody([&] {
                    for (auto const& unit : table.units) write_unit(h, unit);
                });
            });
        });
        h.p(class_("of"), language.tr("▲ ▼: stands out. Circle with a tick: reaches its target. Circle with a cross: "
                                      "below it. Ring: nothing stands out."));
    });
}

std::string scorecards_page(ScorecardsView const& view, Context const& context) {
    auto const& language = context.language;
    Frame const frame{std::string{language.tr("Scorecards")}, Section::units, scorecards_url(), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.h1(language.tr("Scorecards"));
        h.p(class_("lede"), language.tr("All units of one kind have the same card, so that they can be compared and "
                                        "learn from each other. Goals are carried down, measures are carried up."));
        if (view.cards.empty()) h.p(language.tr("No scorecard is in use yet."));
        h.ul(class_("results"), [&] {
            for (auto const& entry : view.cards)
                h.li([&] {
                    auto const is_of_kind = !entry.operation.empty();
                    h.a(href(is_of_kind ? side_by_side_url(entry.operation) : scorecard_url(entry.unit)), entry.name);
                    h.small([&] {
                        if (is_of_kind)
                            h.text(language.trn("{0} unit in {1}", "{0} units in {1}",
                                                static_cast<std::int64_t>(entry.units), counted(entry.units, language),
                                                entry.operation));
                        h.text((is_of_kind ? " · " : "") + entry.unit_name);
                    });
                });
        });
        if (view.may_define)
            h.p([&] { h.a(class_("btn quiet"), href(templates_url()), language.tr("Templates and editions")); });
    });
}

} // namespace rodtrad::view::pages
