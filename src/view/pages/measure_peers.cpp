#include "view/pages/measure_peers.hpp"

#include "study/peers.hpp"
#include "view/letter_case.hpp"
#include "view/pages/figure_text.hpp"
#include "view/sentences.hpp"
#include "view/similar_units_sentences.hpp"

#include <algorithm>
#include <set>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_conditions_found = 8;

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

std::optional<std::size_t> group_asked(std::string_view among, study::Dataset const& data) {
    if (!among.starts_with(among_group)) return {};
    auto const code = among.substr(among_group.size());
    for (std::size_t i = 0; i < data.peer_groups.size(); ++i)
        if (data.peer_groups[i].group.code == code) return i;
    return {};
}

// The saved groups that can be chosen for a unit: its own, and those that anyone may use and it is a member of.
std::vector<std::size_t> groups_for(study::UnitIndex unit, study::Dataset const& data) {
    std::vector<std::size_t> groups;
    for (std::size_t i = 0; i < data.peer_groups.size(); ++i) {
        auto const& entry = data.peer_groups[i];
        bool const is_member = std::ranges::binary_search(entry.members, unit);
        if (entry.owner ? *entry.owner == unit : is_member) groups.push_back(i);
    }
    return groups;
}

std::string group_why(study::PeerGroupEntry const& entry, std::size_t others, Language const& language) {
    auto why = language.trn("“{0}”: {1} other unit.", "“{0}”: {1} other units.", static_cast<std::int64_t>(others),
                            entry.group.name, counted(others, language));
    if (entry.group.year)
        why.append(" ").append(
            language.tr("The group was made from the conditions of {0}.", std::to_string(*entry.group.year)));
    return why;
}

Among of_group(std::size_t group, SeriesKey key, study::Dataset const& data, study::Peers const& peers,
               Language const& language) {
    Among among;
    among.units = peers.members(group, key.unit);
    among.name = peers_name(data, key.unit, true, language);
    among.why = group_why(data.peer_groups[group], among.units.size() - 1, language);
    return among;
}

Among of_cohort(SeriesKey key, study::Dataset const& data, study::Peers const& peers, Language const& language) {
    Among among;
    auto const cohort = peers.cohort(key.unit);
    among.units.assign(cohort.begin(), cohort.end());
    among.name = peers_name(data, key.unit, false, language);
    among.why = language.tr("All of the same kind and operation: {0}.", among.name);
    return among;
}

study::SimilarityRequest request_of(MeasureQuestion const& question, SeriesKey key, study::Dataset const& data) {
    study::SimilarityRequest request{.unit = key.unit, .conditions = {}, .as_of = {}, .pinned = {}, .excluded = {}};
    for (auto const& [code, weight] : question.weights)
        if (auto const measure = data.find_measure(code))
            request.conditions.push_back({*measure, static_cast<double>(weight)});
    return request;
}

std::string joined(std::vector<std::string> const& sentences) {
    std::string text;
    for (auto const& sentence : sentences) text += (text.empty() ? "" : " ") + sentence;
    return text;
}

Among usual(SeriesKey key, study::Dataset const& data, study::Peers const& peers, Language const& language) {
    if (auto const group = peers.group_of(key.unit, data.measures[key.measure].measure.area))
        return of_group(*group, key, data, peers, language);
    return of_cohort(key, data, peers, language);
}

} // namespace

Among among_of(MeasureQuestion const& question, SeriesKey key, study::Dataset const& data, Language const& language) {
    study::Peers const peers{data};
    if (auto const group = group_asked(question.among, data)) {
        auto among = of_group(*group, key, data, peers, language);
        among.is_usual = peers.group_of(key.unit, data.measures[key.measure].measure.area) == group;
        return among;
    }
    if (question.among == among_all) {
        auto among = of_cohort(key, data, peers, language);
        among.is_usual = !peers.group_of(key.unit, data.measures[key.measure].measure.area);
        return among;
    }
    auto among = usual(key, data, peers, language);
    if (question.among != among_similar) return among;
    auto const similar = study::similar_units(data, request_of(question, key, data));
    if (!similar) {
        among.why = no_similar_units_sentence(similar.reason(), language) + " " +
                    language.tr("Until then it is seen among {0}.", among.name);
        return among;
    }
    among.units = {key.unit};
    for (auto const& unit : similar->units) among.units.push_back(unit.unit);
    std::ranges::sort(among.units);
    among.name = peers_name(data, key.unit, true, language);
    among.why = joined(similar_units_sentences(*similar, data, language));
    among.is_usual = false;
    among.similar = *similar;
    return among;
}

PeersChoice peers_choice(MeasureQuestion const& question, SeriesKey key, study::Dataset const& data, Among const& among,
                         SearchIndex const* index, Language const& language) {
    PeersChoice choice{.question = question,
                       .why = among.why,
                       .is_usual = among.is_usual,
                       .area = data.measures[key.measure].measure.area};
    for (auto const group : groups_for(key.unit, data)) {
        auto const& entry = data.peer_groups[group].group;
        choice.groups.push_back({std::string{among_group} + entry.code, entry.name});
    }
    // First those that are weighed already, then what the measure itself names, then what was searched for.
    std::set<std::string> offered;
    auto const offer = [&](study::MeasureIndex measure, int weight) {
        auto const& about = data.measures[measure].measure;
        if (!data.measures[measure].cube || !offered.insert(about.code).second) return;
        choice.conditions.push_back({about.code, std::string{measure_title(about, language)}, weight});
    };
    for (auto const& [code, weight] : question.weights)
        if (auto const measure = data.find_measure(code)) offer(*measure, weight);
    for (auto const& code : data.measures[key.measure].measure.conditions)
        if (auto const measure = data.find_measure(code)) offer(*measure, 0);
    if (index && !question.condition_search.empty())
        for (auto const measure : index->find(question.condition_search, most_conditions_found).measures)
            offer(measure, 0);
    if (among.similar)
        for (auto const& unit : among.similar->units)
            choice.likenesses.push_back(
                {{data.units[unit.unit].unit.name,
                  measure_url(question.measure, data.units[unit.unit].unit.code, question.group)},
                 likeness_sentence(*among.similar, unit, data, language)});
    return choice;
}

} // namespace rodtrad::view::pages
