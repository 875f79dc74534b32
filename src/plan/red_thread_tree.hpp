#pragma once

#include "plan/red_thread.hpp"

#include <cstddef>
#include <variant>
#include <vector>

namespace rodtrad::plan {

// What hangs on the thread: a vision or a strategy, a goal, or a unit that should have one.
using ThreadThing = std::variant<domain::SteeringDocument const*, domain::Goal const*, UnitGap>;

// A line of the thread drawn as a tree, from the top down; a line's parent is the nearest above it with less depth.
struct ThreadLine {
    ThreadThing thing;
    int depth = 0;
    bool is_asked_for = false;       // what the tree is about, rather than on the way to it or below it
    bool is_reference = false;       // told in full at an earlier line: what supports several stands under them all
    std::size_t below_not_shown = 0; // what hangs right below it and has no line
};

// What a tree is about. Upward it shows only what leads there, downward `levels` more.
struct ThreadQuestion {
    std::vector<ThreadThing> about;
    int levels = 2;
    std::size_t most_below = 12;       // lines right below one line …
    std::size_t most_below_asked = 40; // … and below what is asked for
    std::size_t skipped = 0;           // of those: what stood on earlier pages
};

ThreadQuestion about_organisation(RedThread const& thread); // its visions; without one, what stands without
ThreadQuestion about_unit(RedThread const& thread, study::UnitIndex unit);
ThreadQuestion about(domain::Goal const& goal);
ThreadQuestion about(domain::SteeringDocument const& document);

std::vector<ThreadLine> thread_tree(RedThread const& thread, ThreadQuestion const& question);

// What a thing supports directly and what supports it: goals and documents that there are, gaps below it last.
// Upward also what has ended, so that it is seen what a goal still refers to.
std::vector<ThreadThing> directly_above(RedThread const& thread, ThreadThing const& thing);
std::vector<ThreadThing> directly_below(RedThread const& thread, ThreadThing const& thing);

// One way from a goal to a vision, the shortest, top first and the goal last. Where no way leads there, the longest
// part of one that does lead somewhere is not guessed at: only the goal.
std::vector<ThreadThing> way_to_vision(RedThread const& thread, domain::Goal const& goal);

} // namespace rodtrad::plan
