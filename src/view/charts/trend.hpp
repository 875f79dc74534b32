#pragma once

#include "domain/measure.hpp"
#include "domain/period.hpp"
#include "study/finding.hpp"
#include "view/format.hpp"
#include "view/html.hpp"
#include "view/language.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view {

struct TrendPoint {
    domain::Period period;
    std::optional<double> value;            // nothing = no figure: a gap in the line
    std::optional<study::Judgement> signal; // the point lies outside normal variation, or is part of a signal
    bool is_preliminary = false;
};

// The mean and the limits of normal variation that figures stand against.
struct TrendSegment {
    std::size_t first = 0; // positions in points, both included
    std::size_t last = 0;
    double mean = 0;
    struct Limits {
        double lower = 0;
        double upper = 0;
    };
    std::optional<Limits> limits; // nothing where there are too few points
};

enum class NoteKind : std::uint8_t {
    new_level,   // a line from top to bottom, with the reason beside it
    explanation, // a number at the point; its text stands below the picture
};
struct TrendNote { // what happened, standing on the time when it did
    domain::Period period;
    std::string text;
    NoteKind kind = NoteKind::new_level;
};

// One measure in one unit for one group, over time: the same for the small picture on a card and the large one.
struct TrendView {
    std::string title; // "Behöriga till yrkesprogram, Norrskolan"
    ValueFormat format;
    std::vector<TrendPoint> points; // every period from the first to the last, also those without a figure
    std::vector<TrendSegment> segments;
    std::optional<double> target;
    domain::Polarity polarity =
        domain::Direction::neutral;  // "mål 90 %", "mål högst 6 %"; a wanted range is drawn itself
    bool is_season_adjusted = false; // the values are not those that were delivered
    std::vector<TrendNote> notes;
};

// The large picture, in two shapes of which the stylesheet shows the one that fits the room it gets.
Raw trend_chart(TrendView const& view, Language const& language);

// What it shows, in a sentence or two.
std::string trend_description(TrendView const& view, Language const& language);

// The figures behind it, newest first.
void trend_table(Html& h, TrendView const& view, Language const& language);

// "mål 90 %", "mål högst 6 %", "önskat 4–6 %"; nothing where there is none.
std::optional<std::string> target_text(TrendView const& view, Language const& language);

} // namespace rodtrad::view
