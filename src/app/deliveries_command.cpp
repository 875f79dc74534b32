#include "app/deliveries_command.hpp"

#include "app/clock.hpp"
#include "app/output.hpp"
#include "app/settings.hpp"
#include "steering/organisation.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace rodtrad::app {

namespace {

void list(Settings const& settings, OutputFormat format) {
    auto const organisation = steering::Organisation::open(settings.data_folder);
    OutputTable table{{"delivery", "received", "undone", "rows", "new", "revised", "known", "left_out", "without_value",
                       "complaints", "source", "format"}};
    for (auto const& delivery : organisation->deliveries()) {
        auto const& counts = delivery.counts;
        table.add({delivery.id.value(), base::to_text(delivery.received),
                   delivery.undone ? OutputCell{base::to_text(*delivery.undone)} : OutputCell{}, counts.rows,
                   counts.added, counts.revised, counts.unchanged, counts.left_out, counts.without_value,
                   counts.complaints, delivery.source, delivery.format});
    }
    table.print(std::cout, format);
}

void undo(Settings const& settings, std::int64_t delivery) {
    auto const organisation = steering::Organisation::open(settings.data_folder);
    organisation->undo(domain::DeliveryId{delivery}, steering::by_command_line("rodtrad deliveries undo", now()));
    std::cout << settings.language().tr("Delivery {0} is undone: everything reads as if it had never come.",
                                        fmt::format("{}", delivery))
              << '\n';
}

void complaints(Settings const& settings, std::int64_t delivery, OutputFormat format) {
    auto const organisation = steering::Organisation::open(settings.data_folder);
    auto const& language = settings.language();
    auto const said = [&](std::string const& text) {
        return format == OutputFormat::text ? std::string{language.tr(text)} : text;
    };
    OutputTable table{{"file", "row", "column", "text", "is_left_out", "problem", "remedy"}};
    for (auto const& complaint : organisation->complaints(domain::DeliveryId{delivery}))
        table.add({complaint.file, complaint.row, complaint.column, complaint.text,
                   complaint.outcome == domain::Complaint::Outcome::left_out, said(complaint.problem),
                   said(complaint.remedy)});
    table.print(std::cout, format);
}

} // namespace

void add_deliveries_command(CLI::App& root, Settings& settings) {
    struct Options {
        OutputFormat format = OutputFormat::text;
        std::int64_t delivery = 0;
    };
    auto options = std::make_shared<Options>();
    auto* command =
        root.add_subcommand("deliveries", "What has been delivered, newest first; undo a delivery, or read what "
                                          "was wrong in it.");
    command->require_subcommand(0, 1);
    add_format_option(*command, options->format);

    auto* undo_command = command->add_subcommand("undo", "Take a delivery back: what it revised stands again.");
    undo_command->add_option("delivery", options->delivery, "its number")->required();
    undo_command->callback([options, &settings] { undo(settings, options->delivery); });

    auto* complaints_command = command->add_subcommand("complaints", "The problems in a delivery, row by row.");
    complaints_command->add_option("delivery", options->delivery, "its number")->required();
    add_format_option(*complaints_command, options->format);
    complaints_command->callback([options, &settings] { complaints(settings, options->delivery, options->format); });

    command->callback([command, options, &settings] {
        if (command->get_subcommands().empty()) list(settings, options->format);
    });
}

} // namespace rodtrad::app
