#pragma once

#include "import/charset.hpp"
#include "import/reading.hpp"

namespace rodtrad::import {

// Reads a JSON file as Kolada's API gives it, v2 or v3, whole or a page of it: KPIs, municipalities and regions,
// their organisational units, groups of municipalities, or values. Which it is is seen from its first element.
void read_kolada(Utf8Source& text, Reading& reading);

} // namespace rodtrad::import
