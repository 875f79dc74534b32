#include "study/methods/runs.hpp"

#include "study/methods/distributions.hpp"
#include "study/methods/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rodtrad::study {

Answer<Runs> runs_about_median(std::span<double const> values) {
    if (values.empty()) return NoAnswer::no_data;
    Runs runs;
    std::vector<double> work(values.begin(), values.end());
    runs.median = median_of(work);

    bool was_above = false;
    std::size_t length = 0;
    for (auto const value : values) {
        if (value == runs.median) continue;
        auto const is_above = value > runs.median;
        if (runs.useful > 0 && is_above != was_above) {
            ++runs.crossings;
            length = 0;
        }
        was_above = is_above;
        ++runs.useful;
        runs.longest = std::max(runs.longest, ++length);
    }
    if (runs.useful == 0) return runs;

    auto const useful = static_cast<double>(runs.useful);
    runs.longest_usual = static_cast<std::size_t>(std::nearbyint(std::log2(useful))) + 3;
    runs.fewest_crossings = static_cast<std::size_t>(binomial_quantile(0.05, useful - 1, 0.5));
    return runs;
}

} // namespace rodtrad::study
