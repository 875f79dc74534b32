#pragma once

#include "view/language.hpp"
#include "view/sentences.hpp"
#include "view/svg.hpp"
#include "view/url.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view {

// A thing on the thread. A parent stands before its children.
struct ThreadNode {
    enum class Form : std::uint8_t {
        whole,  // a disc: leads to a vision
        broken, // a ring
        gap,    // a dashed ring: should be there
    };
    Form form = Form::whole;
    std::string title;
    std::string below; // in a word how it goes; may be empty
    Tone tone = Tone::normal;
    Url link;
    std::optional<std::size_t> parent; // its place in the list
};

struct ThreadPicture {
    std::string title;
    std::string description; // what it shows, in words
    std::vector<ThreadNode> nodes;
};

// The thread as a tree, from the vision at the left to the teams at the right. The table beside it says the same.
Raw red_thread_picture(ThreadPicture const& picture);

} // namespace rodtrad::view
