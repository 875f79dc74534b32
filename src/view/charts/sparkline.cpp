#include "view/charts/sparkline.hpp"

#include "view/charts/drawing.hpp"
#include "view/charts/trend_lines.hpp"

namespace rodtrad::view {

Raw sparkline(TrendView const& view, Language const& language) {
    constexpr double width = 330;
    constexpr double height = 74;
    constexpr double margin = 6; // room for a mark at the edge
    Svg svg{width, height, "sparkline", view.title, trend_description(view, language)};
    TrendLines const lines{
        view, trend_extent(view).padded(0.02), {margin, margin, width - 2 * margin, height - 2 * margin}};
    lines.draw_background(svg);
    lines.draw_series(svg);
    std::optional<std::size_t> latest;
    for (std::size_t i = 0; i < view.points.size(); ++i) {
        if (!view.points[i].value) continue;
        latest = i;
        if (view.points[i].signal) draw_mark(svg, lines.at(i), 3.6, view.points[i].signal);
    }
    if (latest && !view.points[*latest].signal) draw_mark(svg, lines.at(*latest), 2.4, {});
    return std::move(svg).take();
}

} // namespace rodtrad::view
