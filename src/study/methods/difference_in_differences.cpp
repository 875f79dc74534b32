#include "study/methods/difference_in_differences.hpp"

#include "study/methods/numbers.hpp"

#include <array>
#include <cmath>
#include <set>
#include <vector>

namespace rodtrad::study {

namespace {

std::optional<double> four_means(std::span<std::uint8_t const> treated, std::span<std::uint8_t const> post,
                                 std::span<double const> y) {
    std::array<std::vector<double>, 4> cells; // comparison before and after, treated before and after
    for (std::size_t row = 0; row < y.size(); ++row)
        cells.at(2U * (treated[row] != 0) + (post[row] != 0)).push_back(y[row]);
    for (auto const& cell : cells)
        if (cell.empty()) return {};
    auto const difference = (mean_of(cells[3]) - mean_of(cells[2])) - (mean_of(cells[1]) - mean_of(cells[0]));
    if (!std::isfinite(difference)) return {};
    return difference;
}

} // namespace

Answer<DifferenceInDifferences> difference_in_differences(PanelRows rows, std::span<std::uint8_t const> treated,
                                                          std::span<std::uint8_t const> post,
                                                          std::span<double const> y) {
    std::vector<double> is_in_force(y.size());
    for (std::size_t row = 0; row < y.size(); ++row) is_in_force[row] = treated[row] != 0 && post[row] != 0 ? 1 : 0;
    TwoWayPanel const panel{rows};
    auto const effect = two_way_effect(panel, is_in_force, y);
    if (!effect) return effect.reason();

    DifferenceInDifferences result{*effect, four_means(treated, post, y), 0, 0};
    std::set<std::uint32_t> of_treated;
    for (auto const row : panel.kept())
        if (treated[row] != 0) of_treated.insert(rows.units[row]);
    result.treated_units = of_treated.size();
    result.comparison_units = effect->units - of_treated.size();
    if (result.treated_units < 2 || result.comparison_units < 2) result.effect.inference = NoAnswer::too_few_units;
    return result;
}

} // namespace rodtrad::study
