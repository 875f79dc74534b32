#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace rodtrad::study {

// Rows are padded to a multiple of this: the widest vector of any processor.
inline constexpr std::size_t lane_count = 8;

// Figures of one measure and one group, laid out for the kernels: [period][unit], units innermost, rows padded to whole
// vectors. NaN where there is no figure, and in the padding.
class Plane {
public:
    static constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

    Plane() = default;
    Plane(std::size_t periods, std::size_t units) { resize(periods, units); }
    Plane(Plane const& other);
    Plane(Plane&&) = default;
    Plane& operator=(Plane const& other);
    Plane& operator=(Plane&&) = default;
    ~Plane() = default;

    // Afterwards the content is undefined but for the padding. Memory is kept for the next measure.
    void resize(std::size_t periods, std::size_t units);

    std::size_t periods() const { return m_periods; }
    std::size_t units() const { return m_units; }
    std::size_t stride() const { return m_stride; } // from one period to the next

    double* row(std::size_t t) { return m_values.get() + t * m_stride; }
    double const* row(std::size_t t) const { return m_values.get() + t * m_stride; }
    std::span<double> units_of(std::size_t t) { return {row(t), m_units}; }
    std::span<double const> units_of(std::size_t t) const { return {row(t), m_units}; }

private:
    struct Free {
        void operator()(double* values) const;
    };
    // NOLINTNEXTLINE(cppcoreguidelines-avoid-c-arrays,modernize-avoid-c-arrays): one that owns what it points at
    std::unique_ptr<double[], Free> m_values; // aligned to a vector
    std::size_t m_capacity = 0;
    std::size_t m_periods = 0;
    std::size_t m_units = 0;
    std::size_t m_stride = 0;
};

// Series of any length as the units of a plane, each from the first period on.
Plane plane_of(std::span<std::vector<double> const> series);

} // namespace rodtrad::study
