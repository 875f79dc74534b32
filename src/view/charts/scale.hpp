#pragma once

#include "domain/measure.hpp"

#include <span>
#include <vector>

namespace rodtrad::view {

// The values that a chart has to make room for.
class Extent {
public:
    void include(double value);
    void include(std::span<double const> values);
    // A wanted range is part of what is shown.
    void include(domain::Polarity const& polarity);

    // With `share` of its length added at both ends. Values that are all equal get room around them too, and nothing at
    // all becomes 0 to 1.
    Extent padded(double share) const;

    double low() const { return m_low; }
    double high() const { return m_high; }

private:
    bool m_is_empty = true;
    double m_low = 0;
    double m_high = 1;
};

// From values to places along a line. `from` may lie after `to`.
class Scale {
public:
    Scale(Extent const& values, double from, double to) : m_values{values}, m_from{from}, m_to{to} {}
    double operator()(double value) const;

private:
    Extent m_values;
    double m_from;
    double m_to;
};

struct Ticks {
    std::vector<double> values;
    int decimals = 0; // that they need
};

// Round values (steps of 1, 2 or 5 × a power of ten) within the extent: at most `most`.
Ticks nice_ticks(Extent const& extent, int most);

} // namespace rodtrad::view
