#include "app/check_command.hpp"

#include "app/settings.hpp"
#include "base/error.hpp"
#include "steering/organisation.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace rodtrad::app {

namespace {

void check(Settings const& settings) {
    auto const problems = steering::Organisation::open(settings.data_folder)->check();
    for (auto const& problem : problems) std::cerr << problem << '\n';
    if (!problems.empty())
        throw base::Error("the database is not sound: where the lines above do not say what to do, restore it from a "
                          "backup");
    std::cout << settings.language().tr("The database is sound.") << '\n';
}

} // namespace

void add_check_command(CLI::App& root, Settings& settings) {
    auto* command = root.add_subcommand("check", "Is the database sound? Reads all of it.");
    command->callback([&settings] { check(settings); });
}

} // namespace rodtrad::app
