// The measures of the same field in the same unit, side by side: do they move together?

#include "study/methods/rank_correlation.hpp"
#include "view/pages/measure_panels.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_neighbours = 5;
constexpr std::size_t fewest_changes = 6; // below, two lines follow each other by chance
constexpr double moves_along = 0.5;       // rank correlation of changes from which two are said to move together

struct Neighbour {
    study::MeasureIndex measure;
    std::size_t slot = 0;
    std::optional<double> togetherness; // −1 … 1
    std::size_t figures = 0;
};

std::optional<double> figure(study::Cube const& cube, std::size_t slot, domain::Period period, study::UnitIndex unit) {
    auto const t = cube.time_of(period);
    if (!t) return {};
    auto const at = cube.at(slot, *t, unit);
    return has_value(cube.cell(at)) ? std::optional{cube.value(at)} : std::nullopt;
}

// Of the changes from one period to the next; where the time of year matters, from the same period a year before.
std::optional<double> togetherness(PanelMatter const& matter, study::Cube const& other, std::size_t slot) {
    auto const& cube = matter.cube();
    auto const step = matter.series.is_season_adjusted ? domain::periods_per_year(cube.period(0).periodicity()) : 1;
    std::vector<double> own;
    std::vector<double> others;
    for (std::size_t t = static_cast<std::size_t>(step); t < cube.periods(); ++t) {
        auto const now = cube.period(t);
        auto const before = now.plus(-step);
        auto const own_now = figure(cube, matter.slot(), now, matter.key.unit);
        auto const own_before = figure(cube, matter.slot(), before, matter.key.unit);
        auto const other_now = figure(other, slot, now, matter.key.unit);
        auto const other_before = figure(other, slot, before, matter.key.unit);
        if (!own_now || !own_before || !other_now || !other_before) continue;
        own.push_back(*own_now - *own_before);
        others.push_back(*other_now - *other_before);
    }
    if (own.size() < fewest_changes) return {};
    auto const correlation = study::rank_correlation(own, others);
    return correlation ? std::optional{correlation->rho} : std::nullopt;
}

std::size_t figures_in(study::Cube const& cube, std::size_t slot, study::UnitIndex unit) {
    std::size_t figures = 0;
    for (std::size_t t = 0; t < cube.periods(); ++t)
        if (has_value(cube.cell(cube.at(slot, t, unit)))) ++figures;
    return figures;
}

// Of the same area and periodicity; those that move most alike, or most against each other, first.
std::vector<Neighbour> neighbours_of(PanelMatter const& matter) {
    auto const& data = matter.data;
    std::vector<Neighbour> neighbours;
    for (study::MeasureIndex index; index < data.measures.end_key(); index = index.next()) {
        auto const& other = data.measures[index];
        if (index == matter.key.measure || !other.cube || other.measure.area != matter.measure().area) continue;
        if (other.cube->period(0).periodicity() != matter.cube().period(0).periodicity()) continue;
        auto const slot = other.cube->slot_of(matter.key.group);
        if (!slot) continue;
        auto const figures = figures_in(*other.cube, *slot, matter.key.unit);
        if (figures < 3) continue;
        neighbours.push_back({index, *slot, togetherness(matter, *other.cube, *slot), figures});
    }
    std::ranges::stable_sort(neighbours, [](Neighbour const& one, Neighbour const& other) {
        auto const strength = [](Neighbour const& each) {
            return each.togetherness ? std::abs(*each.togetherness) : -1;
        };
        return strength(one) != strength(other) ? strength(one) > strength(other) : one.figures > other.figures;
    });
    neighbours.resize(std::min(neighbours.size(), most_neighbours));
    return neighbours;
}

std::string_view word_of(Neighbour const& neighbour, Language const& language) {
    if (!neighbour.togetherness) return language.tr("too few figures to tell");
    if (*neighbour.togetherness >= moves_along) return language.tr("goes up and down with it");
    if (*neighbour.togetherness <= -moves_along) return language.tr("goes the other way");
    return language.tr("moves on its own");
}

MultiplesPanel panel_of(PanelMatter const& matter, study::MeasureIndex index, std::size_t slot,
                        std::vector<domain::Period> const& periods) {
    auto const& measure_data = matter.data.measures[index];
    auto const& measure = measure_data.measure;
    MultiplesPanel panel;
    panel.name = measure_title(measure, matter.language);
    panel.link = measure_url(measure.code, matter.unit().unit.code, matter.data.groups[matter.key.group].code);
    std::vector<double> shown;
    for (auto const period : periods) {
        panel.values.push_back(figure(*measure_data.cube, slot, period, matter.key.unit));
        if (panel.values.back()) shown.push_back(*panel.values.back());
    }
    panel.format = value_format(measure, shown);
    return panel;
}

std::string sentence_of(std::vector<Neighbour> const& neighbours, Language const& language) {
    std::int64_t along = 0;
    std::int64_t against = 0;
    std::int64_t apart = 0;
    for (auto const& neighbour : neighbours) {
        if (!neighbour.togetherness) continue;
        if (*neighbour.togetherness >= moves_along)
            ++along;
        else if (*neighbour.togetherness <= -moves_along)
            ++against;
        else
            ++apart;
    }
    if (along + against + apart == 0)
        return std::string{language.tr("There are too few figures to tell whether they move together.")};
    std::string text;
    auto const add = [&](std::int64_t count, std::string const& words) {
        if (count > 0) text += (text.empty() ? "" : ", ") + words;
    };
    add(along,
        language.trn("{0} goes up and down with it", "{0} go up and down with it", along, whole(language, along)));
    add(against, language.trn("{0} goes the other way", "{0} go the other way", against, whole(language, against)));
    add(apart, language.trn("{0} moves on its own", "{0} move on their own", apart, whole(language, apart)));
    return language.tr("Of the neighbouring measures {0}.", text);
}

} // namespace

std::optional<NeighboursPanel> neighbours_panel(PanelMatter const& matter) {
    if (matter.measure().area.empty()) return {};
    auto const neighbours = neighbours_of(matter);
    if (neighbours.empty()) return {};
    auto const& language = matter.language;
    NeighboursPanel panel;
    panel.chart.title = language.tr("Neighbouring measures of {0}", matter.unit().unit.name);
    panel.chart.scale = PanelScale::own;
    for (auto const& point : matter.series.trend.points) panel.chart.periods.push_back(point.period);
    panel.chart.panels.push_back(panel_of(matter, matter.key.measure, matter.slot(), panel.chart.periods));
    panel.chart.panels.back().link.reset();
    for (auto const& neighbour : neighbours) {
        panel.chart.panels.push_back(panel_of(matter, neighbour.measure, neighbour.slot, panel.chart.periods));
        panel.chart.panels.back().word = word_of(neighbour, language);
    }
    if (auto const* finding = matter.finding(study::FindingKind::neighbour))
        for (auto const& sentence : sentences(*finding, matter.data, language)) panel.sentence += sentence + " ";
    panel.sentence += sentence_of(neighbours, language);
    return panel;
}

} // namespace rodtrad::view::pages
