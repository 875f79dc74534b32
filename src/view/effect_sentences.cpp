#include "view/effect_sentences.hpp"

#include "view/format.hpp"
#include "view/sentences.hpp"

namespace rodtrad::view {

using study::ComparedWith;
using study::Effect;
using study::EffectShortfall;
using study::EffectVerdict;
using study::NoEffect;

namespace {

std::string whole_of(Language const& language, std::size_t n) { return whole(language, static_cast<std::int64_t>(n)); }

std::string_view opening(EffectOf what, Language const& language) {
    switch (what) {
    case EffectOf::action:
        return language.tr("After the action");
    case EffectOf::practice:
        return language.tr("After the practice was adopted");
    case EffectOf::behaviour:
        break;
    }
    return language.tr("After the behaviour was taken up");
}

std::string beside_whom(Effect const& effect, Language const& language) {
    auto const n = static_cast<std::int64_t>(effect.comparison_units);
    switch (effect.compared_with) {
    case ComparedWith::peers:
        return language.trn("{0} similar unit", "{0} similar units", n, whole(language, n));
    case ComparedWith::chosen_units:
        return language.trn("{0} other unit", "{0} other units", n, whole(language, n));
    case ComparedWith::own_past:
        break;
    }
    return std::string{language.tr("its own development before")};
}

// One figure and its limits, as they stand in a sentence.
struct Figure {
    std::string estimate;
    std::string low;
    std::string high;
};
Figure figure(Language const& language, ValueFormat const& format, double estimate, study::Interval const& limits) {
    return {signed_difference(language, format, estimate), number(language, limits.lower, format.decimals),
            number(language, limits.upper, format.decimals)};
}

std::string first_sentence(Effect const& effect, ValueFormat const& format, EffectOf what, Language const& language) {
    auto const whom = beside_whom(effect, language);
    if (!effect.p || !effect.interval)
        return language.tr("Too little to tell an effect by: {0} compared with {1}.",
                           signed_difference(language, format, effect.estimate), whom);
    auto const [estimate, low, high] = figure(language, format, effect.estimate, *effect.interval);
    auto const is_clear = effect.verdict == EffectVerdict::clear;
    if (!is_clear)
        return language.tr("No certain effect yet: {0} compared with {1} (likely {2} to {3}).", estimate, whom, low,
                           high);
    // Of a series by itself it may be the slope that is clear.
    if (effect.interval->lower <= 0 && 0 <= effect.interval->upper)
        return language.tr("No certain effect at once: {0} compared with {1} (likely {2} to {3}).", estimate, whom, low,
                           high);
    return language.tr("{0} {1} compared with {2} (likely {3} to {4}).", opening(what, language), estimate, whom, low,
                       high);
}

// How it has gone on since, where that is clear.
std::string slope_sentence(Effect const& effect, ValueFormat const& format, Language const& language) {
    auto const& past = effect.own_past;
    if (!past || !past->slope_interval || effect.verdict != EffectVerdict::clear) return {};
    if (past->slope_interval->lower <= 0 && 0 <= past->slope_interval->upper) return {};
    auto const [estimate, low, high] = figure(language, format, past->slope_change, *past->slope_interval);
    return language.tr("Since then {0} for each period compared with the development before (likely {1} to {2}).",
                       estimate, low, high);
}

std::string shortfall_sentence(EffectShortfall shortfall, Effect const& effect, Language const& language) {
    auto const is_alone = effect.compared_with == ComparedWith::own_past;
    switch (shortfall) {
    case EffectShortfall::few_periods_before:
        return language.tr("At least {0} measurements before the start are needed.", whole(language, is_alone ? 8 : 2));
    case EffectShortfall::few_periods_after:
        return language.tr("At least {0} measurements after the start are needed.", whole(language, is_alone ? 4 : 1));
    case EffectShortfall::few_treated_units:
        return language.tr("At least {0} units that have started are needed.", whole(language, 2));
    case EffectShortfall::few_comparison_units:
        return language.tr("At least {0} units to compare with are needed.", whole(language, 5));
    case EffectShortfall::no_chance_to_measure:
        break;
    }
    return std::string{language.tr("The figures vary too little to tell an effect from chance.")};
}

std::string before_sentence(study::FakeStart const& before, ValueFormat const& format, Language const& language) {
    if (before.moved_alike()) return std::string{language.tr("Before the start they developed alike.")};
    return language.tr(
        "Before the start they did not develop alike ({0}): the difference may come from something else.",
        signed_difference(language, format, before.estimate));
}

} // namespace

std::vector<std::string> effect_sentences(Effect const& effect, study::Dataset const& data, EffectOf what,
                                          Language const& language) {
    auto const& measure = data.measures[effect.measure].measure;
    std::vector<double> shown{effect.estimate};
    if (effect.interval) shown.insert(shown.end(), {effect.interval->lower, effect.interval->upper});
    auto const format = value_format(measure, shown);

    std::vector<std::string> said{first_sentence(effect, format, what, language)};
    if (auto slope = slope_sentence(effect, format, language); !slope.empty()) said.push_back(std::move(slope));
    for (auto const shortfall : effect.shortfalls) said.push_back(shortfall_sentence(shortfall, effect, language));
    if (effect.before) said.push_back(before_sentence(*effect.before, format, language));
    said.emplace_back(language.tr("Other changes at the same time may also explain the difference."));
    return said;
}

std::string no_effect_sentence(NoEffect reason, Language const& language) {
    switch (reason) {
    case NoEffect::no_treated_units:
        return std::string{language.tr("No unit that has started has a figure of this measure.")};
    case NoEffect::no_figures_before:
        return std::string{language.tr("There are no figures from before the start.")};
    case NoEffect::no_figures_after:
        return std::string{language.tr("There are no figures from after the start yet.")};
    case NoEffect::too_few_points:
        return std::string{language.tr("Too few measurements: without others to compare with, at least 5 before the "
                                       "start and 3 after are needed.")};
    case NoEffect::not_identified:
        return std::string{
            language.tr("An effect cannot be told apart from what differs between units and periods anyway.")};
    case NoEffect::out_of_range:
        break;
    }
    return std::string{language.tr("The figures are too large to calculate with.")};
}

namespace {

std::string_view later(domain::Periodicity periodicity, int lag, Language const& language) {
    auto const is_next = lag == 1;
    switch (periodicity) {
    case domain::Periodicity::year:
        return is_next ? language.tr("the year after") : language.tr("two years later");
    case domain::Periodicity::half_year:
        return is_next ? language.tr("the half-year after") : language.tr("two half-years later");
    case domain::Periodicity::tertial:
        return is_next ? language.tr("the four months after") : language.tr("two four-month periods later");
    case domain::Periodicity::quarter:
        return is_next ? language.tr("the quarter after") : language.tr("two quarters later");
    case domain::Periodicity::month:
        break;
    }
    return is_next ? language.tr("the month after") : language.tr("two months later");
}

std::string_view association_text(study::Association const& association) {
    switch (association.judgement) {
    case study::Judgement::better:
        return message("A connection to try out: units where “{0}” is higher more often have a better “{1}” {2}.");
    case study::Judgement::worse:
        return message("A connection to try out: units where “{0}” is higher more often have a worse “{1}” {2}.");
    case study::Judgement::neutral:
        break;
    }
    return association.effect > 0
               ? message("A connection to try out: units where “{0}” is higher more often have a higher “{1}” {2}.")
               : message("A connection to try out: units where “{0}” is higher more often have a lower “{1}” {2}.");
}

} // namespace

std::vector<std::string> association_sentences(study::Association const& association, study::Dataset const& data,
                                               Language const& language) {
    auto const& behaviour = data.measures[association.behaviour].measure;
    auto const& result = data.measures[association.result].measure;
    return {language.tr(association_text(association), measure_title(behaviour, language),
                        measure_title(result, language),
                        later(association.last.periodicity(), association.lag, language)),
            language.tr("Seen in {0} units over {1} periods, and the same way again in {2}.",
                        whole_of(language, association.units), whole_of(language, association.periods),
                        period_text(language, association.last)),
            std::string{language.tr("It does not say what leads to what: something else may explain both.")}};
}

} // namespace rodtrad::view
