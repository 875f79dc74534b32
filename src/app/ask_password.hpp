#pragma once

#include <string>

namespace rodtrad::app {

// Asks twice at the terminal, without showing what is typed. Where the input is no terminal: its first line.
// Throws base::Error where the two differ, or nothing comes.
std::string ask_password(std::string const& question, std::string const& again);

} // namespace rodtrad::app
