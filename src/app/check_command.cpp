#include "app/check_command.hpp"

#include "app/settings.hpp"
#include "base/error.hpp"
#include "steering/organisation.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

namespace rodtrad::app {

namespace {

void check(Settings const& settings) {
    auto const problems = steering::Organisation::open(settings.data_folder)->check();
    for (auto const& problem : problems) std::cerr << problem << '\n';
    if (!problems.empty())
        throw base::Error(fmt::format("{} problems in the database: restore it from a backup, or ask for help with the "
                                      "lines above",
                                      problems.size()));
    std::cout << settings.language().tr("The database is sound.") << '\n';
}

} // namespace

void add_check_command(CLI::App& root, Settings& settings) {
    auto* command = root.add_subcommand("check", "Is the database sound? Reads all of it.");
    command->callback([&settings] { check(settings); });
}

} // namespace rodtrad::app
