#pragma once

#include "demo/example.hpp"
#include "study/dataset.hpp"

namespace rodtrad::demo {

// The example as the study sees it, without files and database on the way: for trying many seeds.
study::Dataset dataset_of(Example const& example);

} // namespace rodtrad::demo
