#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "domain/goal.hpp"
#include "domain/thread_share.hpp"
#include "plan/goal_status.hpp"
#include "plan/red_thread_tree.hpp"
#include "plan/thread_breaks.hpp"
#include "view/pages/context.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// From the vision to an ordinary day: the thread as an indented table, and where it breaks.
namespace rodtrad::view::pages {

enum class ThreadRowKind : std::uint8_t { vision, strategy, goal, gap };
constexpr auto names_of(ThreadRowKind) {
    return std::to_array<std::pair<ThreadRowKind, std::string_view>>({
        {ThreadRowKind::vision, "vision"},
        {ThreadRowKind::strategy, "strategy"},
        {ThreadRowKind::goal, "goal"},
        {ThreadRowKind::gap, "gap"},
    });
}

struct ThreadRow {
    ThreadRowKind kind = ThreadRowKind::goal;
    int depth = 0; // 0: the top
    std::string title;
    std::string unit;   // name of the one that carries it
    Url address;        // its own page
    Url thread;         // the thread with it in the middle
    std::string owner;  // name; empty: a gap
    bool leads = false; // all the way to a vision
    bool is_asked_for = false;
    bool is_reference = false;              // told in full further up in the table
    std::size_t below_not_shown = 0;        // things right below it that have no row
    std::size_t units = 0;                  // of a gap
    std::optional<domain::GoalState> ended; // abandoned or closed, or never decided: what it is
    std::optional<plan::BreakKind> broken;  // upward
    std::optional<plan::Standing> standing;
    std::optional<domain::Verdict> judgement;
    std::optional<int> silent_days; // since it was checked in on, where it has gone silent
    std::string next_step;
    std::optional<base::Date> latest;         // check-in
    std::optional<domain::GoalId> goal;       // of a goal
    std::optional<base::Date> reminded_on;    // of a check-in that was missed: somebody was
    std::vector<std::string> can_be_reminded; // of it, by the reader: names
    bool may_propose = false;                 // of a gap: the reader may propose a goal there

    static constexpr auto fields() {
        return std::tuple{base::Field{"kind", &ThreadRow::kind},
                          base::Field{"depth", &ThreadRow::depth},
                          base::Field{"title", &ThreadRow::title},
                          base::Field{"unit", &ThreadRow::unit},
                          base::Field{"address", &ThreadRow::address},
                          base::Field{"thread", &ThreadRow::thread},
                          base::Field{"owner", &ThreadRow::owner},
                          base::Field{"leads", &ThreadRow::leads},
                          base::Field{"is_asked_for", &ThreadRow::is_asked_for},
                          base::Field{"is_reference", &ThreadRow::is_reference},
                          base::Field{"below_not_shown", &ThreadRow::below_not_shown},
                          base::Field{"units", &ThreadRow::units},
                          base::Field{"ended", &ThreadRow::ended},
                          base::Field{"broken", &ThreadRow::broken},
                          base::Field{"standing", &ThreadRow::standing},
                          base::Field{"judgement", &ThreadRow::judgement},
                          base::Field{"silent_days", &ThreadRow::silent_days},
                          base::Field{"next_step", &ThreadRow::next_step},
                          base::Field{"latest", &ThreadRow::latest},
                          base::Field{"reminded_on", &ThreadRow::reminded_on}};
    }
};

// Something at which the thread breaks.
struct BreakRow {
    Link about;
    std::string where; // name of the unit

    static constexpr auto fields() {
        return std::tuple{base::Field{"about", &BreakRow::about}, base::Field{"where", &BreakRow::where}};
    }
};

// The breaks of one kind.
struct BreakRows {
    plan::BreakKind kind = plan::BreakKind::no_vision;
    std::size_t count = 0;
    std::vector<BreakRow> first;
    Url all;

    static constexpr auto fields() {
        return std::tuple{base::Field{"kind", &BreakRows::kind}, base::Field{"count", &BreakRows::count},
                          base::Field{"first", &BreakRows::first}, base::Field{"all", &BreakRows::all}};
    }
};

struct RedThreadView {
    Url here;
    std::string title;
    std::string about;     // "Barn- och utbildningsnämnden": what the page is of; empty: the whole organisation
    std::vector<Link> way; // to the unit; empty on other pages
    bool has_plan = false; // there is something for a thread to hold together
    bool is_of_organisation = false;
    domain::ThreadShare share; // of the organisation or the branch
    bool has_share = false;
    std::size_t silent = 0;    // goals that nobody has checked in on in time
    int least_silent_days = 0; // of them
    std::vector<ThreadRow> rows;
    std::size_t page = 1;
    std::size_t pages = 1;
    std::vector<BreakRows> breaks;
    std::vector<domain::ThreadShare> shares; // by day; of the whole organisation
    base::Date today{};
    Url documents; // where steering documents are written
    Url advice;

    static constexpr auto fields() {
        return std::tuple{base::Field{"title", &RedThreadView::title},   base::Field{"about", &RedThreadView::about},
                          base::Field{"way", &RedThreadView::way},       base::Field{"share", &RedThreadView::share},
                          base::Field{"silent", &RedThreadView::silent}, base::Field{"rows", &RedThreadView::rows},
                          base::Field{"page", &RedThreadView::page},     base::Field{"pages", &RedThreadView::pages},
                          base::Field{"breaks", &RedThreadView::breaks}, base::Field{"shares", &RedThreadView::shares}};
    }
};

RedThreadView red_thread_view(plan::RedThread const& thread, Context const& context);
RedThreadView red_thread_view(plan::RedThread const& thread, study::UnitIndex unit, Context const& context);
// `page`: of what hangs right below it, where that is much.
RedThreadView red_thread_view(plan::RedThread const& thread, domain::Goal const& goal, std::size_t page,
                              Context const& context);
RedThreadView red_thread_view(plan::RedThread const& thread, domain::SteeringDocument const& document, std::size_t page,
                              Context const& context);
std::string red_thread_page(RedThreadView const& view, Context const& context);

// All breaks of one kind, in a branch or everywhere.
struct ThreadBreaksView {
    plan::BreakKind kind = plan::BreakKind::no_vision;
    std::string unit; // code; empty: everywhere
    std::string unit_name;
    std::size_t count = 0;
    std::vector<BreakRow> rows;
    std::size_t page = 1;
    std::size_t pages = 1;

    static constexpr auto fields() {
        return std::tuple{
            base::Field{"kind", &ThreadBreaksView::kind},   base::Field{"unit", &ThreadBreaksView::unit},
            base::Field{"count", &ThreadBreaksView::count}, base::Field{"rows", &ThreadBreaksView::rows},
            base::Field{"page", &ThreadBreaksView::page},   base::Field{"pages", &ThreadBreaksView::pages}};
    }
};
ThreadBreaksView thread_breaks_view(plan::RedThread const& thread, plan::BreakKind kind,
                                    std::optional<study::UnitIndex> branch, std::size_t page, Language const& language);
std::string thread_breaks_page(ThreadBreaksView const& view, Context const& context);

} // namespace rodtrad::view::pages
