#include "view/pages/goal_choices.hpp"

#include "plan/goal_life.hpp"
#include "plan/perspectives_in_force.hpp"
#include "plan/valid.hpp"
#include "view/format.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/person_words.hpp"
#include "view/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace rodtrad::view::pages {

namespace {

using domain::Goal;

std::string number(std::int64_t id) { return std::to_string(id); }

std::vector<study::UnitIndex> from_the_top(study::Dataset const& data, study::UnitIndex unit) {
    std::vector<study::UnitIndex> way;
    for (std::optional at = unit; at; at = data.units[*at].parent) way.push_back(*at);
    std::ranges::reverse(way);
    return way;
}

bool is_choosable(Goal const& goal) { return plan::is_unsettled(goal.state) || plan::is_standing(goal.state); }

// Whether the goal is part of what would be supported: a circle has no top.
bool leads_up_to(plan::Plan const& plan, Goal const& from, domain::GoalId to) {
    std::vector waiting{from.id};
    std::set<domain::GoalId> seen;
    while (!waiting.empty()) {
        auto const id = waiting.back();
        waiting.pop_back();
        if (id == to) return true;
        auto const* goal = plan.goals.find(id);
        if (goal == nullptr || !seen.insert(id).second) continue;
        waiting.insert(waiting.end(), goal->supports.begin(), goal->supports.end());
    }
    return false;
}

std::string document_about(domain::SteeringDocument const& document, Language const& language) {
    return std::string{document.kind == domain::DocumentKind::vision ? language.tr("Vision") : language.tr("Strategy")};
}

bool has_figures(study::MeasureData const& measure, study::UnitIndex unit) {
    if (!measure.cube) return false;
    auto const& cube = *measure.cube;
    for (std::size_t t = cube.periods(); t-- > 0;)
        for (std::size_t slot = 0; slot < cube.groups().size(); ++slot)
            if (study::has_value(cube.cell(cube.at(slot, t, unit)))) return true;
    return false;
}

} // namespace

std::string value_of(domain::GoalId goal) { return "goal-" + number(goal.value()); }
std::string value_of(domain::DocumentId document) { return "document-" + number(document.value()); }

std::vector<Choice> unit_choices(study::Dataset const& data, base::Date day) {
    std::vector<Choice> choices;
    for (auto const& node : data.units) {
        if (!plan::is_valid(node.unit, day)) continue;
        std::string text;
        for (int step = 0; step < node.depth; ++step) text += indent;
        choices.push_back({.value = node.unit.code, .text = text + node.unit.name});
    }
    return choices;
}

std::vector<Choice> owner_choices(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                  base::Date day, Language const& language) {
    std::vector<study::UnitIndex> where = from_the_top(data, unit);
    for (auto below = unit.next(); below < data.units[unit].branch_end; below = below.next()) where.push_back(below);
    std::map<std::string, std::vector<domain::Person const*>> by_name;
    std::set<domain::PersonId> seen;
    for (auto const at : where)
        for (auto const* membership : plan.members_of(data.units[at].unit.code)) {
            auto const* person = plan.people.find(membership->person);
            if (person == nullptr || !person->is_active || !plan::is_valid(*membership, day)) continue;
            if (seen.insert(person->id).second) by_name[person->name].push_back(person);
        }
    std::vector<Choice> choices;
    for (auto const& [name, people] : by_name)
        for (auto const* person : people) {
            auto const about = what_is(*person, plan, data, day, language);
            choices.push_back(people.size() == 1
                                  ? Choice{.value = name, .text = about}
                                  : Choice{.value = person->user_name, .text = fmt::format("{}, {}", name, about)});
        }
    return choices;
}

std::vector<Choice> cycle_choices(Goal const* goal, base::Date today, Language const& language) {
    using domain::Period;
    using domain::Periodicity;
    auto const year = static_cast<int>(today.year());
    auto const month = static_cast<int>(unsigned{today.month()}) - 1;
    std::vector<Choice> choices;
    auto const last_year = Period::make(Periodicity::year, year - 1);
    auto const add = [&](Periodicity periodicity, std::string_view group, int how_many) {
        auto const months = 12 / domain::periods_per_year(periodicity);
        auto const first = Period::make(periodicity, year, month / months + 1);
        for (int step = 0; step < how_many; ++step)
            choices.push_back({.value = first.plus(step).text(),
                               .text = period_text(language, first.plus(step)),
                               .hint = {},
                               .group = std::string{group}});
    };
    add(Periodicity::year, language.tr("Year"), 4);
    add(Periodicity::tertial, language.tr("Tertial"), 4);
    add(Periodicity::quarter, language.tr("Quarter"), 6);
    choices.push_back({.value = last_year.text(),
                       .text = period_text(language, last_year),
                       .hint = {},
                       .group = std::string{language.tr("Last year")}});
    auto const own = goal == nullptr ? std::nullopt : cycle_period(*goal);
    if (own && std::ranges::find(choices, own->text(), &Choice::value) == choices.end())
        choices.insert(choices.begin(), {.value = own->text(), .text = period_text(language, *own)});
    choices.push_back({.value = "own", .text = std::string{language.tr("Dates of its own (say which below)")}});
    return choices;
}

std::vector<Choice> upward_choices(plan::Plan const& plan, study::Dataset const& data, Goal const* goal,
                                   study::UnitIndex unit, base::Date day, Language const& language) {
    std::vector<Choice> choices;
    std::set<std::string> seen;
    auto const add = [&](std::string value, std::string const& title, std::string about) {
        if (seen.insert(value).second)
            choices.push_back({.value = std::move(value), .text = title, .hint = std::move(about)});
    };
    auto const add_document = [&](domain::SteeringDocument const& document) {
        add(value_of(document.id), document.title,
            document_about(document, language) + ", " + unit_name(document.unit, data));
    };
    auto const add_goal = [&](Goal const& other) {
        add(value_of(other.id), other.title,
            (other.units.empty() ? std::string{} : unit_name(other.units.front(), data) + ", ") +
                cycle_text(other, language));
    };
    for (auto const at : from_the_top(data, unit)) {
        auto const& code = data.units[at].unit.code;
        for (auto const* document : plan.documents_of(code))
            if (plan::is_valid(*document, day) &&
                (document->kind == domain::DocumentKind::vision || document->kind == domain::DocumentKind::strategy))
                add_document(*document);
        for (auto const* other : plan.goals_of(code))
            if (is_choosable(*other) && (goal == nullptr || !leads_up_to(plan, *other, goal->id))) add_goal(*other);
    }
    if (goal == nullptr) return choices;
    for (auto const id : goal->supports_documents)
        if (auto const* document = plan.documents.find(id)) add_document(*document);
    for (auto const id : goal->supports)
        if (auto const* other = plan.goals.find(id)) add_goal(*other);
    return choices;
}

std::vector<Choice> perspective_choices(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                        Language const& language) {
    std::vector<Choice> choices{{.value = {}, .text = std::string{language.tr("No perspective")}}};
    for (auto const& perspective : plan::perspectives_in_force(plan, data, unit))
        if (perspective.id.value() != 0)
            choices.push_back({.value = number(perspective.id.value()),
                               .text = language.is_swedish() || perspective.name_en.empty() ? perspective.name
                                                                                            : perspective.name_en});
    return choices;
}

std::vector<Choice> factor_choices(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                   Language const& language) {
    std::vector<Choice> choices{{.value = {}, .text = std::string{language.tr("No success factor")}}};
    for (auto const& perspective : plan::perspectives_in_force(plan, data, unit))
        for (auto const at : from_the_top(data, unit))
            for (auto const* factor : plan.factors_of(data.units[at].unit.code))
                if (!factor->is_ended && factor->perspective == perspective.id)
                    choices.push_back({.value = number(factor->id.value()),
                                       .text = factor->name,
                                       .hint = {},
                                       .group = perspective.name});
    return choices;
}

std::vector<Choice> measure_choices(study::Dataset const& data, study::UnitIndex unit,
                                    std::vector<std::string> const& named, std::string_view none,
                                    Language const& language) {
    std::vector<Choice> choices;
    for (auto const& measure : data.measures) {
        auto const& of = measure.measure;
        if (!has_figures(measure, unit) && std::ranges::find(named, of.code) == named.end()) continue;
        choices.push_back({.value = of.code,
                           .text = std::string{measure_title(of, language)},
                           .hint = {},
                           .group = of.area.empty() ? std::string{language.tr("Other measures")} : of.area});
    }
    std::ranges::stable_sort(choices, {}, [](Choice const& choice) { return std::tie(choice.group, choice.text); });
    choices.insert(choices.begin(), {.value = {}, .text = std::string{none}});
    return choices;
}

std::vector<Choice> goal_kind_choices(Language const& language) {
    return {{.value = "scorecard",
             .text = std::string{kind_name(domain::GoalKind::scorecard, language)},
             .hint = std::string{language.tr("followed by measures with targets, in a perspective")}},
            {.value = "smart",
             .text = std::string{kind_name(domain::GoalKind::smart, language)},
             .hint = std::string{language.tr("specific, measurable, accepted, realistic, with an end")}},
            {.value = "okr",
             .text = std::string{kind_name(domain::GoalKind::okr, language)},
             .hint = std::string{language.tr("a direction that inspires, and a few figures that tell")}}};
}

std::vector<Choice> goal_level_choices(Language const& language) {
    return {{.value = "political",
             .text = std::string{level_name(domain::GoalLevel::political, language)},
             .hint = std::string{language.tr("adopted by an assembly or a board")}},
            {.value = "operational",
             .text = std::string{level_name(domain::GoalLevel::operational, language)},
             .hint = std::string{language.tr("set by those who run the operation")}}};
}

std::vector<Choice> rhythm_choices(Language const& language) {
    std::vector<Choice> choices;
    for (auto const& [rhythm, name] : names_of(domain::Rhythm{}))
        choices.push_back({.value = std::string{name}, .text = std::string{rhythm_name(rhythm, language)}});
    return choices;
}

std::vector<Choice> verdict_choices(Language const& language) {
    std::vector<Choice> choices;
    for (auto const& [verdict, name] : names_of(domain::Verdict{}))
        choices.push_back({.value = std::string{name}, .text = std::string{verdict_name(verdict, language)}});
    return choices;
}

} // namespace rodtrad::view::pages
