#include "app/advise_command.hpp"

#include "app/clock.hpp"
#include "app/output.hpp"
#include "app/settings.hpp"
#include "base/date.hpp"
#include "base/error.hpp"
#include "plan/advice.hpp"
#include "steering/organisation.hpp"
#include "view/pages/advice_page.hpp"
#include "view/sentences.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>

namespace rodtrad::app {

namespace {

struct Options {
    std::string unit;
    OutputFormat format = OutputFormat::text;
};

// What a piece of advice is about: a kind, and what to find it by.
struct About {
    std::string kind;
    std::string code;
    std::string title;
};
About about(plan::Advice const& advice, study::Dataset const& data, view::Language const& language) {
    if (auto const* const* goal = std::get_if<domain::Goal const*>(&advice.about))
        return {"goal", std::to_string((*goal)->id.value()), (*goal)->title};
    if (auto const* unit = std::get_if<study::UnitIndex>(&advice.about))
        return {"unit", data.units[*unit].unit.code, data.units[*unit].unit.name};
    auto const& measure = data.measures[std::get<study::MeasureIndex>(advice.about)].measure;
    return {"measure", measure.code, std::string{view::measure_title(measure, language)}};
}

// For people: one rule after the other, with its reason once.
void print_text(std::vector<plan::Advice> const& all, study::Dataset const& data, view::Language const& language) {
    if (all.empty())
        std::cout << language.tr("There is nothing to advise: few goals, clearly worded, lived by behaviours.") << '\n';
    std::optional<plan::AdviceRule> rule;
    for (auto const& advice : all) {
        auto const& words = plan::words_of(advice.rule);
        if (rule != advice.rule)
            std::cout << (rule ? "\n" : "") << language.tr(words.title) << "\n  " << language.tr(words.why) << ' '
                      << language.tr(words.mend) << "\n\n";
        rule = advice.rule;
        auto const unit = plan::unit_of(advice, data);
        std::cout << "  - " << about(advice, data, language).title;
        if (unit && std::holds_alternative<domain::Goal const*>(advice.about))
            std::cout << " (" << data.units[*unit].unit.name << ')';
        std::cout << ": " << view::pages::advice_sentence(advice, language) << '\n';
    }
}

void print_table(std::vector<plan::Advice> const& all, study::Dataset const& data, OutputFormat format,
                 view::Language const& language) {
    OutputTable table{{"rule", "unit", "about", "code", "title", "advice", "why", "how_to_mend"}};
    for (auto const& advice : all) {
        auto const& words = plan::words_of(advice.rule);
        auto const unit = plan::unit_of(advice, data);
        auto const [kind, code, title] = about(advice, data, language);
        table.add({std::string{base::name_of(advice.rule)},
                   unit ? OutputCell{data.units[*unit].unit.code} : OutputCell{}, kind, code, title,
                   view::pages::advice_sentence(advice, language), std::string{language.tr(words.why)},
                   std::string{language.tr(words.mend)}});
    }
    table.print(std::cout, format);
}

void advise(Settings const& settings, Options const& options) {
    auto const organisation = steering::Organisation::open(settings.data_folder);
    auto const snapshot = organisation->snapshot();
    auto const plan = organisation->plan();
    auto const& data = snapshot->data;
    auto const branch = options.unit.empty() ? std::nullopt : data.find_unit(options.unit);
    if (!options.unit.empty() && !branch)
        throw base::Error(fmt::format("there is no unit {}: `rodtrad units` lists those there are", options.unit));
    auto const all = plan::advice_on_plan(*plan, data, base::day_of(now()), branch);
    if (options.format == OutputFormat::text)
        print_text(all, data, settings.language());
    else
        print_table(all, data, options.format, settings.language());
}

} // namespace

void add_advise_command(CLI::App& root, Settings& settings) {
    auto options = std::make_shared<Options>();
    auto* command = root.add_subcommand("advise", "Advice on how the plan is made: what, why, and how to mend it. It "
                                                  "never stops anyone.");
    command->add_option("--unit", options->unit, "code: of this unit and those below it");
    add_format_option(*command, options->format);
    command->callback([options, &settings] { advise(settings, *options); });
}

} // namespace rodtrad::app
