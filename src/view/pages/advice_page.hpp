#pragma once

#include "base/fields.hpp"
#include "plan/advice.hpp"
#include "view/pages/context.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

// Advice on how the plan is made: what, why, and how to mend it.
namespace rodtrad::view::pages {

struct AdviceRow {
    Link about;        // the goal, the unit or the measure
    std::string where; // name of the unit that carries it
    std::string what;  // a sentence

    static constexpr auto fields() {
        return std::tuple{base::Field{"about", &AdviceRow::about}, base::Field{"where", &AdviceRow::where},
                          base::Field{"what", &AdviceRow::what}};
    }
};

struct AdviceGroup {
    plan::AdviceRule rule = plan::AdviceRule::too_many_goals;
    std::size_t count = 0;
    std::vector<AdviceRow> rows; // the first, or all where the rule was asked for

    static constexpr auto fields() {
        return std::tuple{base::Field{"rule", &AdviceGroup::rule}, base::Field{"count", &AdviceGroup::count},
                          base::Field{"rows", &AdviceGroup::rows}};
    }
};

struct AdviceQuestion {
    std::string unit;                     // code of the branch; empty: everything
    std::optional<plan::AdviceRule> rule; // only of this one, a page at a time
    std::size_t page = 1;
    bool operator==(AdviceQuestion const&) const = default;
};
Url advice_url(AdviceQuestion const& question); // /rad?enhet=U&regel=goal_is_activity&sida=2

struct AdviceView {
    AdviceQuestion question;
    std::string unit_name;
    std::size_t count = 0;
    bool has_goals = false; // there is something to advise on
    std::vector<AdviceGroup> groups;
    std::size_t pages = 1;

    static constexpr auto fields() {
        return std::tuple{base::Field{"unit", &AdviceView::unit_name}, base::Field{"count", &AdviceView::count},
                          base::Field{"groups", &AdviceView::groups}, base::Field{"pages", &AdviceView::pages}};
    }
};
AdviceView advice_view(plan::Plan const& plan, study::Dataset const& data, base::Date day, AdviceQuestion question,
                       Language const& language);
std::string advice_page(AdviceView const& view, Context const& context);

// A piece of advice as a sentence.
std::string advice_sentence(plan::Advice const& advice, Language const& language);

} // namespace rodtrad::view::pages
