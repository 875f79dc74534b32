#pragma once

#include "base/json.hpp"
#include "base/json_schema.hpp"

#include <span>
#include <string_view>

namespace rodtrad::web {

// What a question to an address is answered with, for those who ask by program.
struct DescribedRoute {
    std::string_view pattern; // as in routes.cpp
    std::string_view summary;
    base::Json (*schema)(base::Schemas&) = nullptr; // of a page's JSON
    std::string_view file = {};                     // else the content type of a file; neither: it leads elsewhere
};

// Every address that takes questions, in the order of routes.cpp.
std::span<DescribedRoute const> described_routes();

} // namespace rodtrad::web
