#pragma once

namespace rodtrad::study {

// A kernel in a file of its own is compiled once for each of these and chosen when the program runs: g++ makes scalar
// code of vectors that the processor in the command line does not have, [[gnu::target_clones]] or not.
enum class Processor { any, avx2, avx512 };

#if defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
inline constexpr auto compiled_for = Processor::avx512;
#elif defined(__AVX2__)
inline constexpr auto compiled_for = Processor::avx2;
#else
inline constexpr auto compiled_for = Processor::any;
#endif

// The best that this computer has. Kernels give the same bits on each.
Processor this_processor();

} // namespace rodtrad::study
