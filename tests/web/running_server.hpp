#pragma once

#include "web/client.hpp"
#include "web/server.hpp"

#include <thread>

namespace rodtrad::tests {

// A real server on a port of its own, for as long as the object lives.
class RunningServer {
public:
    explicit RunningServer(web::Handler handler, web::ServerOptions const& options = {})
        : m_server{std::move(handler), options}, m_thread{[this] { m_server.run(); }} {}
    ~RunningServer() {
        m_server.stop();
        join();
    }
    RunningServer(RunningServer const&) = delete;
    RunningServer& operator=(RunningServer const&) = delete;

    std::uint16_t port() const { return m_port; }
    Client client() const { return Client{m_port}; }
    void stop() { m_server.stop(); }
    void join() {
        if (m_thread.joinable()) m_thread.join();
    }

private:
    web::Server m_server;
    std::uint16_t m_port = m_server.port();
    std::thread m_thread;
};

inline web::Response plain(std::string body) {
    return {.status = 200, .content_type = "text/plain", .body = std::move(body)};
}

// Says what it was asked.
inline web::Response echo(web::Request const& request) {
    std::string text;
    for (auto const& segment : request.path) text += "[" + segment + "]";
    for (auto const& [name, value] : request.query) text += " " + name + "=" + value;
    return plain(text + " " + request.body);
}

} // namespace rodtrad::tests
