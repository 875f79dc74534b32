#pragma once

#include "base/text.hpp"
#include "steering/organisation.hpp"
#include "temporary_folder.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Deliveries of files to an organisation of a municipality with two schools and one measure.
namespace rodtrad::steering::test::deliveries {

inline base::Instant const first_day = base::to_instant("2026-10-01T08:00:00Z");
inline base::Instant const second_day = base::to_instant("2026-10-02T08:00:00Z");
inline By const at_first_day = by_command_line("a test", first_day);
inline By const at_second_day = by_command_line("a test", second_day);

struct Fixture {
    rodtrad::test::TemporaryFolder folder;
    std::unique_ptr<Organisation> organisation = Organisation::open_or_create(folder.path() / "data");

    DeliveryReport deliver(std::vector<std::pair<std::string, std::string>> const& files,
                           base::Instant when = first_day, DeliveryOptions const& options = {}) {
        std::vector<std::filesystem::path> paths;
        for (auto const& [name, content] : files) paths.push_back(folder.write(name, content));
        return organisation->deliver(paths, options, by_command_line("a test", when));
    }

    // What stands of a measure in a unit and a period, in words that tests can compare.
    std::string standing(std::string_view measure, std::string_view unit, std::string_view period,
                         std::string_view group = "T") const {
        auto const snapshot = organisation->snapshot();
        auto const& data = snapshot->data;
        auto const m = data.find_measure(measure);
        auto const u = data.find_unit(unit);
        auto const g = data.find_group(group);
        if (!m || !u || !g || !data.measures[*m].cube) return "unknown";
        auto const& cube = *data.measures[*m].cube;
        auto const slot = cube.slot_of(*g);
        auto const t = cube.time_of(*domain::Period::from_text(period));
        if (!slot || !t) return "absent";
        auto const at = cube.at(*slot, *t, *u);
        switch (cube.cell(at)) {
        case study::Cell::absent:
            return "absent";
        case study::Cell::measured:
            return base::shortest(cube.value(at));
        case study::Cell::preliminary:
            return base::shortest(cube.value(at)) + " preliminary";
        case study::Cell::aggregated:
            return base::shortest(cube.value(at)) + " aggregated";
        case study::Cell::missing:
            return "missing";
        case study::Cell::not_applicable:
            return "not applicable";
        case study::Cell::confidential:
            return "confidential";
        }
        return {};
    }
};

inline std::string const units = "code,name,parent,kind,operation\n"
                                 "K,Kommunen,,municipality,\n"
                                 "N,Norrskolan,K,unit,grundskola\n"
                                 "S,Söderskolan,K,unit,grundskola\n";
inline std::string const measures = "code,title,kind,multiplier,polarity,aggregation\n"
                                    "BEH,Behöriga till yrkesprogram,proportion,100,higher,counts\n";

} // namespace rodtrad::steering::test::deliveries
