#include "view/sentences.hpp"

#include "base/text.hpp"
#include "view/letter_case.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace rodtrad::view {

using study::Certainty;
using study::Finding;
using study::FindingKind;
using study::Judgement;

namespace {

// One finding being put into words.
struct Telling {
    Finding const& finding;
    study::Dataset const& data;
    Language const& language;
    domain::Measure const& measure;
    ValueFormat format;

    bool is_confirmed() const { return finding.certainty == Certainty::confirmed; }
    bool is_higher() const { return finding.effect > 0; }
    std::string value() const { return with_unit(language, format, finding.value); }
    // The other figure of a sentence needs no unit again, unless it is the percent sign.
    std::string reference() const {
        return with_unit(language, {format.unit == "%" ? "%" : "", format.decimals}, finding.reference);
    }
};

// Two figures that differ must not read the same: as many decimals as it takes, within reason.
ValueFormat telling_apart(Finding const& finding, domain::Measure const& measure, Language const& language) {
    std::vector<double> shown{finding.value, finding.reference};
    if (finding.kind == FindingKind::spread) shown = {finding.value, finding.low, finding.high};
    auto format = value_format(measure, shown);
    if (finding.kind == FindingKind::spread || finding.value == finding.reference) return format;
    for (int extra = 0; extra < 2; ++extra) {
        if (number(language, finding.value, format.decimals) != number(language, finding.reference, format.decimals))
            break;
        ++format.decimals;
    }
    return format;
}

// The unit of time after "a": "11 fewer a year".
std::string_view each(domain::Periodicity periodicity, Language const& language) {
    switch (periodicity) {
    case domain::Periodicity::year:
        return language.tr("a year");
    case domain::Periodicity::half_year:
        return language.tr("a half-year");
    case domain::Periodicity::tertial:
        return language.tr("a four-month period");
    case domain::Periodicity::quarter:
        return language.tr("a quarter");
    case domain::Periodicity::month:
        break;
    }
    return language.tr("a month");
}

// How many people the difference is about, where the figure is a share of people and it is at least two.
std::optional<std::string> how_many(Telling const& t) {
    auto const& finding = t.finding;
    if (t.measure.kind != domain::ValueKind::proportion || t.measure.people.empty() || !finding.people) return {};
    auto const rounded = std::round(*finding.people);
    if (rounded < 2) return {};
    return people(t.language, rounded, who(t.measure, t.language));
}

std::vector<std::string> target_sentences(Telling const& t) {
    auto const& language = t.language;
    auto const* direction = std::get_if<domain::Direction>(&t.measure.polarity);
    bool const is_at_most = direction && *direction == domain::Direction::lower_is_better;
    auto const aim = as_set(language, t.format, t.finding.reference);
    auto const target = is_at_most ? language.tr("at most {0}", aim) : aim;
    std::vector<std::string> said;

    if (auto const* range = std::get_if<domain::WantedRange>(&t.measure.polarity)) {
        said.push_back(language.tr("Outside the wanted range of {0} to {1}: {2}.",
                                   as_set(language, {{}, 0}, range->low), as_set(language, t.format, range->high),
                                   t.value()));
        return said;
    }
    if (t.finding.judgement == Judgement::better) { // the study speaks well of a target only beyond what was hoped for
        said.push_back(language.tr("Does better than the target: {0}, where {1} was hoped for.", t.value(), aim));
        return said;
    }
    if (t.finding.judgement == Judgement::neutral)
        said.push_back(language.tr("Differs from the target: {0}, the target is {1}.", t.value(), target));
    else if (!t.finding.p)
        said.push_back(
            language.tr("Will not meet the target without a change: {0}, the target is {1}.", t.value(), target));
    else if (t.is_confirmed())
        said.push_back(language.tr("Does not meet the target: {0}, the target is {1}.", t.value(), target));
    else
        said.push_back(language.tr("Is on the wrong side of the target, but it may be chance: {0}, the target is {1}.",
                                   t.value(), target));
    if (auto const number = how_many(t); number && t.finding.judgement == Judgement::worse)
        said.push_back(is_at_most ? language.tr("That is {0} too many.", *number)
                                  : language.tr("That is {0} too few.", *number));
    return said;
}

// What is said of figures without their season says that they are.
std::string with_season_noted(std::string sentence, Telling const& t) {
    if (!t.finding.is_season_adjusted) return sentence;
    sentence.pop_back(); // the full stop
    return t.language.tr("{0} (seasonally adjusted).", sentence);
}

std::string change_sentence(Telling const& t) {
    auto const& [finding, data, language, measure, format] = t;
    if (!finding.since)
        return language.tr(t.is_higher() ? message("Possibly higher than usual: {0} against {1} on average.")
                                         : message("Possibly lower than usual: {0} against {1} on average."),
                           t.value(), t.reference());
    auto const since = period_text(language, *finding.since);
    if (*finding.since == finding.period) {
        auto const text =
            t.is_confirmed()
                ? (t.is_higher() ? message("Higher than before in the latest figure ({0}): {1} against {2} on average.")
                                 : message("Lower than before in the latest figure ({0}): {1} against {2} on average."))
                : (t.is_higher()
                       ? message("Possibly higher than before in the latest figure ({0}): {1} against {2} on average.")
                       : message("Possibly lower than before in the latest figure ({0}): {1} against {2} on average."));
        return language.tr(text, since, t.value(), t.reference());
    }
    auto const text =
        t.is_confirmed()
            ? (t.is_higher() ? message("Higher level since {0}: {1} on average against {2} before.")
                             : message("Lower level since {0}: {1} on average against {2} before."))
            : (t.is_higher() ? message("Possibly a higher level since {0}: {1} on average against {2} before.")
                             : message("Possibly a lower level since {0}: {1} on average against {2} before."));
    return language.tr(text, since, t.value(), t.reference());
}

// Most units moved, which is told where they meet; this one moved otherwise than they did.
std::string beside_others_sentence(Telling const& t) {
    auto const text =
        t.is_confirmed()
            ? (t.is_higher() ? message("Higher since {0} than if it had moved with the others: {1} against {2}.")
                             : message("Lower since {0} than if it had moved with the others: {1} against {2}."))
            : (t.is_higher()
                   ? message("Possibly higher since {0} than if it had moved with the others: {1} against {2}.")
                   : message("Possibly lower since {0} than if it had moved with the others: {1} against {2}."));
    return t.language.tr(text, period_text(t.language, *t.finding.since), t.value(), t.reference());
}

std::vector<std::string> change_sentences(Telling const& t) {
    auto const is_beside_others = t.finding.common_change && t.finding.since;
    std::vector<std::string> said{
        with_season_noted(is_beside_others ? beside_others_sentence(t) : change_sentence(t), t)};
    if (auto const number = how_many(t); number && t.is_confirmed())
        said.push_back(
            t.language.tr(t.is_higher() ? message("That is {0} more {1}.") : message("That is {0} fewer {1}."), *number,
                          each(t.finding.period.periodicity(), t.language)));
    return said;
}

constexpr std::size_t fewest_for_all = 3;      // others, to speak of all of them
constexpr std::size_t fewest_for_quarters = 4; // and of half of them

// The unit itself is one of the n.
bool is_beyond_all(Telling const& t) {
    return t.is_confirmed() && t.finding.n > fewest_for_all && t.finding.rank == (t.is_higher() ? 1 : t.finding.n);
}

std::string_view comparison_text(Telling const& t) {
    if (is_beyond_all(t))
        return t.is_higher() ? message("Higher than all {3} {0}: {1} against a median of {2}.")
                             : message("Lower than all {3} {0}: {1} against a median of {2}.");
    if (t.is_confirmed())
        return t.is_higher() ? message("Higher than {0}: {1} against a median of {2} ({3} units).")
                             : message("Lower than {0}: {1} against a median of {2} ({3} units).");
    return t.is_higher() ? message("Possibly higher than {0}: {1} against a median of {2} ({3} units).")
                         : message("Possibly lower than {0}: {1} against a median of {2} ({3} units).");
}

// Against what its conditions let one expect, and how much of the differences they explain.
std::vector<std::string> expectation_sentences(Telling const& t) {
    auto const& [finding, data, language, measure, format] = t;
    auto const text = [&] {
        switch (finding.judgement) {
        case Judgement::better:
            return t.is_confirmed() ? message("Better than expected given its conditions: {0} against {1} expected.")
                                    : message("May be better than expected given its conditions: {0} against {1} "
                                              "expected.");
        case Judgement::worse:
            return t.is_confirmed() ? message("Worse than expected given its conditions: {0} against {1} expected.")
                                    : message("May be worse than expected given its conditions: {0} against {1} "
                                              "expected.");
        case Judgement::neutral:
            break;
        }
        if (t.is_higher())
            return t.is_confirmed() ? message("Higher than expected given its conditions: {0} against {1} expected.")
                                    : message("May be higher than expected given its conditions: {0} against {1} "
                                              "expected.");
        return t.is_confirmed() ? message("Lower than expected given its conditions: {0} against {1} expected.")
                                : message("May be lower than expected given its conditions: {0} against {1} expected.");
    }();
    return {language.tr(text, t.value(), t.reference()),
            language.tr("The conditions explain {0} of the differences between units.",
                        with_unit(language, {"%", 0}, *finding.explained * 100))};
}

// A group that is nobody's own need not be of likes, and is told by its name.
std::string others_name(Telling const& t) {
    auto const& finding = t.finding;
    if (!finding.peer_group || is_with_similar(finding, t.data))
        return peers_name(t.data, finding.unit, finding.peer_group.has_value(), t.language);
    return t.language.tr("others in “{0}”", t.data.peer_groups[*finding.peer_group].group.name);
}

std::vector<std::string> comparison_sentences(Telling const& t) {
    auto const& [finding, data, language, measure, format] = t;
    if (finding.explained) return expectation_sentences(t);
    auto const others = static_cast<std::int64_t>(finding.n) - 1;
    std::vector<std::string> said{
        language.tr(comparison_text(t), others_name(t), t.value(), t.reference(), whole(language, others))};
    auto const low = number(language, finding.low, format.decimals);
    bool const is_worth_telling =
        !is_beyond_all(t) && finding.n > fewest_for_quarters && low != number(language, finding.high, format.decimals);
    if (is_worth_telling)
        said.push_back(
            language.tr("Half of them lie between {0} and {1}.", low, with_unit(language, format, finding.high)));
    return said;
}

// Women's figure minus men's, then and now.
std::string gap_change_sentence(Telling const& t) {
    auto const& [finding, data, language, measure, format] = t;
    auto const since = period_text(language, *finding.since);
    if ((finding.value < 0) != (finding.reference < 0))
        return language.tr(
            t.is_confirmed()
                ? message(
                      "The gap between women and men has turned since {0}: {1} against {2} before (women minus men).")
                : message("The gap between women and men may have turned since {0}: {1} against {2} before (women "
                          "minus men)."),
            since, signed_difference(language, format, finding.value),
            signed_difference(language, format, finding.reference));
    bool const has_grown = std::abs(finding.value) > std::abs(finding.reference);
    auto const text =
        t.is_confirmed()
            ? (has_grown ? message("The gap between women and men has grown since {0}: {1} against {2} before.")
                         : message("The gap between women and men has shrunk since {0}: {1} against {2} before."))
            : (has_grown ? message("The gap between women and men may have grown since {0}: {1} against {2} before.")
                         : message("The gap between women and men may have shrunk since {0}: {1} against {2} before."));
    return language.tr(text, since, plain_difference(language, format, std::abs(finding.value)),
                       number(language, std::abs(finding.reference), format.decimals));
}

std::vector<std::string> gap_sentences(Telling const& t) {
    if (t.finding.since) return {gap_change_sentence(t)};
    auto const& [finding, data, language, measure, format] = t;
    auto const women = data.find_group(domain::women_group);
    auto const men = data.find_group(domain::men_group);
    auto const difference = plain_difference(language, format, std::abs(finding.effect));
    return {language.tr("{0} {1}, {2} {3}.",
                        capitalised(women ? group_name(data.groups[*women], language) : language.tr("women")),
                        t.value(), men ? group_name(data.groups[*men], language) : language.tr("men"), t.reference()),
            t.is_confirmed() ? language.tr("The gap ({0}) is larger than chance explains.", difference)
                             : language.tr("The gap ({0}) may be chance.", difference)};
}

// The unit's own figure, as every page shows it; the study judges by one drawn towards the mean.
double own_figure(Finding const& finding, study::Dataset const& data, study::UnitIndex unit, double drawn) {
    auto const& cube = data.measures[finding.measure].cube;
    if (!cube) return drawn;
    auto const slot = cube->slot_of(finding.group);
    auto const t = cube->time_of(finding.period);
    if (!slot || !t) return drawn;
    auto const at = cube->at(*slot, *t, unit);
    return has_value(cube->cell(at)) ? cube->value(at) : drawn;
}

std::vector<std::string> spread_sentences(Telling const& t) {
    auto const& [finding, data, language, measure, format] = t;
    auto const low = with_unit(language, format, own_figure(finding, data, *finding.lowest, finding.low));
    auto const high = with_unit(language, format, own_figure(finding, data, *finding.highest, finding.high));
    auto const& lowest = data.units[*finding.lowest].unit.name;
    auto const& highest = data.units[*finding.highest].unit.name;
    return {language.tr(t.is_confirmed()
                            ? message("The mean of {0} hides a large spread: {1} ({2}) against {3} ({4}).")
                            : message("The mean of {0} may hide a large spread: {1} ({2}) against {3} ({4})."),
                        t.value(), low, lowest, high, highest)};
}

constexpr std::size_t most_named = 3; // neighbours, in a sentence that can still be read

std::string neighbour_names(Telling const& t) {
    std::vector<std::string> names;
    for (auto const neighbour : t.finding.neighbours)
        names.push_back(t.language.tr("“{0}”", measure_title(t.data.measures[neighbour].measure, t.language)));
    if (names.size() <= most_named) return in_a_row(t.language, names);
    auto const count = static_cast<std::int64_t>(names.size());
    return t.language.tr("{0} other measures", whole(t.language, count));
}

std::vector<std::string> neighbour_sentences(Telling const& t) {
    auto const& [finding, data, language, measure, format] = t;
    auto const text =
        t.is_confirmed()
            ? (t.is_higher()
                   ? message("Higher since {0} than its neighbouring measures let one expect: {1} against {2}.")
                   : message("Lower since {0} than its neighbouring measures let one expect: {1} against {2}."))
            : (t.is_higher()
                   ? message(
                         "Possibly higher since {0} than its neighbouring measures let one expect: {1} against {2}.")
                   : message(
                         "Possibly lower since {0} than its neighbouring measures let one expect: {1} against {2}."));
    return {with_season_noted(language.tr(text, period_text(language, *finding.since), t.value(), t.reference()), t),
            language.tr("Until then it went up and down with {0}.", neighbour_names(t))};
}

std::vector<std::string> told(Telling const& t) {
    switch (t.finding.kind) {
    case FindingKind::target:
        return target_sentences(t);
    case FindingKind::change:
        return change_sentences(t);
    case FindingKind::comparison:
        return comparison_sentences(t);
    case FindingKind::gap:
        return gap_sentences(t);
    case FindingKind::spread:
        return spread_sentences(t);
    case FindingKind::neighbour:
        break;
    }
    return neighbour_sentences(t);
}

} // namespace

std::vector<std::string> sentences(Finding const& finding, study::Dataset const& data, Language const& language) {
    auto const& measure = data.measures[finding.measure].measure;
    auto said = told({finding, data, language, measure, telling_apart(finding, measure, language)});
    auto const& group = data.groups[finding.group];
    if (finding.kind != FindingKind::gap && group.code != domain::total_group)
        said.front() = language.tr("{0}: {1}", capitalised(group_name(group, language)), after_colon(said.front()));
    return said;
}

std::vector<study::Finding const*> told_findings(study::Card const& card, study::Dataset const& data) {
    auto const is_of_everyone = [&](Finding const& finding) {
        return data.groups[finding.group].code == domain::total_group;
    };
    auto const says_the_same = [&](Finding const& one, Finding const& everyone) {
        return is_of_everyone(everyone) && one.kind == everyone.kind && one.judgement == everyone.judgement;
    };
    std::vector<Finding const*> told;
    for (auto const& finding : card.findings) {
        bool const is_repeated =
            !is_of_everyone(finding) && finding.kind != FindingKind::gap &&
            std::ranges::any_of(card.findings, [&](Finding const& other) { return says_the_same(finding, other); });
        if (!is_repeated) told.push_back(&finding);
    }
    return told;
}

std::vector<std::string> sentences(study::Card const& card, study::Dataset const& data, Language const& language) {
    std::vector<std::string> all;
    for (auto const* finding : told_findings(card, data))
        for (auto& sentence : sentences(*finding, data, language)) all.push_back(std::move(sentence));
    if (card.folded > 0)
        all.push_back(language.trn("It holds for {0} unit below as well.", "It holds for {0} units below as well.",
                                   card.folded, whole(language, card.folded)));
    return all;
}

std::string one_line(study::Card const& card, study::Dataset const& data, Language const& language) {
    std::string line{measure_title(data.measures[card.measure].measure, language)};
    line += " · ";
    line += data.units[card.unit].unit.name;
    line += ':';
    for (auto const& sentence : sentences(card, data, language)) line += ' ' + sentence;
    return line;
}

} // namespace rodtrad::view
