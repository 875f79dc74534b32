#include "mail/smtp_listener.hpp"

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace rodtrad::mail::test {

namespace {

class Lines {
public:
    explicit Lines(int connection) : m_connection{connection} {}

    std::optional<std::string> next() {
        for (;;) {
            if (auto const end = m_buffer.find("\r\n"); end != std::string::npos) {
                auto line = m_buffer.substr(0, end);
                m_buffer.erase(0, end + 2);
                return line;
            }
            std::array<char, 4096> block{};
            auto const count = ::recv(m_connection, block.data(), block.size(), 0);
            if (count <= 0) return {};
            m_buffer.append(block.data(), static_cast<std::size_t>(count));
        }
    }

private:
    int m_connection;
    std::string m_buffer;
};

void say(int connection, std::string_view line) {
    auto const text = std::string{line} + "\r\n";
    (void)::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
}

} // namespace

SmtpListener::SmtpListener(Manner manner)
    : m_manner{manner}, m_socket{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_socket, 4) != 0 ||
        ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error{"no socket to listen on"};
    m_port = ntohs(address.sin_port);
    m_thread = std::thread{[this] { serve(); }};
}

SmtpListener::~SmtpListener() {
    ::shutdown(m_socket, SHUT_RDWR); // wakes accept
    {
        std::scoped_lock const lock{m_lock};
        if (m_connection >= 0) ::shutdown(m_connection, SHUT_RDWR);
    }
    m_thread.join();
    ::close(m_socket);
}

std::string SmtpListener::url() const { return "smtp://127.0.0.1:" + std::to_string(m_port); }

std::vector<Taken> SmtpListener::taken() {
    std::scoped_lock const lock{m_lock};
    return m_taken;
}

void SmtpListener::serve() {
    for (;;) {
        auto const connection = ::accept(m_socket, nullptr, nullptr);
        if (connection < 0) return;
        {
            std::scoped_lock const lock{m_lock};
            m_connection = connection;
        }
        talk(connection);
        std::scoped_lock const lock{m_lock};
        m_connection = -1;
        ::close(connection);
    }
}

void SmtpListener::talk(int connection) {
    Taken taken;
    Lines lines{connection};
    if (m_manner != Manner::says_nothing) say(connection, "220 listener ESMTP");
    while (auto const line = lines.next()) {
        taken.commands.push_back(*line);
        auto const is = [&](std::string_view command) { return line->starts_with(command); };
        if (is("EHLO")) {
            say(connection, "250-listener");
            say(connection, m_manner == Manner::offers_sign_in ? "250 AUTH PLAIN" : "250 SIZE 1000000");
        } else if (is("AUTH")) {
            if (*line == "AUTH PLAIN") {
                say(connection, "334 ");
                taken.commands.push_back(lines.next().value_or(""));
            }
            say(connection, "235 welcome");
        } else if (is("RCPT") && m_manner == Manner::refuses_recipient) {
            say(connection, "550 5.1.1 nobody of that name here");
        } else if (is("DATA")) {
            say(connection, "354 go on");
            if (m_manner == Manner::hangs_up) break;
            for (auto part = lines.next(); part && *part != "."; part = lines.next())
                taken.message += (part->starts_with("..") ? part->substr(1) : *part) + "\r\n";
            {
                std::scoped_lock const lock{m_lock};
                m_taken.push_back(taken);
            }
            say(connection, "250 taken");
        } else if (is("QUIT")) {
            say(connection, "221 bye");
            return;
        } else {
            say(connection, "250 ok");
        }
    }
    std::scoped_lock const lock{m_lock};
    if (taken.message.empty()) m_taken.push_back(taken);
}

} // namespace rodtrad::mail::test
