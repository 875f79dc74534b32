#include "view/pages/goal_step_page.hpp"

#include "domain/text_lengths.hpp"
#include "view/pages/dialogue_parts.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_choices.hpp"
#include "view/pages/goal_words.hpp"

#include <fmt/format.h>

#include <string_view>

namespace rodtrad::view::pages {

namespace {

using domain::StepKind;

std::string_view what_it_means(StepKind step, Language const& language) {
    switch (step) {
    case StepKind::proposed:
        return language.tr("Whoever leads the unit is asked to adopt the goal, or to send it back with an answer.");
    case StepKind::sent_back:
        return language.tr("The goal becomes a draft again, and whoever proposed it reads why.");
    case StepKind::adopted:
        return language.tr("The goal is decided. It is under way from its first day.");
    case StepKind::begun:
        return language.tr("The goal is under way from today, before its first day.");
    case StepKind::paused:
        return language.tr("No check-ins are waited for until the goal is resumed.");
    case StepKind::resumed:
        return language.tr("The goal is under way again, and the next check-in is counted from today.");
    case StepKind::abandoned:
        return language.tr("The goal is given up. It can still be read, with your reason, but not be taken up again.");
    case StepKind::closed:
        return language.tr("The goal is over. What came of it, and what you learnt, remain for those who come after.");
    case StepKind::rolled:
        return language.tr("A draft is made for the next cycle, with the same wording, links, key results and "
                           "behaviours. Outcomes, check-ins and judgements stay here.");
    case StepKind::adjusted:
    case StepKind::created:
        break;
    }
    return {};
}

bool takes_reason(StepKind step) { return step != StepKind::rolled; }

bool must_have_reason(StepKind step) {
    return step == StepKind::sent_back || step == StepKind::paused || step == StepKind::abandoned;
}

void write_closing_fields(Html& h, Filled const& filled, Language const& language) {
    radio_field(h, filled,
                {.name = "verdict",
                 .label = language.tr("Did you reach the goal?"),
                 .hint = language.tr("Your judgement. It may be another than what is computed."),
                 .required = Required::yes},
                verdict_choices(language));
    area_field(h, filled,
               {.name = "reflection",
                .label = language.tr("What did you learn?"),
                .hint = language.tr("What made the difference, what would you do again, and what not?"),
                .required = Required::yes,
                .autocomplete = {},
                .longest = domain::longest_text},
               6);
}

} // namespace

std::string goal_step_page(domain::Goal const& goal, StepKind step, study::Dataset const& data, Filled const& filled,
                           Context const& context) {
    auto const& language = context.language;
    auto const url = goal_step_url(goal.id, step);
    return page_below_goal(url, step_action(step, language), goal_place(goal, data), context, [&](Html& h) {
        h.p(class_("lede"), what_it_means(step, language));
        write_problems(h, context, filled);
        write_form(h, context, url, {.draft = fmt::format("goal-{}-{}", goal.id.value(), word_of(step))}, [&] {
            hidden_field(h, "version", std::to_string(goal.version));
            if (step == StepKind::closed)
                write_closing_fields(h, filled, language);
            else if (takes_reason(step))
                area_field(h, filled,
                           {.name = "reason",
                            .label = must_have_reason(step) ? language.tr("Why") : language.tr("Why (may be left out)"),
                            .hint = {},
                            .required = must_have_reason(step) ? Required::yes : Required::no,
                            .autocomplete = {},
                            .longest = domain::longest_text});
            submit_button(h, step_action(step, language));
        });
    });
}

std::string judge_page(domain::Goal const& goal, study::Dataset const& data, Filled const& filled,
                       Context const& context) {
    auto const& language = context.language;
    auto const url = judge_url(goal.id);
    return page_below_goal(url, language.tr("Judge the goal"), goal_place(goal, data), context, [&](Html& h) {
        h.p(class_("lede"), language.tr("Figures do not say everything. Your judgement stands beside what is computed, "
                                        "with your reason, and the two may differ."));
        write_problems(h, context, filled);
        write_form(h, context, url, {.draft = fmt::format("goal-{}-judge", goal.id.value())}, [&] {
            radio_field(h, filled,
                        {.name = "verdict",
                         .label = language.tr("How do you judge it?"),
                         .hint = {},
                         .required = Required::yes},
                        verdict_choices(language));
            area_field(h, filled,
                       {.name = "reason",
                        .label = language.tr("Why"),
                        .hint = {},
                        .required = Required::yes,
                        .autocomplete = {},
                        .longest = domain::longest_text});
            submit_button(h, language.tr("Save the judgement"));
        });
    });
}

} // namespace rodtrad::view::pages
