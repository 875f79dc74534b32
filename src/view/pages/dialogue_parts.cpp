#include "view/pages/dialogue_parts.hpp"

#include "view/format.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/parts.hpp"

#include <array>
#include <utility>

namespace rodtrad::view::pages {

GoalPlace goal_place(domain::Goal const& goal, study::Dataset const& data) {
    GoalPlace place{.id = goal.id, .title = goal.title};
    if (goal.units.empty()) return place;
    place.unit = goal.units.front();
    auto const unit = data.find_unit(place.unit);
    place.unit_name = unit ? data.units[*unit].unit.name : place.unit;
    return place;
}

void begin_goal_page(Html& h, Context const& context, GoalPlace const& goal, std::string_view title) {
    std::vector<Link> way;
    if (!goal.unit.empty()) way.push_back({goal.unit_name, unit_url(goal.unit)});
    way.push_back({goal.title, goal_url(goal.id)});
    way.push_back({std::string{title}, goal_url(goal.id)});
    write_thread(h, way, LastStep::is_here, context.language);
    h.h1(title);
}

void write_words(Html& h, std::string_view text) { h.p(class_("words"), text); }

void write_words(Html& h, std::string_view lead, std::string_view text) {
    if (text.empty()) return;
    h.p(class_("words"), [&] {
        h.b(lead);
        h.text(" ");
        h.text(text);
    });
}

void write_who(Html& h, Context const& context, base::Instant at, std::string_view name, std::string_view more) {
    h.p(class_("who"), [&] {
        h.time(datetime(base::to_text(at)), date(context.language, at));
        h.text(" · ");
        h.span(class_("name"), name);
        if (more.empty()) return;
        h.text(" · ");
        h.text(more);
    });
}

void write_said(Html& h, Context const& context, std::span<CommentView const> comments) {
    if (comments.empty()) return;
    auto const& language = context.language;
    h.ol(class_("talk"), [&] {
        for (auto const& comment : comments)
            h.li(id("kommentar-" + std::to_string(comment.id.value())), [&] {
                write_who(h, context, comment.at, comment.name);
                if (comment.is_withdrawn) {
                    h.p(class_("quiet"), language.tr("Withdrawn by its author."));
                    return;
                }
                write_words(h, comment.text);
                if (comment.is_mine)
                    h.p(class_("of"),
                        [&] { h.a(href(comment_url(comment.goal, comment.id)), language.tr("Edit or withdraw")); });
            });
    });
}

void write_comment_form(Html& h, Context const& context, CommentForm const& form,
                        std::span<std::string const> mentionable, Filled const& filled) {
    auto const& language = context.language;
    auto const draft = "comment-" + std::to_string(form.goal.value()) + "-" + std::string{base::name_of(form.about)} +
                       "-" + std::to_string(form.subject);
    write_form(h, context, comments_url(form.goal), {.draft = draft}, [&] {
        hidden_field(h, "about", base::name_of(form.about));
        hidden_field(h, "subject", std::to_string(form.subject));
        area_field(h, filled, {.name = "text", .label = form.label, .hint = form.hint, .required = Required::yes}, 3);
        if (!mentionable.empty() || !filled.problem("to").empty()) {
            std::vector<Choice> names;
            for (auto const& name : mentionable) names.push_back({name, {}});
            suggested_field(h, filled,
                            {.name = "to",
                             .label = language.tr("To someone in particular"),
                             .hint = language.tr("May be left empty. You can also write @ and a name in the text.")},
                            names);
        }
        submit_button(h, form.button, Weight::quiet);
    });
}

std::string_view confidence_words(int confidence, Language const& language) {
    constexpr std::array words{
        message("we will not get there as it is now"),
        message("we doubt it"),
        message("it could go either way"),
        message("we think so"),
        message("we are sure"),
    };
    return confidence < 1 || confidence > 5 ? std::string_view{}
                                            : language.tr(words[static_cast<std::size_t>(confidence - 1)]);
}

std::string_view state_name(domain::ActivityState state, Language const& language) {
    switch (state) {
    case domain::ActivityState::planned:
        return language.trc("activity", "Planned");
    case domain::ActivityState::under_way:
        return language.trc("activity", "Under way");
    case domain::ActivityState::blocked:
        return language.trc("activity", "Blocked");
    case domain::ActivityState::done:
        return language.trc("activity", "Done");
    case domain::ActivityState::dropped:
        break;
    }
    return language.trc("activity", "Dropped");
}

std::string_view state_name(domain::ProposalState state, Language const& language) {
    switch (state) {
    case domain::ProposalState::open:
        return language.trc("proposal", "Waits for an answer");
    case domain::ProposalState::accepted:
        return language.trc("proposal", "Accepted");
    case domain::ProposalState::declined:
        break;
    }
    return language.trc("proposal", "Declined");
}

std::string_view kind_name(domain::ProposalKind kind, Language const& language) {
    switch (kind) {
    case domain::ProposalKind::behaviour:
        return language.trc("proposal", "A behaviour");
    case domain::ProposalKind::wording:
        return language.trc("proposal", "The wording of the goal");
    case domain::ProposalKind::key_result:
        return language.trc("proposal", "A key result");
    case domain::ProposalKind::activity:
        return language.trc("proposal", "Something to do");
    case domain::ProposalKind::other:
        break;
    }
    return language.trc("proposal", "Something else");
}

void write_meanwhile(Html& h, Context const& context, std::string_view typed, std::string_view standing) {
    if (typed == standing) return;
    h.p(class_("meanwhile"), [&] {
        h.b(context.language.tr("Now it says:"));
        h.text(" ");
        h.text(standing.empty() ? context.language.tr("nothing") : standing);
    });
}

} // namespace rodtrad::view::pages
