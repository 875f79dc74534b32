#include "app/study_command.hpp"

#include "app/study_methods.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace rodtrad::app {

void add_study_command(CLI::App& root) {
    auto* command =
        root.add_subcommand("study", "Run one statistical method on a CSV file, and print what it finds as CSV.");
    auto const request = std::make_shared<StudyRequest>();
    command->add_option("method", request->method, "one of " + built_study_methods())->required();
    command->add_option("--input", request->input, "CSV file, with the columns of the method")->required();
    command->add_option("--series", request->series, "CSV file with the settings of each series (xmr)");
    command->add_option("--table", request->table, "another table of the method: summary, family, total or simple");
    command->callback([request] { run_study(*request, std::cout); });
}

} // namespace rodtrad::app
