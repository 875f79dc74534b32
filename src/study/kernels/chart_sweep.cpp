#include "study/kernels/chart_sweep.hpp"

#include "study/kernels/chart_rows.hpp"

namespace rodtrad::study {

void chart_sweep(Plane const& plane, std::size_t end, ChartSums& sums, Processor processor) {
    for (auto* column : {&sums.points, &sums.mean, &sums.range, &sums.cause}) column->resize(plane.stride());
    ChartRows const to{sums.points.data(), sums.mean.data(), sums.range.data(), sums.cause.data()};
    switch (processor) {
    case Processor::avx512:
        return chart_rows<Processor::avx512>(plane.row(0), plane.stride(), plane.units(), end, to);
    case Processor::avx2:
        return chart_rows<Processor::avx2>(plane.row(0), plane.stride(), plane.units(), end, to);
    case Processor::any:
        return chart_rows<Processor::any>(plane.row(0), plane.stride(), plane.units(), end, to);
    }
}

} // namespace rodtrad::study
