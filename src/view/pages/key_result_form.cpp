#include "view/pages/key_result_form.hpp"

#include "domain/text_lengths.hpp"
#include "plan/goal_life.hpp"
#include "view/pages/dialogue_parts.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_alterations.hpp"
#include "view/pages/goal_choices.hpp"
#include "view/pages/goal_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace rodtrad::view::pages {

namespace {

using domain::Aim;
using domain::Bound;
using domain::KeyResult;
using domain::KeyResultKind;

// The four plain forms, with and without the limit itself.
std::vector<Choice> form_choices(KeyResult const* standing, Language const& language) {
    struct Form {
        Aim aim;
        Bound bound;
        std::string_view text;
    };
    auto const forms = std::to_array<Form>({
        {Aim::reach, Bound::inclusive, language.tr("reaches the target")},
        {Aim::reach, Bound::exclusive, language.tr("passes the target")},
        {Aim::stay_above, Bound::inclusive, language.tr("is at least the target")},
        {Aim::stay_above, Bound::exclusive, language.tr("stays above the target")},
        {Aim::stay_below, Bound::inclusive, language.tr("is at most the target")},
        {Aim::stay_below, Bound::exclusive, language.tr("stays below the target")},
        {Aim::within, Bound::inclusive, language.tr("stays within two limits")},
        {Aim::within, Bound::exclusive, language.tr("stays between two limits, which do not count")},
    });
    std::vector<Choice> choices;
    for (auto const& form : forms) {
        bool const is_rare = form.bound == Bound::exclusive && (form.aim == Aim::reach || form.aim == Aim::within);
        bool const stands = standing != nullptr && standing->aim == form.aim && standing->bound == form.bound;
        if (!is_rare || stands)
            choices.push_back({.value = form_value(form.aim, form.bound), .text = std::string{form.text}});
    }
    return choices;
}

std::vector<Choice> kind_choices(Language const& language) {
    std::vector<Choice> choices;
    for (auto const& [kind, name] : names_of(KeyResultKind{}))
        choices.push_back({.value = std::string{name}, .text = std::string{key_result_kind_name(kind, language)}});
    return choices;
}

// To the last digit: what is saved unchanged must be the same.
std::string typed(std::optional<double> value, Language const& language) {
    if (!value) return {};
    auto text = fmt::format("{}", *value);
    if (auto const point = text.find('.'); point != text.npos) text.replace(point, 1, language.decimal_sign());
    return text;
}

constexpr auto plain_fields = std::to_array<std::string_view>(
    {"title", "unit_of_measure", "baseline", "target", "upper", "commit", "stretch", "due"});

void find_differences(KeyResultFormView& view, Filled const& typed, Filled const& standing, Language const& language) {
    auto const compare = [&](std::string_view name, std::string_view field, std::vector<Choice> const& choices) {
        auto const mine = typed.value(name);
        auto const theirs = standing.value(name);
        if (mine == theirs) return;
        auto const shown = [&](std::string_view value) {
            auto const choice = std::ranges::find(choices, value, &Choice::value);
            return choice == choices.end() ? std::string{value} : choice->text;
        };
        view.differences.push_back({std::string{field_name(field, language)}, shown(mine), shown(theirs)});
    };
    compare("kind", "kind", view.kinds);
    compare("form", "aim", view.forms);
    compare("measure", "measure", view.measures);
    for (auto const field : plain_fields) compare(field, field, {});
}

void write_reason(Html& h, bool takes_reason, Filled const& filled, Language const& language) {
    if (!takes_reason) return;
    area_field(h, filled,
               {.name = "reason",
                .label = language.tr("Why"),
                .hint = language.tr("The goal is decided: what it said before stays readable, with your reason."),
                .required = Required::yes,
                .autocomplete = {},
                .longest = domain::longest_text});
}

void write_figures(Html& h, KeyResultFormView const& view, Filled const& filled, Language const& language) {
    select_field(h, filled, {.name = "form", .label = language.tr("The figure …")}, view.forms);
    h.div(class_("side-by-side"), [&] {
        number_field(
            h, filled,
            {.name = "target", .label = language.tr("Target value"), .hint = language.tr("Of two limits: the lower.")});
        number_field(
            h, filled,
            {.name = "upper", .label = language.tr("Upper limit"), .hint = language.tr("Only of two limits.")});
        number_field(h, filled,
                     {.name = "baseline",
                      .label = language.tr("From"),
                      .hint = language.tr("Where it stands when the goal begins.")});
        text_field(h, filled,
                   {.name = "unit_of_measure",
                    .label = language.tr("Unit of measure"),
                    .hint = language.tr("“%”, “days”. A measure brings its own."),
                    .required = Required::no,
                    .autocomplete = {},
                    .longest = 40});
    });
    h.fieldset(class_("form-part"), [&] {
        h.legend(language.tr("Only of a ladder"));
        h.div(class_("side-by-side"), [&] {
            number_field(h, filled, {.name = "commit", .label = language.tr("Promised")});
            number_field(h, filled, {.name = "stretch", .label = language.tr("Hoped for")});
        });
    });
}

} // namespace

std::string form_value(Aim aim, Bound bound) { return fmt::format("{}.{}", base::name_of(aim), base::name_of(bound)); }

KeyResultFormView key_result_form_view(study::Dataset const& data, domain::Goal const& goal, KeyResult const* standing,
                                       Filled const* filled, base::Date today, Language const& language) {
    KeyResultFormView view{.goal = goal};
    if (standing != nullptr) {
        view.key_result = standing->id;
        view.version = standing->version;
    }
    view.takes_reason = !plan::is_unsettled(plan::state_on(goal, today));
    view.kinds = kind_choices(language);
    view.forms = form_choices(standing, language);
    auto const none = language.tr("No measure: values come with the check-ins");
    auto named = goal.measures;
    if (standing != nullptr) named.push_back(standing->measure);
    auto const unit = goal.units.empty() ? std::nullopt : data.find_unit(goal.units.front());
    if (unit)
        view.measures = measure_choices(data, *unit, named, none, language);
    else
        view.measures = {{.value = {}, .text = std::string{none}}};
    if (standing == nullptr || filled == nullptr || filled->value("version") == std::to_string(standing->version))
        return view;
    find_differences(view, *filled, filled_of(*standing, language), language);
    return view;
}

Filled filled_of(KeyResult const& key_result, Language const& language) {
    return Filled::standing({{"kind", std::string{base::name_of(key_result.kind)}},
                             {"title", key_result.title},
                             {"form", form_value(key_result.aim, key_result.bound)},
                             {"measure", key_result.measure},
                             {"unit_of_measure", key_result.unit_of_measure},
                             {"baseline", typed(key_result.baseline, language)},
                             {"target", typed(key_result.target, language)},
                             {"upper", typed(key_result.upper, language)},
                             {"commit", typed(key_result.commit, language)},
                             {"stretch", typed(key_result.stretch, language)},
                             {"due", key_result.due ? base::to_text(*key_result.due) : std::string{}}});
}

std::string key_result_form_page(KeyResultFormView const& view, study::Dataset const& data, Filled const& filled,
                                 Context const& context) {
    auto const& language = context.language;
    auto const url =
        view.key_result ? key_result_url(view.goal.id, *view.key_result) : new_key_result_url(view.goal.id);
    auto const heading = view.key_result ? language.tr("Change a key result") : language.tr("New key result");
    return page_below_goal(url, heading, goal_place(view.goal, data), context, [&](Html& h) {
        h.p(class_("lede"), language.tr("How one can tell that the goal is reached. Numbers are compared as they are: "
                                        "“below 1 %” is not met by 1.0."));
        write_problems(h, context, filled);
        write_differences(h, view.differences, context);
        auto const draft =
            fmt::format("goal-{}-key-result-{}", view.goal.id.value(), view.key_result ? view.key_result->value() : 0);
        write_form(h, context, url, {.draft = draft}, [&] {
            hidden_field(h, "version", std::to_string(view.version));
            text_field(h, filled,
                       {.name = "title",
                        .label = language.tr("What is measured, or done"),
                        .hint = language.tr("“Qualified for vocational programmes”; “Every year has support in maths”"),
                        .required = Required::yes,
                        .autocomplete = {},
                        .longest = domain::longest_line});
            radio_field(h, filled, {.name = "kind", .label = language.tr("What tells it")}, view.kinds);
            select_field(h, filled, {.name = "measure", .label = language.tr("Measure")}, view.measures);
            write_figures(h, view, filled, language);
            date_field(h, filled,
                       {.name = "due",
                        .label = language.tr("Due"),
                        .hint = language.tr("Where it is left out: the goal's last day.")});
            write_reason(h, view.takes_reason, filled, language);
            submit_button(h, language.tr("Save"));
        });
        if (view.key_result)
            h.p([&] {
                h.a(href(withdraw_url(view.goal.id, *view.key_result)), language.tr("Withdraw the key result"));
            });
    });
}

std::string withdraw_page(domain::Goal const& goal, KeyResult const& key_result, study::Dataset const& data,
                          bool takes_reason, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const url = withdraw_url(goal.id, key_result.id);
    return page_below_goal(url, language.tr("Withdraw a key result"), goal_place(goal, data), context, [&](Html& h) {
        h.p(class_("lede"),
            language.tr("“{0}” no longer counts. What has been said of it can still be read.", key_result.title));
        write_problems(h, context, filled);
        write_form(h, context, url, {}, [&] {
            write_reason(h, takes_reason, filled, language);
            submit_button(h, language.tr("Withdraw"));
        });
    });
}

} // namespace rodtrad::view::pages
