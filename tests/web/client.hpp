#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::tests {

struct Answer {
    int status = 0;
    std::map<std::string, std::string> headers; // names in lower case; several of a name are joined with ", "
    std::string body;

    std::string header(std::string const& name) const {
        auto const found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
};

// A connection to a server on this computer that sends exactly the bytes it is told to.
// Everything that takes longer than ten seconds fails.
class Client {
public:
    explicit Client(std::uint16_t port, char const* address = "127.0.0.1"); // IPv4 or IPv6
    ~Client();
    Client(Client&& other) noexcept;
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;
    Client& operator=(Client&&) = delete;

    // False where the other side has hung up.
    bool send(std::string_view bytes);
    // The next answer on the wire; throws std::runtime_error where it is cut off or does not come.
    // An answer to HEAD has headers only.
    Answer receive();
    Answer receive_head();
    // Whether the other side hangs up before it sends anything more.
    bool is_hung_up();

    Answer get(std::string_view target, std::string_view more_headers = "");

private:
    Answer receive_headers();
    bool fill(); // false at the end

    int m_socket = -1;
    std::string m_buffer;
};

// A GET for this computer; more_headers are whole lines, each ended with CRLF.
std::string get_request(std::string_view target, std::string_view more_headers = "");

} // namespace rodtrad::tests
