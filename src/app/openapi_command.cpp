#include "app/openapi_command.hpp"

#include "web/openapi.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace rodtrad::app {

void add_openapi_command(CLI::App& root) {
    auto* command =
        root.add_subcommand("openapi", "Describe every page as JSON, for programs that ask for them (OpenAPI 3.1)");
    command->callback([] { std::cout << base::to_indented_text(web::openapi(RODTRAD_VERSION)); });
}

} // namespace rodtrad::app
