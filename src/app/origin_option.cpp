#include "app/origin_option.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

namespace rodtrad::app {

web::Origin to_origin(std::string_view option, std::string const& text) {
    if (auto origin = web::to_origin(text)) return *origin;
    throw base::UsageError{
        fmt::format("{} {}: give the address that the visitors use, without a path, such as https://rodtrad.example.se",
                    option, text)};
}

} // namespace rodtrad::app
