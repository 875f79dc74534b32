#include "study/similar_units.hpp"

#include "study/calendar.hpp"
#include "study/frame.hpp"
#include "study/methods/magnitude.hpp"
#include "study/methods/numbers.hpp"
#include "study/series.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::study {

namespace {

constexpr double alike_below = 0.5; // sd
constexpr double different_from = 1;

struct Figure {
    double value = 0;
    domain::Period period;
};

// The latest figure of a measure's total, at or before the end of a month.
std::optional<Figure> latest(Dataset const& data, MeasureIndex measure, UnitIndex unit, std::optional<int> month) {
    auto const& of_measure = data.measures[measure];
    auto const total = data.find_group(domain::total_group);
    if (!of_measure.cube || !total) return {};
    auto const& cube = *of_measure.cube;
    auto const slot = cube.slot_of(*total);
    if (!slot) return {};
    for (auto t = cube.periods(); t-- > 0;) {
        if (month && last_month(cube.period(t)) > *month) continue;
        auto const at = cube.at(*slot, t, unit);
        if (is_comparable(of_measure, at) && std::isfinite(cube.value(at)))
            return Figure{cube.value(at), cube.period(t)};
    }
    return {};
}

// The figures of one unit in each condition.
using Figures = std::vector<std::optional<Figure>>;
bool is_complete(Figures const& figures) {
    return std::ranges::all_of(figures, [](auto const& figure) { return figure.has_value(); });
}

// The standard deviation of one condition; 0 where all are alike, but for the last digits.
double deviation_of(std::vector<Figures> const& figures, std::size_t condition) {
    std::vector<double> values;
    for (auto const& of_unit : figures) values.push_back(of_unit[condition]->value);
    if (values.size() < 2) return 0;
    auto const exponent = magnitude_of(values).value_or(0);
    auto const deviation = std::sqrt(variance_of(scaled_down(values, exponent)));
    return deviation > 1e-12 ? std::ldexp(deviation, exponent) : 0;
}

// Halves, so that figures at both ends of what a number can be have a difference.
double deviations(double value, double own, double deviation) {
    return deviation > 0 ? (value / 2 - own / 2) / (deviation / 2) : 0;
}

} // namespace

std::string_view to_text(NoSimilarUnits reason) {
    switch (reason) {
    case NoSimilarUnits::no_conditions:
        return "no_conditions";
    case NoSimilarUnits::conditions_missing:
        return "conditions_missing";
    case NoSimilarUnits::nobody_alike:
        return "nobody_alike";
    }
    return "";
}

Likeness likeness(ConditionDifference const& difference) {
    auto const distance = std::abs(difference.deviations);
    if (distance < alike_below) return Likeness::alike;
    return distance < different_from ? Likeness::between : Likeness::different;
}

Answer<SimilarUnits, NoSimilarUnits> similar_units(Dataset const& data, SimilarityRequest const& request) {
    auto const is_weight = [](auto const& condition) {
        return condition.weight > 0 && std::isfinite(condition.weight);
    };
    if (request.conditions.empty() || !std::ranges::all_of(request.conditions, is_weight))
        return NoSimilarUnits::no_conditions;
    auto const heaviest = std::ranges::max(request.conditions, {}, &SimilarityCondition::weight).weight;
    std::optional<int> month;
    if (request.as_of) month = last_month(*request.as_of);

    auto const figures_of = [&](UnitIndex unit) {
        Figures figures;
        for (auto const& condition : request.conditions)
            figures.push_back(latest(data, condition.measure, unit, month));
        return figures;
    };
    auto const own = figures_of(request.unit);
    if (!is_complete(own)) return NoSimilarUnits::conditions_missing;

    auto const newest =
        std::ranges::max(own, {}, [](auto const& figure) { return last_month(figure->period); })->period;

    SimilarUnits result;
    result.unit = request.unit;
    std::vector<UnitIndex> others;
    std::vector<Figures> compared{own}; // and then those of `others`
    auto const frame = frame_of(data);
    for (auto const unit : frame->peers().cohort(request.unit)) {
        if (unit == request.unit || !is_valid(data.units[unit].unit, newest)) continue;
        auto figures = figures_of(unit);
        if (!is_complete(figures)) {
            ++result.lacking;
            continue;
        }
        others.push_back(unit);
        compared.push_back(std::move(figures));
    }
    result.compared = others.size();

    double weights = 0;
    for (std::size_t j = 0; j < request.conditions.size(); ++j) {
        auto const& [measure, weight] = request.conditions[j];
        result.conditions.push_back({measure, weight, own[j]->value, deviation_of(compared, j), own[j]->period});
        weights += weight / heaviest;
    }

    auto const beside = [&](UnitIndex unit, Figures const& figures) {
        SimilarUnit similar;
        similar.unit = unit;
        double squares = 0;
        for (std::size_t j = 0; j < figures.size(); ++j) {
            auto const& condition = result.conditions[j];
            if (!figures[j]) {
                similar.differences.emplace_back();
                continue;
            }
            auto const far = deviations(figures[j]->value, condition.own, condition.deviation);
            similar.differences.push_back(ConditionDifference{figures[j]->value, far});
            squares += condition.weight / heaviest * far * far;
        }
        if (is_complete(figures)) similar.distance = std::sqrt(squares / weights);
        return similar;
    };

    for (auto const unit : request.pinned) {
        auto const is_there =
            std::ranges::find(result.units, unit, &SimilarUnit::unit) != result.units.end() || unit == request.unit;
        if (is_there) continue;
        result.units.push_back(beside(unit, figures_of(unit)));
        result.units.back().is_pinned = true;
    }
    std::vector<SimilarUnit> candidates;
    for (std::size_t at = 0; at < others.size(); ++at) {
        auto const is_among = [&](std::vector<UnitIndex> const& units) {
            return std::ranges::find(units, others[at]) != units.end();
        };
        if (!is_among(request.pinned) && !is_among(request.excluded))
            candidates.push_back(beside(others[at], compared[at + 1]));
    }
    auto const wanted = std::min(candidates.size(), request.count - std::min(request.count, result.units.size()));
    std::ranges::partial_sort(
        candidates, candidates.begin() + static_cast<std::ptrdiff_t>(wanted), {}, [&](SimilarUnit const& similar) {
            return std::pair{*similar.distance, std::string_view{data.units[similar.unit].unit.code}};
        });
    for (std::size_t at = 0; at < wanted; ++at) result.units.push_back(std::move(candidates[at]));
    if (result.units.empty()) return NoSimilarUnits::nobody_alike;
    return result;
}

domain::PeerGroup to_peer_group(SimilarUnits const& similar, Dataset const& data, std::string code, std::string name,
                                std::string area) {
    domain::PeerGroup group;
    group.code = std::move(code);
    group.name = std::move(name);
    group.owner = data.units[similar.unit].unit.code;
    group.area = std::move(area);
    for (auto const& condition : similar.conditions)
        group.year = std::max(group.year.value_or(condition.period.year()), condition.period.year());
    for (auto const& unit : similar.units) group.members.push_back(data.units[unit.unit].unit.code);
    return group;
}

} // namespace rodtrad::study
