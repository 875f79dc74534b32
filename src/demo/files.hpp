#pragma once

#include "demo/example.hpp"

#include <string>
#include <vector>

namespace rodtrad::demo {

struct File {
    std::string name; // "values.csv"
    std::string text; // CSV in UTF-8
};

// The example as anyone could hand it in, in the order it is best read: what is defined first stands first.
std::vector<File> files_of(Example const& example);

// What was planted, for people and tests; it is no part of a delivery.
File planted_file(std::vector<Story> const& stories);

} // namespace rodtrad::demo
