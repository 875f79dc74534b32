#include "demo/example.hpp"

#include "demo/calendar.hpp"
#include "demo/figures.hpp"
#include "demo/measure_model.hpp"

namespace rodtrad::demo {

namespace {

domain::Measure definition_of(MeasureModel const& model) {
    domain::Measure measure;
    measure.code = model.code;
    measure.title = model.title;
    measure.title_en = model.title_en;
    measure.definition = model.definition;
    measure.unit_of_measure = model.unit_of_measure;
    measure.kind = model.kind;
    measure.multiplier = model.multiplier;
    measure.polarity = model.polarity;
    measure.aggregation = model.aggregation;
    measure.periodicity = model.periodicity;
    measure.level = model.level;
    measure.perspective = model.perspective;
    measure.area = model.area;
    measure.source = model.source;
    measure.owner = model.owner;
    measure.people = model.people;
    measure.min_effect = model.min_effect;
    measure.decimals = model.decimals;
    measure.weight = model.weight;
    return measure;
}

// One target for the whole municipality, which the units below inherit.
void add_target(std::vector<domain::Target>& targets, MeasureModel const& model) {
    if (!model.floor && !model.target && !model.stretch) return;
    domain::Target target;
    target.measure = model.code;
    target.unit = municipality_code;
    target.period = periods_of(model.periodicity).front();
    target.floor = model.floor;
    target.target = model.target;
    target.stretch = model.stretch;
    targets.push_back(std::move(target));
}

} // namespace

Example make_example(DemoSettings const& settings) {
    Example example;
    example.places = organisation();
    example.groups = groups();
    example.peer_groups = peer_groups(example.places);
    if (settings.is_planted) example.stories = planted_stories();
    std::vector<Shift> shifts;
    for (auto const& story : example.stories) shifts.insert(shifts.end(), story.shifts.begin(), story.shifts.end());

    for (auto const& models :
         {measures_of_those_we_are_here_for(), measures_of_employees(), measures_of_processes(), measures_of_economy()})
        for (auto const& model : models) {
            example.measures.push_back(definition_of(model));
            add_target(example.targets, model);
            auto const figures = figures_of(model, example.places, shifts, settings.seed);
            example.figures.insert(example.figures.end(), figures.begin(), figures.end());
        }
    return example;
}

} // namespace rodtrad::demo
