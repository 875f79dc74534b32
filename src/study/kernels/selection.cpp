#include "study/kernels/selection.hpp"

#include "study/kernels/row_medians.hpp"
#include "study/methods/numbers.hpp"

#include <cassert>
#include <vector>

namespace rodtrad::study {

namespace {

using RowMedians = void (*)(double const*, std::size_t, std::size_t, double*, double*);

RowMedians row_medians_of_this_processor() {
    switch (this_processor()) {
    case Processor::avx512:
        return row_medians<Processor::avx512>;
    case Processor::avx2:
        return row_medians<Processor::avx2>;
    case Processor::any:
        break;
    }
    return row_medians<Processor::any>;
}

} // namespace

void medians_along_time(Plane const& plane, std::size_t from, std::size_t end, double* medians) {
    assert(from <= end && end <= plane.periods());
    auto const medians_of = row_medians_of_this_processor();
    std::vector<double> sorted((end - from) * row_medians_units);
    for (std::size_t unit = 0; unit < plane.stride(); unit += row_medians_units)
        medians_of(plane.row(from) + unit, plane.stride(), end - from, sorted.data(), medians + unit);
}

double median_of_many(std::span<double> values) { return median_of(values); }

} // namespace rodtrad::study
