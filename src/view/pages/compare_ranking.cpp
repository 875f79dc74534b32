#include "study/methods/numbers.hpp"
#include "study/methods/quartile.hpp"
#include "view/letter_case.hpp"
#include "view/pages/compare_parts.hpp"
#include "view/pages/figure_text.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

struct Placed {
    study::UnitIndex unit;
    double value = 0;
    std::size_t at = 0; // in the cube
    std::size_t place = 0;
    std::optional<int> quarter; // 1 = best
};

bool is_lower_first(domain::Polarity const& polarity) {
    return polarity == domain::Polarity{domain::Direction::lower_is_better};
}

bool has_direction(domain::Polarity const& polarity) {
    return is_lower_first(polarity) || polarity == domain::Polarity{domain::Direction::higher_is_better};
}

// The best first; of a measure that takes no side the highest.
std::vector<Placed> placed(CompareMatter const& matter, CompareRow const& row, std::size_t t) {
    auto const& measure_data = matter.data.measures[row.measure];
    auto const& cube = *measure_data.cube;
    std::vector<Placed> units;
    for (auto const unit : matter.selection.units) {
        auto const at = cube.at(row.slot, t, unit);
        if (has_value(cube.cell(at))) units.push_back({unit, cube.value(at), at, 0, {}});
    }
    bool const is_ascending = is_lower_first(measure_data.measure.polarity);
    std::ranges::stable_sort(units, [&](Placed const& one, Placed const& other) {
        return is_ascending ? one.value < other.value : one.value > other.value;
    });
    std::vector<std::optional<double>> values;
    for (auto const& unit : units) values.emplace_back(unit.value);
    auto const quarters = study::quartiles(values, is_ascending ? study::Better::lower : study::Better::higher);
    for (std::size_t i = 0; i < units.size(); ++i) {
        units[i].place = i > 0 && units[i].value == units[i - 1].value ? units[i - 1].place : i + 1;
        units[i].quarter = quarters[i].quartile;
    }
    return units;
}

std::string quarter_words(std::optional<int> quarter, domain::Polarity const& polarity, Language const& language) {
    if (!quarter) return {};
    bool const is_sided = has_direction(polarity);
    if (*quarter == 1) return std::string{language.tr(is_sided ? message("best quarter") : message("highest quarter"))};
    if (*quarter == 4) return std::string{language.tr(is_sided ? message("worst quarter") : message("lowest quarter"))};
    return std::string{language.tr("the middle half")};
}

std::string place_words(Placed const& me, std::size_t n, std::string_view name, domain::Polarity const& polarity,
                        Language const& language) {
    auto const place = whole(language, static_cast<std::int64_t>(me.place));
    auto const all = whole(language, static_cast<std::int64_t>(n));
    return has_direction(polarity)
               ? language.tr("{0} has place {1} of {2}, counted from the best.", name, place, all)
               : language.tr("{0} has place {1} of {2}, counted from the highest.", name, place, all);
}

std::string ranking_sentence(CompareMatter const& matter, CompareRow const& row, std::vector<Placed> const& units,
                             std::size_t t, ValueFormat const& format) {
    auto const& language = matter.language;
    auto const& measure_data = matter.data.measures[row.measure];
    std::vector<double> values;
    for (auto const& unit : units) values.push_back(unit.value);
    std::ranges::sort(values);
    auto const figure = [&](double value) { return with_unit(language, format, value); };
    auto const n = static_cast<std::int64_t>(units.size());
    auto const period = period_text(language, measure_data.cube->period(t));
    auto text = language.trn("{0} unit has a figure for {1}: {2}.", "{0} units have a figure for {1}, median {2}.", n,
                             whole(language, n), period, figure(study::quantile_of_sorted(values, 0.5)));
    if (units.size() >= 4)
        text.append(" ").append(language.tr("The middle half lies between {0} and {1}.",
                                            figure(study::quantile_of_sorted(values, 0.25)),
                                            figure(study::quantile_of_sorted(values, 0.75))));
    if (auto const me = matter.selection.me())
        for (auto const& unit : units)
            if (unit.unit == *me && units.size() > 1)
                text.append(" ").append(place_words(unit, units.size(), matter.data.units[*me].unit.name,
                                                    measure_data.measure.polarity, language));
    return text;
}

// The latest period before this one in which at least one of them has a figure.
std::optional<std::size_t> period_before(CompareMatter const& matter, CompareRow const& row,
                                         std::vector<Placed> const& units, std::size_t t) {
    auto const& cube = *matter.data.measures[row.measure].cube;
    while (t-- > 0)
        for (auto const& unit : units)
            if (has_value(cube.cell(cube.at(row.slot, t, unit.unit)))) return t;
    return {};
}

std::optional<study::Judgement> comparison_judgement(CompareMatter const& matter, CompareRow const& row,
                                                     study::UnitIndex unit) {
    for (auto const* finding : matter.findings(row, unit))
        if (finding->kind == study::FindingKind::comparison && finding->certainty == study::Certainty::confirmed)
            return finding->judgement;
    return {};
}

void add_unit(RankingPart& part, CompareMatter const& matter, CompareRow const& row, Placed const& unit,
              std::optional<std::size_t> before, ValueFormat const& format) {
    auto const& language = matter.language;
    auto const& measure_data = matter.data.measures[row.measure];
    auto const& cube = *measure_data.cube;
    auto const& name = matter.data.units[unit.unit].unit.name;
    auto const chosen = std::span{matter.selection.units}.first(matter.selection.chosen_units);
    bool const is_chosen = std::ranges::find(chosen, unit.unit) != chosen.end();
    auto const counts = cube.counts(unit.at);

    RankedUnit drawn;
    drawn.name = name;
    drawn.value = unit.value;
    drawn.link = matter.url(row, unit.unit);
    drawn.is_me = is_chosen;
    drawn.judgement = comparison_judgement(matter, row, unit.unit);
    RankingPart::Row line{.place = unit.place,
                          .unit = {name, matter.url(row, unit.unit)},
                          .is_chosen = is_chosen,
                          .value = with_unit(language, format, unit.value),
                          .likely = {},
                          .people = {},
                          .quarter = quarter_words(unit.quarter, measure_data.measure.polarity, language),
                          .change = {}};
    if (auto const interval = likely(counts, measure_data.measure)) {
        drawn.low = interval->lower;
        drawn.high = interval->upper;
        line.likely = language.tr("{0}–{1}", number(language, interval->lower, format.decimals),
                                  with_unit(language, format, interval->upper));
        part.has_likely = true;
    }
    if (cube.has_counts() && counts.denominator > 0) {
        drawn.people = counts.denominator;
        line.people = people(language, counts.denominator, who(measure_data.measure, language));
        part.has_people = true;
    }
    if (!line.quarter.empty()) part.has_quarters = true;
    if (before) {
        auto const at = cube.at(row.slot, *before, unit.unit);
        if (has_value(cube.cell(at)))
            line.change = signed_difference(language, {"", format.decimals}, unit.value - cube.value(at));
    }
    part.chart.units.push_back(std::move(drawn));
    part.rows.push_back(std::move(line));
}

std::optional<SpineView> spine_of(CompareMatter const& matter, CompareRow const& row, std::vector<Placed> const& units,
                                  RankingPart const& part) {
    auto const me = matter.selection.me();
    if (!me || units.size() < 4) return {};
    SpineView spine;
    bool has_me = false;
    for (auto const& unit : units) {
        if (unit.unit == *me) {
            spine.value = unit.value;
            has_me = true;
        } else {
            spine.peers.push_back(unit.value);
        }
    }
    if (!has_me) return {};
    spine.name = matter.data.units[*me].unit.name;
    spine.title = part.chart.title;
    spine.format = part.chart.format;
    spine.polarity = part.chart.polarity;
    spine.judgement = comparison_judgement(matter, row, *me);
    return spine;
}

} // namespace

RankingPart ranking_part(CompareMatter const& matter) {
    auto const& row = matter.selection.rows.front();
    auto const& measure_data = matter.data.measures[row.measure];
    auto const& language = matter.language;
    RankingPart part;
    auto const t = matter.period_of(row);
    if (!t) {
        part.sentence = language.tr("None of the units chosen has a figure in these years.");
        return part;
    }
    auto const units = placed(matter, row, *t);
    std::vector<double> values;
    for (auto const& unit : units) values.push_back(unit.value);
    auto const format = value_format(measure_data.measure, values);
    part.sentence = ranking_sentence(matter, row, units, *t, format);
    part.chart.title = matter.row_name(row);
    part.chart.format = format;
    part.chart.mean_name = language.tr("median");
    part.chart.mean = study::median_of(values);
    part.chart.polarity = measure_data.measure.polarity;
    part.chart.who = who(measure_data.measure, language);
    auto const before = period_before(matter, row, units, *t);
    if (before) part.before = period_text(language, measure_data.cube->period(*before), PeriodStyle::brief);
    for (auto const& unit : units) add_unit(part, matter, row, unit, before, format);

    part.funnel = funnel_view(matter.slice(row, *t), matter.selection.units, format, language);
    if (part.funnel)
        part.funnel_sentence = funnel_sentence(*part.funnel, language);
    else
        part.spine = spine_of(matter, row, units, part);
    return part;
}

} // namespace rodtrad::view::pages
