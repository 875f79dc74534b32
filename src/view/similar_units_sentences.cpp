#include "view/similar_units_sentences.hpp"

#include "view/format.hpp"
#include "view/letter_case.hpp"
#include "view/sentences.hpp"

namespace rodtrad::view {

using study::Likeness;
using study::NoSimilarUnits;
using study::SimilarUnits;

namespace {

// "Folkmängd" → "folkmängd", but "BNP" as it is.
std::string condition_name(study::Dataset const& data, SimilarUnits::Condition const& condition,
                           Language const& language) {
    auto const title = measure_title(data.measures[condition.measure].measure, language);
    auto const is_abbreviation = title.size() > 1 && title[1] >= 'A' && title[1] <= 'Z';
    return is_abbreviation ? std::string{title} : after_colon(title);
}

} // namespace

std::string likeness_sentence(SimilarUnits const& similar, study::SimilarUnit const& unit, study::Dataset const& data,
                              Language const& language) {
    std::vector<std::string> alike;
    std::vector<std::string> between;
    std::vector<std::string> different;
    for (std::size_t at = 0; at < similar.conditions.size(); ++at) {
        auto const& difference = unit.differences[at];
        if (!difference) continue;
        auto name = condition_name(data, similar.conditions[at], language);
        switch (likeness(*difference)) {
        case Likeness::alike:
            alike.push_back(std::move(name));
            break;
        case Likeness::between:
            between.push_back(std::move(name));
            break;
        case Likeness::different:
            different.push_back(difference->deviations > 0 ? language.tr("{0} (higher)", name)
                                                           : language.tr("{0} (lower)", name));
            break;
        }
    }
    auto const row = [&](std::vector<std::string> const& things) { return in_a_row(language, things); };
    if (!alike.empty() && !different.empty())
        return language.tr("Alike in {0}, different in {1}.", row(alike), row(different));
    if (!alike.empty()) return language.tr("Alike in {0}.", row(alike));
    if (!between.empty() && !different.empty())
        return language.tr("Nearly alike in {0}, different in {1}.", row(between), row(different));
    if (!between.empty()) return language.tr("Nearly alike in {0}.", row(between));
    if (!different.empty()) return language.tr("Different in {0}.", row(different));
    return std::string{language.tr("There are no figures to compare by.")};
}

std::vector<std::string> similar_units_sentences(SimilarUnits const& similar, study::Dataset const& data,
                                                 Language const& language) {
    std::vector<std::string> names;
    for (auto const& condition : similar.conditions) names.push_back(condition_name(data, condition, language));
    auto const shown = static_cast<std::int64_t>(similar.units.size());
    auto const lacking = static_cast<std::int64_t>(similar.lacking);
    std::vector<std::string> said{language.trn("The unit that is most like {1} in {2}, of {3} of the same kind.",
                                               "The {0} units that are most like {1} in {2}, of {3} of the same kind.",
                                               shown, whole(language, shown), data.units[similar.unit].unit.name,
                                               in_a_row(language, names),
                                               whole(language, static_cast<std::int64_t>(similar.compared)))};
    if (lacking > 0)
        said.push_back(language.trn("{0} unit lacks some of these figures and could not be compared.",
                                    "{0} units lack some of these figures and could not be compared.", lacking,
                                    whole(language, lacking)));
    return said;
}

std::string no_similar_units_sentence(NoSimilarUnits reason, Language const& language) {
    switch (reason) {
    case NoSimilarUnits::no_conditions:
        return std::string{language.tr("Choose at least one condition to be alike in, with a weight above 0.")};
    case NoSimilarUnits::conditions_missing:
        return std::string{language.tr("The unit has no figure of some of these conditions.")};
    case NoSimilarUnits::nobody_alike:
        break;
    }
    return std::string{language.tr("No other unit of the same kind has figures of all these conditions.")};
}

} // namespace rodtrad::view
