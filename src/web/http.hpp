#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// HTTP as plain values. Everything but server.cpp knows only these.
namespace rodtrad::web {

using Pairs = std::vector<std::pair<std::string, std::string>>;

enum class Method : std::uint8_t { get, head, post, other };

struct Request {
    Method method = Method::get;
    std::vector<std::string> path{}; // decoded segments: "/matt/N15%2FA" → {"matt", "N15/A"}; "/" → {}
    Pairs query{};                   // decoded, in the order given
    Pairs headers{};                 // names in lower case
    Pairs cookies{};
    std::string body{};
    std::string remote{}; // the visitor's address, "192.0.2.7": of the socket, or as a trusted proxy tells it
    std::string
        origin{}; // ours as the visitor sees it, for addresses that leave the site: "https://rodtrad.example.se"
    bool is_secure = false; // the visitor's browser speaks https, to us or to the proxy

    // The first of that name; empty where there is none.
    std::string_view parameter(std::string_view name) const;
    std::string_view header(std::string_view name) const; // name in lower case
    std::string_view cookie(std::string_view name) const;
};

// What an answer says of itself. No name or value in it can begin a line of its own on the wire.
class Headers {
public:
    // Throws std::invalid_argument for a name that is no token, and for a value with a control character (a tab
    // excepted): what comes from a visitor is to be encoded before it is put here.
    void add(std::string name, std::string value);

    std::string_view first(std::string_view name) const; // spelt as it was added; empty where there is none
    auto begin() const { return m_fields.begin(); }
    auto end() const { return m_fields.end(); }

private:
    Pairs m_fields;
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8"; // empty where there is no body to have a type
    Headers headers{};
    std::string body{};

    std::string_view header(std::string_view name) const { return headers.first(name); }
    void add_header(std::string name, std::string value) { headers.add(std::move(name), std::move(value)); }
};

// "a=b; c=d" → {{a, b}, {c, d}}; what is not a pair is passed over.
Pairs cookies_of(std::string_view cookie_header);

// RFC 9110: what names of headers, of cookies and of parameters are made of.
bool is_token(std::string_view text);

// The names of HTTP know no other letters than A to Z.
std::string ascii_lower(std::string_view text);

bool is_control(char c);

// Without control characters (a tab excepted), and so without CR and LF.
bool is_header_value(std::string_view text);

} // namespace rodtrad::web
