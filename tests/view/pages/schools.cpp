#include "view/pages/schools.hpp"

#include "study/dataset_builder.hpp"
#include "study/roll_up.hpp"

#include <array>
#include <cmath>

namespace rodtrad::view::test {

namespace {

constexpr int first_year = 2010;
constexpr int last_year = 2025;
constexpr int year_of_fall = 2022;
constexpr double pupils = 150;

domain::Measure eligibility(std::string title) {
    domain::Measure measure;
    measure.code = "BEH";
    measure.title = std::move(title);
    measure.title_en = "Eligible for vocational programmes";
    measure.definition = "Andel elever i årskurs 9 som är behöriga till yrkesprogram.";
    measure.unit_of_measure = "%";
    measure.kind = domain::ValueKind::proportion;
    measure.multiplier = 100;
    measure.polarity = domain::Direction::higher_is_better;
    measure.aggregation = domain::Aggregation::counts;
    measure.people = "elever";
    measure.perspective = "Den vi finns till för";
    measure.area = "grundskola";
    measure.source = "Källa: Skolans betygssystem";
    return measure;
}

// A gentle to and fro, different in each school, that repeats itself: 0, 1, 0, −1 percent of the pupils…
double wobble(int year, std::size_t school) {
    constexpr std::array steps{0.0, 1.0, 0.5, -1.0, -0.5};
    return steps[(static_cast<std::size_t>(year) + 2 * school) % steps.size()] * pupils / 100;
}

} // namespace

Schools schools(SchoolNames const& names) {
    std::vector<std::pair<domain::UnitId, domain::Unit>> units;
    auto const add = [&](std::string code, std::string name, domain::UnitKind kind) {
        domain::Unit unit;
        if (kind == domain::UnitKind::unit) unit.parent = "K";
        unit.operation = kind == domain::UnitKind::unit ? "grundskola" : "";
        unit.code = std::move(code);
        unit.name = std::move(name);
        unit.kind = kind;
        units.emplace_back(domain::UnitId{static_cast<std::int64_t>(units.size()) + 1}, std::move(unit));
    };
    add("K", names.municipality, domain::UnitKind::municipality);
    add("S0", names.school, domain::UnitKind::unit);
    std::array<std::string, 7> const others{"Söderskolan", "Ekskolan",    "Bokskolan", "Åsskolan",
                                            "Ängsskolan",  "Östraskolan", "Lindskolan"};
    for (std::size_t i = 0; i < others.size(); ++i) add("S" + std::to_string(i + 1), others[i], domain::UnitKind::unit);

    Schools made;
    made.data.units = study::in_tree_order(std::move(units));
    made.data.groups.push_back({"T", "alla", "everyone", domain::GroupKind::total});
    made.data.groups.push_back({"K", "flickor", "girls", domain::GroupKind::sex});
    made.data.groups.push_back({"M", "pojkar", "boys", domain::GroupKind::sex});

    study::CubeBuilder cube{made.data.units.size(), domain::Periodicity::year};
    for (std::size_t school = 0; school < 8; ++school) {
        auto const unit = *made.data.find_unit("S" + std::to_string(school));
        for (int year = first_year; year <= last_year; ++year) {
            double const share = school == 0 && year >= year_of_fall ? 0.62 : 0.86;
            double const all = std::round(pupils * share + wobble(year, school));
            double const girls = std::round(all * 0.52);
            auto const period = domain::Period::make(domain::Periodicity::year, year);
            auto const figure = [&](std::size_t group, double x, double n) {
                auto const is_added = cube.add(unit, study::GroupIndex{group}, period,
                                               domain::Measured{100 * x / n, domain::Counts{x, n}, false});
                if (!is_added) throw std::logic_error("the period is not a year");
            };
            figure(0, all, pupils);
            figure(1, girls, pupils / 2);
            figure(2, all - girls, pupils / 2);
        }
    }
    study::MeasureData measure;
    measure.measure = eligibility(names.measure);
    measure.cube = cube.build();
    domain::Target target;
    target.measure = "BEH";
    target.unit = "K";
    target.period = domain::Period::make(domain::Periodicity::year, 2020);
    target.target = 90;
    measure.targets.push_back(target);
    made.data.measures.push_back(study::rolled_up(measure, made.data.units));
    made.list = study::follow_up(made.data, {});
    return made;
}

study::UnitIndex norrskolan(study::Dataset const& data) { return data.find_unit("S0").value(); }

} // namespace rodtrad::view::test
