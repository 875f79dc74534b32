#include "view/pages/comment_page.hpp"

#include "view/pages/dialogue_addresses.hpp"

namespace rodtrad::view::pages {

std::string comment_again_page(GoalPlace const& goal, CommentForm const& form,
                               std::vector<std::string> const& mentionable, Filled const& filled,
                               Context const& context) {
    auto const title = context.language.tr("Comment");
    return page_below_goal(comments_url(goal.id), title, goal, context, [&](Html& h) {
        write_problems(h, context, filled);
        write_comment_form(h, context, form, mentionable, filled);
    });
}

std::string own_comment_page(GoalPlace const& goal, domain::Comment const& comment, Filled const& filled,
                             Context const& context) {
    auto const& language = context.language;
    auto const url = comment_url(goal.id, comment.id);
    return page_below_goal(url, language.tr("Edit your comment"), goal, context, [&](Html& h) {
        write_problems(h, context, filled);
        write_form(h, context, url, {}, [&] {
            hidden_field(h, "version", std::to_string(comment.version));
            area_field(h, filled, {.name = "text", .label = language.tr("Comment"), .required = Required::yes}, 5);
            if (filled.value("version") != std::to_string(comment.version))
                write_meanwhile(h, context, filled.value("text"), comment.text);
            submit_button(h, language.tr("Save"));
        });
        h.h2(language.tr("Withdraw it"));
        h.p(class_("quiet"),
            language.tr("Nobody will see the text any more. It will still show that you wrote something, and when."));
        post_button(h, context, withdraw_url(goal.id, comment.id), language.tr("Withdraw the comment"), Weight::quiet);
    });
}

std::string note_page(GoalPlace const& goal, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    return page_below_goal(note_url(goal.id), language.tr("Your own note"), goal, context, [&](Html& h) {
        h.p(class_("lede"), language.tr("Only you can read it: no manager, no administrator."));
        write_problems(h, context, filled);
        write_form(h, context, note_url(goal.id), {}, [&] {
            area_field(h, filled,
                       {.name = "text",
                        .label = language.tr("Note"),
                        .hint = language.tr("Empty the field and save, and the note is gone.")},
                       8);
            submit_button(h, language.tr("Save"));
        });
    });
}

} // namespace rodtrad::view::pages
