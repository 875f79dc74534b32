#pragma once

#include "demo/story.hpp"
#include "study/follow_up.hpp"

#include <string>

namespace rodtrad::demo {

// What is wrong with how the follow-up tells a planted story: it is not there, in another tier, of another kind or
// the other way round. Empty where it is told as planted.
std::string misread(Story const& story, study::Dataset const& data, study::FollowUp const& list);

} // namespace rodtrad::demo
