#include "view/pages/todo_page.hpp"

#include "view/format.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/check_in_parts.hpp"
#include "view/pages/form.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/person_thread.hpp"
#include "view/pages/red_thread_addresses.hpp"
#include "view/pages/todo_addresses.hpp"

#include <algorithm>
#include <span>
#include <string>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_rows_at_once = 10; // the rest can be unfolded

class TodoPage {
public:
    TodoPage(Html& h, TodoView const& view, plan::RedThread const& thread, Context const& context)
        : m_h{h}, m_view{view}, m_thread{thread}, m_context{context}, m_language{context.language} {}

    void write() {
        bool const is_empty = m_view.owed.empty() && m_view.waiting.empty();
        m_h.h1(m_view.greeting);
        if (is_empty)
            m_h.p(class_("lede"), m_view.who);
        else
            m_h.p(class_("lede"), m_view.who, m_view.who.empty() ? "" : ". ", m_language.tr("The most urgent first."));
        write_first_steps();
        write_rows(m_language.tr("For me to do"), m_view.owed);
        write_rows(m_language.tr("Waiting for me"), m_view.waiting);
        if (!is_empty || !m_view.next_check_in.empty()) write_end(is_empty);
        for (auto const& board : m_view.board) write_board(board);
        if (is_empty) write_own();
        if (m_view.is_reader) write_ways();
    }

private:
    void write_first_steps() {
        if (m_view.first_steps.empty()) return;
        m_h.h2(m_language.tr("Get started"));
        m_h.ol(class_("first-steps"), [&] {
            for (auto const& step : m_view.first_steps)
                m_h.li([&] {
                    m_h.a(href(step.url), step.text);
                    if (step.is_done)
                        write_tag(m_h, {Sign::target_met, Tone::normal, std::string{m_language.tr("done")}});
                });
        });
    }

    void write_rows(std::string_view heading, std::vector<TodoRow> const& rows) {
        if (rows.empty()) return;
        m_h.h2(heading);
        auto const at_once = std::span{rows}.first(std::min(rows.size(), most_rows_at_once));
        auto const rest = std::span{rows}.subspan(at_once.size());
        write_list(at_once);
        if (rest.empty()) return;
        auto const count = std::to_string(rest.size());
        m_h.details(class_("more"), [&] {
            m_h.summary(m_language.trn("{0} more", "{0} more", static_cast<std::int64_t>(rest.size()), count));
            write_list(rest);
        });
    }

    void write_list(std::span<TodoRow const> rows) {
        m_h.ul(class_("todo"), [&] {
            for (auto const& row : rows) m_h.li([&] { write_row(row); });
        });
    }

    void write_row(TodoRow const& row) {
        m_h.span(class_(row.is_late ? "when late" : "when"), row.when);
        m_h.span(class_("what"), [&] {
            m_h.text(row.before);
            m_h.a(href(row.title_url), row.title);
            m_h.text(row.after);
            if (!row.small.empty()) m_h.small(row.small);
        });
        m_h.div(class_("act"), [&] {
            if (!row.action.empty()) {
                // Several buttons say the same: what each is about is said to those who hear them one by one.
                m_h.a(class_("btn", m_is_first ? "" : "quiet"), href(row.url), [&] {
                    m_h.text(row.action);
                    m_h.span(class_("out-of-sight"), ": ", row.title);
                });
                m_is_first = false;
            }
            if (row.can_be_ticked) write_tick(row);
            if (!row.can_be_reminded.empty())
                write_reminder_button(m_h, m_context, row.todo.goal, in_a_row(m_language, row.can_be_reminded),
                                      row.title, todo_url());
        });
    }

    void write_tick(TodoRow const& row) {
        auto const is_answer = row.todo.kind == plan::TodoKind::read_answer;
        auto const number = std::to_string(row.todo.subject);
        post_button(m_h, m_context, todo_done_url(), m_language.trc("to do", "Done"), Weight::quiet,
                    {{"vad", is_answer ? "svar" : "kommentar"}, {"nummer", number}}, row.title);
    }

    void write_end(bool is_empty) {
        bool const is_all =
            !is_empty && m_view.owed.size() <= most_rows_at_once && m_view.waiting.size() <= most_rows_at_once;
        m_h.p(class_("end"), [&] {
            if (is_all) m_h.text(m_language.tr("That was all."));
            if (is_all && !m_view.next_check_in.empty()) m_h.text(" ");
            if (!m_view.next_check_in.empty())
                m_h.text(m_language.tr("The next check-in is on {0}.", m_view.next_check_in));
        });
        m_h.p(class_("aside"),
              [&] { m_h.a(href(own_calendar_url()), m_language.tr("See this in your own calendar")); });
    }

    void write_goals(std::vector<GoalLine> const& goals) {
        m_h.ul(class_("goal-lines"), [&] {
            for (auto const& goal : goals)
                m_h.li([&] {
                    m_h.span(class_("what"), [&] {
                        m_h.a(href(goal_url(goal.goal)), goal.title);
                        m_h.small(goal.small);
                        if (!goal.figure.empty()) m_h.small(goal.figure);
                        if (!goal.judgement.empty()) m_h.small(goal.judgement);
                        if (!goal.next_step.empty())
                            m_h.small([&] {
                                m_h.strong(m_language.tr("Next step:"));
                                m_h.text(" " + goal.next_step);
                            });
                    });
                    m_h.span(class_("signs"), [&] {
                        write_tag(m_h, goal.tag);
                        if (goal.judged) write_tag(m_h, *goal.judged);
                    });
                });
        });
    }

    void write_board(UnitGoals const& board) {
        m_h.h2(m_language.tr("The goals of {0}", board.name));
        if (board.goals.empty()) {
            m_h.p(m_language.tr("No goals have been adopted yet."));
        } else {
            write_goals(board.goals);
        }
        m_h.p([&] {
            m_h.a(href(goals_url({.unit = board.unit})), m_language.tr("All goals here and in what is below"));
        });
    }

    void write_own() {
        if (!m_view.own.empty()) {
            m_h.h2(m_language.tr("My goals"));
            write_goals(m_view.own);
        }
        if (m_view.has_thread) write_thread_of_person(m_h, m_thread, *m_context.person, m_context);
    }

    // For who reads: where there is something to read.
    void write_ways() {
        auto const way = [&](Url const& url, std::string_view name, std::string_view about) {
            m_h.li([&] {
                m_h.a(href(url), name);
                m_h.small(about);
            });
        };
        m_h.h2(m_language.tr("To read"));
        m_h.ul(class_("ways"), [&] {
            way(goals_url(), m_language.tr("Goals"), m_language.tr("what the organisation wants, and how it goes"));
            way(red_thread_url(), m_language.tr("Red thread"), m_language.tr("from the vision to what each team does"));
            way(list_url(), m_language.tr("Deviations"), m_language.tr("the figures that deserve attention"));
        });
    }

    Html& m_h;
    TodoView const& m_view;
    plan::RedThread const& m_thread;
    Context const& m_context;
    Language const& m_language;
    bool m_is_first = true; // the next button is for what is to be done first
};

} // namespace

std::string todo_page(TodoView const& view, plan::RedThread const& thread, Context const& context) {
    return whole_page(
        {.title = std::string{context.language.tr("To do")}, .section = Section::todo, .here = todo_url()}, context,
        [&](Html& h) { TodoPage{h, view, thread, context}.write(); });
}

std::string own_calendar_page(OwnCalendarView const& view, Context const& context) {
    auto const& language = context.language;
    auto const write = [&](Html& h) {
        h.h1(language.tr("To do in your own calendar"));
        h.p(class_("lede"), language.tr("Outlook, Google and the telephone can show what you are to do, and keep it up "
                                        "to date. They fetch it from an address that is yours alone."));
        if (!view.address.empty()) {
            h.h2(language.tr("The address of your calendar"));
            h.p([&] { h.code(class_("calendar-address"), view.address); });
            h.p(language.tr("Copy it now: it is not shown again. Whoever has it can read what you are to do, so give "
                            "it to nobody."));
            h.ul([&] {
                h.li(language.tr("Outlook: Add calendar, Subscribe from web, and paste the address."));
                h.li(language.tr("Google: Other calendars, From URL, and paste the address."));
                h.li(language.tr("Telephone: add a calendar subscription in the settings, and paste the address."));
            });
        } else if (view.has_calendar) {
            h.p(language.tr("You have an address already. If you have lost it, or someone else has got it, make a new "
                            "one: the old one then stops working."));
        }
        h.div(class_("buttons"), [&] {
            auto const weight = view.has_calendar ? Weight::quiet : Weight::main;
            post_button(h, context, own_calendar_url(),
                        view.has_calendar ? language.tr("Make a new address") : language.tr("Make an address"), weight);
            if (view.has_calendar)
                post_button(h, context, end_calendar_url(), language.tr("Turn it off"), Weight::quiet);
        });
        h.p([&] { h.a(href(own_settings_url()), language.tr("My settings")); });
    };
    return whole_page({.title = std::string{language.tr("To do in your own calendar")}, .here = own_calendar_url()},
                      context, write);
}

} // namespace rodtrad::view::pages
