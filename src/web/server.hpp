#pragma once

#include "web/http.hpp"
#include "web/public_address.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::web {

// Answers one request. Called by several threads at once; one that throws is answered with a bare 500.
using Handler = std::function<Response(Request const&)>;

// How many bytes a body may have at an address, given as decoded segments. Called by the thread that reads and writes.
using BodyLimit = std::function<std::size_t(std::vector<std::string> const& path)>;

struct ServerOptions {
    std::string host = "127.0.0.1"; // an IPv4 or IPv6 address of this computer; 0.0.0.0 or :: for all it has
    std::uint16_t port = 0;         // 0 = any free one
    std::optional<PublicAddress> public_address{}; // nothing: the host and port themselves
    std::size_t workers = 4;
    std::size_t header_limit = 16 * 1024;    // bytes of request line and headers
    std::size_t body_limit = 1024 * 1024;    // bytes, of a form
    BodyLimit body_limit_of{};               // where it differs by address; empty: body_limit everywhere
    std::size_t large_bodies = 4;            // of more than body_limit, that are held at once: they stand in memory
    std::size_t slowest_upload = 128 * 1024; // bytes a second: a large body is given time accordingly
    std::chrono::milliseconds receive_timeout{30'000}; // for a whole request, and for silence between two
    std::chrono::milliseconds send_timeout{30'000};    // for a whole answer
    std::chrono::milliseconds drain_timeout{5'000};    // after stop, for answers to reach their readers
};

// HTTP/1.1, by default on this computer only (127.0.0.1). It speaks no TLS: that is for a proxy in front. Reading and
// writing are done by the thread that calls run(), answers are made by a pool of workers, so that neither a slow reader
// nor a slow page stops the others. Requests that name another host are refused (PublicAddress).
class Server {
public:
    // Listens at once; throws base::Error where the port cannot be had, and base::UsageError where the host is no
    // address, or all addresses without a public one.
    Server(Handler handler, ServerOptions const& options);
    ~Server();

    std::uint16_t port() const;
    Origin origin() const; // for a browser to open: http://localhost with the port, or what visitors use

    // Ctrl-C and SIGTERM then stop the server; a second one ends the program where it stands.
    void stop_on_signals();

    // Serves until stopped; returns when what was under way has been answered.
    void run();

    // From any thread: no new requests are taken.
    void stop();

private:
    class Session;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace rodtrad::web
