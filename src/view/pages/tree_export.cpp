#include "view/pages/tree_export.hpp"

#include "base/csv_writer.hpp"
#include "base/date.hpp"
#include "base/text.hpp"
#include "view/pages/unit_words.hpp"
#include "view/spreadsheet.hpp"

#include <fmt/format.h>

#include <array>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

namespace rodtrad::view::pages {

namespace {

// As the importer knows them.
struct Heading {
    std::string_view english;
    std::string_view swedish;
};
constexpr auto headings = std::to_array<Heading>({{"code", "kod"},
                                                  {"name", "namn"},
                                                  {"parent", "överordnad"},
                                                  {"kind", "slag"},
                                                  {"operation", "verksamhet"},
                                                  {"valid_from", "gäller från"},
                                                  {"valid_to", "gäller till"},
                                                  {"predecessors", "föregångare"}});
constexpr std::size_t kind_column = 3;

std::set<std::string> systems_of(study::Dataset const& data) {
    std::set<std::string> systems;
    for (auto const& node : data.units)
        for (auto const& [system, code] : node.unit.external_codes) systems.insert(system);
    return systems;
}

std::vector<std::string> heading_row(std::set<std::string> const& systems, Language const& language) {
    std::vector<std::string> row;
    for (auto const& heading : headings) row.emplace_back(language.is_swedish() ? heading.swedish : heading.english);
    for (auto const& system : systems) row.push_back("external:" + system);
    return row;
}

// Texts and days, in the order of the headings.
std::vector<SheetValue> unit_row(domain::Unit const& unit, std::set<std::string> const& systems,
                                 Language const& language) {
    auto const day = [](std::optional<base::Date> const& date) {
        return date ? SheetValue{*date} : SheetValue{std::string{}};
    };
    std::vector<SheetValue> row{unit.code,
                                unit.name,
                                unit.parent.value_or(""),
                                base::lower(kind_text(unit.kind, language)),
                                unit.operation,
                                day(unit.valid_from),
                                day(unit.valid_to),
                                fmt::format("{}", fmt::join(unit.predecessors, ", "))};
    for (auto const& system : systems) {
        auto const code = unit.external_codes.find(system);
        row.emplace_back(code == unit.external_codes.end() ? std::string{} : code->second);
    }
    return row;
}

} // namespace

std::string tree_csv(study::Dataset const& data, Language const& language) {
    std::ostringstream out;
    base::CsvWriter csv{out, base::CsvFor::spreadsheets};
    auto const systems = systems_of(data);
    csv.row(heading_row(systems, language));
    for (auto const& node : data.units) {
        std::vector<std::string> row;
        for (auto const& value : unit_row(node.unit, systems, language)) {
            auto const* day = std::get_if<base::Date>(&value);
            row.push_back(day != nullptr ? base::to_text(*day) : std::get<std::string>(value));
        }
        csv.row(row);
    }
    return out.str();
}

std::string tree_xlsx(study::Dataset const& data, Language const& language, base::Instant now) {
    auto const systems = systems_of(data);
    std::vector<SheetColumn> columns;
    for (auto const& heading : heading_row(systems, language)) columns.push_back({.heading = heading});
    for (auto kind = 0; kind <= static_cast<int>(domain::UnitKind::team); ++kind)
        columns[kind_column].choices.push_back(base::lower(kind_text(static_cast<domain::UnitKind>(kind), language)));
    Spreadsheet sheet;
    sheet.sheet(language.tr("Units"), std::move(columns));
    for (auto const& node : data.units) {
        auto row = unit_row(node.unit, systems, language);
        // What looks as if it had been guarded would lose its apostrophe when it is read in again.
        for (auto& value : row)
            if (auto* text = std::get_if<std::string>(&value); text != nullptr && base::is_guarded(*text))
                *text = base::guarded(*text);
        sheet.row(std::move(row));
    }
    return sheet.bytes(now);
}

} // namespace rodtrad::view::pages
