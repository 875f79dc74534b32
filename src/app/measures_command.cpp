#include "app/measures_command.hpp"

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

void list(Settings const& settings, OutputFormat format) {
    auto const snapshot = steering::Organisation::open(settings.data_folder)->snapshot();
    OutputTable table{{"code", "title", "polarity", "kind", "unit", "periods", "version", "area", "conditions"}};
    for (auto const& data : snapshot->data.measures) {
        auto const& measure = data.measure;
        auto const periods = data.cube ? fmt::format("{}–{}", data.cube->period(0).text(),
                                                     data.cube->period(data.cube->periods() - 1).text())
                                       : std::string{};
        table.add({measure.code, measure.title, domain::to_text(measure.polarity),
                   std::string{domain::to_text(measure.kind)}, measure.unit_of_measure, periods,
                   std::int64_t{data.version}, measure.area, fmt::format("{}", fmt::join(measure.conditions, ", "))});
    }
    table.print(std::cout, format);
}

struct Changes {
    std::string code;
    std::string polarity;
    std::string min_effect;
    std::string weight;
    std::vector<std::string> conditions;
};

double number(std::string const& text, std::string_view option) {
    auto const value = base::to_double(text);
    if (!value) throw base::UsageError(fmt::format("{} takes a number with a decimal point, not \"{}\"", option, text));
    return *value;
}

void set(Settings const& settings, Changes const& changes) {
    domain::Measure measure{.code = changes.code, .title = {}};
    import::Fields stated = 0;
    auto const states = [&](import::MeasureField field) { stated |= static_cast<import::Fields>(field); };
    if (!changes.polarity.empty()) {
        auto const polarity = domain::to_polarity(changes.polarity);
        if (!polarity)
            throw base::UsageError(
                fmt::format("--polarity takes higher, lower, neutral or a wanted range such as 4.5..6, "
                            "not \"{}\"",
                            changes.polarity));
        measure.polarity = *polarity;
        states(import::MeasureField::polarity);
    }
    if (!changes.min_effect.empty()) {
        measure.min_effect = number(changes.min_effect, "--min-effect");
        if (*measure.min_effect < 0) throw base::UsageError("--min-effect cannot be below zero");
        states(import::MeasureField::min_effect);
    }
    if (!changes.weight.empty()) {
        measure.weight = number(changes.weight, "--weight");
        if (measure.weight < 1 || measure.weight > 3) throw base::UsageError("--weight lies between 1 and 3");
        states(import::MeasureField::weight);
    }
    if (!changes.conditions.empty()) {
        measure.conditions = changes.conditions;
        states(import::MeasureField::conditions);
    }
    if (stated == 0) throw base::UsageError("say what to set: --polarity, --min-effect, --weight or --conditions");

    auto const organisation = steering::Organisation::open(settings.data_folder);
    auto const report = organisation->restate(measure, stated, fmt::format("rodtrad measures set {}", changes.code),
                                              steering::by_command_line("rodtrad measures", now()));
    auto const& language = settings.language();
    if (report.delivery)
        std::cout << language.tr("The measure {0} has a new version. `rodtrad deliveries undo {1}` takes it back.",
                                 changes.code, fmt::format("{}", report.delivery->value()))
                  << '\n';
    else
        std::cout << language.tr("The measure {0} was like that already.", changes.code) << '\n';
}

} // namespace

void add_measures_command(CLI::App& root, Settings& settings) {
    auto format = std::make_shared<OutputFormat>(OutputFormat::text);
    auto* command = root.add_subcommand("measures", "The measures and their definitions; set what is better.");
    command->require_subcommand(0, 1);
    add_format_option(*command, *format);

    auto changes = std::make_shared<Changes>();
    auto* set_command = command->add_subcommand(
        "set", "Change a measure's definition. Many at once: import a CSV file with the columns code and polarity.");
    set_command->add_option("code", changes->code, "the measure")->required();
    set_command->add_option("--polarity", changes->polarity, "higher or lower is better, neutral, or a range: 4.5..6");
    set_command->add_option("--min-effect", changes->min_effect, "smallest difference worth talking about");
    set_command->add_option("--weight", changes->weight, "1 to 3: how much it counts when the list is ranked");
    set_command
        ->add_option("--conditions", changes->conditions, "measures that say what can be expected of a unit: N1,N2")
        ->delimiter(',');
    set_command->callback([changes, &settings] { set(settings, *changes); });

    command->callback([command, format, &settings] {
        if (command->get_subcommands().empty()) list(settings, *format);
    });
}

} // namespace rodtrad::app
