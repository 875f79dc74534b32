#include "study/kernels/extent_sweep.hpp"

namespace rodtrad::study {

namespace {

[[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
void take_row(double const* row, std::size_t units, std::int64_t t, std::int64_t* points, std::int64_t* last_time) {
    for (std::size_t u = 0; u < units; ++u) {
        points[u] += row[u] == row[u] ? 1 : 0;
        last_time[u] = row[u] == row[u] ? t : last_time[u];
    }
}

} // namespace

void extent_sweep(Plane const& plane, std::size_t end, Extents& extents) {
    extents.points.assign(plane.stride(), 0);
    extents.last_time.assign(plane.stride(), Extents::never);
    for (std::size_t t = 0; t < end; ++t)
        take_row(plane.row(t), plane.stride(), static_cast<std::int64_t>(t), extents.points.data(),
                 extents.last_time.data());
}

} // namespace rodtrad::study
