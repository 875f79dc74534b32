// "Så räknade vi": the methods by name and their figures, for whoever wants to check. Even here no words of the trade
// that most readers would have to look up.

#include "view/pages/figure_text.hpp"
#include "view/pages/measure_panels.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::view::pages {

namespace {

using study::FindingKind;
using study::SpecialCause;

std::string_view rule(SpecialCause cause, Language const& language) {
    switch (cause) {
    case SpecialCause::above_limit:
        return language.tr("The newest figure is above the normal variation.");
    case SpecialCause::below_limit:
        return language.tr("The newest figure is below the normal variation.");
    case SpecialCause::trend_up:
        return language.tr("7 figures in a row have risen.");
    case SpecialCause::trend_down:
        return language.tr("7 figures in a row have fallen.");
    case SpecialCause::two_in_three_above:
        return language.tr("2 of the last 3 figures are close to the upper limit.");
    case SpecialCause::two_in_three_below:
        return language.tr("2 of the last 3 figures are close to the lower limit.");
    case SpecialCause::shift_above:
        return language.tr("7 figures in a row are above the mean.");
    case SpecialCause::shift_below:
        return language.tr("7 figures in a row are below the mean.");
    case SpecialCause::none:
        break;
    }
    return language.tr("The newest figure follows the normal variation.");
}

Term normal_variation(PanelMatter const& matter) {
    auto const& language = matter.language;
    auto const& series = matter.series;
    auto const held_against = series.before_change - series.segment_start;
    auto const count = whole(language, static_cast<std::int64_t>(held_against));
    std::string text;
    if (held_against < fewest_for_limits) {
        text = language.tr(series.has_changed()
                               ? message("There are {0} figures before the change; limits of normal variation take at "
                                         "least {1}.")
                               : message("There are {0} figures; limits of normal variation take at least {1}."),
                           count, whole(language, static_cast<std::int64_t>(fewest_for_limits)));
    } else {
        auto const& last = series.xmr.points.back();
        text = language.tr(
            series.has_changed()
                ? message(
                      "XmR chart as in the NHS’s Making Data Count, of the {0} figures before the change: mean {1}, "
                      "normal variation {2} to {3}. The figures since then are held against these limits.")
                : message("XmR chart as in the NHS’s Making Data Count, {0} figures: mean {1}, normal variation {2} to "
                          "{3}."),
            count, with_unit(language, series.format, last.mean), number(language, last.lower, series.format.decimals),
            with_unit(language, series.format, last.upper));
        if (!series.has_changed()) text.append(" ").append(rule(last.cause, language));
        if (series.before_change < fewest_for_firm_limits) {
            text += ' ';
            text += language.tr("The limits are preliminary until there are 13 figures.");
        }
    }
    if (series.is_season_adjusted) {
        text += ' ';
        text += language.tr("What the time of year usually does, in all units together, has been taken away first.");
    }
    return {std::string{language.tr("Normal variation")}, std::move(text)};
}

std::string_view method(FindingKind kind, Language const& language) {
    switch (kind) {
    case FindingKind::target:
        return language.tr("The people behind the figure are tested against the target; a figure without such a ground "
                           "is held against its own normal variation.");
    case FindingKind::change:
        return language.tr("Step test: the last one to four figures against all earlier ones, with a noise level "
                           "borrowed from the same measure in all units.");
    case FindingKind::comparison:
        return language.tr(
            "Funnel with room for ordinary differences between units where people are counted, otherwise "
            "the distance from the median in robust deviations.");
    case FindingKind::gap:
        return language.tr("Two groups against each other, and their gap as a series of its own.");
    case FindingKind::spread:
        return language.tr(
            "Do the units below differ by more than chance? Small units are drawn towards the mean first.");
    case FindingKind::neighbour:
        break;
    }
    return language.tr("Step test of the distance to the median of the measures it has moved with until now.");
}

// A probability as a person reads it: "0,3 %", "mindre än 0,01 %".
std::string risk(double p, Language const& language) {
    ValueFormat const percent{"%", p < 0.001 ? 2 : p < 0.1 ? 1 : 0};
    if (p < 0.0001) return language.tr("less than {0}", with_unit(language, {"%", 2}, 0.01));
    return with_unit(language, percent, p * 100);
}

// As few as say the same as the most would.
int decimals_of(double value, int most) {
    for (int decimals = 0; decimals < most; ++decimals) {
        auto const scaled = value * std::pow(10, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6) return decimals;
    }
    return most;
}

Term finding_term(PanelMatter const& matter, study::Finding const& finding) {
    auto const& language = matter.language;
    std::string text{method(finding.kind, language)};
    auto const add = [&](std::string_view sentence) {
        text += ' ';
        text += sentence;
    };
    auto const& format = matter.series.format;
    if (finding.min_effect > 0)
        add(language.tr("The difference is {0}; to be shown it must be at least {1}.",
                        plain_difference(language, format, std::abs(finding.effect)),
                        plain_difference(language, {format.unit, decimals_of(finding.min_effect, format.decimals + 1)},
                                         finding.min_effect)));
    if (finding.p) add(language.tr("Calculated risk that it is chance: {0}.", risk(*finding.p, language)));
    if (finding.q) add(language.tr("With all series on the list taken into account: {0}.", risk(*finding.q, language)));
    if (finding.is_tested_against_all)
        add(language.tr("Too few similar units had a figure, so it was tested against all units of the same kind."));
    return {std::string{kind_name(finding.kind, language)}, std::move(text)};
}

} // namespace

std::vector<Term> method_terms(PanelMatter const& matter) {
    auto const& language = matter.language;
    auto const& series = matter.series;
    std::vector<Term> terms{normal_variation(matter)};
    if (matter.card)
        for (auto const& finding : matter.card->findings)
            if (finding.group == matter.key.group || finding.kind == FindingKind::gap)
                terms.push_back(finding_term(matter, finding));
    auto const at = matter.cube().at(matter.slot(), series.newest(), matter.key.unit);
    if (auto const interval = likely(matter.cube().counts(at), matter.measure()))
        terms.push_back({std::string{language.tr("Likely interval")},
                         language.tr("{0} to {1}: so much could chance alone move the figure, in 19 cases of 20 "
                                     "(Wilson’s method for shares, Byar’s for rates).",
                                     number(language, interval->lower, series.format.decimals),
                                     with_unit(language, series.format, interval->upper))});
    terms.push_back(
        {std::string{language.tr("Everything that was checked")},
         language.tr("{0} series in all. Of the confirmed deviations, at most 1 in 20 is chance on average.",
                     whole(language, static_cast<std::int64_t>(matter.list.series_checked)))});
    return terms;
}

} // namespace rodtrad::view::pages
