#pragma once

#include <string>
#include <string_view>

namespace rodtrad::tests {

// What is wrong with a piece of XML (tags that do not close in order, attributes without quotes or given twice, loose
// < and &, numbers that are none), with the place; empty where nothing is.
std::string fault_in(std::string_view xml);

} // namespace rodtrad::tests
