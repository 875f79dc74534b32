#include "study/children_alike.hpp"

#include "study/methods/heterogeneity.hpp"
#include "study/methods/numbers.hpp"

#include <cmath>
#include <vector>

namespace rodtrad::study {

double step_of(std::span<double const> values, std::size_t k) {
    return mean_of(values.last(k)) - mean_of(values.first(values.size() - k));
}

std::optional<double> p_children_alike(MeasureStudy const& study, SeriesTable const& levels, StepFamily const& tests,
                                       UnitIndex parent, std::size_t k) {
    std::vector<double> steps;
    std::vector<double> variances;
    auto const& units = study.data().units;
    for (auto child = parent.next(); child < units[parent].branch_end; child = units[child].branch_end) {
        if (tests.tested(child.value()) < k || levels.last_time(child) != levels.last_time(parent)) continue;
        auto const step = step_of(levels.values(child), k);
        auto const t = tests.t(child.value(), k);
        if (step == 0 || t == 0) continue; // its error cannot be told from these
        steps.push_back(step);
        variances.push_back(step / t * (step / t));
    }
    if (steps.empty()) return {};
    std::vector<double> const errors(steps.size(), std::sqrt(mean_of(variances)));
    if (auto const heterogeneity = mean_heterogeneity(steps, errors)) return heterogeneity->p;
    return {};
}

} // namespace rodtrad::study
