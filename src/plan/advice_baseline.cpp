#include "base/message.hpp"
#include "plan/advice_rules.hpp"

namespace rodtrad::plan {

namespace {

using base::message;

// Whether the goal's first unit has ever had a figure of the measure, for everyone.
bool has_figure(AdviceGround const& ground, domain::Goal const& goal, std::string_view code) {
    auto const measure = ground.data.find_measure(code);
    auto const group = ground.data.find_group(domain::total_group);
    auto const unit = goal.units.empty() ? std::nullopt : ground.data.find_unit(goal.units.front());
    if (!measure || !group || !unit) return false;
    auto const& cube = ground.data.measures[*measure].cube;
    if (!cube) return false;
    auto const slot = cube->slot_of(*group);
    if (!slot) return false;
    for (std::size_t t = 0; t < cube->periods(); ++t)
        if (study::has_value(cube->cell(cube->at(*slot, t, *unit)))) return true;
    return false;
}

// To stay above or below a limit takes no place to start from.
bool lacks_baseline(AdviceGround const& ground, domain::Goal const& goal, domain::KeyResult const& key_result) {
    return !key_result.is_withdrawn && key_result.kind != domain::KeyResultKind::milestone &&
           key_result.aim == domain::Aim::reach && key_result.target && !key_result.baseline &&
           !has_figure(ground, goal, key_result.measure);
}

void advise(AdviceGround const& ground, domain::Goal const& goal, std::vector<Advice>& advice) {
    for (auto const* key_result : ground.plan.key_results_of(goal.id))
        if (lacks_baseline(ground, goal, *key_result))
            advice.push_back({AdviceRule::target_without_baseline,
                              &goal,
                              message("The key result \"{0}\" has a target, but not where it starts from."),
                              {key_result->title}});
    for (auto const& code : goal.measures) {
        auto const measure = ground.data.find_measure(code);
        if (measure && !ground.data.measures[*measure].targets.empty() && !has_figure(ground, goal, code))
            advice.push_back({AdviceRule::target_without_baseline,
                              &goal,
                              message("The measure \"{0}\" has a target, but the unit has no figure yet."),
                              {ground.data.measures[*measure].measure.title}});
    }
}

} // namespace

constinit Rule const target_without_baseline{
    .rule = AdviceRule::target_without_baseline,
    .words = {message("A target without a starting point"),
              message("Without knowing where one starts, nobody can say how far there is to go, whether the target is "
                      "bold or already met, or whether anything has moved."),
              message("Measure the present before deciding how far to go. If that takes time: make the first figure a "
                      "milestone.")},
    .on_goal = advise,
};

} // namespace rodtrad::plan
