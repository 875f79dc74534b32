#include "study/parallel.hpp"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace rodtrad::study {

void for_each_in_parallel(std::size_t count, int threads, std::function<void(std::size_t)> const& work) {
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::exception_ptr failure;
    auto const run = [&] {
        try {
            for (auto i = next++; i < count; i = next++) work(i);
        } catch (...) {
            next = count;
            std::lock_guard const lock{mutex};
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < threads; ++i) helpers.emplace_back(run);
        run();
    }
    if (failure) std::rethrow_exception(failure);
}

} // namespace rodtrad::study
