#include "study/kernels/plane.hpp"

#include <algorithm>
#include <new>

namespace rodtrad::study {

namespace {

constexpr std::align_val_t alignment{lane_count * sizeof(double)};

// An odd number of vectors: rows an even power of two apart would crowd into the same few lines of the cache.
std::size_t padded(std::size_t units) {
    auto const vectors = (units + lane_count - 1) / lane_count;
    return (vectors | 1) * lane_count;
}

} // namespace

void Plane::Free::operator()(double* values) const { ::operator delete(values, alignment); }

Plane::Plane(Plane const& other) { *this = other; }

Plane& Plane::operator=(Plane const& other) {
    if (this == &other) return *this;
    resize(other.m_periods, other.m_units);
    std::copy_n(other.m_values.get(), m_periods * m_stride, m_values.get());
    return *this;
}

void Plane::resize(std::size_t periods, std::size_t units) {
    m_periods = periods;
    m_units = units;
    m_stride = padded(units);
    // At least one row: kernels step from unit to unit in it, also where there is no period to walk along.
    if (auto const needed = std::max<std::size_t>(m_periods, 1) * m_stride; needed > m_capacity) {
        m_values.reset();
        m_values.reset(static_cast<double*>(::operator new(needed * sizeof(double), alignment)));
        m_capacity = needed;
    }
    for (std::size_t t = 0; t < m_periods; ++t) std::fill(row(t) + m_units, row(t) + m_stride, no_value);
}

Plane plane_of(std::span<std::vector<double> const> series) {
    std::size_t periods = 0;
    for (auto const& one : series) periods = std::max(periods, one.size());
    Plane plane{periods, series.size()};
    for (std::size_t u = 0; u < series.size(); ++u)
        for (std::size_t t = 0; t < periods; ++t)
            plane.row(t)[u] = t < series[u].size() ? series[u][t] : Plane::no_value;
    return plane;
}

} // namespace rodtrad::study
