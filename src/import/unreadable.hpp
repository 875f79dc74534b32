#pragma once

#include "base/error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::import {

// A file cannot be read as a whole: it is no table, damaged, locked, empty or too large. The sentence is marked with
// base::message, holds {0}, {1}… for its values, of which the first is what the file is called, and is translated where
// it is shown.
class Unreadable : public base::Error {
public:
    Unreadable(std::string_view message, std::vector<std::string> values);
    std::string_view message() const { return m_message; }
    std::vector<std::string> const& values() const { return m_values; }

private:
    std::string_view m_message; // a constant of the program
    std::vector<std::string> m_values;
};

} // namespace rodtrad::import
