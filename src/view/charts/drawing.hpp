#pragma once

#include "domain/measure.hpp"
#include "study/finding.hpp"
#include "view/format.hpp"
#include "view/html.hpp"
#include "view/language.hpp"
#include "view/svg.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace rodtrad::view {

// A chart with words is drawn twice, and the stylesheet shows the one that fits the room the chart is given: so words
// are never smaller than 11 pixels, also on the narrowest phone, and nothing has to be scrolled sideways.
struct Shape {
    std::string_view name; // the class of its picture
    double width = 0;
    double font_size = 0; // as the stylesheet has it
    bool is_narrow = false;
};
inline constexpr Shape wide_shape{"wide", 760, 14, false};
inline constexpr Shape narrow_shape{"narrow", 340, 14, true};

Raw in_both_shapes(std::invocable<Shape const&> auto const& draw) {
    Html h;
    h.div(class_("chart"), draw(wide_shape), draw(narrow_shape));
    return std::move(h).take_raw();
}

// The table of the figures behind a chart. Where it is wider than its room it is scrolled, also with the keyboard.
void write_figures(Html& h, std::string_view caption, std::invocable auto const& write_rows) {
    h.div(class_("scroll"), role("group"), tabindex(0), aria_label(caption), [&] {
        h.table(class_("figures"), [&] {
            h.caption(caption);
            write_rows();
        });
    });
}

// A value in its place. What it means is told by form as well as colour: better is a disc, worse a diamond, a
// difference without a side a square, ordinary variation a small dot.
void draw_mark(Svg& svg, Place place, double radius, std::optional<study::Judgement> judgement);

// "mål 90 %", "mål högst 6 %"
std::string target_words(double target, domain::Polarity const& polarity, ValueFormat const& format,
                         Language const& language);

// "better", "worse", "different"
std::string_view judgement_word(study::Judgement judgement, Language const& language);
std::string_view judgement_class(study::Judgement judgement);

} // namespace rodtrad::view
