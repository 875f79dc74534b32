#pragma once

#include "web/http.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

namespace rodtrad::web {

// Answers one request. Called by several threads at once; one that throws is answered with a bare 500.
using Handler = std::function<Response(Request const&)>;

struct ServerOptions {
    std::uint16_t port = 0; // 0 = any free one
    std::size_t workers = 4;
    std::size_t header_limit = 16 * 1024; // bytes of request line and headers
    std::size_t body_limit = 1024 * 1024;
    std::chrono::milliseconds receive_timeout{30'000}; // for a whole request, and for silence between two
    std::chrono::milliseconds send_timeout{30'000};    // for a whole answer
    std::chrono::milliseconds drain_timeout{5'000};    // after stop, for answers to reach their readers
};

// HTTP/1.1 on this computer only (127.0.0.1). Reading and writing are done by the thread that calls run(), answers are
// made by a pool of workers, so that neither a slow reader nor a slow page stops the others.
// Requests that name another host are refused: a foreign page cannot reach in by pointing its own name here.
class Server {
public:
    // Listens at once; throws base::Error where the port cannot be had.
    Server(Handler handler, ServerOptions const& options);
    ~Server();

    std::uint16_t port() const;

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
