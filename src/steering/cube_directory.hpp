#pragma once

#include "study/dataset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::steering {

// What the directory of a cache says of one measure: all of its cube but the columns.
struct CubeEntry {
    study::Cube::Axes axes{.groups = {}, .first = domain::Period::make(domain::Periodicity::year, 2000)};
    double multiplier = 1;
    bool has_values = false;
    bool has_counts = false;
    bool has_coverage = false;
    std::vector<study::UnitIndex> nodes; // of the coverage
    std::uint32_t sum = 0;               // of the columns
    std::uint64_t offset = 0;            // of the columns in the file: follows from the sizes

    bool has_cube() const { return axes.cells() > 0; }
    std::size_t slices() const { return axes.groups.size() * axes.periods; }
    std::uint64_t size() const {
        auto const doubles = (has_values ? 1U : 0U) + (has_counts ? 2U : 0U);
        auto const coverage = has_coverage ? slices() * nodes.size() * sizeof(study::Coverage) : 0;
        return axes.cells() * (doubles * sizeof(double) + sizeof(study::Cell)) + coverage;
    }
};

// The directory of all measures of a dataset, whose columns have these check sums.
std::string cube_directory(study::Dataset const& data, std::vector<std::uint32_t> const& sums);

// The same read back, for the dataset it was made of; columns begin at `first_offset`. Nothing where it says what
// cannot be.
std::optional<std::vector<CubeEntry>> read_cube_directory(std::string directory, study::Dataset const& data,
                                                          std::uint64_t first_offset);

} // namespace rodtrad::steering
