// The only file that knows Boost.Asio and Beast. One thread runs the io_context and owns every session; workers only
// call the handler and post the answer back. So nothing here needs a lock or a strand. No coroutines: g++ 12 destroys
// temporaries in a co_await expression twice.

#include "web/server.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "web/language_choice.hpp"
#include "web/security.hpp"
#include "web/target.hpp"

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <fmt/chrono.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <unordered_set>

namespace rodtrad::web {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using net::ip::tcp;

namespace {

using Incoming = http::request_parser<http::string_body>;

Response refusal(int status, std::string_view text) {
    return {.status = status, .content_type = "text/plain; charset=utf-8", .body = fmt::format("{}\n", text)};
}

// These two a person meets in the browser, having chosen a file.
Response too_large(Request const& head, std::size_t limit) {
    constexpr std::size_t megabyte = 1024 * 1024;
    auto const most = limit < megabyte ? fmt::format("{} byte", limit) : fmt::format("{} MB", limit / megabyte);
    return refusal(413, chosen_language(head).tr(
                            "That is too large: at most {0} is taken here. Go back, and send less at a time.", most));
}

Response too_many_large(Request const& head) {
    auto response = refusal(503, chosen_language(head).tr("Several large files are on their way in just now. Wait a "
                                                          "minute, go back, and send yours again."));
    response.add_header("Retry-After", "60");
    return response;
}

bool has_no_body(int status) { return status == 204 || status == 304; }

Method method_of(http::verb verb) {
    if (verb == http::verb::get) return Method::get;
    if (verb == http::verb::post) return Method::post;
    return verb == http::verb::head ? Method::head : Method::other;
}

// All but the body. Where a proxy added a line of its own below one that came to it, the last is the proxy's.
Request to_head(Incoming::value_type const& message, Target target, PublicAddress const& ours, std::string_view peer) {
    Request head{.method = method_of(message.method()),
                 .path = std::move(target.path),
                 .query = std::move(target.query),
                 .cookies = cookies_of(message[http::field::cookie])};
    std::string_view forwarded_for;
    std::string_view forwarded_proto;
    for (auto const& field : message) {
        auto const& [name, value] = head.headers.emplace_back(base::lower(field.name_string()), field.value());
        if (name == "x-forwarded-for") forwarded_for = field.value();
        if (name == "x-forwarded-proto") forwarded_proto = field.value();
    }
    head.remote = ours.remote(peer, forwarded_for);
    head.origin = ours.origin(message[http::field::host]);
    head.is_secure = ours.is_secure(forwarded_proto);
    return head;
}

// How many hold one of a number of seats.
class Seat {
public:
    explicit Seat(std::size_t& taken) : m_taken{taken} { ++m_taken; }
    ~Seat() { --m_taken; }
    Seat(Seat const&) = delete;
    Seat& operator=(Seat const&) = delete;

private:
    std::size_t& m_taken;
};

std::string http_date() {
    auto const now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(now));
}

} // namespace

class Server::Session : public std::enable_shared_from_this<Session> {
public:
    Session(tcp::socket socket, State& state);
    ~Session();

    void read_request();
    void stop(); // at once where nothing is under way, else after the answer
    void cut() { m_stream.close(); }

private:
    void on_header(error_code error);
    void on_body(error_code error);
    void on_failed_read(error_code error);
    std::optional<Response> objection(); // to a request whose headers have been read
    void ask_handler();
    void send(Response response);
    void refuse(Response response); // and close: what follows on the wire cannot be trusted to be a request
    void on_sent(error_code error);
    void close();
    void hear_out();

    State& m_server;
    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer;
    std::string m_peer; // its address
    std::optional<Incoming> m_incoming;
    Request m_request;
    std::size_t m_body_limit = 0;
    std::optional<Seat> m_seat; // while it holds a large body
    std::optional<http::response<http::string_body>> m_outgoing;
    std::optional<http::response_serializer<http::string_body>> m_serializer;
    Method m_method = Method::get;
    Connection m_connection = Connection::plain;
    std::chrono::steady_clock::time_point m_hears_until{};
    bool m_is_answering = false; // a whole request has come, and its answer has not gone
    bool m_is_last = false;      // the connection ends with this answer
};

struct Server::State {
    State(Handler the_handler, ServerOptions const& the_options)
        : handler{std::move(the_handler)}, options{the_options}, workers{the_options.workers} {}

    void listen();
    void accept();
    void stop();
    Response answer(Request const& request) const;
    std::size_t body_limit_of(std::vector<std::string> const& path) const {
        return options.body_limit_of ? options.body_limit_of(path) : options.body_limit;
    }

    Handler handler;
    ServerOptions options;
    PublicAddress public_address = PublicAddress::on_this_computer();
    bool is_stopping = false;
    std::size_t large_bodies = 0;          // being held
    std::unordered_set<Session*> sessions; // outlives the io_context, whose end destroys the last sessions
    net::io_context io{1};
    tcp::acceptor acceptor{io};
    net::signal_set signals{io};
    net::steady_timer breath{io};
    net::steady_timer drain{io};
    net::thread_pool workers;
};

void Server::State::listen() {
    error_code error;
    auto const host = net::ip::make_address(options.host, error);
    if (error)
        throw base::UsageError{fmt::format("--host {} is no address: give an IPv4 or IPv6 address of this computer, "
                                           "such as 127.0.0.1.",
                                           options.host)};
    if (host.is_unspecified() && !options.public_address)
        throw base::UsageError{fmt::format("--host {} is all the addresses of this computer: say with "
                                           "--public-address or --behind-proxy which one the visitors use.",
                                           options.host)};
    if (host.is_v6() && host.to_v6().is_link_local() && host.to_v6().scope_id() == 0)
        throw base::UsageError{fmt::format("--host {0} is an address on each of several networks: say on which, as in "
                                           "{0}%eth0.",
                                           options.host)};
    tcp::endpoint const address{host, options.port};
    acceptor.open(address.protocol(), error);
    if (!error) acceptor.set_option(net::socket_base::reuse_address{true}, error);
    if (!error) acceptor.bind(address, error);
    if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
    if (error == net::error::address_in_use)
        throw base::Error{fmt::format("Port {} is used by another program, perhaps another Rödtråd: stop it, or choose "
                                      "another port with --port (0 takes any free one).",
                                      options.port)};
    if (error == net::error::access_denied)
        throw base::Error{
            fmt::format("Port {} may not be used by this user: choose one above 1023 with --port.", options.port)};
    if (error == error_code{EADDRNOTAVAIL, boost::system::system_category()})
        throw base::Error{
            fmt::format("{} is not an address of this computer: `ip address` lists those it has.", host.to_string())};
    auto const asked = origin_of_address(host.to_string(), options.port);
    if (error) throw base::Error{fmt::format("Cannot listen on {}:{}: {}.", asked.host, options.port, error.message())};

    if (options.public_address)
        public_address = *options.public_address;
    else if (!host.is_loopback())
        public_address =
            PublicAddress::straight_at(origin_of_address(host.to_string(), acceptor.local_endpoint().port()));
}

void Server::State::accept() {
    acceptor.async_accept([this](error_code error, tcp::socket socket) {
        if (is_stopping) return;
        if (!error) {
            std::make_shared<Session>(std::move(socket), *this)->read_request();
            return accept();
        }
        // Out of file descriptors, as a rule: it passes when someone hangs up.
        breath.expires_after(std::chrono::milliseconds{100});
        breath.async_wait([this](error_code cancelled) {
            if (!cancelled) accept();
        });
    });
}

void Server::State::stop() {
    if (is_stopping) return;
    is_stopping = true;
    error_code ignored;
    acceptor.close(ignored);
    breath.cancel();
    signals.clear(ignored); // the next Ctrl-C has its usual meaning
    signals.cancel(ignored);
    for (auto* session : sessions) session->stop();
    if (sessions.empty()) return;
    drain.expires_after(options.drain_timeout);
    drain.async_wait([this](error_code cancelled) {
        if (cancelled) return;
        for (auto* session : sessions) session->cut();
    });
}

Response Server::State::answer(Request const& request) const {
    try {
        auto response = handler(request);
        if (!is_header_value(response.content_type)) throw std::invalid_argument{"no content type"};
        return response;
    } catch (...) {
        return refusal(500, "Something went wrong.");
    }
}

Server::Session::Session(tcp::socket socket, State& state) : m_server{state}, m_stream{std::move(socket)} {
    error_code ignored; // a socket already hung up is found out by the first read
    m_stream.socket().set_option(tcp::no_delay{true}, ignored);
    auto const peer = m_stream.socket().remote_endpoint(ignored);
    if (!ignored) m_peer = peer.address().to_string();
    m_server.sessions.insert(this);
}

Server::Session::~Session() {
    m_server.sessions.erase(this);
    if (m_server.is_stopping && m_server.sessions.empty()) m_server.drain.cancel();
}

void Server::Session::read_request() {
    m_is_answering = false;
    m_method = Method::get;
    m_connection = m_server.public_address.is_secure({}) ? Connection::secure : Connection::plain;
    m_incoming.emplace();
    m_incoming->header_limit(static_cast<std::uint32_t>(m_server.options.header_limit));
    // A limit here would end a long body without an answer; objection() sees to it.
    m_incoming->body_limit(boost::none);
    m_stream.expires_after(m_server.options.receive_timeout);
    http::async_read_header(m_stream, m_buffer, *m_incoming,
                            [self = shared_from_this()](error_code error, std::size_t) { self->on_header(error); });
}

void Server::Session::on_header(error_code error) {
    if (error) return on_failed_read(error);
    m_method = method_of(m_incoming->get().method());
    m_is_last = !m_incoming->get().keep_alive();
    if (auto refused = objection()) return refuse(std::move(*refused));
    http::async_read(m_stream, m_buffer, *m_incoming,
                     [self = shared_from_this()](error_code failed, std::size_t) { self->on_body(failed); });
}

std::optional<Response> Server::Session::objection() {
    auto const& message = m_incoming->get();
    auto const& ours = m_server.public_address;
    if (message.count(http::field::host) != 1) return refusal(400, "A request must have one Host header.");
    if (!ours.is_named_by(message[http::field::host]))
        return refusal(421, fmt::format("Rödtråd answers to {} only.", ours.text()));
    auto target = to_target(message.target());
    if (!target) return refusal(400, "The address cannot be understood.");
    m_request = to_head(message, std::move(*target), ours, m_peer);
    m_connection = m_request.is_secure ? Connection::secure : Connection::plain;

    auto const& options = m_server.options;
    m_body_limit = m_server.body_limit_of(m_request.path);
    // Beast forgets a limit set now for a body that tells its length (Beast #1770), and keeps it for one in chunks.
    m_incoming->body_limit(m_body_limit);
    auto const length = m_incoming->content_length().value_or(m_incoming->chunked() ? m_body_limit : 0);
    if (length > m_body_limit) return too_large(m_request, m_body_limit);
    if (length <= options.body_limit) return {};
    if (m_server.large_bodies >= options.large_bodies) return too_many_large(m_request);
    m_seat.emplace(m_server.large_bodies);
    m_stream.expires_after(options.receive_timeout + std::chrono::seconds{length / options.slowest_upload});
    return {};
}

void Server::Session::on_body(error_code error) {
    if (error) return on_failed_read(error);
    m_request.body = std::move(m_incoming->get().body());
    ask_handler();
}

void Server::Session::on_failed_read(error_code error) {
    if (error == http::error::header_limit) return refuse(refusal(431, "The request's headers are too long."));
    if (error == http::error::body_limit) return refuse(too_large(m_request, m_body_limit));
    auto const is_hung_up = error == http::error::end_of_stream || error == http::error::partial_message;
    if (error.category() == error_code{http::error::bad_method}.category() && !is_hung_up)
        return refuse(refusal(400, fmt::format("The request is not HTTP: {}.", error.message())));
    // Hung up, or too slow: there is no one to answer.
}

void Server::Session::ask_handler() {
    m_is_answering = true;
    m_stream.expires_never();
    auto work = [self = shared_from_this(), request = std::move(m_request),
                 keeps_running = net::make_work_guard(m_server.io)]() mutable {
        auto& io = self->m_server.io;
        auto response = self->m_server.answer(request);
        // The session goes with its answer: only the thread of the io_context may destroy it.
        net::post(io, [self = std::move(self), response = std::move(response)]() mutable {
            self->send(std::move(response));
        });
    };
    net::post(m_server.workers, std::move(work));
}

void Server::Session::send(Response response) {
    m_is_answering = true;
    if (m_server.is_stopping) m_is_last = true;
    add_security_headers(response, m_connection);

    auto& outgoing = m_outgoing.emplace();
    outgoing.version(11);
    outgoing.result(static_cast<unsigned>(response.status));
    outgoing.set(http::field::date, http_date());
    for (auto const& [name, value] : response.headers) outgoing.insert(name, value);
    if (!has_no_body(response.status)) {
        if (!response.content_type.empty()) outgoing.set(http::field::content_type, response.content_type);
        outgoing.content_length(response.body.size());
        outgoing.body() = std::move(response.body);
    }
    outgoing.keep_alive(!m_is_last);

    auto& serializer = m_serializer.emplace(outgoing);
    m_stream.expires_after(m_server.options.send_timeout);
    auto sent = [self = shared_from_this()](error_code error, std::size_t) { self->on_sent(error); };
    if (m_method == Method::head)
        http::async_write_header(m_stream, serializer, std::move(sent));
    else
        http::async_write(m_stream, serializer, std::move(sent));
}

void Server::Session::refuse(Response response) {
    m_is_last = true;
    send(std::move(response));
}

void Server::Session::on_sent(error_code error) {
    m_serializer.reset();
    m_outgoing.reset();
    m_seat.reset();
    if (error) return;
    if (m_is_last || m_server.is_stopping) return close();
    read_request();
}

// Closing while the other side still sends would reset the connection, and our last answer be lost with it: a browser
// reads it when it has sent its whole body. So it is heard out, as long as it does send.
void Server::Session::close() {
    error_code ignored;
    m_is_answering = false;
    m_stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    m_hears_until = std::chrono::steady_clock::now() + m_server.options.receive_timeout;
    hear_out();
}

void Server::Session::hear_out() {
    m_buffer.clear();
    m_stream.expires_at(std::min(m_hears_until, std::chrono::steady_clock::now() + std::chrono::seconds{1}));
    m_stream.async_read_some(m_buffer.prepare(16 * 1024), [self = shared_from_this()](error_code error, std::size_t) {
        if (!error) self->hear_out();
    });
}

void Server::Session::stop() {
    if (!m_is_answering) cut();
}

Server::Server(Handler handler, ServerOptions const& options)
    : m_state{std::make_unique<State>(std::move(handler), options)} {
    m_state->listen();
}

Server::~Server() = default;

std::uint16_t Server::port() const { return m_state->acceptor.local_endpoint().port(); }

Origin Server::origin() const {
    auto const own = m_state->acceptor.local_endpoint();
    auto const host = m_state->options.host == ServerOptions{}.host ? "localhost" : own.address().to_string();
    return m_state->public_address.origin().value_or(origin_of_address(host, own.port()));
}

void Server::stop_on_signals() {
    m_state->signals.add(SIGINT);
    m_state->signals.add(SIGTERM);
    m_state->signals.async_wait([this](error_code cancelled, int) {
        if (!cancelled) m_state->stop();
    });
}

void Server::run() {
    m_state->accept();
    m_state->io.run();
    m_state->workers.join();
}

void Server::stop() {
    net::post(m_state->io, [this] { m_state->stop(); });
}

} // namespace rodtrad::web
