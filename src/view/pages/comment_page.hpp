#pragma once

#include "view/pages/dialogue_parts.hpp"

#include <string>
#include <vector>

namespace rodtrad::view::pages {

// A comment that could not be taken as it was written, in its form again.
std::string comment_again_page(GoalPlace const& goal, CommentForm const& form,
                               std::vector<std::string> const& mentionable, Filled const& filled,
                               Context const& context);

// One's own comment, to change or take back.
std::string own_comment_page(GoalPlace const& goal, domain::Comment const& comment, Filled const& filled,
                             Context const& context);

// One's own note about a goal.
std::string note_page(GoalPlace const& goal, Filled const& filled, Context const& context);

} // namespace rodtrad::view::pages
