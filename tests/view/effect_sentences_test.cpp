#include "view/effect_sentences.hpp"

#include <doctest/doctest.h>

namespace rodtrad::view {
namespace {

using study::ComparedWith;
using study::Effect;
using study::EffectShortfall;
using study::EffectVerdict;
using Sentences = std::vector<std::string>;

auto const& swedish = Language::swedish();
auto const& english = Language::english();

study::Dataset measures() {
    study::Dataset data;
    for (auto const* title : {"Behöriga till yrkesprogram", "Vi följer upp varje vecka"}) {
        study::MeasureData measure;
        measure.measure.code = measure.measure.title = title;
        measure.measure.unit_of_measure = "%";
        measure.measure.kind = domain::ValueKind::proportion;
        data.measures.push_back(measure);
    }
    return data;
}

Effect clear_effect() {
    Effect effect;
    effect.verdict = EffectVerdict::clear;
    effect.estimate = 3.1;
    effect.interval = study::Interval{0.8, 5.4};
    effect.p = 0.01;
    effect.comparison_units = 12;
    effect.before = study::FakeStart{0.2, 0.6};
    return effect;
}

// With ordinary spaces between figures and what they count.
Sentences said(Effect const& effect, Language const& language, EffectOf what = EffectOf::action) {
    auto sentences = effect_sentences(effect, measures(), what, language);
    constexpr std::string_view no_break = "\u00a0";
    for (auto& sentence : sentences)
        for (auto at = sentence.find(no_break); at != std::string::npos; at = sentence.find(no_break, at))
            sentence.replace(at, no_break.size(), " ");
    return sentences;
}

TEST_CASE(
    "an effect is told beside those who did not do it, with how sure it is and that other things may explain it") {
    CHECK(said(clear_effect(), swedish) ==
          Sentences{"Efter åtgärden +3,1 procentenheter jämfört med 12 liknande enheter (troligen 0,8 till 5,4).",
                    "Före starten utvecklades de lika.",
                    "Andra förändringar samtidigt kan också förklara skillnaden."});
    CHECK(said(clear_effect(), english, EffectOf::practice).front() ==
          "After the practice was adopted +3.1 percentage points compared with 12 similar units (likely 0.8 to 5.4).");
    auto chosen = clear_effect();
    chosen.compared_with = ComparedWith::chosen_units;
    chosen.comparison_units = 1;
    chosen.before = study::FakeStart{-2.5, 0.01};
    CHECK(said(chosen, swedish, EffectOf::behaviour)[0] ==
          "Sedan beteendet togs upp +3,1 procentenheter jämfört med 1 annan enhet (troligen 0,8 till 5,4).");
    CHECK(said(chosen, swedish)[1] ==
          "Före starten utvecklades de inte lika (−2,5 procentenheter): skillnaden kan bero på något annat.");
}

TEST_CASE("what may be chance is no certain effect yet") {
    auto effect = clear_effect();
    effect.verdict = EffectVerdict::not_clear_yet;
    effect.interval = study::Interval{-1.2, 7.4};
    CHECK(said(effect, swedish).front() ==
          "Ingen säker effekt ännu: +3,1 procentenheter jämfört med 12 liknande enheter (troligen −1,2 till 7,4).");
}

TEST_CASE("what bears no test is told as such, with what it lacks") {
    auto effect = clear_effect();
    effect.verdict = EffectVerdict::too_little_to_tell;
    effect.p = {};
    effect.interval = {};
    effect.before = {};
    effect.shortfalls = {EffectShortfall::few_treated_units, EffectShortfall::few_comparison_units};
    CHECK(said(effect, swedish) ==
          Sentences{"För litet underlag för att avgöra: +3,1 procentenheter jämfört med 12 liknande enheter.",
                    "Det behövs minst 2 enheter som har börjat.", "Det behövs minst 5 enheter att jämföra med.",
                    "Andra förändringar samtidigt kan också förklara skillnaden."});
}

TEST_CASE("a unit by itself is compared with its own past, at once and since") {
    auto effect = clear_effect();
    effect.compared_with = ComparedWith::own_past;
    effect.before = {};
    effect.interval = study::Interval{-0.4, 6.6};
    effect.own_past = Effect::OwnPast{0, 1.5, study::Interval{0.5, 2.5}, 0.2, 0.001, 2};
    auto const sentences = said(effect, swedish);
    CHECK(sentences[0] == "Ingen säker effekt genast: +3,1 procentenheter jämfört med den egna tidigare utvecklingen "
                          "(troligen −0,4 till 6,6).");
    CHECK(sentences[1] == "Därefter +1,5 procentenheter för varje period jämfört med den tidigare utvecklingen "
                          "(troligen 0,5 till 2,5).");
}

TEST_CASE("a connection is something to try out, and nobody's cause") {
    study::Association association;
    association.behaviour = study::MeasureIndex{1};
    association.result = study::MeasureIndex{0};
    association.judgement = study::Judgement::better;
    association.units = 34;
    association.periods = 6;
    association.last = domain::Period::make(domain::Periodicity::year, 2024);
    CHECK(association_sentences(association, measures(), swedish) ==
          Sentences{
              "Samband att pröva: enheter där ”Vi följer upp varje vecka” är högre har oftare bättre ”Behöriga till "
              "yrkesprogram” året efter.",
              "Det syns i 34 enheter under 6 perioder, och på samma sätt igen 2024.",
              "Det säger inte vad som leder till vad: något annat kan förklara båda."});
    for (auto const* language : {&swedish, &english})
        for (auto const& sentence : association_sentences(association, measures(), *language))
            for (auto const* word : {"orsak", "cause", "p-värde", "signifikant", "sigma", "regression"})
                CHECK(sentence.find(word) == std::string::npos);
}

TEST_CASE("why no effect is told") {
    CHECK(no_effect_sentence(study::NoEffect::no_figures_after, swedish) ==
          "Det finns inga utfall från tiden efter starten än.");
    CHECK(no_effect_sentence(study::NoEffect::too_few_points, english) ==
          "Too few measurements: without others to compare with, at least 5 before the start and 3 after are needed.");
}

} // namespace
} // namespace rodtrad::view
