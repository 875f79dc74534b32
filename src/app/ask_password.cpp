#include "app/ask_password.hpp"

#include "base/error.hpp"

#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace rodtrad::app {

namespace {

// The terminal does not show what is typed, for as long as this lives.
class WithoutEcho {
public:
    WithoutEcho() {
        ::tcgetattr(STDIN_FILENO, &m_before);
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~WithoutEcho() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    WithoutEcho(WithoutEcho const&) = delete;
    WithoutEcho& operator=(WithoutEcho const&) = delete;

private:
    termios m_before{};
};

std::string line_of_input() {
    std::string line;
    if (!std::getline(std::cin, line)) throw base::Error("no password was given");
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

std::string asked(std::string const& question) {
    std::cerr << question << ' ' << std::flush;
    WithoutEcho const silence;
    auto line = line_of_input();
    std::cerr << '\n';
    return line;
}

} // namespace

std::string ask_password(std::string const& question, std::string const& again) {
    if (::isatty(STDIN_FILENO) == 0) return line_of_input();
    auto password = asked(question);
    if (asked(again) != password) throw base::Error("the two are not the same: nothing was stored. Try again.");
    return password;
}

} // namespace rodtrad::app
