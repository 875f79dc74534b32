#pragma once

#include "view/pages/scorecard_parts.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// A line of the map in words.
struct MapEntry {
    std::string kind; // "goal", "factor", "document"
    std::int64_t id = 0;
    std::string text;
    std::optional<Url> address;
    std::string unit_name; // where it is another unit's
    std::string status;    // of a goal
    std::string tone;
    Sign sign = Sign::normal;
    bool is_stale = false;
    std::vector<std::size_t> serves; // places in StrategyMapPage::entries

    static constexpr auto fields() {
        return std::tuple{base::Field{"kind", &MapEntry::kind},           base::Field{"id", &MapEntry::id},
                          base::Field{"text", &MapEntry::text},           base::Field{"address", &MapEntry::address},
                          base::Field{"unit_name", &MapEntry::unit_name}, base::Field{"status", &MapEntry::status},
                          base::Field{"tone", &MapEntry::tone},           base::Field{"is_stale", &MapEntry::is_stale},
                          base::Field{"serves", &MapEntry::serves}};
    }
};

struct MapSection {
    std::string name;
    std::vector<std::size_t> entries; // places in StrategyMapPage::entries; factors first

    static constexpr auto fields() {
        return std::tuple{base::Field{"name", &MapSection::name}, base::Field{"entries", &MapSection::entries}};
    }
};

struct StrategyMapPage {
    std::string unit; // code
    std::string unit_name;
    std::vector<Link> way;
    std::vector<MapEntry> entries;
    std::vector<MapSection> sections;
    std::size_t goals = 0;
    std::size_t below = 0;  // goals of units below, shown where there are none of its own
    std::size_t stale = 0;  // silence is never green
    std::size_t behind = 0; // or not reached
    std::size_t loose = 0;  // goals of the unit that serve nothing
    std::size_t factors = 0;
    std::size_t factors_without_goal = 0;

    static constexpr auto fields() {
        return std::tuple{base::Field{"unit", &StrategyMapPage::unit},
                          base::Field{"unit_name", &StrategyMapPage::unit_name},
                          base::Field{"way", &StrategyMapPage::way},
                          base::Field{"entries", &StrategyMapPage::entries},
                          base::Field{"sections", &StrategyMapPage::sections},
                          base::Field{"goals", &StrategyMapPage::goals},
                          base::Field{"below", &StrategyMapPage::below},
                          base::Field{"stale", &StrategyMapPage::stale},
                          base::Field{"behind", &StrategyMapPage::behind},
                          base::Field{"loose", &StrategyMapPage::loose},
                          base::Field{"factors", &StrategyMapPage::factors},
                          base::Field{"factors_without_goal", &StrategyMapPage::factors_without_goal}};
    }
};

StrategyMapPage strategy_map_view(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                  base::Date day, Language const& language);
std::string strategy_map_page(StrategyMapPage const& view, Context const& context);

} // namespace rodtrad::view::pages
