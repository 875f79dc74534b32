#include "view/charts/thread_shares.hpp"

#include "base/date.hpp"
#include "view/charts/drawing.hpp"
#include "view/charts/scale.hpp"
#include "view/format.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

namespace rodtrad::view {

namespace {

constexpr double height = 190;
constexpr double top = 14;
constexpr double bottom = 26;
constexpr double left = 44;

double share(int part, int all) { return all > 0 ? 100.0 * part / all : 0; }
double units_of(domain::ThreadShare const& day) { return share(day.units_with_thread, day.units); }
double people_of(domain::ThreadShare const& day) { return share(day.people_with_thread, day.people); }

std::string percent(double value, Language const& language) {
    return with_unit(language, {.unit = "%", .decimals = 0}, std::floor(value));
}

Raw drawn(std::span<domain::ThreadShare const> shares, Shape const& shape, std::string_view title,
          std::string_view description, Language const& language) {
    double const right = shape.is_narrow ? 96 : 150;
    Svg svg{shape.width, height, shape.name, title, description};
    auto const first = shares.front().day;
    Extent days;
    days.include(0);
    days.include(base::days_between(first, shares.back().day));
    Extent percents;
    percents.include(0);
    percents.include(100);
    Scale const x{days, left, shape.width - right};
    Scale const y{percents, height - bottom, top};
    for (double const tick : {0.0, 50.0, 100.0}) {
        svg.line({left, y(tick)}, {shape.width - right, y(tick)}, "grid-line");
        svg.text({left - 8, y(tick) + 5}, percent(tick, language), "quiet", Svg::Anchor::end);
    }
    svg.text({left, height - 6}, date(language, first), "quiet");
    svg.text({shape.width - right, height - 6}, date(language, shares.back().day), "quiet", Svg::Anchor::end);

    auto const draw = [&](auto const& value_of, std::string_view classes, double label_y, std::string_view label) {
        std::vector<Place> places;
        for (auto const& day : shares) places.push_back({x(base::days_between(first, day.day)), y(value_of(day))});
        svg.polyline(places, classes);
        svg.circle(places.back(), 3.5, "mark-point");
        svg.text({places.back().x + 9, label_y}, label, "strong");
    };
    auto const units = y(units_of(shares.back())) + 5;
    auto people = y(people_of(shares.back())) + 5;
    if (std::abs(units - people) < 18) people = units <= people ? units + 18 : units - 18;
    draw(units_of, "series", units, language.tr("units {0}", percent(units_of(shares.back()), language)));
    draw(people_of, "series behind-people", people,
         language.tr("people {0}", percent(people_of(shares.back()), language)));
    return std::move(svg).take();
}

} // namespace

Raw thread_shares_chart(std::span<domain::ThreadShare const> shares, Language const& language) {
    auto const title = language.tr("Share with a whole thread to the vision");
    auto const description =
        language.tr("Of the units from {0} to {1}, of the people from {2} to {3}, between {4} and {5}.",
                    percent(units_of(shares.front()), language), percent(units_of(shares.back()), language),
                    percent(people_of(shares.front()), language), percent(people_of(shares.back()), language),
                    date(language, shares.front().day), date(language, shares.back().day));
    return in_both_shapes([&](Shape const& shape) { return drawn(shares, shape, title, description, language); });
}

} // namespace rodtrad::view
