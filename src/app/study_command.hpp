#pragma once

namespace CLI {
class App;
}

namespace rodtrad::app {

// rodtrad study METHOD: one method of the study engine, run on a CSV file and printed as CSV.
void add_study_command(CLI::App& root);

} // namespace rodtrad::app
