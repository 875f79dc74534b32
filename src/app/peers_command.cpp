#include "app/peers_command.hpp"

#include "app/clock.hpp"
#include "app/output.hpp"
#include "app/settings.hpp"
#include "base/error.hpp"
#include "steering/organisation.hpp"
#include "study/similar_units.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace rodtrad::app {

namespace {

struct Options {
    OutputFormat format = OutputFormat::text;
    std::string code;
    std::string name;
    std::string area;
    std::string owner;
    std::vector<std::string> members;
    std::string similar_to;
    std::vector<std::string> by;
    std::size_t count = 7;
};

void list(Settings const& settings, OutputFormat format) {
    auto const snapshot = steering::Organisation::open(settings.data_folder)->snapshot();
    OutputTable table{{"code", "name", "owner", "area", "year", "members"}};
    for (auto const& entry : snapshot->data.peer_groups) {
        auto const& group = entry.group;
        table.add({group.code, group.name, group.owner ? OutputCell{*group.owner} : OutputCell{}, group.area,
                   group.year ? OutputCell{std::int64_t{*group.year}} : OutputCell{},
                   fmt::format("{}", fmt::join(group.members, ", "))});
    }
    table.print(std::cout, format);
}

study::UnitIndex unit_called(std::string const& code, study::Dataset const& data) {
    auto const unit = data.find_unit(code);
    if (!unit) throw base::Error(fmt::format("there is no unit {}: `rodtrad units` lists those there are", code));
    return *unit;
}

// "N01951", or "N01951:2" with its weight.
study::SimilarityCondition condition(std::string const& text, study::Dataset const& data) {
    auto const colon = text.rfind(':');
    auto const code = text.substr(0, colon);
    auto const measure = data.find_measure(code);
    if (!measure)
        throw base::Error(fmt::format("there is no measure {}: `rodtrad measures` lists those there are", code));
    if (colon == std::string::npos) return {.measure = *measure};
    auto const weight = base::to_double(text.substr(colon + 1));
    if (!weight || *weight <= 0)
        throw base::UsageError(
            fmt::format("--by takes codes with weights above 0 such as {}:2, not \"{}\"", code, text));
    return {.measure = *measure, .weight = *weight};
}

std::string_view why(study::NoSimilarUnits reason) {
    switch (reason) {
    case study::NoSimilarUnits::no_conditions:
        return "name at least one measure with --by";
    case study::NoSimilarUnits::conditions_missing:
        return "it has no figure of some of these measures";
    case study::NoSimilarUnits::nobody_alike:
        return "no other unit of its kind and operation has figures of all these measures";
    }
    return {};
}

domain::PeerGroup likes(Options const& options, study::Dataset const& data, OutputTable& table) {
    study::SimilarityRequest request{.unit = unit_called(options.similar_to, data),
                                     .conditions = {},
                                     .as_of = {},
                                     .count = options.count,
                                     .pinned = {},
                                     .excluded = {}};
    for (auto const& text : options.by) request.conditions.push_back(condition(text, data));
    for (auto const& code : options.members) request.pinned.push_back(unit_called(code, data));
    auto const answer = study::similar_units(data, request);
    if (!answer)
        throw base::Error(fmt::format("no likes of {} can be found: {}", options.similar_to, why(answer.reason())));
    for (auto const& unit : answer->units) {
        auto const& about = data.units[unit.unit].unit;
        table.add({about.code, about.name, unit.distance ? OutputCell{*unit.distance} : OutputCell{}});
    }
    return study::to_peer_group(*answer, data, options.code, options.name, options.area);
}

void save(Settings const& settings, Options const& options) {
    auto const organisation = steering::Organisation::open(settings.data_folder);
    domain::PeerGroup group{.code = options.code,
                            .name = options.name.empty() ? options.code : options.name,
                            .owner = {},
                            .area = options.area,
                            .members = options.members};
    if (!options.owner.empty()) group.owner = options.owner;
    if (!options.similar_to.empty()) {
        OutputTable table{{"unit", "name", "distance"}};
        group = likes(options, organisation->snapshot()->data, table);
        table.print(std::cout, OutputFormat::text);
    }
    auto const report = organisation->save_peer_group(group, fmt::format("rodtrad peers save {}", options.code),
                                                      steering::by_command_line("rodtrad peers", now()));
    auto const& language = settings.language();
    if (report.delivery)
        std::cout << language.tr("The group {0} is saved. `rodtrad deliveries undo {1}` takes it back.", options.code,
                                 fmt::format("{}", report.delivery->value()))
                  << '\n';
    else
        std::cout << language.tr("The group {0} was like that already.", options.code) << '\n';
}

} // namespace

void add_peers_command(CLI::App& root, Settings& settings) {
    auto options = std::make_shared<Options>();
    auto* command = root.add_subcommand("peers", "Whom units are compared with; save a group of one's own.");
    command->require_subcommand(0, 1);
    add_format_option(*command, options->format);

    auto* save_command = command->add_subcommand("save", "Save a group under a code: of units that are named, or of "
                                                         "those most like a unit by measures of its conditions.");
    save_command->add_option("code", options->code, "of the group")->required();
    save_command->add_option("--name", options->name, "of the group; its code where none is given");
    save_command->add_option("--area", options->area, "only for measures of this area");
    auto* members = save_command->add_option("--members", options->members, "codes of units")->delimiter(',');
    auto* owner = save_command->add_option("--owner", options->owner, "whose peers they are; else each other's");
    auto* similar = save_command->add_option("--similar", options->similar_to, "find the likes of this unit");
    auto* by =
        save_command->add_option("--by", options->by, "measures that say what is alike, some with weights: N1,N2:2")
            ->delimiter(',');
    save_command->add_option("--count", options->count, "how many likes")->check(CLI::Range(1, 1000))->needs(similar);
    similar->needs(by)->excludes(owner);
    by->needs(similar);
    save_command->callback([options, members, similar, &settings] {
        if (members->empty() && similar->empty()) throw base::UsageError("say who: --members or --similar");
        save(settings, *options);
    });

    command->callback([command, options, &settings] {
        if (command->get_subcommands().empty()) list(settings, options->format);
    });
}

} // namespace rodtrad::app
