#include "view/pages/list_view.hpp"

#include "view/pages/by_name.hpp"
#include "view/pages/parts.hpp"
#include "view/sentences.hpp"

#include <algorithm>
#include <set>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t cards_on_a_page = 20;
constexpr std::size_t rows_on_a_page = 100;
constexpr std::size_t most_choices = 400; // of units: as many as a person can find their way among

using Cards = std::vector<study::Card const*>;

// The units that have a card somewhere in their branch, down to a depth at which they are not too many.
std::vector<ListChoice> branches_with_cards(study::Dataset const& data, study::FollowUp const& list,
                                            std::optional<study::UnitIndex> asked_for) {
    std::set<study::UnitIndex> units;
    for (auto const& card : list.cards)
        for (std::optional unit = card.unit; unit && units.insert(*unit).second; unit = data.units[*unit].parent) {
        }
    if (asked_for) units.insert(*asked_for);

    auto const reaching = [&](int depth) {
        return static_cast<std::size_t>(
            std::ranges::count_if(units, [&](study::UnitIndex unit) { return data.units[unit].depth <= depth; }));
    };
    int depth = 0;
    while (reaching(depth) < units.size() && reaching(depth + 1) <= most_choices) ++depth;

    std::vector<ListChoice> choices;
    for (auto const unit : units) {
        auto const& node = data.units[unit];
        if (node.depth <= depth || unit == asked_for) choices.push_back({node.unit.code, node.unit.name, node.depth});
    }
    return choices;
}

std::vector<ListChoice> measures_with_cards(study::Dataset const& data, Cards const& cards, Language const& language) {
    std::set<study::MeasureIndex> measures;
    for (auto const* card : cards) measures.insert(card->measure);
    std::vector<ListChoice> choices;
    for (auto const index : measures) {
        auto const& measure = data.measures[index].measure;
        choices.push_back({measure.code, std::string{measure_title(measure, language)}});
    }
    sort_by_name(choices, [](ListChoice const& choice) -> std::string const& { return choice.text; });
    return choices;
}

std::optional<study::State> state_of(study::Card const& card, study::FollowUp const& list,
                                     study::States const& states) {
    auto const place = static_cast<std::size_t>(&card - list.cards.data());
    return place < states.of_cards.size() ? states.of_cards[place] : std::nullopt;
}

std::string_view state_name(study::State state, Language const& language) {
    switch (state) {
    case study::State::appeared:
        return language.tr("New");
    case study::State::remains:
        return language.tr("Remains");
    case study::State::returned:
        break;
    }
    return language.tr("Back again");
}

// What was published, told in the words of today.
class PublishedWriter {
public:
    PublishedWriter(study::Dataset const& data, std::optional<study::UnitIndex> branch, Language const& language)
        : m_data{data}, m_branch{branch}, m_language{language} {}

    void fill_in(ListView& view, Cards const& cards, study::FollowUp const& list, Published const& published) const {
        for (auto const& finding : published.states.solved) add(view.solved, finding);
        for (auto const& kept : published.states.kept) add(view.kept, kept.published);
        std::int64_t appeared = 0;
        std::int64_t remaining = std::ssize(view.kept);
        for (auto const* card : cards) {
            auto const state = state_of(*card, list, published.states);
            if (state == study::State::remains) ++remaining;
            if (state && state != study::State::remains) ++appeared;
        }
        auto const solved = std::ssize(view.solved);
        view.since_published =
            m_language.tr("Since “{0}” ({1}): {2}, {3}, {4}.", published.name, date(m_language, published.made),
                          m_language.trn("{0} new", "{0} new ones", appeared, whole(m_language, appeared)),
                          m_language.trn("{0} remains", "{0} remain", remaining, whole(m_language, remaining)),
                          m_language.trn("{0} is solved", "{0} are solved", solved, whole(m_language, solved)));
    }

private:
    void add(std::vector<PublishedRow>& rows, domain::PublishedFinding const& finding) const {
        auto const measure = m_data.find_measure(finding.measure);
        auto const unit = m_data.find_unit(finding.unit);
        if (!measure || !unit || (m_branch && !m_data.is_in_branch(*unit, *m_branch))) return;
        auto const& about = m_data.measures[*measure].measure;
        auto const format = value_format(about, std::vector{finding.value, finding.reference});
        auto const name = m_data.units[*unit].unit.name;
        rows.push_back(
            {{std::string{measure_title(about, m_language)}, measure_url(finding.measure, finding.unit, finding.group)},
             {name, unit_url(finding.unit)},
             m_language.tr("{0}: {1} against {2} when it was published", kind_text(finding.kind),
                           with_unit(m_language, format, finding.value),
                           with_unit(m_language, format, finding.reference))});
    }

    std::string kind_text(std::string_view kind) const {
        using enum study::FindingKind;
        for (auto const each : {target, change, comparison, gap, spread, neighbour})
            if (study::to_text(each) == kind) return std::string{kind_name(each, m_language)};
        return std::string{kind};
    }

    study::Dataset const& m_data;
    std::optional<study::UnitIndex> m_branch;
    Language const& m_language;
};

} // namespace

ListView list_view(study::Dataset const& data, study::FollowUp const& list, ListQuestion const& question,
                   Language const& language, Published const* published) {
    auto const branch = data.find_unit(question.unit);
    auto const measure = data.find_measure(question.measure);
    ListView view;
    view.question = question;
    if (!branch) view.question.unit.clear();
    if (!measure) view.question.measure.clear();

    view.series_checked = list.series_checked;
    if (list.newest) view.newest = period_text(language, *list.newest);
    if (branch) view.way = way_to(*branch, data);

    study::CardFilter filter;
    filter.branch = branch;
    auto const in_branch = study::select(list, data, filter);
    view.cards_in_branch = in_branch.size();
    std::set<study::UnitIndex> units;
    for (auto const* card : in_branch) units.insert(card->unit);
    view.units_in_branch = units.size();
    view.branches = branches_with_cards(data, list, branch);
    view.measures = measures_with_cards(data, in_branch, language);
    view.measures_in_branch = view.measures.size();

    filter.measure = measure;
    filter.kind = question.kind;
    filter.judgement = question.judgement;
    auto cards = study::select(list, data, filter);
    view.tiers = {
        {{study::Tier::act, 0}, {study::Tier::look_into, 0}, {study::Tier::watch, 0}, {study::Tier::learn_from, 0}}};
    for (auto& [tier, count] : view.tiers)
        count = static_cast<std::size_t>(std::ranges::count(cards, tier, &study::Card::tier));
    if (question.tier) std::erase_if(cards, [&](study::Card const* card) { return card->tier != *question.tier; });

    auto const size = question.is_table ? rows_on_a_page : cards_on_a_page;
    view.found = cards.size();
    view.pages = std::max<std::size_t>(1, (cards.size() + size - 1) / size);
    view.question.page = std::min(question.page, view.pages);
    auto const first = (view.question.page - 1) * size;
    for (auto i = first; i < std::min(first + size, cards.size()); ++i)
        view.cards.push_back(card_view(*cards[i], data, language));
    if (!published) return view;
    for (auto i = first; i < std::min(first + size, cards.size()); ++i)
        if (auto const state = state_of(*cards[i], list, published->states))
            view.cards[i - first].state = state_name(*state, language);
    PublishedWriter{data, branch, language}.fill_in(view, in_branch, list, *published);
    return view;
}

} // namespace rodtrad::view::pages
