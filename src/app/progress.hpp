#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace rodtrad::app {

// One line on the terminal that tells how far a long piece of work has come. Silent where stderr is not a terminal.
class Progress {
public:
    Progress();
    ~Progress() { clear(); }
    void show(std::string const& what, std::uint64_t done, std::uint64_t total);
    void clear();

private:
    bool m_is_terminal;
    bool m_is_shown = false;
    std::chrono::steady_clock::time_point m_latest;
};

} // namespace rodtrad::app
