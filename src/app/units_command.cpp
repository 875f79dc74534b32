#include "app/units_command.hpp"

#include "app/output.hpp"
#include "app/settings.hpp"
#include "steering/organisation.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace rodtrad::app {

namespace {

void list(Settings const& settings, OutputFormat format) {
    auto const snapshot = steering::Organisation::open(settings.data_folder)->snapshot();
    auto const& units = snapshot->data.units;
    OutputTable table{{"code", "name", "kind", "operation", "parent"}};
    for (auto const& node : units) {
        // For people the tree is drawn; for programs it is in the column parent.
        auto const indent =
            format == OutputFormat::text ? std::string(2 * static_cast<std::size_t>(node.depth), ' ') : "";
        table.add({node.unit.code, indent + node.unit.name, std::string{domain::to_text(node.unit.kind)},
                   node.unit.operation, node.parent ? OutputCell{units[*node.parent].unit.code} : OutputCell{}});
    }
    table.print(std::cout, format);
}

} // namespace

void add_units_command(CLI::App& root, Settings& settings) {
    auto format = std::make_shared<OutputFormat>(OutputFormat::text);
    auto* command = root.add_subcommand("units", "The organisation's units, as a tree.");
    add_format_option(*command, *format);
    command->callback([format, &settings] { list(settings, *format); });
}

} // namespace rodtrad::app
