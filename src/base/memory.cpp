#include "base/memory.hpp"

#include <malloc.h>

namespace rodtrad::base {

void keep_freed_memory() {
    constexpr int largest_kept = 1 << 30;
    constexpr int taken_at_once = 1 << 26;
    mallopt(M_MMAP_THRESHOLD, largest_kept);
    mallopt(M_TRIM_THRESHOLD, largest_kept);
    mallopt(M_TOP_PAD, taken_at_once);
}

} // namespace rodtrad::base
