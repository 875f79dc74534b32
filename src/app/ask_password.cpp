#include "app/ask_password.hpp"

#include "base/error.hpp"

#include <array>
#include <csignal>
#include <iostream>
#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

namespace rodtrad::app {

namespace {

// The terminal does not show what is typed, for as long as this lives. Ctrl-C meanwhile ends the program as ever, but
// not before the terminal is as it was.
class WithoutEcho {
public:
    WithoutEcho() {
        sigset_t ends{};
        ::sigemptyset(&ends);
        for (auto const signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::sigaddset(&ends, signal);
        ::pthread_sigmask(SIG_BLOCK, &ends, &m_mask_before);
        m_signals = ::signalfd(-1, &ends, SFD_CLOEXEC);
        ::tcgetattr(STDIN_FILENO, &m_before);
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~WithoutEcho() {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        ::close(m_signals);
        ::pthread_sigmask(SIG_SETMASK, &m_mask_before, nullptr);
    }
    WithoutEcho(WithoutEcho const&) = delete;
    WithoutEcho& operator=(WithoutEcho const&) = delete;

    // Waits until a line has been typed; false where somebody wants to end the program instead.
    bool is_line_typed() const {
        std::array<pollfd, 2> sources{{{STDIN_FILENO, POLLIN, 0}, {m_signals, POLLIN, 0}}};
        return ::poll(sources.data(), sources.size(), -1) > 0 && sources[1].revents == 0;
    }

private:
    termios m_before{};
    sigset_t m_mask_before{};
    int m_signals = -1;
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
    auto line = silence.is_line_typed() ? line_of_input() : std::string{};
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
