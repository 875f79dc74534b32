#include "web/dialogue_asked.hpp"

#include "view/pages/behaviours_page.hpp"
#include "web/address.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace rodtrad::web {

namespace {

constexpr std::size_t most_rows = 100;

} // namespace

std::int64_t number_of(std::string_view text) {
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

std::int64_t number_in(Visit const& visit, std::string_view field) { return number_of(visit.filled_in(field)); }

std::string row_value(Visit const& visit, std::string_view field, std::size_t row) {
    return std::string{visit.filled_in(view::pages::row_field(field, row))};
}

int place_in(Visit const& visit, std::size_t row) {
    auto const place = number_of(row_value(visit, "place", row));
    return place == 0 ? static_cast<int>(row) + 1 : static_cast<int>(std::clamp<std::int64_t>(place, -9999, 9999));
}

std::size_t rows_of(Visit const& visit) {
    std::size_t rows = 0;
    while (rows < most_rows && !visit.filled_in_all(view::pages::row_field("text", rows)).empty()) ++rows;
    return rows;
}

bool may_in_any(Visit const& visit, plan::Right right, std::vector<std::string> const& units) {
    return std::ranges::any_of(units, [&](std::string const& unit) { return visit.may(right, unit); });
}

Response for_who_may(Visit const& visit, plan::Right right, domain::Goal const& goal,
                     std::function<Response()> const& page) {
    if (may_in_any(visit, right, goal.units)) return page();
    return not_allowed(visit, steering::Forbidden{right, goal.units.empty() ? std::string{} : goal.units.front()});
}

Response done(Visit const& visit, std::function<view::Url(steering::Work&)> const& use_case) {
    std::optional<view::Url> where;
    visit.organisation.carry_out(visit.by(), [&](steering::Work& work) { where = use_case(work); });
    return see_other(*where);
}

} // namespace rodtrad::web
