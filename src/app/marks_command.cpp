#include "app/marks_command.hpp"

#include "app/clock.hpp"
#include "app/output.hpp"
#include "app/settings.hpp"
#include "base/error.hpp"
#include "steering/organisation.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace rodtrad::app {

namespace {

struct Options {
    OutputFormat format = OutputFormat::text;
    std::string measure;
    std::string period;
    std::string text;
    std::string kind;
    std::string unit;
    std::string group;
};

void list(Settings const& settings, OutputFormat format) {
    auto const snapshot = steering::Organisation::open(settings.data_folder)->snapshot();
    OutputTable table{{"measure", "unit", "group", "period", "kind", "text"}};
    for (auto const& data : snapshot->data.measures)
        for (auto const& mark : data.marks)
            table.add({mark.measure, mark.unit, mark.group, mark.period.text(), std::string{domain::to_text(mark.kind)},
                       mark.text});
    table.print(std::cout, format);
}

void add(Settings const& settings, Options const& options) {
    auto const period = domain::Period::from_text(options.period);
    if (!period)
        throw base::UsageError(
            fmt::format("the period is such as 2024, 2024-03, 2024Q2, 2024T1 or 2024H1, not \"{}\"", options.period));
    auto const organisation = steering::Organisation::open(settings.data_folder);
    auto const report = organisation->mark({.measure = options.measure,
                                            .unit = options.unit,
                                            .group = options.group,
                                            .period = *period,
                                            .kind = *domain::to_mark_kind(options.kind),
                                            .text = options.text},
                                           fmt::format("rodtrad marks add {}", options.measure),
                                           steering::by_command_line("rodtrad marks", now()));
    auto const& language = settings.language();
    if (report.delivery)
        std::cout << language.tr("The point is marked. `rodtrad deliveries undo {0}` takes the mark away.",
                                 fmt::format("{}", report.delivery->value()))
                  << '\n';
    else
        std::cout << language.tr("The point was marked like that already.") << '\n';
}

} // namespace

void add_marks_command(CLI::App& root, Settings& settings) {
    auto options = std::make_shared<Options>();
    auto* command = root.add_subcommand("marks", "New starts with their reasons, and explanations, on points in "
                                                 "series; add one.");
    command->require_subcommand(0, 1);
    add_format_option(*command, options->format);

    auto* add_command = command->add_subcommand(
        "add", "Mark a point. Many at once: import a CSV file with the columns measure, period, kind and text.");
    add_command->add_option("measure", options->measure, "its code")->required();
    add_command->add_option("period", options->period, "2024, 2024-03, 2024Q2 …; a new start holds from there on")
        ->required();
    add_command->add_option("text", options->text, "the reason, or the explanation")->required();
    add_command->add_option("--kind", options->kind, "rebase: limits and tests start anew; explanation: text alone")
        ->required()
        ->check(CLI::IsMember({"rebase", "explanation"}));
    add_command->add_option("--unit", options->unit, "only this unit and those below it (its code)");
    add_command->add_option("--group", options->group, "only this group (its code)");
    add_command->callback([options, &settings] { add(settings, *options); });

    command->callback([command, options, &settings] {
        if (command->get_subcommands().empty()) list(settings, options->format);
    });
}

} // namespace rodtrad::app
