#pragma once

#include "store/changes.hpp"
#include "study/dataset.hpp"

#include <filesystem>

// The cubes of a dataset in a file beside the database, so that a program that starts need not put them together from
// single figures. The file is a copy of what the database says and nothing else: it may be removed at any time.
namespace rodtrad::steering {

// Writes the cubes of a dataset, rolled up as they are, as what stood at a moment. Another name is used until the file
// is whole. Throws base::Error where it cannot be written; what stood there before then stands, or nothing.
void write_cubes(std::filesystem::path const& file, store::Moment const& moment, study::Dataset const& data);

// Gives the measures of a dataset that was loaded without figures their cubes, if the file was written at this very
// moment of this very database, by this very program, and has come back to the last bit. Otherwise false, and the
// dataset is as it was. Never throws for what the file holds.
bool read_cubes(std::filesystem::path const& path, store::Moment const& moment, study::Dataset& data);

} // namespace rodtrad::steering
