#pragma once

#include "view/charts/scale.hpp"
#include "view/charts/trend.hpp"
#include "view/svg.hpp"

#include <cstddef>

namespace rodtrad::view {

// All values that a trend shows.
Extent trend_extent(TrendView const& view);

// The lines of a trend, in a plot of any size: what the small picture and the large one have in common.
class TrendLines {
public:
    TrendLines(TrendView const& view, Extent const& extent, Box const& plot);

    double x(std::size_t point) const;
    double y(double value) const { return m_y(value); }
    Place at(std::size_t point) const { return {x(point), y(*m_view.points[point].value)}; }

    // Normal variation and mean of every segment, the target, the wanted range.
    void draw_background(Svg& svg) const;
    // The line, broken where there is no figure.
    void draw_series(Svg& svg) const;

private:
    double boundary_before(std::size_t point) const; // half-way from the point before

    TrendView const& m_view;
    Box m_plot;
    Scale m_y;
};

} // namespace rodtrad::view
