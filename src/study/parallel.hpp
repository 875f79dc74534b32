#pragma once

#include <cstddef>
#include <functional>

namespace rodtrad::study {

// Does `work` for 0 … count − 1, in no particular order, on so many threads. The work for one number must not touch
// what that of another does. An exception stops the rest and comes out here.
void for_each_in_parallel(std::size_t count, int threads, std::function<void(std::size_t)> const& work);

} // namespace rodtrad::study
