#pragma once

#include "base/fields.hpp"
#include "domain/goal.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

// The one form in which goals of every kind are written, edited while they are drafts, and adjusted.
namespace rodtrad::view::pages {

// What someone else wrote in a field while it was being filled in here.
struct FieldDifference {
    std::string field; // its label
    std::string typed;
    std::string standing;

    static constexpr auto fields() {
        return std::tuple{base::Field{"field", &FieldDifference::field}, base::Field{"typed", &FieldDifference::typed},
                          base::Field{"standing", &FieldDifference::standing}};
    }
};

inline constexpr std::size_t longest_measure_list = 12; // measures that the form has fields for

enum class GoalFormUse : std::uint8_t { is_new, edits_draft, adjusts };

struct GoalFormView {
    GoalFormUse use = GoalFormUse::is_new;
    std::optional<domain::GoalId> goal;
    std::string title; // of the goal as it stands
    std::int64_t version = 0;
    std::string unit; // code: whose choices are shown
    std::vector<Choice> kinds, levels, units, owners, cycles, upward, perspectives, factors, measures, rhythms;
    std::size_t measure_fields = 3;
    std::vector<FieldDifference> differences;
};
// `goal`: null for a new one. `unit`: code of one that there is. `filled`: what was typed, when the form is shown
// again; where it was typed on an earlier version of the goal, the view tells what differs.
GoalFormView goal_form_view(plan::Plan const& plan, study::Dataset const& data, domain::Goal const* goal,
                            std::string_view unit, Filled const* filled, base::Date today, Language const& language);

// The form as it stands when it is opened. A new one (id 0) has its unit and its dates.
Filled filled_of(domain::Goal const& goal, plan::Plan const& plan, study::Dataset const& data);

std::string goal_form_page(GoalFormView const& view, Filled const& filled, Context const& context);

// Before a new goal: whose it will be.
std::string goal_unit_page(std::vector<Choice> const& units, Filled const& filled, Context const& context);

// The differences, field by field; nothing where there are none.
void write_differences(Html& h, std::vector<FieldDifference> const& differences, Context const& context);

} // namespace rodtrad::view::pages
