#pragma once

#include "base/date.hpp"
#include "view/html.hpp"
#include "view/language.hpp"
#include "view/pages/red_thread_view.hpp"

#include <span>

namespace rodtrad::view::pages {

// The thread as a table whose lines are indented by how far they stand from the vision, with the thread drawn beside
// them. Those who listen are told the level.
void write_thread_table(Html& h, std::span<ThreadRow const> rows, base::Date today, Language const& language);

} // namespace rodtrad::view::pages
