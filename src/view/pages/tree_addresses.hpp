#pragma once

#include "domain/ids.hpp"
#include "view/url.hpp"

#include <string_view>

// The addresses of the tree of units, and of deliveries.
namespace rodtrad::view::pages {

// What can be done to a unit.
inline constexpr std::string_view describing = "beskriv";
inline constexpr std::string_view moving = "flytta";
inline constexpr std::string_view ending = "avsluta";
inline constexpr std::string_view splitting = "dela";
inline constexpr std::string_view merging = "sla-ihop";

Url tree_url(std::string_view question = {});                    // /organisation?sok=
Url tree_with_ended_url();                                       // /organisation?upphorda=ja
Url tree_csv_url();                                              // /organisation.csv
Url tree_xlsx_url();                                             // /organisation.xlsx
Url unit_in_tree_url(std::string_view unit);                     // /organisation/U
Url tree_step_url(std::string_view unit, std::string_view step); // /organisation/U/flytta
Url new_unit_url(std::string_view parent = {});                  // /ny-enhet?under=U

Url deliveries_url();                               // /leverera
Url delivery_save_url();                            // /leverera/spara
Url delivery_url(domain::DeliveryId delivery);      // /leverera/7
Url delivery_undo_url(domain::DeliveryId delivery); // /leverera/7/angra

} // namespace rodtrad::view::pages
