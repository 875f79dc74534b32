#include "study/methods/quartile.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

namespace {

QuartileColour colour_of(int quartile) {
    if (quartile == 1) return QuartileColour::green;
    return quartile == 4 ? QuartileColour::red : QuartileColour::yellow;
}

} // namespace

std::string_view to_text(QuartileColour colour) {
    switch (colour) {
    case QuartileColour::green:
        return "green";
    case QuartileColour::yellow:
        return "yellow";
    case QuartileColour::red:
        return "red";
    case QuartileColour::grey:
        return "grey";
    }
    return "";
}

std::vector<QuartilePlace> quartiles(std::span<std::optional<double> const> values, Better better) {
    // The best first: what is better when lower is turned round.
    auto const goodness = [&](double value) { return better == Better::higher ? -value : value; };
    std::vector<double> sorted;
    for (auto const& value : values)
        if (value) sorted.push_back(goodness(*value));
    std::ranges::sort(sorted);

    std::vector<QuartilePlace> places(values.size());
    if (sorted.size() < 4 || sorted.front() == sorted.back()) return places;
    auto const n = static_cast<double>(sorted.size());
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (!values[at]) continue;
        auto const better_ones = std::ranges::lower_bound(sorted, goodness(*values[at])) - sorted.begin();
        auto const rank = static_cast<double>(better_ones) + 1;
        // As phe_quantile cuts: groups that cannot be equally large are larger in the middle.
        auto const quartile = std::max(1, static_cast<int>(5 - std::ceil((n + 1 - rank) / (n / 4))));
        places[at] = {quartile, colour_of(quartile)};
    }
    return places;
}

} // namespace rodtrad::study
