#include "steering/stated_definitions.hpp"

namespace rodtrad::steering {

domain::Unit merged(domain::Unit known, domain::Unit const& row, import::Fields stated) {
    using enum import::UnitField;
    if (states(stated, name)) known.name = row.name;
    if (states(stated, parent)) known.parent = row.parent;
    if (states(stated, kind)) known.kind = row.kind;
    if (states(stated, operation)) known.operation = row.operation;
    if (states(stated, valid_from)) known.valid_from = row.valid_from;
    if (states(stated, valid_to)) known.valid_to = row.valid_to;
    if (states(stated, predecessors)) known.predecessors = row.predecessors;
    if (states(stated, external_codes)) {
        for (auto const& [system, code] : row.external_codes) known.external_codes.insert_or_assign(system, code);
    }
    return known;
}

domain::Measure merged(domain::Measure known, domain::Measure const& row, import::Fields stated) {
    using enum import::MeasureField;
    if (states(stated, title)) known.title = row.title;
    if (states(stated, title_en)) known.title_en = row.title_en;
    if (states(stated, definition)) known.definition = row.definition;
    if (states(stated, unit_of_measure)) known.unit_of_measure = row.unit_of_measure;
    if (states(stated, kind)) known.kind = row.kind;
    if (states(stated, multiplier)) known.multiplier = row.multiplier;
    if (states(stated, polarity)) known.polarity = row.polarity;
    if (states(stated, aggregation)) known.aggregation = row.aggregation;
    if (states(stated, periodicity)) known.periodicity = row.periodicity;
    if (states(stated, level)) known.level = row.level;
    if (states(stated, perspective)) known.perspective = row.perspective;
    if (states(stated, area)) known.area = row.area;
    if (states(stated, source)) known.source = row.source;
    if (states(stated, owner)) known.owner = row.owner;
    if (states(stated, people)) known.people = row.people;
    if (states(stated, min_effect)) known.min_effect = row.min_effect;
    if (states(stated, decimals)) known.decimals = row.decimals;
    if (states(stated, weight)) known.weight = row.weight;
    if (states(stated, conditions)) known.conditions = row.conditions;
    return known;
}

std::optional<domain::Group> well_known_group(std::string_view code) {
    using domain::GroupKind;
    if (code == domain::total_group) return domain::Group{"T", "totalt", "total", GroupKind::total};
    if (code == domain::women_group) return domain::Group{"K", "kvinnor", "women", GroupKind::sex};
    if (code == domain::men_group) return domain::Group{"M", "män", "men", GroupKind::sex};
    return {};
}

} // namespace rodtrad::steering
