#pragma once

#include "base/fields.hpp"
#include "domain/behaviour.hpp"
#include "domain/dialogue.hpp"
#include "domain/goal.hpp"
#include "study/dataset.hpp"
#include "view/html.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/goal_dialogue.hpp"

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// What the pages about how a goal is lived share.
namespace rodtrad::view::pages {

// Which goal a page is about.
struct GoalPlace {
    domain::GoalId id;
    std::string title;
    std::string unit; // code of the first; may be empty
    std::string unit_name;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &GoalPlace::id}, base::Field{"title", &GoalPlace::title},
                          base::Field{"unit", &GoalPlace::unit}, base::Field{"unit_name", &GoalPlace::unit_name}};
    }
};
GoalPlace goal_place(domain::Goal const& goal, study::Dataset const& data);

// A page below a goal's own: the thread to it, a heading, and what `write(h)` writes.
void begin_goal_page(Html& h, Context const& context, GoalPlace const& goal, std::string_view title);
std::string page_below_goal(Url const& here, std::string_view title, GoalPlace const& goal, Context const& context,
                            std::invocable<Html&> auto const& write) {
    Frame const frame{std::string{title} + ": " + goal.title, Section::goals, here, {}}; // tabs are told apart
    return whole_page(frame, context, [&](Html& h) {
        begin_goal_page(h, context, goal, title);
        write(h);
    });
}

// What someone wrote: with its line breaks, and nothing made of it.
void write_words(Html& h, std::string_view text);
// The same after a lead: "Nästa steg".
void write_words(Html& h, std::string_view lead, std::string_view text);
// "22 oktober 2026 · Anna Ek", with what more there is to say.
void write_who(Html& h, Context const& context, base::Instant at, std::string_view name, std::string_view more = {});

// What has been said of something, oldest first; nothing where nothing has.
void write_said(Html& h, Context const& context, std::span<CommentView const> comments);

// What a comment is about, for its form.
struct CommentForm {
    domain::GoalId goal;
    domain::SubjectKind about = domain::SubjectKind::goal;
    std::int64_t subject = 0;
    std::string_view label;
    std::string_view hint;
    std::string_view button;
};
void write_comment_form(Html& h, Context const& context, CommentForm const& form,
                        std::span<std::string const> mentionable, Filled const& filled = {});

// How sure they are, 1–5: "vi tror det".
std::string_view confidence_words(int confidence, Language const& language);

std::string_view state_name(domain::ActivityState state, Language const& language);
std::string_view state_name(domain::ProposalState state, Language const& language);
std::string_view kind_name(domain::ProposalKind kind, Language const& language);

// What someone else has written in a field since the form was opened; nothing where it is what was typed.
void write_meanwhile(Html& h, Context const& context, std::string_view typed, std::string_view standing);

} // namespace rodtrad::view::pages
