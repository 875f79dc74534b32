#include "view/charts/trend_lines.hpp"

#include <vector>

namespace rodtrad::view {

Extent trend_extent(TrendView const& view) {
    Extent extent;
    for (auto const& point : view.points)
        if (point.value) extent.include(*point.value);
    for (auto const& segment : view.segments) {
        extent.include(segment.mean);
        if (segment.limits) {
            extent.include(segment.limits->lower);
            extent.include(segment.limits->upper);
        }
    }
    if (view.target) extent.include(*view.target);
    extent.include(view.polarity);
    return extent;
}

TrendLines::TrendLines(TrendView const& view, Extent const& extent, Box const& plot)
    : m_view{view}, m_plot{plot}, m_y{extent, plot.y + plot.height, plot.y} {}

double TrendLines::x(std::size_t point) const {
    auto const steps = m_view.points.size() - 1;
    auto const share = steps == 0 ? 0.5 : static_cast<double>(point) / static_cast<double>(steps);
    return m_plot.x + share * m_plot.width;
}

double TrendLines::boundary_before(std::size_t point) const {
    if (point == 0) return m_plot.x;
    if (point >= m_view.points.size()) return m_plot.x + m_plot.width;
    return (x(point - 1) + x(point)) / 2;
}

void TrendLines::draw_background(Svg& svg) const {
    for (auto const& segment : m_view.segments) {
        auto const from = boundary_before(segment.first);
        auto const to = boundary_before(segment.last + 1);
        if (segment.limits) {
            auto const top = y(segment.limits->upper);
            svg.rect({from, top, to - from, y(segment.limits->lower) - top}, "band");
        }
        svg.line({from, y(segment.mean)}, {to, y(segment.mean)}, "mean");
    }
    auto const right = m_plot.x + m_plot.width;
    auto const target_line = [&](double value) { svg.line({m_plot.x, y(value)}, {right, y(value)}, "target"); };
    if (auto const* wanted = std::get_if<domain::WantedRange>(&m_view.polarity)) {
        target_line(wanted->low);
        target_line(wanted->high);
    }
    if (m_view.target) target_line(*m_view.target);
}

void TrendLines::draw_series(Svg& svg) const {
    std::vector<Place> run;
    for (std::size_t i = 0; i <= m_view.points.size(); ++i) {
        if (i < m_view.points.size() && m_view.points[i].value) {
            run.push_back(at(i));
            continue;
        }
        if (run.size() > 1) svg.polyline(run, "series");
        run.clear();
    }
}

} // namespace rodtrad::view
