#include "study/kernels/extent_sweep.hpp"

namespace rodtrad::study {

namespace {

[[gnu::always_inline]] inline void sweep(Plane const& plane, std::size_t end, Extents& extents) {
    for (std::size_t unit = 0; unit < plane.units(); unit += lane_count) {
        LaneMask points{};
        LaneMask last = LaneMask{} + Extents::never;
        for (std::size_t t = 0; t < end; ++t) {
            auto const x = load(plane.row(t) + unit);
            LaneMask const is_there = x == x;
            points -= is_there;
            last = is_there ? LaneMask{} + static_cast<std::int64_t>(t) : last;
        }
        std::memcpy(&extents.points[unit], &points, sizeof points);
        std::memcpy(&extents.last_time[unit], &last, sizeof last);
    }
}

[[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
void dispatch(Plane const& plane, std::size_t end, Extents& extents) {
    sweep(plane, end, extents);
}

} // namespace

void extent_sweep(Plane const& plane, std::size_t end, Extents& extents) {
    extents.points.resize(plane.stride());
    extents.last_time.resize(plane.stride());
    dispatch(plane, end, extents);
}

} // namespace rodtrad::study
