#include "app/import_command.hpp"

#include "app/clock.hpp"
#include "app/output.hpp"
#include "app/progress.hpp"
#include "app/settings.hpp"
#include "base/error.hpp"
#include "steering/organisation.hpp"
#include "view/format.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <optional>
#include <ranges>
#include <utility>

namespace rodtrad::app {

namespace {

struct ImportOptions {
    std::vector<std::string> files;
    std::string mapping;
    std::string source;
    bool is_dry_run = false;
    bool is_strict = false;
    OutputFormat format = OutputFormat::text;
};

constexpr std::size_t complaints_printed = 20;

void print_complaints(std::ostream& out, steering::DeliveryReport const& report, view::Language const& language) {
    for (auto const& complaint : report.complaints | std::views::take(complaints_printed)) {
        out << complaint.file;
        if (complaint.row > 0) out << ':' << complaint.row;
        if (!complaint.column.empty()) out << " [" << complaint.column << ']';
        if (!complaint.text.empty()) out << " \"" << complaint.text << '"';
        out << ": " << language.tr(complaint.problem) << ' ' << language.tr(complaint.remedy) << '\n';
    }
    auto const more = report.counts.complaints - static_cast<std::int64_t>(complaints_printed);
    if (more > 0)
        out << language.trn("… and {0} more complaint. `rodtrad deliveries complaints N` shows all that are stored.",
                            "… and {0} more complaints. `rodtrad deliveries complaints N` shows all that are stored.",
                            more, view::whole(language, more))
            << '\n';
}

void print_counts(std::ostream& out, steering::DeliveryReport const& report, view::Language const& language) {
    auto const whole = [&](std::int64_t n) { return view::whole(language, n); };
    for (auto const& file : report.files) {
        auto const& counts = file.counts;
        out << language.tr("{0}: {1}", file.file, file.format) << '\n'
            << language.tr("  {0} rows: {1} new, {2} revised, {3} known already, {4} left out", whole(counts.rows),
                           whole(counts.added), whole(counts.revised), whole(counts.unchanged), whole(counts.left_out));
        if (counts.without_value > 0) out << language.tr("; {0} of them without a value", whole(counts.without_value));
        if (file.passed_over > 0) out << language.tr("; {0} passed over, as the mapping says", whole(file.passed_over));
        out << '\n';
    }
    auto const& counts = report.counts;
    out << language.tr("In all: {0} new, {1} revised, {2} known already, {3} left out, {4} complaints",
                       whole(counts.added), whole(counts.revised), whole(counts.unchanged), whole(counts.left_out),
                       whole(counts.complaints))
        << '\n';
}

void print_outcome(std::ostream& out, steering::DeliveryReport const& report, ImportOptions const& options,
                   view::Language const& language) {
    if (report.delivery)
        out << language.tr("Stored as delivery {0}. `rodtrad deliveries undo {0}` takes it back.",
                           fmt::format("{}", report.delivery->value()));
    else if (options.is_dry_run)
        out << language.tr("A dry run: nothing was stored.");
    else if (options.is_strict && report.counts.complaints > 0)
        out << language.tr("Nothing was stored: --strict accepts no complaint.");
    else if (report.counts.unchanged > 0)
        out << language.tr("Nothing was stored: everything was known already.");
    else
        out << language.tr("Nothing was stored: there was nothing to store.");
    out << '\n';
}

void print_json(std::ostream& out, steering::DeliveryReport const& report) {
    auto const counts = [&](domain::DeliveryCounts const& c) {
        return fmt::format(R"("rows": {}, "added": {}, "revised": {}, "unchanged": {}, "left_out": {}, )"
                           R"("figures": {}, "without_value": {}, "complaints": {})",
                           c.rows, c.added, c.revised, c.unchanged, c.left_out, c.figures, c.without_value,
                           c.complaints);
    };
    out << "{\"delivery\": " << (report.delivery ? fmt::format("{}", report.delivery->value()) : "null") << ", "
        << counts(report.counts) << ",\n \"files\": [";
    for (bool is_first = true; auto const& file : report.files) {
        out << (std::exchange(is_first, false) ? "\n  " : ",\n  ") << "{\"file\": " << json_text(file.file)
            << ", \"format\": " << json_text(file.format) << ", " << counts(file.counts)
            << ", \"passed_over\": " << file.passed_over << '}';
    }
    out << "],\n \"complaints_shown\": [";
    for (bool is_first = true; auto const& complaint : report.complaints) {
        out << (std::exchange(is_first, false) ? "\n  " : ",\n  ") << "{\"file\": " << json_text(complaint.file)
            << ", \"row\": " << complaint.row << ", \"column\": " << json_text(complaint.column)
            << ", \"text\": " << json_text(complaint.text) << ", \"problem\": " << json_text(complaint.problem)
            << ", \"remedy\": " << json_text(complaint.remedy)
            << ", \"is_left_out\": " << (complaint.outcome == domain::Complaint::Outcome::left_out ? "true" : "false")
            << '}';
    }
    out << "]}\n";
}

// The folder that `rodtrad export` wrote, where one is named, by itself or by the file in it that says what it is.
std::optional<std::filesystem::path> exported_folder(std::vector<std::string> const& files) {
    for (std::filesystem::path file : files) {
        if (steering::is_export(file)) return file;
        if (steering::is_export(file.parent_path()) && file.extension() == ".json") return file.parent_path();
    }
    return {};
}

// A folder that `rodtrad export` wrote becomes the organisation of an empty data folder.
void restore(std::filesystem::path const& exported, ImportOptions const& options, Settings const& settings) {
    if (options.files.size() > 1)
        throw base::UsageError{fmt::format("{} is a whole organisation: it comes in alone, into an empty data folder. "
                                           "Leave the other files for later",
                                           exported.string())};
    if (options.is_dry_run || options.is_strict || !options.mapping.empty() || !options.source.empty() ||
        options.format != OutputFormat::text)
        throw base::UsageError{fmt::format("{} is a whole organisation: it is restored as it is, or not at all. --data "
                                           "is the only option that goes with it",
                                           exported.string())};
    Progress progress;
    steering::Organisation::restore(settings.data_folder, exported, [&](std::string_view table, std::int64_t rows) {
        progress.show(std::string{table}, static_cast<std::uint64_t>(rows), 0);
    });
    progress.clear();
    auto const& language = settings.language();
    std::cout << language.tr("The organisation from {0} is restored in {1}.", exported.string(),
                             settings.data_folder.string())
              << '\n'
              << language.tr("Passwords did not come along: make a link for whoever is to sign in, with `rodtrad user "
                             "reset`.")
              << '\n';
}

void import(ImportOptions const& options, Settings const& settings) {
    if (auto const exported = exported_folder(options.files)) return restore(*exported, options, settings);
    auto const organisation = steering::Organisation::open_or_create(settings.data_folder);
    steering::DeliveryOptions delivery;
    if (!options.mapping.empty()) delivery.read.mapping = options.mapping;
    delivery.is_dry_run = options.is_dry_run;
    delivery.is_strict = options.is_strict;
    delivery.source = options.source;
    Progress progress;
    delivery.progress = [&](std::string const& file, std::uint64_t done, std::uint64_t total) {
        progress.show(file, done, total);
    };
    auto const report = organisation->deliver({options.files.begin(), options.files.end()}, delivery,
                                              steering::by_command_line("rodtrad import", now()));
    progress.clear();

    auto const& language = settings.language();
    if (options.format == OutputFormat::json) {
        print_json(std::cout, report);
    } else if (options.format == OutputFormat::csv) {
        OutputTable table{{"file", "row", "column", "text", "problem", "remedy", "is_left_out"}};
        for (auto const& complaint : report.complaints)
            table.add({complaint.file, complaint.row, complaint.column, complaint.text, complaint.problem,
                       complaint.remedy, complaint.outcome == domain::Complaint::Outcome::left_out});
        table.print(std::cout, OutputFormat::csv);
    } else {
        print_counts(std::cout, report, language);
        print_outcome(std::cout, report, options, language);
    }
    if (options.format == OutputFormat::text) print_complaints(std::cerr, report, language);

    auto const nothing_understood =
        report.counts.left_out > 0 && report.counts.added + report.counts.revised == 0 && report.counts.unchanged == 0;
    if (nothing_understood) throw base::Error("no row could be understood, and nothing was stored");
    if (options.is_strict && report.counts.complaints > 0)
        throw base::Error(
            fmt::format("complaints: {}, and --strict accepts none: nothing was stored", report.counts.complaints));
}

} // namespace

void add_import_command(CLI::App& root, Settings& settings) {
    auto options = std::make_shared<ImportOptions>();
    auto* command =
        root.add_subcommand("import", "Take in files: figures, units, measures, groups, peer groups, targets. "
                                      "CSV, Excel or Kolada's JSON, plain, .gz or .xz. All files together are "
                                      "one delivery: it is stored whole, or not at all. Or a folder that `rodtrad "
                                      "export` wrote, into an empty data folder.");
    command->add_option("files", options->files, "files, in any order; or one exported folder")->required();
    command->add_option("--mapping", options->mapping, "a TOML file that says what the columns of a CSV file are");
    command->add_option("--source", options->source, "what to call the delivery, instead of the files' names");
    command->add_flag("--dry-run", options->is_dry_run, "tell what would happen, and store nothing");
    command->add_flag("--strict", options->is_strict, "store nothing if there is a single complaint");
    add_format_option(*command, options->format);
    command->callback([options, &settings] { import(*options, settings); });
}

} // namespace rodtrad::app
