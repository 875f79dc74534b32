#include "app/export_command.hpp"

#include "app/clock.hpp"
#include "app/progress.hpp"
#include "app/settings.hpp"
#include "steering/organisation.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace rodtrad::app {

namespace {

void export_to(std::string const& folder, Settings const& settings) {
    Progress progress;
    steering::Organisation::open(settings.data_folder)
        ->export_to(folder, steering::by_command_line("rodtrad export", now()),
                    [&](std::string_view table, std::int64_t rows) {
                        progress.show(std::string{table}, static_cast<std::uint64_t>(rows), 0);
                    });
    progress.clear();
    std::cout << settings.language().tr(
                     "Everything but passwords is in {0}, as CSV files; datapackage.json says what they "
                     "hold.",
                     folder)
              << '\n';
}

} // namespace

void add_export_command(CLI::App& root, Settings& settings) {
    auto folder = std::make_shared<std::string>();
    auto* command =
        root.add_subcommand("export", "Write the whole organisation as open files: plan, people, definitions, "
                                      "figures with their history, journal. `rodtrad import` restores it in "
                                      "an empty data folder.");
    command->add_option("folder", *folder, "a new or empty folder")->required();
    command->callback([folder, &settings] { export_to(*folder, settings); });
}

} // namespace rodtrad::app
