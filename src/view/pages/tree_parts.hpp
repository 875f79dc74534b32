#pragma once

#include "view/html.hpp"
#include "view/pages/tree_view.hpp"

#include <string_view>
#include <vector>

namespace rodtrad::view::pages {

// An indented list in which branches can be folded.
void write_tree(Html& h, std::vector<TreeRow> const& rows, Language const& language);

// "Föregångare: A, B"; nothing where there are none.
void write_kin(Html& h, std::string_view heading, std::vector<Link> const& links);

// What belongs to a unit, and that it stays there.
void write_belongings(Html& h, BelongingsView const& belongings, Language const& language);

} // namespace rodtrad::view::pages
