#pragma once

#include "store/connection.hpp"
#include "study/dataset.hpp"

#include <set>
#include <string>
#include <vector>

// From the database to what the study looks at. Whoever calls these holds a transaction, so that all is of one moment.
namespace rodtrad::steering {

// The tree of units that stand. Throws base::Error where they are above each other in a circle.
base::IndexVector<study::UnitIndex, study::UnitNode> load_units(store::Connection& connection);

// Everything that stands but the figures: no measure has a cube.
study::Dataset load_definitions(store::Connection& connection);

// The figures that stand of every measure of the dataset, rolled up the tree. Those that cannot have a place (of
// another kind of period than the rest of their measure) are told in `problems`.
void load_figures(store::Connection& connection, study::Dataset& data, std::vector<std::string>& problems);

// Both.
study::Dataset load_dataset(store::Connection& connection, std::vector<std::string>& problems);

// The same as load_dataset where nothing but these measures has changed since `before` was loaded. Everything else is
// shared with it.
study::Dataset reloaded(store::Connection& connection, study::Dataset const& before,
                        std::set<domain::MeasureId> const& measures);

} // namespace rodtrad::steering
