#pragma once

#include "web/visit.hpp"

// The red thread and the advice on the plan: pages to read.
namespace rodtrad::web {

Response show_red_thread(Visit const& visit);
Response show_red_thread_of_goal(Visit const& visit);
Response show_red_thread_of_document(Visit const& visit);
Response show_red_thread_of_unit(Visit const& visit);
Response show_thread_breaks(Visit const& visit); // of one kind

Response show_advice(Visit const& visit);

} // namespace rodtrad::web
