#include "view/charts/scale.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rodtrad::view {

namespace {

constexpr double largest = std::numeric_limits<double>::max();

} // namespace

void Extent::include(double value) {
    m_low = m_is_empty ? value : std::min(m_low, value);
    m_high = m_is_empty ? value : std::max(m_high, value);
    m_is_empty = false;
}

void Extent::include(std::span<double const> values) {
    for (auto const value : values) include(value);
}

void Extent::include(domain::Polarity const& polarity) {
    if (auto const* range = std::get_if<domain::WantedRange>(&polarity)) {
        include(range->low);
        include(range->high);
    }
}

Extent Extent::padded(double share) const {
    auto const length = std::min(m_high - m_low, largest);
    // A length that drowns in the rounding of the values themselves is none.
    auto const size = std::max(std::abs(m_low), std::abs(m_high));
    auto const is_flat = length <= size * 1e-9;
    auto const room = is_flat ? (size > 0 ? size * 0.1 : 1) : length * share;
    auto extent = *this;
    extent.m_low = std::max(m_low - room, -largest);
    extent.m_high = std::min(m_high + room, largest);
    return extent;
}

double Scale::operator()(double value) const {
    // Halved, so that the widest extent of all does not overflow.
    auto const length = m_values.high() / 2 - m_values.low() / 2;
    auto const share = length > 0 ? (value / 2 - m_values.low() / 2) / length : 0.5;
    return m_from + std::clamp(share, 0.0, 1.0) * (m_to - m_from);
}

Ticks nice_ticks(Extent const& extent, int most) {
    auto const length = extent.high() - extent.low();
    if (!(length > 0) || !std::isfinite(length)) return {};
    auto const power = std::floor(std::log10(length / most));
    auto const unit = std::pow(10.0, power);
    if (unit == 0) return {};
    for (double const factor : {1.0, 2.0, 5.0, 10.0}) {
        auto const step = factor * unit;
        auto const first = std::ceil(extent.low() / step - 1e-9);
        auto const last = std::floor(extent.high() / step + 1e-9);
        if (last - first + 1 > most) continue;
        Ticks ticks;
        ticks.decimals = std::max(0, static_cast<int>(factor == 10.0 ? -power - 1 : -power));
        for (int i = 0; i <= last - first; ++i) ticks.values.push_back((first + i) * step);
        return ticks;
    }
    return {};
}

} // namespace rodtrad::view
