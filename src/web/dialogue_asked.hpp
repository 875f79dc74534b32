#pragma once

#include "domain/goal.hpp"
#include "plan/rights.hpp"
#include "steering/work.hpp"
#include "web/errors.hpp"
#include "web/visit.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// What the resources below a goal share.
namespace rodtrad::web {

// 0, which is no record's, where it is no number.
std::int64_t number_of(std::string_view text);
std::int64_t number_in(Visit const& visit, std::string_view field); // of the form

// A field of row n of a form: of "text.0" for "text".
std::string row_value(Visit const& visit, std::string_view field, std::size_t row);
// The place that a row is to have among the others; where none was written, the one that it has.
int place_in(Visit const& visit, std::size_t row);
// How many rows a form holds: at most so many that a person could have filled in.
std::size_t rows_of(Visit const& visit);

// A record of the plan by its number in the address; null where there is none.
template <class T>
T const* find_captured(Visit const& visit, std::string_view name) {
    return visit.plan().of<T>().find(decltype(T::id){number_of(visit.captured_as(name))});
}
// The same, where it must belong to the goal.
template <class T>
T const* find_captured_of(Visit const& visit, domain::Goal const& goal, std::string_view name) {
    auto const* found = find_captured<T>(visit, name);
    return found != nullptr && found->goal == goal.id ? found : nullptr;
}

bool may_in_any(Visit const& visit, plan::Right right, std::vector<std::string> const& units);
// A page for who may do something with the goal; others are told that they may not.
Response for_who_may(Visit const& visit, plan::Right right, domain::Goal const& goal,
                     std::function<Response()> const& page);

// Carries out, and goes to where it shows.
Response done(Visit const& visit, std::function<view::Url(steering::Work&)> const& use_case);

} // namespace rodtrad::web
