#include "study/kernels/comovement_sweep.hpp"

#include "study/kernels/comovement_rows.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rodtrad::study {

namespace {

double sum_of_column(double const* sums) { return std::accumulate(sums, sums + comovement_units, 0.0); }

Comovement comovement_of(double const* sums) {
    auto const squares = sum_of_column(sums + 2 * comovement_units) * sum_of_column(sums + 3 * comovement_units);
    auto const products = sum_of_column(sums + comovement_units);
    return {sum_of_column(sums), squares > 0 ? std::clamp(products / std::sqrt(squares), -1.0, 1.0) : 0};
}

} // namespace

std::vector<Comovement> comovement_sweep(std::span<Plane const> members, std::size_t end, double most,
                                         Processor processor) {
    std::vector<Comovement> pairs(members.size() * (members.size() - 1) / 2);
    if (end < 2) return pairs;
    std::vector<double const*> figures;
    for (auto const& plane : members) figures.push_back(plane.row(0));
    std::vector<double> changes(members.size() * (end - 1) * comovement_units);
    constexpr auto sums_of_pair = comovement_sums * comovement_units;
    std::vector<double> sums(pairs.size() * sums_of_pair);
    ComovementTask const task{figures.data(), figures.size(), members.front().stride(), end, most,
                              changes.data(), sums.data()};
    switch (processor) {
    case Processor::avx512:
        comovement_rows<Processor::avx512>(task);
        break;
    case Processor::avx2:
        comovement_rows<Processor::avx2>(task);
        break;
    case Processor::any:
        comovement_rows<Processor::any>(task);
        break;
    }
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) pairs[pair] = comovement_of(&sums[pair * sums_of_pair]);
    return pairs;
}

} // namespace rodtrad::study
