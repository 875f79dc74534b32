#include "study/kernels/processor.hpp"

namespace rodtrad::study {

Processor this_processor() {
    static auto const processor = __builtin_cpu_supports("x86-64-v4")   ? Processor::avx512
                                  : __builtin_cpu_supports("x86-64-v3") ? Processor::avx2
                                                                        : Processor::any;
    return processor;
}

} // namespace rodtrad::study
