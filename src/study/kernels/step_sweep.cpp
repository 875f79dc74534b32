#include "study/kernels/step_sweep.hpp"

namespace rodtrad::study {

void step_sweep(Plane const& plane, std::size_t end, StepSums& sums, Processor processor) {
    StepRows to{};
    auto const column = [&](std::vector<double>& values) {
        values.resize(plane.stride());
        return values.data();
    };
    to.points = column(sums.points);
    for (std::size_t k = 0; k < longest_step; ++k) {
        to.before[k] = column(sums.before[k]);
        to.variance[k] = column(sums.variance[k]);
        to.after[k] = column(sums.after[k]);
    }
    to.correlation = column(sums.correlation);
    to.squares = column(sums.squares);
    switch (processor) {
    case Processor::avx512:
        return step_rows<Processor::avx512>(plane.row(0), plane.stride(), plane.units(), end, to);
    case Processor::avx2:
        return step_rows<Processor::avx2>(plane.row(0), plane.stride(), plane.units(), end, to);
    case Processor::any:
        return step_rows<Processor::any>(plane.row(0), plane.stride(), plane.units(), end, to);
    }
}

} // namespace rodtrad::study
