#pragma once

#include "demo/example.hpp"
#include "demo/measure_model.hpp"
#include "demo/organisation.hpp"

#include <vector>

namespace rodtrad::demo {

// Women, men and ages beside everyone.
std::vector<domain::Group> groups();

// What every reporting unit hands in of one measure, with the stories' shifts in the truth it is drawn from.
std::vector<Figure> figures_of(MeasureModel const& model, std::vector<Place> const& places,
                               std::vector<Shift> const& shifts, std::uint64_t seed);

} // namespace rodtrad::demo
