#pragma once

#include "steering/work.hpp"

#include <string_view>

namespace rodtrad::steering {

// The unit with that code. Throws Refused, naming the field, where there is none.
study::UnitIndex known_unit(Work const& work, std::string_view field, std::string_view code);

} // namespace rodtrad::steering
