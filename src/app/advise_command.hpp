#pragma once

namespace CLI {
class App;
}

namespace rodtrad::app {

struct Settings;

void add_advise_command(CLI::App& root, Settings& settings);

} // namespace rodtrad::app
