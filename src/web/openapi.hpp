#pragma once

#include "base/json.hpp"

#include <string_view>

namespace rodtrad::web {

// Every address that takes questions, what it is answered with, and what that takes, as an OpenAPI 3.1 document. Forms
// are not in it: they belong to the pages, and change with them.
base::Json openapi(std::string_view program_version);

} // namespace rodtrad::web
