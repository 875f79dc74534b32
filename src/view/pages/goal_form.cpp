#include "view/pages/goal_form.hpp"

#include "domain/text_lengths.hpp"
#include "plan/goal_life.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_alterations.hpp"
#include "view/pages/goal_choices.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/person_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace rodtrad::view::pages {

namespace {

using domain::Goal;

std::string number(auto id) { return id ? std::to_string(id->value()) : std::string{}; }

// As it is typed: by name where only one has it.
std::string typed_owner(std::optional<domain::PersonId> owner, plan::Plan const& plan) {
    auto const* person = owner ? plan.people.find(*owner) : nullptr;
    if (person == nullptr) return {};
    auto const namesakes = std::ranges::count_if(
        plan.people, [&](domain::Person const& other) { return other.is_active && other.name == person->name; });
    return namesakes == 1 ? person->name : person->user_name;
}
std::string typed_units(std::vector<std::string> const& codes, study::Dataset const& data) {
    std::string lines;
    for (std::size_t at = 1; at < codes.size(); ++at) {
        auto const name = unit_name(codes[at], data);
        auto const namesakes =
            std::ranges::count_if(data.units, [&](study::UnitNode const& node) { return node.unit.name == name; });
        lines += (lines.empty() ? "" : "\n") + (namesakes == 1 ? name : codes[at]);
    }
    return lines;
}

// What the values of a field are called where they are chosen from a list.
std::string as_shown(std::vector<std::string_view> const& values, std::vector<Choice> const& choices) {
    std::string shown;
    for (auto const value : values) {
        auto const choice = std::ranges::find(choices, value, &Choice::value);
        std::string_view text = choice == choices.end() ? value : std::string_view{choice->text};
        while (text.starts_with(indent)) text.remove_prefix(indent.size());
        shown.append(shown.empty() ? "" : ", ").append(text);
    }
    return shown;
}

std::vector<std::string_view> measures_in(Filled const& filled) {
    std::vector<std::string_view> values;
    for (std::size_t at = 0; at < longest_measure_list; ++at)
        if (auto const value = filled.value(fmt::format("measures.{}", at)); !value.empty()) values.push_back(value);
    return values;
}

void find_differences(GoalFormView& view, Filled const& typed, Filled const& standing, Language const& language) {
    auto const compare = [&](std::string_view field, std::vector<std::string_view> mine,
                             std::vector<std::string_view> theirs, std::vector<Choice> const& choices) {
        std::erase(mine, std::string_view{});
        std::erase(theirs, std::string_view{});
        if (std::set(mine.begin(), mine.end()) == std::set(theirs.begin(), theirs.end())) return;
        view.differences.push_back(
            {std::string{field_name(field, language)}, as_shown(mine, choices), as_shown(theirs, choices)});
    };
    auto const in_both = [&](std::string_view name, std::string_view field, std::vector<Choice> const& choices) {
        compare(field, typed.values(name), standing.values(name), choices);
    };
    in_both("kind", "kind", view.kinds);
    in_both("level", "level", view.levels);
    in_both("title", "title", {});
    in_both("description", "description", {});
    in_both("unit", "units", view.units);
    in_both("shared", "shared", {});
    in_both("owner", "owner", {});
    in_both("cycle", "cycle", view.cycles);
    if (typed.value("cycle") == "own") {
        in_both("begins", "begins", {});
        in_both("ends", "ends", {});
    }
    in_both("supports", "supports", view.upward);
    in_both("perspective", "perspective", view.perspectives);
    in_both("factor", "factor", view.factors);
    compare("measures", measures_in(typed), measures_in(standing), view.measures);
    in_both("rhythm", "rhythm", view.rhythms);
}

void write_what(Html& h, GoalFormView const& view, Filled const& filled, Language const& language) {
    text_field(h, filled,
               {.name = "title",
                .label = language.tr("The goal, in one sentence"),
                .hint = language.tr("What is to be true, not what is to be done: “Every pupil gets support in time”."),
                .required = Required::yes,
                .autocomplete = {},
                .longest = domain::longest_line});
    area_field(h, filled,
               {.name = "description",
                .label = language.tr("What it means"),
                .hint = language.tr("For whom, and how one can tell. May be left out."),
                .required = Required::no,
                .autocomplete = {},
                .longest = domain::longest_text});
    radio_field(h, filled, {.name = "kind", .label = language.tr("Kind of goal")}, view.kinds);
    radio_field(h, filled, {.name = "level", .label = language.tr("Level")}, view.levels);
}

void write_who(Html& h, GoalFormView const& view, Filled const& filled, Language const& language) {
    select_field(h, filled,
                 {.name = "unit", .label = language.tr("Unit that carries it"), .hint = {}, .required = Required::yes},
                 view.units);
    area_field(h, filled,
               {.name = "shared",
                .label = language.tr("Shared with"),
                .hint = language.tr("Other units that carry it too: one a line, by name or code.")},
               2);
    suggested_field(
        h, filled,
        {.name = "owner",
         .label = language.tr("Goal owner"),
         .hint = language.tr("A person who answers for it, by name. A goal without one is shown as a gap.")},
        view.owners);
}

void write_when(Html& h, GoalFormView const& view, Filled const& filled, Language const& language) {
    select_field(h, filled, {.name = "cycle", .label = language.tr("Cycle")}, view.cycles);
    h.div(class_("side-by-side"), [&] {
        date_field(
            h, filled,
            {.name = "begins", .label = language.tr("First day"), .hint = language.tr("Only for dates of its own.")});
        date_field(
            h, filled,
            {.name = "ends", .label = language.tr("Last day"), .hint = language.tr("Only for dates of its own.")});
    });
    select_field(h, filled, {.name = "rhythm", .label = language.tr("Check-ins")}, view.rhythms);
}

void write_where_to(Html& h, GoalFormView const& view, Filled const& filled, Language const& language) {
    if (view.upward.empty())
        h.p(class_("hint"),
            language.tr("There is nothing above the unit to support yet: no vision, strategy or goal."));
    else
        checkboxes_field(
            h, filled,
            {.name = "supports",
             .label = language.tr("What it supports"),
             .hint = language.tr("The thread upward, so that everyone sees why. Without any it is shown as broken.")},
            view.upward);
    if (view.perspectives.size() > 1) {
        select_field(h, filled, {.name = "perspective", .label = language.tr("Perspective")}, view.perspectives);
        select_field(h, filled, {.name = "factor", .label = language.tr("Success factor")}, view.factors);
    }
    for (std::size_t at = 0; at < view.measure_fields; ++at) {
        auto const name = fmt::format("measures.{}", at);
        auto const label = language.tr("Measure {0}", std::to_string(at + 1));
        select_field(h, filled, {.name = name, .label = label}, view.measures);
    }
}

void write_fields(Html& h, std::string_view heading, auto const& contents) {
    h.fieldset(class_("form-part"), [&] {
        h.legend(heading);
        contents();
    });
}

std::string heading_of(GoalFormView const& view, Language const& language) {
    switch (view.use) {
    case GoalFormUse::is_new:
        return std::string{language.tr("New goal")};
    case GoalFormUse::edits_draft:
        return language.tr("Edit “{0}”", view.title);
    case GoalFormUse::adjusts:
        break;
    }
    return language.tr("Adjust “{0}”", view.title);
}

} // namespace

GoalFormView goal_form_view(plan::Plan const& plan, study::Dataset const& data, Goal const* goal, std::string_view unit,
                            Filled const* filled, base::Date today, Language const& language) {
    auto const at = data.find_unit(unit).value();
    GoalFormView view;
    view.unit = unit;
    if (goal != nullptr) {
        view.use = plan::is_unsettled(plan::state_on(*goal, today)) ? GoalFormUse::edits_draft : GoalFormUse::adjusts;
        view.goal = goal->id;
        view.title = goal->title;
        view.version = goal->version;
    }
    auto const named = goal == nullptr ? std::vector<std::string>{} : goal->measures;
    view.kinds = goal_kind_choices(language);
    view.levels = goal_level_choices(language);
    view.units = unit_choices(data, today);
    view.owners = owner_choices(plan, data, at, today, language);
    view.cycles = cycle_choices(goal, today, language);
    view.upward = upward_choices(plan, data, goal, at, today, language);
    view.perspectives = perspective_choices(plan, data, at, language);
    view.factors = factor_choices(plan, data, at, language);
    view.measures = measure_choices(data, at, named, language.tr("No measure"), language);
    view.rhythms = rhythm_choices(language);
    view.measure_fields = std::min(longest_measure_list, std::max(view.measure_fields, named.size() + 2));
    if (goal == nullptr || filled == nullptr || filled->value("version") == std::to_string(goal->version)) return view;
    find_differences(view, *filled, filled_of(*goal, plan, data), language);
    return view;
}

Filled filled_of(Goal const& goal, plan::Plan const& plan, study::Dataset const& data) {
    auto const period = cycle_period(goal);
    Filled::Values values{{"kind", std::string{base::name_of(goal.kind)}},
                          {"level", std::string{base::name_of(goal.level)}},
                          {"title", goal.title},
                          {"description", goal.description},
                          {"unit", goal.units.empty() ? std::string{} : goal.units.front()},
                          {"shared", typed_units(goal.units, data)},
                          {"owner", typed_owner(goal.owner, plan)},
                          {"cycle", period ? period->text() : std::string{"own"}},
                          {"begins", period ? std::string{} : base::to_text(goal.begins)},
                          {"ends", period ? std::string{} : base::to_text(goal.ends)},
                          {"perspective", number(goal.perspective)},
                          {"factor", number(goal.factor)},
                          {"rhythm", std::string{base::name_of(goal.rhythm)}}};
    for (auto const id : goal.supports) values.emplace_back("supports", value_of(id));
    for (auto const id : goal.supports_documents) values.emplace_back("supports", value_of(id));
    for (std::size_t at = 0; at < goal.measures.size(); ++at)
        values.emplace_back(fmt::format("measures.{}", at), goal.measures[at]);
    return Filled::standing(std::move(values));
}

void write_differences(Html& h, std::vector<FieldDifference> const& differences, Context const& context) {
    if (differences.empty()) return;
    auto const& language = context.language;
    auto const or_nothing = [&](std::string const& text) {
        return text.empty() ? std::string{language.tr("nothing")} : text;
    };
    h.section(class_("differences"), id("differences"), [&] {
        h.h2(language.tr("What differs from what stands now"));
        h.p(language.tr("What you wrote is in the form below. Change it to what should hold, and save."));
        h.div(class_("scroll"), tabindex(0), role("region"), aria_label(language.tr("What differs")), [&] {
            h.table([&] {
                h.thead([&] {
                    h.tr([&] {
                        for (auto const column :
                             {language.tr("Field"), language.tr("You wrote"), language.tr("Stands now")})
                            h.th(scope("col"), column);
                    });
                });
                h.tbody([&] {
                    for (auto const& difference : differences)
                        h.tr([&] {
                            h.th(scope("row"), difference.field);
                            h.td(or_nothing(difference.typed));
                            h.td(or_nothing(difference.standing));
                        });
                });
            });
        });
    });
}

std::string goal_form_page(GoalFormView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const heading = heading_of(view, language);
    auto const here = view.goal ? goal_form_url(*view.goal) : new_goal_url(view.unit);
    Frame const frame{heading, Section::goals, here, {}};
    return whole_page(frame, context, [&](Html& h) {
        h.h1(heading);
        if (view.use == GoalFormUse::adjusts)
            h.p(class_("lede"),
                language.tr("The goal is decided. What it said before stays readable, with your reason."));
        write_problems(h, context, filled);
        write_differences(h, view.differences, context);
        auto const draft = view.goal ? "goal-" + number(view.goal) : std::string{"goal-new"};
        write_form(h, context, here, {.draft = draft}, [&] {
            hidden_field(h, "version", std::to_string(view.version));
            write_fields(h, language.tr("What"), [&] { write_what(h, view, filled, language); });
            write_fields(h, language.tr("Who"), [&] { write_who(h, view, filled, language); });
            write_fields(h, language.tr("When"), [&] { write_when(h, view, filled, language); });
            write_fields(h, language.tr("Why, and how one can tell"),
                         [&] { write_where_to(h, view, filled, language); });
            if (view.use == GoalFormUse::adjusts)
                area_field(h, filled,
                           {.name = "reason",
                            .label = language.tr("Why it is changed"),
                            .hint = {},
                            .required = Required::yes});
            submit_button(h, view.use == GoalFormUse::is_new ? language.tr("Save as a draft") : language.tr("Save"));
        });
    });
}

std::string goal_unit_page(std::vector<Choice> const& units, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    Frame const frame{std::string{language.tr("New goal")}, Section::goals, new_goal_url(), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.h1(language.tr("New goal"));
        h.p(class_("lede"), language.tr("Whose goal is it? What it can support depends on where it stands."));
        h.form(class_("form"), action(new_goal_url()), method("get"), [&] {
            select_field(h, filled, {.name = "enhet", .label = language.tr("Unit")}, units);
            submit_button(h, language.tr("Go on"));
        });
    });
}

} // namespace rodtrad::view::pages
