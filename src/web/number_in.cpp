#include "web/number_in.hpp"

#include <charconv>

namespace rodtrad::web {

std::int64_t number_in(std::string_view text) {
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

} // namespace rodtrad::web
