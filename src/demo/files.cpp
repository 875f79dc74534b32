#include "demo/files.hpp"

#include "base/csv_writer.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <sstream>

namespace rodtrad::demo {

namespace {

std::string number(std::optional<double> value) { return value ? base::shortest(*value) : std::string{}; }

std::string date(std::optional<std::chrono::year_month_day> day) {
    if (!day) return {};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day->year()), static_cast<unsigned>(day->month()),
                       static_cast<unsigned>(day->day()));
}

template <class Write>
File file(std::string name, Write const& write) {
    std::ostringstream out;
    base::CsvWriter csv{out};
    write(csv);
    return {std::move(name), out.str()};
}

File units_file(Example const& example) {
    return file("units.csv", [&](base::CsvWriter& csv) {
        csv.row({"code", "name", "parent", "kind", "operation", "valid_from", "valid_to"});
        for (auto const& [unit, users, staff, women, has_senior_level] : example.places)
            csv.row({unit.code, unit.name, unit.parent.value_or(""), domain::to_text(unit.kind), unit.operation,
                     date(unit.valid_from), date(unit.valid_to)});
    });
}

File groups_file(Example const& example) {
    return file("groups.csv", [&](base::CsvWriter& csv) {
        csv.row({"code", "name", "name_en", "kind"});
        for (auto const& group : example.groups)
            csv.row({group.code, group.name, group.name_en, domain::to_text(group.kind)});
    });
}

File measures_file(Example const& example) {
    return file("measures.csv", [&](base::CsvWriter& csv) {
        csv.row({"code", "title", "title_en", "definition", "unit_of_measure", "kind", "multiplier", "polarity",
                 "aggregation", "periodicity", "level", "perspective", "area", "source", "owner", "people",
                 "min_effect", "decimals", "weight"});
        for (auto const& measure : example.measures)
            csv.row({measure.code, measure.title, measure.title_en, measure.definition, measure.unit_of_measure,
                     domain::to_text(measure.kind), number(measure.multiplier), domain::to_text(measure.polarity),
                     domain::to_text(measure.aggregation),
                     measure.periodicity ? domain::to_text(*measure.periodicity) : "", domain::to_text(measure.level),
                     measure.perspective, measure.area, measure.source, measure.owner, measure.people,
                     number(measure.min_effect), number(measure.decimals), number(measure.weight)});
    });
}

File peer_groups_file(Example const& example) {
    return file("peer_groups.csv", [&](base::CsvWriter& csv) {
        csv.row({"group", "name", "owner", "area", "year", "member"});
        for (auto const& group : example.peer_groups)
            for (auto const& member : group.members)
                csv.row({group.code, group.name, group.owner.value_or(""), group.area,
                         group.year ? std::to_string(*group.year) : "", member});
    });
}

File targets_file(Example const& example) {
    return file("targets.csv", [&](base::CsvWriter& csv) {
        csv.row({"measure", "unit", "group", "period", "floor", "target", "stretch"});
        for (auto const& target : example.targets)
            csv.row({target.measure, target.unit, target.group, target.period.text(), number(target.floor),
                     number(target.target), number(target.stretch)});
    });
}

std::string_view status_of(domain::Outcome const& outcome) {
    if (std::holds_alternative<domain::Missing>(outcome)) return "missing";
    if (std::holds_alternative<domain::NotApplicable>(outcome)) return "not_applicable";
    if (std::holds_alternative<domain::Confidential>(outcome)) return "confidential";
    return {};
}

File values_file(Example const& example) {
    return file("values.csv", [&](base::CsvWriter& csv) {
        csv.row({"measure", "unit", "group", "period", "value", "numerator", "denominator", "status"});
        for (auto const& figure : example.figures) {
            std::optional<double> value;
            std::optional<domain::Counts> counts;
            if (auto const* measured = std::get_if<domain::Measured>(&figure.outcome)) {
                value = measured->value;
                counts = measured->counts;
            }
            csv.row({figure.measure, figure.unit, figure.group, figure.period.text(), number(value),
                     counts ? number(counts->numerator) : "", counts ? number(counts->denominator) : "",
                     status_of(figure.outcome)});
        }
    });
}

} // namespace

std::vector<File> files_of(Example const& example) {
    return {groups_file(example),      units_file(example),   measures_file(example),
            peer_groups_file(example), targets_file(example), values_file(example)};
}

File planted_file(std::vector<Story> const& stories) {
    return file("planted.csv", [&](base::CsvWriter& csv) {
        csv.row({"story", "kinds", "measure", "unit", "group", "judgement", "tiers", "text"});
        for (auto const& story : stories)
            csv.row({story.id, story.kinds, story.measure, story.unit, story.group, story.judgement, story.tiers,
                     story.text});
    });
}

} // namespace rodtrad::demo
