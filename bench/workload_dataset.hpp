#pragma once

#include "study/dataset.hpp"
#include "workloads.hpp"

#include <cstddef>
#include <memory>

namespace rodtrad::bench {

// A workload as the study wants it: units, groups, and measures with their targets, but no figures yet.
study::Dataset dataset_of(Generator const& generator);

// The figures of one measure: those of the leaves, of the first so many periods of the workload.
std::shared_ptr<study::Cube const> cube_of(Generator const& generator, study::Dataset const& data, std::size_t measure,
                                           std::size_t periods);

} // namespace rodtrad::bench
