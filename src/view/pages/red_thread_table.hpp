#pragma once

#include "base/date.hpp"
#include "view/html.hpp"
#include "view/pages/context.hpp"
#include "view/pages/red_thread_view.hpp"

#include <span>

namespace rodtrad::view::pages {

// The thread as a table whose lines are indented by how far they stand from the vision, with the thread drawn beside
// them. Those who listen are told the level. `here`: where to come back to after a button on it.
void write_thread_table(Html& h, std::span<ThreadRow const> rows, base::Date today, Url const& here,
                        Context const& context);

} // namespace rodtrad::view::pages
