// What can be expected of a unit under its conditions, and who does best given theirs.

#include "study/expected.hpp"
#include "study/methods/multiple_testing.hpp"
#include "study/peers.hpp"
#include "view/pages/measure_panels.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::view::pages {

namespace {

constexpr double q_limit = 0.05;
constexpr std::size_t most_named = 5;

std::string titles(std::vector<study::MeasureIndex> const& measures, PanelMatter const& matter) {
    std::string text;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if (i > 0) text += i + 1 == measures.size() ? " " + std::string{matter.language.tr("and")} + " " : ", ";
        text += measure_title(matter.data.measures[measures[i]].measure, matter.language);
    }
    return text;
}

std::string refusal(study::NoExpectation reason, Language const& language) {
    switch (reason) {
    case study::NoExpectation::conditions_missing:
        return std::string{language.tr("Too few units have a figure for all the conditions, so nothing is expected.")};
    case study::NoExpectation::too_few_units:
        return std::string{
            language.tr("There are too few units to tell what conditions mean, so nothing is expected.")};
    case study::NoExpectation::explains_too_little:
        return std::string{
            language.tr("The conditions explain too little of the differences between units to expect anything by.")};
    case study::NoExpectation::no_conditions:
    case study::NoExpectation::out_of_range:
        break;
    }
    return std::string{language.tr("The figures do not bear a calculation of what can be expected.")};
}

study::Judgement judgement_of(double residual, domain::Polarity const& polarity) {
    if (polarity == domain::Polarity{domain::Direction::higher_is_better})
        return residual > 0 ? study::Judgement::better : study::Judgement::worse;
    if (polarity == domain::Polarity{domain::Direction::lower_is_better})
        return residual < 0 ? study::Judgement::better : study::Judgement::worse;
    return study::Judgement::neutral;
}

std::string my_sentence(ExpectedUnit const& me, ValueFormat const& format, Language const& language) {
    auto const expected = with_unit(language, format, me.expected);
    auto const actual = with_unit(language, format, me.actual);
    auto const distance = plain_difference(language, format, std::abs(me.actual - me.expected));
    if (!me.judgement)
        return language.tr("Of {0} {1} can be expected, and it has {2}: no more from it than chance explains.", me.name,
                           expected, actual);
    switch (*me.judgement) {
    case study::Judgement::better:
        return language.tr("Of {0} {1} can be expected, and it has {2}: {3} better.", me.name, expected, actual,
                           distance);
    case study::Judgement::worse:
        return language.tr("Of {0} {1} can be expected, and it has {2}: {3} worse.", me.name, expected, actual,
                           distance);
    case study::Judgement::neutral:
        break;
    }
    return language.tr("Of {0} {1} can be expected, and it has {2}: {3} from it.", me.name, expected, actual, distance);
}

} // namespace

std::optional<ExpectedPanel> expected_panel(PanelMatter const& matter) {
    auto const& [key, data, list, language, series, card, among] = matter;
    if (matter.measure().conditions.empty()) return {};
    ExpectedPanel panel;
    panel.title = language.tr("Given the conditions");
    study::Peers const peers{data};
    auto const answer =
        study::expected_given_conditions(data, key.measure, matter.slot(), series.newest(), peers.cohort(key.unit));
    if (!answer) {
        panel.sentence = refusal(answer.reason(), language);
        return panel;
    }
    auto const& model = answer->model;
    study::PValues p;
    for (auto const each : model.p) p.emplace_back(each);
    auto const q = study::benjamini_hochberg(p);

    ExpectedView chart;
    chart.title = language.tr("{0}: achieved and expected", measure_title(matter.measure(), language));
    chart.format = series.format;
    chart.polarity = matter.measure().polarity;
    std::vector<std::size_t> best;
    for (std::size_t i = 0; i < answer->units.size(); ++i) {
        auto const unit = answer->units[i];
        auto const& about = data.units[unit].unit;
        ExpectedUnit drawn;
        drawn.name = about.name;
        drawn.expected = model.expected[i];
        drawn.actual = model.expected[i] + model.residual[i];
        drawn.is_me = unit == key.unit;
        drawn.link = measure_url(matter.measure().code, about.code, data.groups[key.group].code);
        if (q[i] && *q[i] <= q_limit) drawn.judgement = judgement_of(model.residual[i], chart.polarity);
        if (drawn.judgement == study::Judgement::better) best.push_back(i);
        chart.units.push_back(std::move(drawn));
    }
    std::ranges::stable_sort(best, {}, [&](std::size_t i) { return -std::abs(model.residual[i] / model.error[i]); });
    best.resize(std::min(best.size(), most_named));
    for (auto const i : best) {
        chart.units[i].is_best = true;
        panel.best.push_back({chart.units[i].name, *chart.units[i].link});
    }

    panel.sentence =
        language.tr("{0} explain {1} of the differences between {2} units.", titles(answer->conditions, matter),
                    with_unit(language, {"%", 0}, model.explained * 100),
                    whole(language, static_cast<std::int64_t>(answer->units.size())));
    for (auto const& unit : chart.units)
        if (unit.is_me) panel.sentence += " " + my_sentence(unit, chart.format, language);
    panel.chart = std::move(chart);
    return panel;
}

} // namespace rodtrad::view::pages
