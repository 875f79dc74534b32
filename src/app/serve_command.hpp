#pragma once

namespace CLI {
class App;
}

namespace rodtrad::app {

struct Settings;

// rodtrad serve: the pages, for a browser on this computer.
void add_serve_command(CLI::App& root, Settings& settings);

} // namespace rodtrad::app
