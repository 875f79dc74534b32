#include "view/icons.hpp"

#include "view/svg.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace rodtrad::view {

namespace {

Raw drawn(Sign sign) {
    Svg svg{sign_size, sign_size, "icon"};
    draw_sign(svg, sign);
    return std::move(svg).take();
}

} // namespace

void draw_sign(Svg& svg, Sign sign) {
    switch (sign) {
    case Sign::worse:
        svg.path("M8 2.5v10M3.5 8.5l4.5 4.5 4.5-4.5", "stroke");
        break;
    case Sign::better:
        svg.path("M8 13.5v-10M3.5 7.5l4.5-4.5 4.5 4.5", "stroke");
        break;
    case Sign::change:
        svg.path("M5 13V3M2.5 5.5L5 3l2.5 2.5M11 3v10M8.5 10.5L11 13l2.5-2.5", "stroke");
        break;
    case Sign::comparison:
        svg.path("M3 5.8h10M3 10.2h10M10.5 2.5l-5 11", "stroke");
        break;
    case Sign::gap:
        svg.line({4.5, 8}, {11.5, 8}, "stroke");
        svg.circle({3.6, 8}, 2.6, "fill");
        svg.rect({10, 5.5, 5, 5}, "stroke open");
        break;
    case Sign::spread:
        for (double const x : {2.5, 6.2, 8.6, 13.5}) svg.circle({x, 8}, 1.8, "fill");
        break;
    case Sign::target_missed:
        svg.circle({8, 8}, 6, "stroke");
        svg.path("M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8", "stroke");
        break;
    case Sign::target_met:
        svg.circle({8, 8}, 6, "stroke");
        svg.path("M5 8.2l2.2 2.2 3.8-4.4", "stroke");
        break;
    case Sign::normal:
        svg.path("M1.5 9c2-5 4.3-5 6.5-1s4.5 4 6.5-1", "stroke");
        break;
    case Sign::watch:
        svg.circle({8, 8}, 4.6, "stroke");
        break;
    case Sign::too_few:
        svg.line({3.5, 8}, {12.5, 8}, "stroke");
        break;
    case Sign::silent:
        svg.circle({8, 8}, 6, "stroke");
        svg.path("M8 4.6V8l2.4 1.8", "stroke");
        break;
    case Sign::judged:
        svg.path("M3 13l.8-3.2L11 2.6l2.4 2.4-7.2 7.2L3 13zM9.4 4.2l2.4 2.4", "stroke");
        break;
    }
}

Raw const& icon(Sign sign) {
    static auto const all = [] {
        std::vector<Raw> icons;
        for (int i = 0; i <= static_cast<int>(Sign::judged); ++i) icons.push_back(drawn(static_cast<Sign>(i)));
        return icons;
    }();
    return all[static_cast<std::size_t>(sign)];
}

} // namespace rodtrad::view
