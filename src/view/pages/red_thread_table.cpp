#include "view/pages/red_thread_table.hpp"

#include "view/day_words.hpp"
#include "view/format.hpp"
#include "view/pages/check_in_parts.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/red_thread_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace rodtrad::view::pages {

namespace {

// The stylesheet knows so many levels; what is deeper stands as far in as the last.
constexpr std::array<std::string_view, 10> level_classes{"d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9"};

std::string_view level_class(int depth) {
    return level_classes[std::min(static_cast<std::size_t>(depth), level_classes.size() - 1)];
}

// Which parts of the thread pass beside a line.
struct Strands {
    std::vector<int> passing; // levels at which something further down hangs on what is further up
    bool has_below = false;
};

std::vector<Strands> strands_of(std::span<ThreadRow const> rows) {
    std::vector<Strands> strands(rows.size());
    std::vector<bool> is_open; // by depth: a later line hangs at this depth, before one that is less deep
    for (std::size_t i = rows.size(); i-- > 0;) {
        auto const depth = static_cast<std::size_t>(rows[i].depth);
        if (is_open.size() <= depth) is_open.resize(depth + 1, false);
        for (std::size_t level = 1; level <= depth; ++level)
            if (is_open[level]) strands[i].passing.push_back(static_cast<int>(level) - 1);
        strands[i].has_below = i + 1 < rows.size() && rows[i + 1].depth > rows[i].depth;
        is_open[depth] = true;
        std::fill(is_open.begin() + static_cast<std::ptrdiff_t>(depth) + 1, is_open.end(), false);
    }
    return strands;
}

std::string_view dot_class(ThreadRow const& row) {
    if (row.kind == ThreadRowKind::gap) return "dot gap";
    if (row.is_reference) return "dot again";
    return row.leads ? "dot solid" : "dot";
}

void write_strands(Html& h, ThreadRow const& row, Strands const& strands) {
    auto const strand = [&](std::string_view what, int level) {
        h.span(class_(what, level_class(level)), aria_hidden());
    };
    for (int const level : strands.passing) strand("strand", level);
    if (row.depth > 0) strand("elbow", row.depth - 1);
    if (strands.has_below) strand("stem", row.depth);
    strand(dot_class(row), row.depth);
}

std::string kind_before(ThreadRow const& row, Language const& language) {
    switch (row.kind) {
    case ThreadRowKind::vision:
        return std::string{language.tr("Vision")} + ": ";
    case ThreadRowKind::strategy:
        return std::string{language.tr("Strategy")} + ": ";
    case ThreadRowKind::goal:
    case ThreadRowKind::gap:
        break;
    }
    return {};
}

void write_title(Html& h, ThreadRow const& row, Language const& language) {
    h.div(class_("lvl"), [&] {
        h.span(class_("out-of-sight"), language.tr("Level {0}.", whole(language, row.depth + 1)) + " ");
        h.text(kind_before(row, language));
        if (row.kind == ThreadRowKind::gap)
            h.a(href(row.thread), row.title);
        else
            h.a(href(row.address), row.title);
        if (!row.unit.empty() && !row.is_reference) h.small(row.unit);
        if (row.is_reference) h.small(language.tr("shown further up"));
        if (row.below_not_shown > 0)
            h.small([&] {
                h.a(href(row.thread),
                    language.tr("{0} more below", whole(language, static_cast<std::int64_t>(row.below_not_shown))));
            });
    });
}

void write_status(Html& h, ThreadRow const& row, Language const& language) {
    auto const said = [&](std::string_view text) { h.span(class_("stale"), text); };
    if (row.kind == ThreadRowKind::gap) {
        if (row.units == 1)
            said(language.tr("The thread breaks: the unit has no goal"));
        else
            said(language.trn("The thread breaks: neither the unit nor the one below it has a goal",
                              "The thread breaks: neither the unit nor the {0} below it have a goal",
                              static_cast<std::int64_t>(row.units - 1),
                              whole(language, static_cast<std::int64_t>(row.units - 1))));
        return;
    }
    if (row.is_reference) return;
    if (row.ended) h.span(class_("tag normal"), state_name(*row.ended, language));
    // Silence is said in words, with how long.
    if (row.standing && !(row.silent_days && *row.standing == plan::Standing::stale))
        write_tag(h, standing_tag(*row.standing, language));
    if (row.judgement) h.text(language.tr("judged: {0}", verdict_name(*row.judgement, language)) + " ");
    if (row.silent_days) said(stale_text(*row.silent_days, language));
    if (!row.broken) return;
    if (row.standing || row.silent_days) h.text(" ");
    switch (*row.broken) {
    case plan::BreakKind::goal_outlived:
        return said(language.tr("The thread breaks: what it supports has ended"));
    case plan::BreakKind::strategy_alone:
        return said(language.tr("The thread breaks: there is no vision above"));
    case plan::BreakKind::strategy_without_goal:
        return said(language.tr("The thread breaks: no goal supports the strategy"));
    default:
        return said(language.tr("The thread breaks: it supports nothing"));
    }
}

void write_owner(Html& h, ThreadRow const& row, Language const& language) {
    if (row.kind != ThreadRowKind::goal || row.is_reference) return;
    if (!row.owner.empty())
        h.text(row.owner);
    else if (row.standing)
        h.span(class_("stale"), language.tr("nobody"));
}

void write_next_step(Html& h, ThreadRow const& row, Language const& language) {
    if (row.kind == ThreadRowKind::gap && row.may_propose)
        h.a(href(row.address), language.tr("Propose a goal"));
    else
        h.text(row.next_step);
}

// A cell that says on a narrow screen what its column is.
void write_cell(Html& h, std::string_view label, bool is_empty, auto const& write) {
    if (is_empty) {
        h.td(role("cell"));
        return;
    }
    h.td(role("cell"), [&] {
        h.span(class_("column"), std::string{label} + ": ");
        write();
    });
}

// Who has been reminded, or can be.
void write_reminder(Html& h, ThreadRow const& row, base::Date today, Url const& here, Context const& context) {
    auto const& language = context.language;
    if (row.reminded_on) h.small(language.tr("reminded {0}", since_when(language, *row.reminded_on, today)));
    if (row.goal && !row.can_be_reminded.empty())
        write_reminder_button(h, context, *row.goal, in_a_row(language, row.can_be_reminded), row.title, here);
}

void write_row(Html& h, ThreadRow const& row, Strands const& strands, base::Date today, Url const& here,
               Context const& context) {
    auto const& language = context.language;
    bool const has_owner = row.kind == ThreadRowKind::goal && !row.is_reference && (!row.owner.empty() || row.standing);
    bool const has_next = row.kind == ThreadRowKind::gap ? row.may_propose : !row.next_step.empty();
    bool const has_status =
        row.kind == ThreadRowKind::gap || (!row.is_reference && (row.ended || row.standing || row.broken));
    h.tr(class_(level_class(row.depth), row.is_asked_for ? "here" : ""), role("row"), [&] {
        h.th(scope("row"), role("rowheader"), [&] {
            write_strands(h, row, strands);
            write_title(h, row, language);
        });
        write_cell(h, language.tr("Responsible"), !has_owner, [&] { write_owner(h, row, language); });
        write_cell(h, language.tr("Status"), !has_status, [&] {
            write_status(h, row, language);
            write_reminder(h, row, today, here, context);
        });
        write_cell(h, language.tr("Next step"), !has_next, [&] { write_next_step(h, row, language); });
        write_cell(h, language.tr("Latest"), !row.latest, [&] { h.text(since_when(language, *row.latest, today)); });
    });
}

} // namespace

void write_thread_table(Html& h, std::span<ThreadRow const> rows, base::Date today, Url const& here,
                        Context const& context) {
    if (rows.empty()) return;
    auto const& language = context.language;
    auto const strands = strands_of(rows);
    h.table(class_("tt red-thread"), role("table"), [&] {
        h.caption(class_("out-of-sight"), language.tr("The red thread, from the vision down"));
        h.thead(role("rowgroup"), [&] {
            h.tr(role("row"), [&] {
                for (auto const column : {language.trc("column", "Goal"), language.tr("Responsible"),
                                          language.tr("Status"), language.tr("Next step"), language.tr("Latest")})
                    h.th(scope("col"), role("columnheader"), column);
            });
        });
        h.tbody(role("rowgroup"), [&] {
            for (std::size_t i = 0; i < rows.size(); ++i) write_row(h, rows[i], strands[i], today, here, context);
        });
    });
}

} // namespace rodtrad::view::pages
