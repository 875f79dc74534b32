#include "app/demo_command.hpp"

#include "app/clock.hpp"
#include "app/demo_plan.hpp"
#include "app/progress.hpp"
#include "app/settings.hpp"
#include "base/error.hpp"
#include "demo/example.hpp"
#include "demo/files.hpp"
#include "steering/organisation.hpp"
#include "view/format.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace rodtrad::app {

namespace {

namespace fs = std::filesystem;

struct DemoOptions {
    std::uint64_t seed = 1;
    bool is_forced = false;
};

// The name the delivery goes by, and by which the same example is known again.
std::string source_of(DemoOptions const& options) { return fmt::format("rodtrad demo --seed {}", options.seed); }

bool holds(fs::path const& path, std::string const& text) {
    std::ifstream in{path, std::ios::binary};
    return in && std::string{std::istreambuf_iterator<char>{in}, {}} == text;
}

// The example is added to an empty organisation, or to itself.
void refuse_to_mix(steering::Organisation const& organisation, std::string const& source, fs::path const& data_folder) {
    for (auto const& delivery : organisation.deliveries())
        if (!delivery.undone && delivery.source != source)
            throw base::Error(fmt::format("{} already holds other figures (delivery {}, {}). Give the example a folder "
                                          "of its own with --data DIR, or add it to what is there with --force.",
                                          data_folder.string(), delivery.id.value(), delivery.source));
}

void refuse_to_replace(fs::path const& folder, std::vector<demo::File> const& files) {
    for (auto const& file : files)
        if (fs::exists(folder / file.name) && !holds(folder / file.name, file.text))
            throw base::Error(
                fmt::format("{} is there already and is not the file that would be written. Move it away, "
                            "or replace it with --force.",
                            (folder / file.name).string()));
}

// Whole files only: a file is complete before it gets its name.
void write(fs::path const& folder, demo::File const& file) {
    auto const path = folder / file.name;
    auto const unfinished = fs::path{path}.concat(".part");
    std::ofstream out{unfinished, std::ios::binary};
    out << file.text;
    out.close();
    std::error_code error;
    if (out) fs::rename(unfinished, path, error);
    if (!out || error)
        throw base::Error(
            fmt::format("{} could not be written. Is there room, and may you write there?", path.string()));
}

void create_folder(fs::path const& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw base::Error(fmt::format("the folder {} could not be made: {}", folder.string(), error.message()));
}

void print_outcome(steering::DeliveryReport const& report, demo::Example const& example, fs::path const& folder,
                   Settings const& settings) {
    auto const& language = settings.language();
    auto const whole = [&](std::size_t n) { return view::whole(language, static_cast<std::int64_t>(n)); };
    std::cout << language.tr("{0}: {1} units, {2} measures, {3} figures, {4} planted stories",
                             example.places.front().unit.name, whole(example.places.size()),
                             whole(example.measures.size()), whole(example.figures.size()),
                             whole(example.stories.size()))
              << '\n';
    if (report.delivery)
        std::cout << language.tr("Stored as delivery {0}. `rodtrad deliveries undo {0}` takes it back.",
                                 fmt::format("{}", report.delivery->value()));
    else
        std::cout << language.tr("Nothing was stored: everything was known already.");
    auto const data = settings.data_folder.string();
    std::cout << '\n'
              << language.tr("The files it came from, and planted.csv with what should be found, are in {0}.",
                             folder.string())
              << '\n'
              << language.tr("Next: `rodtrad --data {0} follow-up` shows what stands out, `rodtrad --data {0} serve` "
                             "shows it in the browser.",
                             data)
              << '\n';
}

void run_demo(DemoOptions const& options, Settings const& settings) {
    auto const source = source_of(options);
    auto const organisation = steering::Organisation::open_or_create(settings.data_folder);
    if (!options.is_forced) refuse_to_mix(*organisation, source, settings.data_folder);

    auto const example = demo::make_example({.seed = options.seed});
    auto const delivered = demo::files_of(example);
    auto written = delivered;
    written.push_back(demo::planted_file(example.stories));

    auto const folder = settings.data_folder / "demo";
    if (!options.is_forced) refuse_to_replace(folder, written);
    create_folder(folder);
    for (auto const& file : written) write(folder, file);

    std::vector<fs::path> paths;
    for (auto const& file : delivered) paths.push_back(folder / file.name);
    steering::DeliveryOptions delivery;
    delivery.source = source;
    delivery.is_strict = true;
    Progress progress;
    delivery.progress = [&](std::string const& file, std::uint64_t done, std::uint64_t total) {
        progress.show(file, done, total);
    };
    auto const report = organisation->deliver(paths, delivery, steering::by_command_line("rodtrad demo", now()));
    progress.clear();
    if (!report.complaints.empty()) {
        auto const& first = report.complaints.front();
        throw base::Error(
            fmt::format("the example is not stored: {}:{}: {} {}", first.file, first.row, first.problem, first.remedy));
    }
    give_plan(*organisation, now());
    print_outcome(report, example, folder, settings);
}

} // namespace

void add_demo_command(CLI::App& root, Settings& settings) {
    auto options = std::make_shared<DemoOptions>();
    auto* command = root.add_subcommand(
        "demo", "Create the example: an invented municipality with planted deviations. Its files are "
                "written to DATA/demo and taken in as any delivery; done again, it changes nothing.");
    command->add_option("--seed", options->seed, "another number gives other chance around the same stories")
        ->capture_default_str();
    command->add_flag("--force", options->is_forced,
                      "add it to an organisation that already holds other figures, and replace files in DATA/demo");
    command->callback([options, &settings] { run_demo(*options, settings); });
}

} // namespace rodtrad::app
