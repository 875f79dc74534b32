#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rodtrad::web {

// Whether an Accept-Encoding header allows gzip: "gzip, br", "*;q=0.5", but not "gzip;q=0".
bool accepts_gzip(std::string_view accept_encoding);

// Whether contents of this type shrink: texts do, pictures and fonts are packed already.
bool is_worth_gzip(std::string_view content_type);

enum class Effort : std::uint8_t { quick, best }; // for each answer anew; once and for all

std::string gzipped(std::string_view bytes, Effort effort);

} // namespace rodtrad::web
