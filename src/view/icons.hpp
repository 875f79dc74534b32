#pragma once

#include "view/markup.hpp"

#include <cstdint>

namespace rodtrad::view {

// The signs that stand before the words of a tag. Drawn, because a font may lack the characters; hidden from those who
// listen, because the words say it.
enum class Sign : std::uint8_t {
    worse,         // arrow down
    better,        // arrow up
    change,        // arrow up and down: differs, and the measure takes no side
    comparison,    // unequal
    gap,           // two apart
    spread,        // many apart
    target_missed, // circle with a cross
    target_met,    // circle with a tick
    normal,        // wave: ordinary variation
    watch,         // ring: possible
    too_few,       // dash: too few figures to tell
    silent,        // clock: nothing has been heard for too long
    judged,        // pen: what people say of it
};

Raw const& icon(Sign sign);

// The same within a picture: a square of `sign_size` from the origin, in the colour of what it stands in.
class Svg;
constexpr double sign_size = 16;
void draw_sign(Svg& svg, Sign sign);

} // namespace rodtrad::view
