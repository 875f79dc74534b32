// The short words: tags, tiers, kinds, directions, and the names of things in the language of the reader.

#include "view/letter_case.hpp"
#include "view/sentences.hpp"

#include <cmath>
#include <utility>

namespace rodtrad::view {

using study::Certainty;
using study::Finding;
using study::FindingKind;
using study::Judgement;
using study::Tier;

Tone tone_of(Judgement judgement) {
    switch (judgement) {
    case Judgement::worse:
        return Tone::worse;
    case Judgement::better:
        return Tone::better;
    case Judgement::neutral:
        break;
    }
    return Tone::neutral;
}

namespace {

std::string_view target_words(Judgement judgement, bool is_confirmed) {
    switch (judgement) {
    case Judgement::better:
        return is_confirmed ? message("Does better than the target") : message("May do better than the target");
    case Judgement::worse:
        return is_confirmed ? message("Does not meet the target") : message("May not meet the target");
    case Judgement::neutral:
        break;
    }
    return message("Differs from the target");
}

std::string_view change_words(Judgement judgement, bool is_confirmed, bool is_higher) {
    switch (judgement) {
    case Judgement::better:
        return is_confirmed ? message("Clear improvement") : message("Possible improvement");
    case Judgement::worse:
        return is_confirmed ? message("Clear deterioration") : message("Possible deterioration");
    case Judgement::neutral:
        break;
    }
    if (is_higher) return is_confirmed ? message("Clearly higher than before") : message("Possibly higher than before");
    return is_confirmed ? message("Clearly lower than before") : message("Possibly lower than before");
}

std::string_view expectation_words(Judgement judgement, bool is_confirmed, bool is_higher) {
    switch (judgement) {
    case Judgement::better:
        return is_confirmed ? message("Better than expected") : message("Possibly better than expected");
    case Judgement::worse:
        return is_confirmed ? message("Worse than expected") : message("Possibly worse than expected");
    case Judgement::neutral:
        break;
    }
    if (is_higher) return is_confirmed ? message("Higher than expected") : message("Possibly higher than expected");
    return is_confirmed ? message("Lower than expected") : message("Possibly lower than expected");
}

std::string_view comparison_words(bool is_confirmed, bool is_higher, bool are_chosen) {
    if (!are_chosen) {
        if (is_higher) return is_confirmed ? message("Higher than others") : message("Possibly higher than others");
        return is_confirmed ? message("Lower than others") : message("Possibly lower than others");
    }
    if (is_higher) return is_confirmed ? message("Higher than similar") : message("Possibly higher than similar");
    return is_confirmed ? message("Lower than similar") : message("Possibly lower than similar");
}

std::string_view gap_words(Finding const& finding, bool is_confirmed) {
    if (finding.since && std::abs(finding.value) < std::abs(finding.reference))
        return is_confirmed ? message("Smaller gap between women and men")
                            : message("Possibly a smaller gap between women and men");
    if (finding.since)
        return is_confirmed ? message("Larger gap between women and men")
                            : message("Possibly a larger gap between women and men");
    return is_confirmed ? message("Gap between women and men") : message("Possible gap between women and men");
}

std::string_view words(Finding const& finding, study::Dataset const& data) {
    bool const is_confirmed = finding.certainty == Certainty::confirmed;
    bool const is_higher = finding.effect > 0;
    switch (finding.kind) {
    case FindingKind::target:
        return target_words(finding.judgement, is_confirmed);
    case FindingKind::change:
        return change_words(finding.judgement, is_confirmed, is_higher);
    case FindingKind::comparison:
        if (finding.explained) return expectation_words(finding.judgement, is_confirmed, is_higher);
        return comparison_words(is_confirmed, is_higher, is_with_similar(finding, data));
    case FindingKind::gap:
        return gap_words(finding, is_confirmed);
    case FindingKind::spread:
        return is_confirmed ? message("Large spread") : message("Possibly a large spread");
    case FindingKind::neighbour:
        break;
    }
    return is_confirmed ? message("Has left its neighbours") : message("May be leaving its neighbours");
}

Sign sign(Finding const& finding) {
    switch (finding.kind) {
    case FindingKind::target:
        return finding.judgement == Judgement::better ? Sign::target_met : Sign::target_missed;
    case FindingKind::change:
        if (finding.judgement == Judgement::neutral) return Sign::change;
        return finding.judgement == Judgement::better ? Sign::better : Sign::worse;
    case FindingKind::comparison:
        return Sign::comparison;
    case FindingKind::gap:
        return Sign::gap;
    case FindingKind::spread:
        return Sign::spread;
    case FindingKind::neighbour:
        break;
    }
    return Sign::comparison;
}

} // namespace

Tag tag(Finding const& finding, study::Dataset const& data, Language const& language) {
    std::string text{language.tr(words(finding, data))};
    if (finding.kind != FindingKind::gap && data.groups[finding.group].code != domain::total_group)
        text =
            language.tr("{0}: {1}", capitalised(group_name(data.groups[finding.group], language)), after_colon(text));
    if (finding.certainty == Certainty::watch) return {Sign::watch, Tone::normal, std::move(text)};
    return {sign(finding), tone_of(finding.judgement), std::move(text)};
}

std::string_view tier_name(Tier tier, Language const& language) {
    switch (tier) {
    case Tier::act:
        return language.tr("Act");
    case Tier::look_into:
        return language.tr("Look into");
    case Tier::watch:
        return language.tr("Watch");
    case Tier::learn_from:
        break;
    }
    return language.tr("Learn from");
}

std::string_view tier_explanation(Tier tier, Language const& language) {
    switch (tier) {
    case Tier::act:
        return language.tr("misses the target, and is getting worse or lags behind others");
    case Tier::look_into:
        return language.tr("confirmed worse, or a hidden spread");
    case Tier::watch:
        return language.tr("possible, or a change that is neither better nor worse");
    case Tier::learn_from:
        break;
    }
    return language.tr("confirmed better: what did they do?");
}

std::string_view kind_name(FindingKind kind, Language const& language) {
    switch (kind) {
    case FindingKind::target:
        return language.tr("Target");
    case FindingKind::change:
        return language.tr("Change over time");
    case FindingKind::comparison:
        return language.tr("Compared with others");
    case FindingKind::gap:
        return language.tr("Women and men");
    case FindingKind::spread:
        return language.tr("Spread behind the mean");
    case FindingKind::neighbour:
        break;
    }
    return language.tr("Neighbouring measures");
}

std::string_view judgement_name(Judgement judgement, Language const& language) {
    switch (judgement) {
    case Judgement::worse:
        return language.tr("Worse");
    case Judgement::better:
        return language.tr("Better");
    case Judgement::neutral:
        break;
    }
    return language.tr("Neither better nor worse");
}

std::string_view measure_title(domain::Measure const& measure, Language const& language) {
    return language.is_swedish() || measure.title_en.empty() ? measure.title : measure.title_en;
}

std::string_view group_name(domain::Group const& group, Language const& language) {
    return language.is_swedish() || group.name_en.empty() ? group.name : group.name_en;
}

std::string_view who(domain::Measure const& measure, Language const& language) {
    if (measure.people.empty() || language.is_swedish()) return measure.people;
    return language.tr("people");
}

std::string polarity_text(domain::Measure const& measure, ValueFormat const& format, Language const& language) {
    if (auto const* range = std::get_if<domain::WantedRange>(&measure.polarity))
        return language.tr("Best between {0} and {1}", as_set(language, {{}, 0}, range->low),
                           as_set(language, format, range->high));
    switch (std::get<domain::Direction>(measure.polarity)) {
    case domain::Direction::higher_is_better:
        return std::string{language.tr("Higher is better")};
    case domain::Direction::lower_is_better:
        return std::string{language.tr("Lower is better")};
    case domain::Direction::neutral:
        break;
    }
    return std::string{language.tr("Neither high nor low is better in itself")};
}

bool is_with_similar(Finding const& finding, study::Dataset const& data) {
    return finding.peer_group && data.peer_groups[*finding.peer_group].owner;
}

std::string peers_name(study::Dataset const& data, study::UnitIndex unit, bool are_chosen, Language const& language) {
    auto const& about = data.units[unit].unit;
    if (about.kind == domain::UnitKind::municipality)
        return std::string{are_chosen ? language.tr("similar municipalities") : language.tr("other municipalities")};
    if (about.kind == domain::UnitKind::region)
        return std::string{are_chosen ? language.tr("similar regions") : language.tr("other regions")};
    if (are_chosen) return std::string{language.tr("similar units")};
    if (about.operation.empty()) return std::string{language.tr("other units of the same kind")};
    return language.tr("other units in {0}", about.operation);
}

} // namespace rodtrad::view
