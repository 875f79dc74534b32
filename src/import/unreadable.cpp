#include "import/unreadable.hpp"

#include "base/message.hpp"

#include <utility>

namespace rodtrad::import {

namespace {

std::string filled_in(std::string_view message, std::vector<std::string> const& values) {
    std::vector<std::string_view> const arguments{values.begin(), values.end()};
    return base::filled_in(message, arguments);
}

} // namespace

Unreadable::Unreadable(std::string_view message, std::vector<std::string> values)
    : base::Error{filled_in(message, values)}, m_message{message}, m_values{std::move(values)} {}

} // namespace rodtrad::import
