#include "view/charts/drawing.hpp"
#include "view/charts/red_thread.hpp"
#include "view/charts/thread_shares.hpp"
#include "view/day_words.hpp"
#include "view/format.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/red_thread_addresses.hpp"
#include "view/pages/red_thread_table.hpp"
#include "view/pages/red_thread_view.hpp"
#include "view/pages/red_thread_words.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_in_picture = 60;
constexpr std::size_t most_in_table = 24; // of shares

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

std::string silent_sentence(RedThreadView const& view, Language const& language) {
    auto const n = static_cast<std::int64_t>(view.silent);
    auto const number = number_word(language, n);
    auto const weeks = view.least_silent_days / 7;
    if (view.least_silent_days > 31)
        return n == 1
                   ? std::string{language.tr("One goal has gone silent: nobody has checked in on it for over a month.")}
                   : language.tr("{0} goals have gone silent: nobody has checked in on them for over a month.", number);
    if (weeks >= 2)
        return n == 1 ? language.tr("One goal has gone silent: nobody has checked in on it for {0} weeks.",
                                    counted(static_cast<std::size_t>(weeks), language))
                      : language.tr("{0} goals have gone silent: nobody has checked in on them for {1} weeks or more.",
                                    number, counted(static_cast<std::size_t>(weeks), language));
    return n == 1 ? std::string{language.tr("One goal has gone silent: nobody has checked in on it in time.")}
                  : language.tr("{0} goals have gone silent: nobody has checked in on them in time.", number);
}

void write_lede(Html& h, RedThreadView const& view, Language const& language) {
    if (!view.has_share) {
        h.p(class_("lede"), language.tr("What it leads up to, and what hangs on it."));
        return;
    }
    h.p(class_("lede"), [&] {
        if (!view.about.empty()) h.text(view.about + ". ");
        h.text(unit_share_sentence(view.share, language));
        if (view.share.people > 0) h.text(" " + people_share_sentence(view.share, language));
        if (view.silent > 0) h.text(" " + silent_sentence(view, language));
    });
}

void write_no_plan(Html& h, RedThreadView const& view, Language const& language) {
    h.div(class_("empty"), [&] {
        h.p(language.tr("There is no vision and there are no goals yet, so there is no thread to follow."));
        h.p([&] { h.a(href(view.documents), language.tr("Begin with the vision")); });
    });
}

// --- the picture

std::optional<std::size_t> parent_of(std::vector<ThreadRow> const& rows, std::size_t row) {
    for (std::size_t i = row; i-- > 0;)
        if (rows[i].depth < rows[row].depth) return i;
    return {};
}

ThreadNode node_of(ThreadRow const& row, Language const& language) {
    ThreadNode node{.title = row.title, .link = row.thread};
    node.form = row.kind == ThreadRowKind::gap ? ThreadNode::Form::gap
                : row.leads                    ? ThreadNode::Form::whole
                                               : ThreadNode::Form::broken;
    if (row.kind == ThreadRowKind::gap) {
        node.below = language.tr("no goal");
        node.tone = Tone::worse;
    } else if (row.silent_days) {
        node.below = language.tr("gone silent");
        node.tone = Tone::worse;
    } else if (row.standing) {
        auto const tag = standing_tag(*row.standing, language);
        node.below = tag.text;
        node.tone = tag.tone;
    } else {
        node.below = row.unit;
    }
    return node;
}

void write_picture(Html& h, RedThreadView const& view, Language const& language) {
    if (view.rows.size() < 3) return;
    ThreadPicture picture{.title = std::string{language.tr("The thread as a picture")},
                          .description = std::string{language.tr("The same as in the table: the vision to the left, "
                                                                 "what supports it to the right.")}};
    auto const size = std::min(view.rows.size(), most_in_picture);
    for (std::size_t i = 0; i < size; ++i) {
        picture.nodes.push_back(node_of(view.rows[i], language));
        picture.nodes.back().parent = parent_of(view.rows, i);
    }
    h.details(class_("thread-as-picture"), [&] {
        h.summary(language.tr("Show as a picture"));
        h.div(class_("scroll"), role("group"), tabindex(0), aria_label(picture.title),
              [&] { h.raw(red_thread_picture(picture)); });
        if (size < view.rows.size())
            h.p(class_("of"), language.tr("The picture shows the first {0} of {1} lines.", counted(size, language),
                                          counted(view.rows.size(), language)));
    });
}

// --- where it breaks

void write_break_rows(Html& h, BreakRows const& rows, Language const& language) {
    auto const words = plan::words_of(rows.kind);
    h.details([&] {
        h.summary(break_count(rows.kind, rows.count, language));
        h.p(std::string{language.tr(words.why)} + " " + std::string{language.tr(words.mend)});
        h.ul(class_("breaks"), [&] {
            for (auto const& [thing, where] : rows.first)
                h.li([&] {
                    write_link(h, thing);
                    if (!where.empty()) h.span(class_("of"), " " + where);
                });
        });
        if (rows.count > rows.first.size())
            h.p([&] { h.a(href(rows.all), language.tr("All {0}", counted(rows.count, language))); });
    });
}

void write_breaks(Html& h, RedThreadView const& view, Language const& language) {
    h.section(id("breaks"), [&] {
        h.h2(language.tr("Where the thread breaks"));
        if (view.breaks.empty()) h.p(language.tr("Nowhere: all goals, units and people hang together."));
        for (auto const& rows : view.breaks) write_break_rows(h, rows, language);
        h.p(class_("onward"), [&] { h.a(href(view.advice), language.tr("Advice on how the goals are worded")); });
    });
}

// --- over time

// The last day of each month, newest first.
std::vector<domain::ThreadShare> by_month(std::vector<domain::ThreadShare> const& shares) {
    std::vector<domain::ThreadShare> months;
    for (auto const& share : shares) {
        if (!months.empty() && months.back().day.year() == share.day.year() &&
            months.back().day.month() == share.day.month())
            months.pop_back();
        months.push_back(share);
    }
    std::ranges::reverse(months);
    if (months.size() > most_in_table) months.resize(most_in_table);
    return months;
}

void write_shares(Html& h, RedThreadView const& view, Language const& language) {
    if (!view.is_of_organisation || view.shares.size() < 2) return;
    h.section([&] {
        h.h2(language.tr("How whole the thread has been"));
        h.raw(thread_shares_chart(view.shares, language));
        h.details([&] {
            h.summary(language.tr("The figures"));
            write_figures(h, language.tr("With a whole thread to the vision, at the end of each month"), [&] {
                h.thead([&] {
                    h.tr([&] {
                        h.th(scope("col"), language.tr("Day"));
                        h.th(scope("col"), class_("number"), language.tr("Units"));
                        h.th(scope("col"), class_("number"), language.tr("People"));
                    });
                });
                h.tbody([&] {
                    for (auto const& share : by_month(view.shares))
                        h.tr([&] {
                            h.th(scope("row"), date(language, share.day));
                            h.td(class_("number"), language.tr("{0} of {1}", whole(language, share.units_with_thread),
                                                               whole(language, share.units)));
                            h.td(class_("number"), language.tr("{0} of {1}", whole(language, share.people_with_thread),
                                                               whole(language, share.people)));
                        });
                });
            });
        });
    });
}

} // namespace

std::string red_thread_page(RedThreadView const& view, Context const& context) {
    auto const& language = context.language;
    auto const title = view.about.empty() ? view.title : view.title + " · " + view.about;
    return whole_page({title, Section::thread, view.here, {}}, context, [&](Html& h) {
        if (!view.way.empty())
            write_thread(h, view.way, LastStep::is_here, language);
        else if (!view.is_of_organisation)
            h.p(class_("back"), [&] { h.a(href(red_thread_url()), language.tr("The red thread of the whole")); });
        h.h1(view.title);
        if (!view.has_plan) {
            write_no_plan(h, view, language);
            return;
        }
        write_lede(h, view, language);
        write_thread_table(h, view.rows, view.today, view.here, context);
        if (view.pages > 1) {
            auto const url = view.here.without_query("sida");
            write_pager(h, view.page, view.pages, language,
                        [&](std::size_t page) { return url.query("sida", std::to_string(page)); });
        }
        write_picture(h, view, language);
        if (!view.has_share) return;
        write_breaks(h, view, language);
        write_shares(h, view, language);
    });
}

std::string thread_breaks_page(ThreadBreaksView const& view, Context const& context) {
    auto const& language = context.language;
    auto const title = break_count(view.kind, view.count, language);
    auto const here = thread_breaks_url(view.kind, view.unit, view.page);
    auto const back = view.unit.empty() ? red_thread_url() : red_thread_url(view.unit);
    return whole_page({title, Section::thread, here, {}}, context, [&](Html& h) {
        h.p(class_("back"), [&] {
            h.a(href(back), view.unit.empty() ? std::string{language.tr("The red thread of the whole")}
                                              : language.tr("The red thread of {0}", view.unit_name));
        });
        h.h1(title);
        auto const words = plan::words_of(view.kind);
        h.p(class_("lede"), std::string{language.tr(words.why)} + " " + std::string{language.tr(words.mend)});
        h.ul(class_("results breaks"), [&] {
            for (auto const& [thing, where] : view.rows)
                h.li([&] {
                    write_link(h, thing);
                    if (!where.empty()) h.small(where);
                });
        });
        write_pager(h, view.page, view.pages, language,
                    [&](std::size_t page) { return thread_breaks_url(view.kind, view.unit, page); });
    });
}

} // namespace rodtrad::view::pages
