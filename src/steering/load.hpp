#pragma once

#include "store/connection.hpp"
#include "study/dataset.hpp"

#include <string>
#include <vector>

namespace rodtrad::steering {

// The tree of units that stand. Throws base::Error where they are above each other in a circle.
base::IndexVector<study::UnitIndex, study::UnitNode> load_units(store::Connection& connection);

// Everything that stands in the database, as the study sees it, rolled up the tree. Reads from one moment.
// Figures that cannot have a place (of another kind of period than the rest of their measure) are told in `problems`.
study::Dataset load_dataset(store::Connection& connection, std::vector<std::string>& problems);

} // namespace rodtrad::steering
