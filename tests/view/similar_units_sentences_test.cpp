#include "view/similar_units_sentences.hpp"

#include <doctest/doctest.h>

namespace rodtrad::view {
namespace {

using study::ConditionDifference;
using study::SimilarUnit;

auto const& swedish = Language::swedish();

// Norrskolan and its likes by three conditions.
study::Dataset schools() {
    study::Dataset data;
    for (auto const* name : {"Norrskolan", "Ekskolan"}) {
        study::UnitNode node;
        node.unit.code = node.unit.name = name;
        data.units.push_back(node);
    }
    for (auto const* title : {"Folkmängd", "Utbildningsnivå", "BRP"}) {
        study::MeasureData measure;
        measure.measure.code = measure.measure.title = title;
        data.measures.push_back(measure);
    }
    return data;
}

study::SimilarUnits likes() {
    study::SimilarUnits similar;
    for (std::size_t measure = 0; measure < 3; ++measure)
        similar.conditions.push_back({study::MeasureIndex{measure}, 1, 0, 1});
    similar.units.resize(7);
    similar.compared = 42;
    similar.lacking = 1;
    return similar;
}

std::string said(std::vector<std::optional<ConditionDifference>> differences) {
    SimilarUnit unit;
    unit.differences = std::move(differences);
    return likeness_sentence(likes(), unit, schools(), swedish);
}
ConditionDifference off(double deviations) { return {0, deviations}; }

TEST_CASE("a unit is said to be alike in some conditions and different in others") {
    CHECK(said({off(0.1), off(-0.2), off(1.5)}) == "Lika i folkmängd och utbildningsnivå, olika i BRP (högre).");
    CHECK(said({off(0.1), off(0), off(0)}) == "Lika i folkmängd, utbildningsnivå och BRP.");
    CHECK(said({off(-3), {}, off(0.7)}) == "Nästan lika i BRP, olika i folkmängd (lägre).");
    CHECK(said({off(-3), {}, {}}) == "Olika i folkmängd (lägre).");
    CHECK(said({{}, {}, off(0.7)}) == "Nästan lika i BRP.");
    CHECK(said({{}, {}, {}}) == "Det finns inga uppgifter att jämföra med.");
}

TEST_CASE("of the units together it is said how many, by what, and who could not be compared") {
    auto const sentences = similar_units_sentences(likes(), schools(), swedish);
    REQUIRE(sentences.size() == 2);
    CHECK(sentences[0] == "De 7 enheter som är mest lika Norrskolan i folkmängd, utbildningsnivå och BRP, av 42 av "
                          "samma slag.");
    CHECK(sentences[1] == "1 enhet saknar någon av uppgifterna och kunde inte jämföras.");
}

TEST_CASE("why there are no similar units") {
    CHECK(no_similar_units_sentence(study::NoSimilarUnits::conditions_missing, swedish) ==
          "Enheten saknar uppgift om någon av förutsättningarna.");
}

} // namespace
} // namespace rodtrad::view
