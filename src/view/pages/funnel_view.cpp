#include "view/pages/funnel_view.hpp"

#include "study/methods/funnel.hpp"
#include "view/pages/addresses.hpp"
#include "view/sentences.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t fewest_units = 5; // below, a funnel is a row of dots

bool bears_a_share(domain::Counts counts) {
    return counts.denominator > 0 && counts.numerator >= 0 && counts.numerator <= counts.denominator;
}

FunnelZone zone_of(double value, study::Interval const& limits_95, study::Interval const& limits_998) {
    if (value < limits_998.lower || value > limits_998.upper) return FunnelZone::outside;
    if (value < limits_95.lower || value > limits_95.upper) return FunnelZone::edge;
    return FunnelZone::inside;
}

std::optional<study::Judgement> judgement_of(FunnelUnit const& unit, FunnelView const& view) {
    if (unit.zone == FunnelZone::inside) return {};
    bool const is_high = unit.value > view.average;
    if (view.polarity == domain::Polarity{domain::Direction::higher_is_better})
        return is_high ? study::Judgement::better : study::Judgement::worse;
    if (view.polarity == domain::Polarity{domain::Direction::lower_is_better})
        return is_high ? study::Judgement::worse : study::Judgement::better;
    return study::Judgement::neutral;
}

// Limits are shares; the picture is in the measure's unit, and no share lies outside 0 and 1.
void set_limits(FunnelUnit& unit, study::Interval const& limits_95, study::Interval const& limits_998,
                double multiplier) {
    unit.zone = zone_of(unit.value / multiplier, limits_95, limits_998);
    auto const shown = [&](double share) { return std::clamp(share, 0.0, 1.0) * multiplier; };
    unit.low_95 = shown(limits_95.lower);
    unit.high_95 = shown(limits_95.upper);
    unit.low_998 = shown(limits_998.lower);
    unit.high_998 = shown(limits_998.upper);
}

bool fill_in_limits(FunnelView& view, std::vector<domain::Counts> const& counts, double multiplier) {
    if (counts.size() >= study::fewest_for_overdispersion) {
        auto const funnel = study::overdispersed_funnel(counts);
        if (!funnel) return false;
        view.average = funnel->average * multiplier;
        view.is_overdispersed = funnel->tau2 > 0;
        for (std::size_t i = 0; i < counts.size(); ++i)
            set_limits(view.units[i], funnel->points[i].limits_95, funnel->points[i].limits_998, multiplier);
        return true;
    }
    auto const funnel = study::proportion_funnel(counts);
    if (!funnel) return false;
    view.average = funnel->average * multiplier;
    for (std::size_t i = 0; i < counts.size(); ++i)
        set_limits(view.units[i], funnel->points[i].limits_95, funnel->points[i].limits_998, multiplier);
    return true;
}

} // namespace

std::optional<FunnelView> funnel_view(Slice const& slice, std::span<study::UnitIndex const> units,
                                      ValueFormat const& format, Language const& language) {
    auto const& [data, measure_index, slot, t, me] = slice;
    auto const& cube = slice.cube();
    auto const& measure = slice.measure_data().measure;
    if (measure.kind != domain::ValueKind::proportion || !cube.has_counts()) return {};
    FunnelView view;
    view.format = format;
    view.who = who(measure, language);
    view.polarity = measure.polarity;
    view.title = language.tr("{0}: the units by size", measure_title(measure, language));
    std::vector<domain::Counts> counts;
    for (auto const unit : units) {
        auto const at = cube.at(slot, t, unit);
        if (!has_value(cube.cell(at)) || !bears_a_share(cube.counts(at))) continue;
        counts.push_back(cube.counts(at));
        auto const& about = data.units[unit].unit;
        FunnelUnit drawn;
        drawn.name = about.name;
        drawn.size = counts.back().denominator;
        drawn.value = measure.multiplier * counts.back().numerator / counts.back().denominator;
        drawn.is_me = unit == me;
        drawn.link = measure_url(measure.code, about.code, data.groups[slice.group()].code);
        view.units.push_back(std::move(drawn));
    }
    if (view.units.size() < fewest_units || !fill_in_limits(view, counts, measure.multiplier)) return {};
    for (auto& unit : view.units) unit.judgement = judgement_of(unit, view);
    return view;
}

std::string funnel_sentence(FunnelView const& view, Language const& language) {
    std::string text{language.tr("Of a small unit chance moves the figure more than of a large one.")};
    if (view.is_overdispersed) {
        text += ' ';
        text += language.tr("The grey area also allows for the differences that there always are between units.");
    }
    auto const outside = std::ranges::count(view.units, FunnelZone::outside, &FunnelUnit::zone);
    auto const n = static_cast<std::int64_t>(view.units.size());
    text += ' ';
    text += outside == 0 ? language.tr("None of the {0} lies clearly outside.", whole(language, n))
                         : language.trn("{0} of {1} lies clearly outside.", "{0} of {1} lie clearly outside.", outside,
                                        whole(language, outside), whole(language, n));
    auto const me = std::ranges::find(view.units, true, &FunnelUnit::is_me);
    if (me != view.units.end())
        text.append(" ").append(language.tr("{0} lies {1}.", me->name, zone_word(me->zone, language)));
    return text;
}

} // namespace rodtrad::view::pages
