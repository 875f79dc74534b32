#include "study/states.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace rodtrad::study {

namespace {

// What a publication and the list of today have in common: one deviation, whatever its figures are.
using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view, std::string_view>;

Key key_of(domain::PublishedFinding const& finding) {
    return {finding.measure, finding.unit, finding.group, finding.kind, finding.judgement};
}

Key key_of(Finding const& finding, Dataset const& data) {
    return {data.measures[finding.measure].measure.code, data.units[finding.unit].unit.code,
            data.groups[finding.group].code, to_text(finding.kind), to_text(finding.judgement)};
}

bool is_surer(Finding const& one, Finding const& other) {
    auto const surety = [](Finding const& finding) { return std::pair{finding.certainty, finding.q.value_or(1)}; };
    return surety(one) < surety(other);
}

domain::PublishedFinding as_published(Finding const& finding, Key const& key, base::Instant first_seen) {
    auto const& [measure, unit, group, kind, judgement] = key;
    return {.measure = std::string{measure},
            .unit = std::string{unit},
            .group = std::string{group},
            .kind = std::string{kind},
            .judgement = std::string{judgement},
            .period = finding.period,
            .value = finding.value,
            .reference = finding.reference,
            .effect = finding.effect,
            .q = finding.q,
            .first_seen = first_seen};
}

// The list of today laid beside what was published.
class Comparison {
public:
    Comparison(FollowUp const& list, Dataset const& data, domain::Published const& published) : m_data{data} {
        for (auto const& card : list.cards)
            for (auto const& finding : card.findings) remember(finding);
        for (auto const& finding : list.nearly) remember(finding);
        if (published.latest)
            for (auto const& finding : published.latest->findings)
                (finding.is_solved ? m_solved : m_on_list).emplace(key_of(finding), &finding);
        for (auto const& finding : published.solved_before) m_solved.emplace(key_of(finding), &finding);
    }

    std::map<Key, domain::PublishedFinding const*> const& on_list() const { return m_on_list; }
    std::map<Key, Finding const*> const& today() const { return m_today; }

    bool is_confirmed(Key const& key) const {
        auto const found = m_today.find(key);
        return found != m_today.end() && found->second->certainty == Certainty::confirmed;
    }
    std::optional<double> q(Key const& key) const {
        auto const found = m_today.find(key);
        return found != m_today.end() ? found->second->q : std::nullopt;
    }
    // In how many publications in a row it would have been quiet, if one were made now.
    int publications_above(domain::PublishedFinding const& finding) const {
        auto const now = q(key_of(finding));
        return now && *now <= leaving_q ? 0 : finding.publications_above + 1;
    }

    std::optional<State> state_of(Card const& card) const {
        std::optional<State> state;
        for (auto const& finding : card.findings) {
            auto const key = key_of(finding, m_data);
            if (m_on_list.contains(key)) return State::remains;
            if (finding.certainty != Certainty::confirmed) continue;
            if (m_solved.contains(key))
                state = State::returned;
            else if (!state)
                state = State::appeared;
        }
        return state;
    }

private:
    void remember(Finding const& finding) {
        auto const [known, is_new] = m_today.emplace(key_of(finding, m_data), &finding);
        if (!is_new && is_surer(finding, *known->second)) known->second = &finding;
    }

    Dataset const& m_data;
    std::map<Key, Finding const*> m_today;
    std::map<Key, domain::PublishedFinding const*> m_on_list;
    std::map<Key, domain::PublishedFinding const*> m_solved;
};

} // namespace

std::string_view to_text(FindingKind kind) {
    switch (kind) {
    case FindingKind::target:
        return "target";
    case FindingKind::change:
        return "change";
    case FindingKind::comparison:
        return "comparison";
    case FindingKind::gap:
        return "gap";
    case FindingKind::spread:
        return "spread";
    case FindingKind::neighbour:
        return "neighbour";
    }
    return {};
}

std::string_view to_text(Judgement judgement) {
    switch (judgement) {
    case Judgement::better:
        return "better";
    case Judgement::worse:
        return "worse";
    case Judgement::neutral:
        return "neutral";
    }
    return {};
}

States states_of(FollowUp const& list, Dataset const& data, domain::Published const& published) {
    Comparison const comparison{list, data, published};
    States states;
    states.of_cards.resize(list.cards.size());
    if (!published.latest) return states;
    std::ranges::transform(list.cards, states.of_cards.begin(),
                           [&](Card const& card) { return comparison.state_of(card); });
    for (auto const& [key, finding] : comparison.on_list()) {
        if (comparison.is_confirmed(key)) continue;
        if (comparison.publications_above(*finding) >= publications_to_leave)
            states.solved.push_back(*finding);
        else
            states.kept.push_back({*finding, comparison.q(key)});
    }
    return states;
}

domain::Publication to_publication(FollowUp const& list, Dataset const& data, domain::Published const& published,
                                   std::string name, base::Instant made) {
    Comparison const comparison{list, data, published};
    domain::Publication publication{.name = std::move(name), .made = made, .findings = {}};
    for (auto const& [key, finding] : comparison.today()) {
        if (finding->certainty != Certainty::confirmed) continue;
        auto const before = comparison.on_list().find(key);
        publication.findings.push_back(
            as_published(*finding, key, before != comparison.on_list().end() ? before->second->first_seen : made));
    }
    for (auto const& [key, finding] : comparison.on_list()) {
        if (comparison.is_confirmed(key)) continue;
        auto still = *finding;
        still.q = comparison.q(key);
        still.publications_above = comparison.publications_above(*finding);
        still.is_solved = still.publications_above >= publications_to_leave;
        publication.findings.push_back(std::move(still));
    }
    std::ranges::sort(publication.findings, {}, [](auto const& finding) { return key_of(finding); });
    return publication;
}

} // namespace rodtrad::study
