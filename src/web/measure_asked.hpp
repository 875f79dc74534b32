#pragma once

#include "view/pages/measure_view.hpp"
#include "web/visit.hpp"

#include <variant>

namespace rodtrad::web {

// What the address of a measure in a unit names, or the page that says that there is none such.
std::variant<view::pages::SeriesKey, Response> find_asked(Visit const& visit, std::string_view group);

// The page as asked for, with what was filled in on its forms.
Response measure_response(Visit const& visit, view::pages::SeriesKey const& key,
                          view::pages::MeasureQuestion const& question, view::pages::MeasureForms const* forms);

} // namespace rodtrad::web
