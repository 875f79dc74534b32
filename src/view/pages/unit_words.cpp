#include "view/pages/unit_words.hpp"

#include "view/format.hpp"
#include "view/pages/addresses.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

bool is_among(std::vector<std::string> const& codes, std::string const& code) {
    return std::ranges::find(codes, code) != codes.end();
}

} // namespace

std::string_view kind_text(domain::UnitKind kind, Language const& language) {
    switch (kind) {
    case domain::UnitKind::country:
        return language.tr("Country");
    case domain::UnitKind::region:
        return language.tr("Region");
    case domain::UnitKind::municipality:
        return language.tr("Municipality");
    case domain::UnitKind::organisation:
        return language.tr("Organisation");
    case domain::UnitKind::assembly:
        return language.tr("Assembly");
    case domain::UnitKind::board:
        return language.tr("Board");
    case domain::UnitKind::administration:
        return language.tr("Administration");
    case domain::UnitKind::team:
        return language.tr("Team");
    case domain::UnitKind::unit:
        break;
    }
    return language.tr("Unit");
}

std::vector<Link> predecessors_of(domain::Unit const& unit, study::Dataset const& data) {
    std::vector<Link> links;
    if (unit.predecessors.empty()) return links;
    for (auto const& node : data.units)
        if (is_among(unit.predecessors, node.unit.code)) links.push_back({node.unit.name, unit_url(node.unit.code)});
    return links;
}

std::vector<Link> successors_of(domain::Unit const& unit, study::Dataset const& data) {
    std::vector<Link> links;
    for (auto const& node : data.units)
        if (is_among(node.unit.predecessors, unit.code)) links.push_back({node.unit.name, unit_url(node.unit.code)});
    return links;
}

std::string ended_text(domain::Unit const& unit, base::Date day, Language const& language) {
    if (!unit.valid_to) return {};
    auto const last_day = date(language, *unit.valid_to);
    return *unit.valid_to < day ? language.tr("Came to its end on {0}.", last_day)
                                : language.tr("Comes to its end on {0}.", last_day);
}

} // namespace rodtrad::view::pages
