#include "app/publish_command.hpp"

#include "app/clock.hpp"
#include "app/output.hpp"
#include "app/settings.hpp"
#include "steering/organisation.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace rodtrad::app {

namespace {

void list(Settings const& settings, OutputFormat format) {
    OutputTable table{{"publication", "made", "name"}};
    for (auto const& publication : steering::Organisation::open(settings.data_folder)->publications())
        table.add({publication.id.value(), base::to_text(publication.made), publication.name});
    table.print(std::cout, format);
}

void publish(Settings const& settings, std::string const& name) {
    steering::Organisation::open(settings.data_folder)
        ->publish(name, steering::by_command_line("rodtrad publish", now()));
    std::cout << settings.language().tr("\"{0}\" is published: from now on the list says what is new since.", name)
              << '\n';
}

} // namespace

void add_publish_command(CLI::App& root, Settings& settings) {
    struct Options {
        OutputFormat format = OutputFormat::text;
        std::string name;
    };
    auto options = std::make_shared<Options>();
    auto* command = root.add_subcommand("publish", "Hand out the list as it stands, under a name: then it can tell "
                                                   "what is new, what remains and what is solved. Without a name: "
                                                   "what has been published.");
    command->add_option("name", options->name, "such as \"Delårsrapport augusti 2026\"");
    add_format_option(*command, options->format);
    command->callback([options, &settings] {
        if (options->name.empty())
            list(settings, options->format);
        else
            publish(settings, options->name);
    });
}

} // namespace rodtrad::app
