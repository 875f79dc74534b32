#include "view/pages/tree_view.hpp"

#include "base/text.hpp"
#include "plan/belongings.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/tree_addresses.hpp"
#include "view/pages/unit_words.hpp"
#include "view/word_search.hpp"

#include <algorithm>
#include <limits>

namespace rodtrad::view::pages {

using study::UnitIndex;

namespace {

constexpr std::size_t most_rows = 400;
constexpr std::size_t most_found = 100;

bool is_over(domain::Unit const& unit, base::Date day) { return unit.valid_to && *unit.valid_to < day; }

// Makes rows of the tree, down to the depth at which a page is full.
class RowMaker {
public:
    RowMaker(study::Dataset const& data, Ended ended, base::Date day, Language const& language)
        : m_data{data}, m_ended{ended}, m_day{day}, m_language{language} {}

    std::vector<TreeRow> rows(std::vector<UnitIndex> const& tops) {
        fit(tops);
        std::vector<TreeRow> rows;
        for (auto const top : tops) add(rows, top);
        return rows;
    }

    TreeRow row(UnitIndex unit) const {
        auto const& about = m_data.units[unit].unit;
        TreeRow row{.code = about.code, .name = about.name, .kind = {}, .ended = {}, .below = {}};
        row.kind = about.operation.empty() ? base::lower(kind_text(about.kind, m_language)) : about.operation;
        if (is_over(about, m_day)) row.ended = about.valid_to;
        return row;
    }

private:
    bool is_shown(UnitIndex unit) const {
        return m_ended == Ended::are_shown || !is_over(m_data.units[unit].unit, m_day);
    }

    // The deepest level that still fits, but always the first.
    void fit(std::vector<UnitIndex> const& tops) {
        std::vector<std::size_t> at_depth;
        for (auto const top : tops)
            for (auto unit = top; unit < m_data.units[top].branch_end; unit = unit.next()) {
                auto const depth = static_cast<std::size_t>(m_data.units[unit].depth);
                if (at_depth.size() <= depth) at_depth.resize(depth + 1);
                if (is_shown(unit)) ++at_depth[depth];
            }
        std::size_t sum = 0;
        int const first = tops.empty() ? 0 : m_data.units[tops.front()].depth;
        for (std::size_t depth = 0; depth < at_depth.size(); ++depth) {
            sum += at_depth[depth];
            if (sum > most_rows && static_cast<int>(depth) > first) return;
            m_deepest = static_cast<int>(depth);
        }
    }

    // A unit that is over is shown all the same where something below it is not.
    bool add(std::vector<TreeRow>& rows, UnitIndex unit) const {
        auto made = row(unit);
        auto const& node = m_data.units[unit];
        if (node.depth < m_deepest) {
            for (auto const child : m_data.children(unit)) add(made.below, child);
        } else {
            for (auto below = unit.next(); below < node.branch_end; below = below.next())
                made.more_below += is_shown(below) ? 1 : 0;
        }
        if (!is_shown(unit) && made.below.empty() && made.more_below == 0) return false;
        rows.push_back(std::move(made));
        return true;
    }

    study::Dataset const& m_data;
    Ended m_ended;
    base::Date m_day;
    Language const& m_language;
    int m_deepest = 0;
};

// Each word of the question begins some word of the name, or is the code.
bool is_sought(std::vector<std::string> const& asked, std::string const& question, domain::Unit const& unit) {
    if (base::lower(unit.code) == question) return true;
    return !asked.empty() && begin_words_of(asked, unit.name + " " + unit.operation);
}

} // namespace

TreeView tree_view(study::Dataset const& data, std::string_view question, Ended ended, base::Date day,
                   Language const& language) {
    TreeView view{
        .question = std::string{base::trimmed(question)}, .rows = {}, .are_ended_shown = ended == Ended::are_shown};
    RowMaker maker{data, ended, day, language};
    auto const asked = base::search_words(view.question);
    auto const lower = base::lower(view.question);
    std::vector<UnitIndex> tops;
    for (UnitIndex unit; unit < data.units.end_key(); unit = unit.next()) {
        auto const& node = data.units[unit];
        ++(is_over(node.unit, day) ? view.ended : view.units);
        if (!node.parent) tops.push_back(unit);
        if (view.question.empty() || !is_sought(asked, lower, node.unit)) continue;
        ++view.found;
        if (view.rows.size() < most_found) view.rows.push_back(maker.row(unit));
    }
    if (view.question.empty()) view.rows = maker.rows(tops);
    return view;
}

std::vector<TreeRow> tree_below(study::Dataset const& data, UnitIndex unit, Ended ended, base::Date day,
                                Language const& language) {
    return RowMaker{data, ended, day, language}.rows(data.children(unit));
}

BelongingsView belongings_view(plan::Plan const& plan, std::string_view unit, base::Date day) {
    auto const belongings = plan::belongings_of(plan, unit, day);
    BelongingsView view{.goals = {},
                        .people = {},
                        .roles = static_cast<std::int64_t>(belongings.grants.size()),
                        .documents = static_cast<std::int64_t>(belongings.documents.size())};
    for (auto const* goal : belongings.goals) view.goals.push_back({goal->title, goal_url(goal->id)});
    for (auto const* membership : belongings.memberships)
        if (auto const* person = plan.people.find(membership->person))
            view.people.push_back({person->name, person_url(person->id)});
    return view;
}

UnitInTreeView unit_in_tree_view(plan::Plan const& plan, study::Dataset const& data, UnitIndex unit, base::Date day,
                                 Language const& language) {
    auto const& node = data.units[unit];
    UnitInTreeView view{.way = {},
                        .unit = node.unit,
                        .described_by = node.described_by.value(),
                        .kind = std::string{kind_text(node.unit.kind, language)},
                        .ended = ended_text(node.unit, day, language),
                        .predecessors = predecessors_of(node.unit, data),
                        .successors = successors_of(node.unit, data),
                        .below = tree_below(data, unit, Ended::are_shown, day, language),
                        .belongings = belongings_view(plan, node.unit.code, day)};
    for (auto above = node.parent; above; above = data.units[*above].parent) {
        auto const& about = data.units[*above].unit;
        view.way.push_back({about.name, unit_in_tree_url(about.code)});
    }
    std::ranges::reverse(view.way);
    return view;
}

} // namespace rodtrad::view::pages
