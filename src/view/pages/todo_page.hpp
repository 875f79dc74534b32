#pragma once

#include "plan/red_thread.hpp"
#include "view/pages/context.hpp"
#include "view/pages/todo_view.hpp"

#include <string>
#include <string_view>

namespace rodtrad::view::pages {

// The home of who is signed in: what the person owes and what waits, by urgency, and then nothing more. Where there is
// nothing to do, the person's own goals and thread. The context has a person.
std::string todo_page(TodoView const& view, plan::RedThread const& thread, Context const& context);

// What a person's calendar address is, and how to renew it.
struct OwnCalendarView {
    bool has_calendar = false;
    std::string address; // whole, with the secret: only right after it was made

    static constexpr auto fields() { return std::tuple{base::Field{"has_calendar", &OwnCalendarView::has_calendar}}; }
};
std::string own_calendar_page(OwnCalendarView const& view, Context const& context);

} // namespace rodtrad::view::pages
