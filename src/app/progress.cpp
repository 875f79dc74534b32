#include "app/progress.hpp"

#include <fmt/format.h>

#include <iostream>
#include <unistd.h>

namespace rodtrad::app {

Progress::Progress() : m_is_terminal{isatty(STDERR_FILENO) == 1} {}

void Progress::show(std::string const& what, std::uint64_t done, std::uint64_t total) {
    using namespace std::chrono_literals;
    auto const now = std::chrono::steady_clock::now();
    if (!m_is_terminal || now - m_latest < 100ms) return;
    m_latest = now;
    m_is_shown = true;
    auto const far = total > 0 ? fmt::format("{:.0f} %", 100.0 * static_cast<double>(done) / static_cast<double>(total))
                               : fmt::format("{}", done);
    std::cerr << fmt::format("\r{} … {}\x1b[K", what, far) << std::flush;
}

void Progress::clear() {
    if (m_is_shown) std::cerr << "\r\x1b[K" << std::flush;
    m_is_shown = false;
}

} // namespace rodtrad::app
