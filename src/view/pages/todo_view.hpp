#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "plan/todo.hpp"
#include "study/dataset.hpp"
#include "view/language.hpp"
#include "view/sentences.hpp"
#include "view/url.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// One thing to do, in words. The sentence is `before`, `title` and `after`; the title leads to what it names.
struct TodoRow {
    plan::Todo todo;
    std::string when; // "försenad 2 dagar", "i går"
    bool is_late = false;
    std::string before; // "Stäm av "
    std::string title;  // "Varje elev får stöd i tid"
    std::string after;
    std::string small; // "varannan vecka · förra gången: ”Vi väntar på mattestödet”"
    Url title_url{"/"};
    Url url{"/"};
    std::string action;                       // what stands on the button; empty: it is only ticked off
    bool can_be_ticked = false;               // it may need no more
    std::vector<std::string> can_be_reminded; // of a check-in that was missed, by the reader: names

    std::string sentence() const { return before + title + after; }
    static constexpr auto fields() {
        return std::tuple{base::Field{"todo", &TodoRow::todo},       base::Field{"when", &TodoRow::when},
                          base::Field{"is_late", &TodoRow::is_late}, base::Field{"before", &TodoRow::before},
                          base::Field{"title", &TodoRow::title},     base::Field{"after", &TodoRow::after},
                          base::Field{"small", &TodoRow::small},     base::Field{"url", &TodoRow::url},
                          base::Field{"action", &TodoRow::action}};
    }
};

// A goal in one line.
struct GoalLine {
    domain::GoalId goal;
    std::string title;
    std::string small;
    Tag tag; // how it goes, as computed
    // For who answers for the goals of a board, each empty where there is nothing to tell.
    std::optional<Tag> judged;
    std::string judgement; // "”Indikatorerna står still …” Stefan Åkerman, 14 november 2026"
    std::string figure;    // "Godkända i alla ämnen når 80 %: 65,9 % 2025 · från 64 %"
    std::string next_step; // as it was told at the latest check-in

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &GoalLine::goal},     base::Field{"title", &GoalLine::title},
                          base::Field{"small", &GoalLine::small},   base::Field{"tag", &GoalLine::tag},
                          base::Field{"judged", &GoalLine::judged}, base::Field{"judgement", &GoalLine::judgement},
                          base::Field{"figure", &GoalLine::figure}, base::Field{"next_step", &GoalLine::next_step}};
    }
};

// The goals of one unit.
struct UnitGoals {
    std::string unit; // code
    std::string name;
    std::vector<GoalLine> goals; // the first of them
    std::size_t in_all = 0;

    static constexpr auto fields() {
        return std::tuple{base::Field{"unit", &UnitGoals::unit}, base::Field{"name", &UnitGoals::name},
                          base::Field{"goals", &UnitGoals::goals}, base::Field{"in_all", &UnitGoals::in_all}};
    }
};

// Something to begin with in a new organisation.
struct FirstStep {
    std::string text;
    Url url{"/"};
    bool is_done = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"text", &FirstStep::text}, base::Field{"url", &FirstStep::url},
                          base::Field{"is_done", &FirstStep::is_done}};
    }
};

struct TodoView {
    std::string greeting; // "God morgon. Fem saker väntar på dig."
    std::string who;      // "Rektor, Norrskolan"
    std::vector<TodoRow> owed;
    std::vector<TodoRow> waiting;
    std::string next_check_in;          // "torsdag 12 november"; empty: none is known
    std::vector<UnitGoals> board;       // of who sits on a board
    std::vector<GoalLine> own;          // where there is nothing to do
    bool is_reader = false;             // whoever may write nowhere
    std::vector<FirstStep> first_steps; // for who looks after the whole, until all are taken
    bool has_thread = false;            // there is a vision or a goal for one to lead to

    static constexpr auto fields() {
        return std::tuple{base::Field{"greeting", &TodoView::greeting},
                          base::Field{"who", &TodoView::who},
                          base::Field{"owed", &TodoView::owed},
                          base::Field{"waiting", &TodoView::waiting},
                          base::Field{"next_check_in", &TodoView::next_check_in},
                          base::Field{"board", &TodoView::board},
                          base::Field{"own", &TodoView::own},
                          base::Field{"is_reader", &TodoView::is_reader},
                          base::Field{"first_steps", &TodoView::first_steps}};
    }
};

// `person` must be one of the plan's.
TodoView todo_view(plan::Plan const& plan, study::Dataset const& data, domain::PersonId person, base::Instant now,
                   Language const& language);

// In words, for the page, a letter and a calendar alike.
TodoRow todo_row(plan::Todo const& todo, plan::Plan const& plan, study::Dataset const& data, base::Date today,
                 Language const& language);

} // namespace rodtrad::view::pages
