#pragma once

namespace CLI {
class App;
}

namespace rodtrad::app {

struct Settings;
// rodtrad user [add|reset|deactivate]: people who sign in.
void add_user_command(CLI::App& root, Settings& settings);

} // namespace rodtrad::app
