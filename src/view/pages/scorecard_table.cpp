#include "view/pages/scorecard_table.hpp"

#include "plan/scorecard_in_use.hpp"
#include "view/pages/by_name.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

struct CardWithUnits {
    domain::Scorecard const* card = nullptr;
    std::vector<study::UnitIndex> units;
};

CardWithUnits card_with_most_units(plan::Plan const& plan, study::Dataset const& data, TableQuestion const& question,
                                   base::Date day) {
    auto const branch = data.find_unit(question.branch);
    CardWithUnits most;
    for (auto const& card : plan.scorecards) {
        if (card.operation != question.operation || !plan::is_in_use(card, day)) continue;
        auto units = plan::units_of_card(plan, data, card, day);
        if (branch) std::erase_if(units, [&](study::UnitIndex unit) { return !data.is_in_branch(unit, *branch); });
        if (most.card == nullptr || units.size() > most.units.size()) most = {&card, std::move(units)};
    }
    return most;
}

std::size_t units_of_kind(study::Dataset const& data, TableQuestion const& question, base::Date day) {
    std::size_t units = 0;
    auto const count = [&](study::UnitIndex branch) {
        for (auto const& kind : plan::kinds_in_branch(data, branch, day))
            if (kind.operation == question.operation) units += kind.units;
    };
    if (auto const branch = data.find_unit(question.branch))
        count(*branch);
    else
        for (study::UnitIndex root; root < data.units.end_key(); root = data.units[root].branch_end) count(root);
    return units;
}

// Which way a column is sorted: the best first; of measures that take no side, the highest.
bool is_lower_better(study::Dataset const& data, std::string_view measure) {
    auto const index = data.find_measure(measure);
    return index && data.measures[*index].measure.polarity == domain::Polarity{domain::Direction::lower_is_better};
}

void sort_by_column(std::vector<TableUnit>& units, std::size_t column, bool is_lower_first) {
    std::ranges::stable_sort(units, [&](TableUnit const& one, TableUnit const& other) {
        auto const& a = one.measures[column].number;
        auto const& b = other.measures[column].number;
        if (!a || !b) return a.has_value() && !b.has_value(); // those without a figure last
        return is_lower_first ? *a < *b : *a > *b;
    });
}

} // namespace

ScorecardTable scorecard_table(plan::Plan const& plan, study::Dataset const& data, study::FollowUp const& list,
                               TableQuestion const& question, base::Date day, Language const& language) {
    ScorecardTable table;
    table.operation = question.operation;
    if (auto const branch = data.find_unit(question.branch)) {
        table.branch = question.branch;
        table.branch_name = data.units[*branch].unit.name;
    }
    auto const [card, units] = card_with_most_units(plan, data, question, day);
    table.others = units_of_kind(data, question, day) - units.size();
    if (card == nullptr) return table;
    table.card_name = card->name;
    for (auto const unit : units) {
        auto const& node = data.units[unit];
        table.units.push_back({.unit = node.unit.code,
                               .name = node.unit.name,
                               .within = node.parent ? data.units[*node.parent].unit.name : std::string{},
                               .measures = {}});
    }
    for (auto const& row : card->rows) {
        auto const* factor = plan.factors.find(row.factor);
        for (auto const& code : row.measures) {
            CardMeasureReader const reader{data, list, code, language};
            table.columns.push_back(
                {code, reader.title(), factor ? factor->name : std::string{}, code == question.sorted});
            for (std::size_t i = 0; i < units.size(); ++i) {
                table.units[i].measures.push_back(reader.in(units[i]));
                if (table.units[i].measures.back().sticks_out) ++table.units[i].sticking_out;
            }
        }
    }
    sort_by_name(table.units, [](TableUnit const& unit) -> std::string const& { return unit.name; });
    auto const sorted = std::ranges::find_if(table.columns, &TableColumn::is_sorted_by);
    if (sorted != table.columns.end())
        sort_by_column(table.units, static_cast<std::size_t>(sorted - table.columns.begin()),
                       is_lower_better(data, sorted->code));
    return table;
}

ScorecardsView scorecards_view(plan::Plan const& plan, study::Dataset const& data, base::Date day) {
    ScorecardsView view;
    for (auto const& card : plan.scorecards) {
        auto const unit = data.find_unit(card.unit);
        if (!unit || !plan::is_in_use(card, day)) continue;
        view.cards.push_back({card.id, card.name, card.operation, card.unit, data.units[*unit].unit.name,
                              plan::units_of_card(plan, data, card, day).size()});
    }
    sort_by_name(view.cards, [](CardEntry const& entry) -> std::string const& { return entry.name; });
    return view;
}

} // namespace rodtrad::view::pages
