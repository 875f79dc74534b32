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

    // The first of that name; empty where there is none.
    std::string_view parameter(std::string_view name) const;
    std::string_view header(std::string_view name) const; // name in lower case
    std::string_view cookie(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8"; // empty where there is no body to have a type
    Pairs headers{};
    std::string body{};

    std::string_view header(std::string_view name) const; // spelt as it was added; empty where there is none
    void add_header(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
};

// "a=b; c=d" → {{a, b}, {c, d}}; what is not a pair is passed over.
Pairs cookies_of(std::string_view cookie_header);

} // namespace rodtrad::web
