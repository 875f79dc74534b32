#pragma once

#include "workload.hpp"

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace plain {

// Does `work` for each measure, on so many threads.
template <typename Work>
void for_each_measure(Workload const& workload, unsigned threads, Work work) {
    std::atomic<std::size_t> next = 0;
    auto const run = [&] {
        for (auto measure = next++; measure < workload.measures.size(); measure = next++) work(measure);
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back(run);
    run();
}

} // namespace plain
