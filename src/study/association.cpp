#include "study/association.hpp"

#include "study/calendar.hpp"
#include "study/judgement.hpp"
#include "study/methods/lagged_association.hpp"
#include "study/methods/multiple_testing.hpp"
#include "study/methods/numbers.hpp"
#include "study/series.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>

namespace rodtrad::study {

namespace {

// Figures by the result's periods, counted from longest_lag before the first; units are positions in the request.
struct Figures {
    std::vector<std::uint32_t> units;
    std::vector<std::uint32_t> periods;
    std::vector<double> values;

    void add(std::uint32_t unit, std::uint32_t period, double value) {
        units.push_back(unit);
        periods.push_back(period);
        values.push_back(value);
    }
    PanelColumn column() const { return {{units, periods}, values}; }
    Figures until(std::uint32_t last) const {
        Figures earlier;
        for (std::size_t row = 0; row < values.size(); ++row)
            if (periods[row] <= last) earlier.add(units[row], periods[row], values[row]);
        return earlier;
    }
};

bool has_enough_answers(Cube const& cube, std::size_t at) {
    auto const n = cube.counts(at).denominator;
    return !(n < fewest_answers); // where nobody is counted, there is nothing to be too few of
}

class Pairs {
public:
    Pairs(Dataset const& data, AssociationRequest const& request) : m_data{data}, m_request{request} {}

    // Nothing where the measure has no figures of the group.
    Cube const* cube_of(MeasureIndex measure) const {
        auto const& cube = m_data.measures[measure].cube;
        return cube && cube->slot_of(m_request.group) ? cube.get() : nullptr;
    }

    Figures of_result(MeasureIndex measure) const {
        Figures figures;
        for_each_figure(measure, [&](std::uint32_t unit, std::size_t t, std::size_t, double value) {
            figures.add(unit, static_cast<std::uint32_t>(t) + longest_lag, value);
        });
        return figures;
    }

    // On the result's axis.
    Figures of_behaviour(MeasureIndex measure, Cube const& result) const {
        auto const& cube = *cube_of(measure);
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<double>> within;
        for_each_figure(measure, [&](std::uint32_t unit, std::size_t t, std::size_t at, double value) {
            if (!has_enough_answers(cube, at)) return;
            auto const period = period_around(result, cube.period(t));
            if (period) within[{unit, *period}].push_back(value);
        });
        Figures figures;
        for (auto const& [place, values] : within) figures.add(place.first, place.second, mean_of(values));
        return figures;
    }

private:
    template <class Told>
    void for_each_figure(MeasureIndex measure, Told const& tell) const {
        auto const& of_measure = m_data.measures[measure];
        auto const& cube = *of_measure.cube;
        auto const slot = *cube.slot_of(m_request.group);
        for (std::size_t t = 0; t < cube.periods(); ++t) {
            if (m_request.as_of && last_month(cube.period(t)) > last_month(*m_request.as_of)) break;
            for (std::size_t unit = 0; unit < m_request.units.size(); ++unit) {
                auto const at = cube.at(slot, t, m_request.units[unit]);
                if (is_comparable(of_measure, at) && std::isfinite(cube.value(at)))
                    tell(static_cast<std::uint32_t>(unit), t, at, cube.value(at));
            }
        }
    }

    // The result's period that the whole of a behaviour's lies in, also one before the first result.
    static std::optional<std::uint32_t> period_around(Cube const& result, domain::Period period) {
        auto const months = 12 / domain::periods_per_year(result.period(0).periodicity());
        auto const origin = first_month(result.period(0)) - longest_lag * months;
        if (first_month(period) < origin) return {};
        auto const t = (first_month(period) - origin) / months;
        if (last_month(period) >= origin + (t + 1) * months) return {};
        return static_cast<std::uint32_t>(t);
    }

    Dataset const& m_data;
    AssociationRequest const& m_request;
};

using Place = std::pair<std::uint32_t, std::uint32_t>; // unit and period
std::map<Place, double> by_place(Figures const& figures) {
    std::map<Place, double> result;
    for (std::size_t row = 0; row < figures.values.size(); ++row)
        result[{figures.units[row], figures.periods[row]}] = figures.values[row];
    return result;
}

// What the fit says of one unit: its means over the rows used.
struct Usual {
    double x = 0;
    double y = 0;
    double rows = 0;
};

// The slope in the last period, between units: of what the result is beyond the unit's own level in the fit, by how far
// the behaviour before it is from the unit's usual. What the last period holds has no part in either.
std::optional<double> slope_in_last(Figures const& behaviour, Figures const& result, std::uint32_t last,
                                    std::uint32_t lag, double slope) {
    auto const x = by_place(behaviour);
    std::map<std::uint32_t, Usual> usual;
    for (std::size_t row = 0; row < result.values.size(); ++row) {
        auto const before = x.find({result.units[row], result.periods[row] - lag});
        if (result.periods[row] == last || before == x.end()) continue;
        auto& of_unit = usual[result.units[row]];
        of_unit.rows += 1;
        of_unit.x += (before->second - of_unit.x) / of_unit.rows;
        of_unit.y += (result.values[row] - of_unit.y) / of_unit.rows;
    }
    std::vector<double> of_x;
    std::vector<double> of_y;
    for (std::size_t row = 0; row < result.values.size(); ++row) {
        auto const before = x.find({result.units[row], last - lag});
        auto const known = usual.find(result.units[row]);
        if (result.periods[row] != last || before == x.end() || known == usual.end()) continue;
        of_x.push_back(before->second - known->second.x);
        of_y.push_back(result.values[row] - (known->second.y - slope * known->second.x));
    }
    if (of_x.size() < fewest_units_to_associate) return {};
    auto const mean_x = mean_of(of_x);
    auto const mean_y = mean_of(of_y);
    double xx = 0;
    double xy = 0;
    for (std::size_t at = 0; at < of_x.size(); ++at) {
        xx += (of_x[at] - mean_x) * (of_x[at] - mean_x);
        xy += (of_x[at] - mean_x) * (of_y[at] - mean_y);
    }
    auto const later = xy / xx;
    if (!(xx > 0) || !std::isfinite(later)) return {};
    return later;
}

// How much of the behaviour there usually is to differ by, within units and periods.
double usual_variation(Figures const& behaviour) {
    TwoWayPanel const panel{behaviour.column().rows};
    auto const rest = panel.within(behaviour.values);
    auto const freedom = static_cast<double>(rest.size()) - static_cast<double>(panel.units() + panel.periods() - 1);
    if (freedom < 1) return 0;
    double squares = 0;
    for (auto const value : rest) squares += value * value;
    return std::sqrt(squares / freedom);
}

std::optional<Association> tested(Dataset const& data, Association asked, Cube const& cube, Figures const& behaviour,
                                  Figures const& result) {
    if (result.periods.empty()) return {};
    auto const lag = static_cast<std::uint32_t>(asked.lag);
    auto const last = std::ranges::max(result.periods);
    auto const earlier = result.until(last - 1);
    auto const found = lagged_association(behaviour.column(), earlier.column(), lag);
    if (!found || !found->inference) return {};
    if (found->units < fewest_units_to_associate || found->periods + lag < fewest_periods_to_associate) return {};

    asked.slope = found->estimate;
    asked.usual = usual_variation(behaviour);
    asked.effect = asked.slope * asked.usual;
    asked.error = found->inference->error;
    asked.p = found->inference->p;
    asked.units = found->units;
    asked.periods = found->periods + lag;
    asked.last = cube.period(last - longest_lag);
    asked.later_slope = slope_in_last(behaviour, result, last, lag, asked.slope);
    auto const first = std::max(std::ranges::min(behaviour.periods), std::ranges::min(result.periods) - lag);
    if (auto const changes = correlation_of_changes(behaviour.column(), result.column(), first, last, lag))
        asked.of_changes = *changes;
    if (!std::isfinite(asked.effect)) return {};
    auto const level = mean_of(result.values);
    if (!std::isfinite(level + asked.effect)) return {};
    asked.judgement = judged(data.measures[asked.result].measure.polarity, level + asked.effect, level);
    return asked;
}

} // namespace

Associations associations(Dataset const& data, AssociationRequest const& request) {
    Pairs const pairs{data, request};
    Associations all;
    for (auto const result : request.results) {
        auto const* cube = pairs.cube_of(result);
        auto const figures = cube ? pairs.of_result(result) : Figures{};
        for (auto const behaviour : request.behaviours) {
            if (behaviour == result) continue;
            auto const before = cube && pairs.cube_of(behaviour) ? pairs.of_behaviour(behaviour, *cube) : Figures{};
            for (int lag = 1; lag <= longest_lag; ++lag) {
                Association asked;
                asked.behaviour = behaviour;
                asked.result = result;
                asked.lag = lag;
                if (auto const found = cube ? tested(data, asked, *cube, before, figures) : std::nullopt)
                    all.tested.push_back(*found);
                else
                    ++all.too_little;
            }
        }
    }
    PValues p;
    for (auto const& association : all.tested) p.emplace_back(association.p);
    auto const q = benjamini_hochberg(p);
    for (std::size_t at = 0; at < q.size(); ++at) all.tested[at].q = *q[at];
    std::ranges::copy_if(all.tested, std::back_inserter(all.shown), [&](Association const& association) {
        return association.q <= request.q_limit && association.holds_later();
    });
    std::ranges::sort(all.shown, {}, [](Association const& shown) {
        return std::tuple{shown.q, shown.p, shown.behaviour, shown.result, shown.lag};
    });
    return all;
}

} // namespace rodtrad::study
