#pragma once

#include "web/visit.hpp"

// What the routes lead to: one file a resource, <name>_resource.cpp.
namespace rodtrad::web {

Response show_deviations(Visit const& visit);

Response show_measures(Visit const& visit);
Response show_measure(Visit const& visit);
Response download_measure(Visit const& visit);
Response add_mark(Visit const& visit);   // to a point of a series
Response save_peers(Visit const& visit); // whom a unit is compared with, by name

Response show_comparison(Visit const& visit);
Response download_comparison(Visit const& visit);

Response show_units(Visit const& visit);
Response show_unit(Visit const& visit);

Response show_search(Visit const& visit);

Response show_about(Visit const& visit);

Response serve_asset(Visit const& visit);
void pack_assets(); // now, rather than when the first one is asked for

} // namespace rodtrad::web
