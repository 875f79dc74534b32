#include "view/pages/measure_about.hpp"

#include "base/text.hpp"
#include "view/letter_case.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

std::string_view level_name(domain::MeasureLevel level, Language const& language) {
    switch (level) {
    case domain::MeasureLevel::political:
        return language.tr("Political: tied to an adopted goal or area");
    case domain::MeasureLevel::operational:
        return language.tr("Operational: for those who run the service");
    case domain::MeasureLevel::informative:
        break;
    }
    return language.tr("For information");
}

// The unit's own targets for the group, or those of the nearest unit above that passes its own on; newest first.
std::vector<domain::Target const*> targets_of(SeriesKey key, study::Dataset const& data) {
    auto const& group = data.groups[key.group].code;
    std::vector<domain::Target const*> targets;
    for (std::optional unit = key.unit; unit && targets.empty(); unit = data.units[*unit].parent)
        for (auto const& target : data.measures[key.measure].targets)
            if (target.unit == data.units[*unit].unit.code && target.group == group &&
                (*unit == key.unit || target.is_inherited))
                targets.push_back(&target);
    std::ranges::sort(targets,
                      [](auto const* one, auto const* other) { return one->period.code() > other->period.code(); });
    return targets;
}

std::string target_terms(std::vector<domain::Target const*> const& targets, ValueFormat const& format,
                         Language const& language) {
    std::string text;
    for (auto const* target : targets) {
        if (!text.empty()) text += "; ";
        std::string values;
        auto const add = [&](std::optional<double> value, std::string_view words) {
            if (value) values += (values.empty() ? "" : ", ") + language.tr(words, as_set(language, format, *value));
        };
        add(target->target, "{0}");
        add(target->floor, message("accepted {0}"));
        add(target->stretch, message("hoped for {0}"));
        text += language.tr("{0} from {1}", values, period_text(language, target->period));
    }
    return text;
}

std::string delivery_text(domain::Delivery const& delivery, Language const& language) {
    return language.tr("{0}, received {1}", delivery.source, date(language, delivery.received));
}

std::string outcome_text(domain::Outcome const& outcome, ValueFormat const& format, Language const& language) {
    if (auto const* measured = std::get_if<domain::Measured>(&outcome))
        return with_unit(language, format, measured->value);
    if (std::holds_alternative<domain::Missing>(outcome)) return std::string{language.tr("missing")};
    if (std::holds_alternative<domain::NotApplicable>(outcome)) return std::string{language.tr("does not apply")};
    return std::string{language.tr("too few people to show")};
}

std::string revisions_text(Provenance const& provenance, ValueFormat const& format, Language const& language) {
    std::string text;
    for (auto const& [delivery, outcome] : provenance.revisions) {
        if (!text.empty()) text += "; ";
        text += language.tr("{0} according to {1}", outcome_text(outcome, format, language),
                            delivery_text(delivery, language));
    }
    return text;
}

// "Källa: SCB." → "SCB.": the heading says that it is the source.
std::string_view without_heading(std::string_view source) {
    for (std::string_view const heading : {"Källa:", "Source:"})
        if (source.starts_with(heading)) return base::trimmed(source.substr(heading.size()));
    return source;
}

} // namespace

std::vector<Term> about_terms(SeriesKey key, study::Dataset const& data, Provenance const& provenance,
                              ValueFormat const& format, Language const& language) {
    auto const& measure_data = data.measures[key.measure];
    auto const& measure = measure_data.measure;
    std::vector<Term> terms;
    auto const add = [&](std::string_view name, std::string_view text) {
        if (!text.empty()) terms.push_back({std::string{language.tr(name)}, std::string{text}});
    };
    add(message("Definition"), measure.definition);
    add(message("Direction"), polarity_text(measure, format, language));
    add(message("Unit of measure"), measure.unit_of_measure);
    add(message("Target"), target_terms(targets_of(key, data), format, language));
    add(message("Source"), without_heading(measure.source));
    if (provenance.delivery) add(message("Delivery"), delivery_text(*provenance.delivery, language));
    if (provenance.revisions.size() > 1)
        add(message("Versions of the newest figure"), revisions_text(provenance, format, language));
    add(message("Perspective"), measure.perspective);
    add(message("Area"), capitalised(measure.area));
    add(message("Owner"), measure.owner);
    add(message("Level"), level_name(measure.level, language));
    add(message("Code"),
        language.tr("{0}, version {1} of the definition", measure.code, std::to_string(measure_data.version)));
    return terms;
}

} // namespace rodtrad::view::pages
