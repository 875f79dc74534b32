#pragma once

#include "view/pages/context.hpp"
#include "view/pages/measure_view.hpp"

namespace rodtrad::view::pages {

// The panels of a measure's page below its trend: each a heading, what it says, its picture, and the figures behind.
void write_panels(Html& h, MeasureView const& view, Context const& context);

// Who it is compared with and why, and the form in which others are chosen.
void write_peers_choice(Html& h, PeersChoice const& choice, PeersForm const& form, Context const& context);

void write_what_if(Html& h, WhatIfPanel const& panel, Language const& language);

// The form in which something is said of a point.
void write_mark_form(Html& h, MeasureView const& view, Context const& context);

} // namespace rodtrad::view::pages
