#pragma once

#include "web/visit.hpp"

// The tree of units, and deliveries.
namespace rodtrad::web {

Response show_tree(Visit const& visit);
Response download_tree_csv(Visit const& visit);
Response download_tree_xlsx(Visit const& visit);
Response show_new_unit(Visit const& visit);
Response add_unit(Visit const& visit);
Response show_unit_in_tree(Visit const& visit);
Response show_tree_step(Visit const& visit); // the form in which a unit is renamed, moved, ended, split or merged
Response take_tree_step(Visit const& visit);

Response show_deliveries(Visit const& visit);
Response preview_delivery(Visit const& visit); // a file came: what would it change?
Response save_delivery(Visit const& visit);
Response show_delivery(Visit const& visit);
Response undo_delivery(Visit const& visit);

} // namespace rodtrad::web
