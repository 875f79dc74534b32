#pragma once

#include "view/url.hpp"

#include <span>
#include <string_view>

namespace rodtrad::view {

// A file that the pages need, compiled into the program: stylesheet, script, fonts.
struct Asset {
    std::string_view name;         // "rodtrad.css"
    std::string_view served_as;    // "rodtrad.1f0c….css": its contents decide its address, so it may be kept for ever
    std::string_view hash;         // first 16 hexadecimal digits of SHA-256
    std::string_view content_type; // "text/css; charset=utf-8"
    std::string_view bytes;
};

std::span<Asset const> assets();

// The file served at /assets/<served_as>; null where there is none.
Asset const* find_asset(std::string_view served_as);

// Its address: asset_url("rodtrad.css") → /assets/rodtrad.1f0c….css. Throws base::Error for a name that is not there.
Url asset_url(std::string_view name);

} // namespace rodtrad::view
