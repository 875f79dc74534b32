#include "app/origin_option.hpp"

#include "base/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

namespace rodtrad::app {

web::Origin to_origin(std::string_view option, std::string const& text) {
    if (auto origin = web::to_origin(text)) return *origin;
    throw base::UsageError{
        fmt::format("{} {}: give the address that the visitors use, without a path, such as https://rodtrad.example.se",
                    option, text)};
}

void add_address_option(CLI::App& command, std::string& address) {
    command.add_option("--address", address, "where visitors find the pages, for links: https://rodtrad.example.se");
}

std::string site_of(std::string const& address, view::Language const& language) {
    if (!address.empty()) return to_origin("--address", address).text();
    std::string const usual = "http://localhost:8321";
    std::cerr << language.tr("Links lead to {0}. If the pages are somewhere else, say where with --address.", usual)
              << '\n';
    return usual;
}

} // namespace rodtrad::app
