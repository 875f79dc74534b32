#pragma once

namespace CLI {
class App;
}

namespace rodtrad::app {

void add_openapi_command(CLI::App& root);

} // namespace rodtrad::app
