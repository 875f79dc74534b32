#include "view/format.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/dialogue_parts.hpp"
#include "view/pages/goal_dialogue.hpp"

namespace rodtrad::view::pages {

void write_comments(Html& h, Context const& context, GoalDialogue const& view) {
    if (view.comments.empty() && !view.may_comment) return;
    auto const& language = context.language;
    h.section(class_("panel"), id("kommentarer"), [&] {
        h.h2(language.tr("Comments"));
        write_said(h, context, view.comments);
        if (view.may_comment)
            write_comment_form(h, context,
                               {.goal = view.goal,
                                .label = language.tr("What do you want to say about the goal?"),
                                .hint = language.tr("Everyone who is signed in can read it."),
                                .button = language.tr("Comment")},
                               view.mentionable);
    });
}

void write_private_note(Html& h, Context const& context, GoalDialogue const& view) {
    if (!view.may_follow) return;
    auto const& language = context.language;
    h.section(class_("panel"), id("anteckning"), [&] {
        h.h2(language.tr("Your own note"));
        h.p(class_("quiet"), language.tr("Only you see it."));
        if (!view.note.empty()) write_words(h, view.note);
        h.p([&] {
            h.a(href(note_url(view.goal)),
                view.note.empty() ? language.tr("Write a note") : language.tr("Change the note"));
        });
    });
}

void write_followers(Html& h, Context const& context, GoalDialogue const& view) {
    if (view.followers.empty() && !view.may_follow) return;
    auto const& language = context.language;
    h.div(class_("followers"), id("foljare"), [&] {
        if (!view.followers.empty())
            h.p(class_("of"), language.tr("Followed by {0}.", in_a_row(language, view.followers)));
        if (!view.may_follow) return;
        if (view.is_following)
            post_button(h, context, follow_url(view.goal), language.tr("Stop following"), Weight::quiet,
                        {{"sluta", "ja"}});
        else
            post_button(h, context, follow_url(view.goal), language.tr("Follow the goal"), Weight::quiet);
    });
}

} // namespace rodtrad::view::pages
