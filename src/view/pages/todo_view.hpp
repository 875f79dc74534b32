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
    std::string action;         // what stands on the button; empty: it is only ticked off
    bool can_be_ticked = false; // it may need no more

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
    Tag tag; // how it goes

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &GoalLine::goal}, base::Field{"title", &GoalLine::title},
                          base::Field{"small", &GoalLine::small}, base::Field{"tag", &GoalLine::tag}};
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

struct TodoView {
    std::string greeting; // "God morgon. Fem saker väntar på dig."
    std::string who;      // "Rektor, Norrskolan"
    std::vector<TodoRow> owed;
    std::vector<TodoRow> waiting;
    std::string next_check_in;    // "torsdag 12 november"; empty: none is known
    std::vector<UnitGoals> board; // of who sits on a board
    std::vector<GoalLine> own;    // where there is nothing to do
    bool is_reader = false;       // whoever may write nowhere

    static constexpr auto fields() {
        return std::tuple{base::Field{"greeting", &TodoView::greeting},
                          base::Field{"who", &TodoView::who},
                          base::Field{"owed", &TodoView::owed},
                          base::Field{"waiting", &TodoView::waiting},
                          base::Field{"next_check_in", &TodoView::next_check_in},
                          base::Field{"board", &TodoView::board},
                          base::Field{"own", &TodoView::own},
                          base::Field{"is_reader", &TodoView::is_reader}};
    }
};

// `person` must be one of the plan's.
TodoView todo_view(plan::Plan const& plan, study::Dataset const& data, domain::PersonId person, base::Instant now,
                   Language const& language);

// In words, for the page, a letter and a calendar alike.
TodoRow todo_row(plan::Todo const& todo, plan::Plan const& plan, study::Dataset const& data, base::Date today,
                 Language const& language);

} // namespace rodtrad::view::pages
