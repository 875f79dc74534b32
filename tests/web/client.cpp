#include "web/client.hpp"

#include "base/text.hpp"

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>

namespace rodtrad::tests {

namespace {

union AnyAddress {
    sockaddr any;
    sockaddr_in v4;
    sockaddr_in6 v6;
};

AnyAddress to_address(char const* text, std::uint16_t port) {
    AnyAddress address{};
    if (::inet_pton(AF_INET, text, &address.v4.sin_addr) == 1) {
        address.v4.sin_family = AF_INET;
        address.v4.sin_port = htons(port);
    } else {
        address.v6 = {};
        ::inet_pton(AF_INET6, text, &address.v6.sin6_addr);
        address.v6.sin6_family = AF_INET6;
        address.v6.sin6_port = htons(port);
    }
    return address;
}

} // namespace

Client::Client(std::uint16_t port, char const* address) {
    auto const to = to_address(address, port);
    m_socket = ::socket(to.any.sa_family, SOCK_STREAM, 0);
    timeval const patience{.tv_sec = 10, .tv_usec = 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (::connect(m_socket, &to.any, sizeof to) != 0) throw std::runtime_error{"no one listens"};
}

Client::~Client() {
    if (m_socket >= 0) ::close(m_socket);
}

Client::Client(Client&& other) noexcept
    : m_socket{std::exchange(other.m_socket, -1)}, m_buffer{std::move(other.m_buffer)} {}

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool Client::fill() {
    std::array<char, 16384> chunk{};
    auto const received = ::recv(m_socket, chunk.data(), chunk.size(), 0);
    if (received < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw std::runtime_error{"nothing came"};
    if (received <= 0) return false;
    m_buffer.append(chunk.data(), static_cast<std::size_t>(received));
    return true;
}

Answer Client::receive_headers() {
    std::size_t end = 0;
    while ((end = m_buffer.find("\r\n\r\n")) == std::string::npos)
        if (!fill()) throw std::runtime_error{"cut off in the headers: " + m_buffer};
    auto const head = m_buffer.substr(0, end + 2);
    m_buffer.erase(0, end + 4);

    Answer answer;
    answer.status = std::stoi(head.substr(9, 3));
    auto line = head.find("\r\n") + 2;
    while (line < head.size()) {
        auto const line_end = head.find("\r\n", line);
        auto const colon = head.find(':', line);
        auto const name = base::lower(head.substr(line, colon - line));
        auto const value = std::string{base::trimmed(head.substr(colon + 1, line_end - colon - 1))};
        auto& kept = answer.headers[name];
        kept += (kept.empty() ? "" : ", ") + value;
        line = line_end + 2;
    }
    return answer;
}

Answer Client::receive_head() { return receive_headers(); }

Answer Client::receive() {
    auto answer = receive_headers();
    if (answer.status == 304) return answer;
    auto const length = std::stoul(answer.header("content-length"));
    while (m_buffer.size() < length)
        if (!fill()) throw std::runtime_error{"cut off in the body"};
    answer.body = m_buffer.substr(0, length);
    m_buffer.erase(0, length);
    return answer;
}

bool Client::is_hung_up() { return m_buffer.empty() && !fill(); }

Answer Client::get(std::string_view target, std::string_view more_headers) {
    send(get_request(target, more_headers));
    return receive();
}

std::string get_request(std::string_view target, std::string_view more_headers) {
    std::string request = "GET ";
    request += target;
    request += " HTTP/1.1\r\nHost: localhost\r\n";
    request += more_headers;
    return request + "\r\n";
}

} // namespace rodtrad::tests
