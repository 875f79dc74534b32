#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/language.hpp"
#include "view/pages/context.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// A unit in the tree, with those below it.
struct TreeRow {
    std::string code;
    std::string name;
    std::string kind;
    std::optional<base::Date> ended; // its last day, which is over
    std::vector<TreeRow> below;
    std::int64_t more_below = 0; // in its branch, too many to stand on the same page

    static constexpr auto fields() {
        return std::tuple{base::Field{"code", &TreeRow::code},   base::Field{"name", &TreeRow::name},
                          base::Field{"kind", &TreeRow::kind},   base::Field{"ended", &TreeRow::ended},
                          base::Field{"below", &TreeRow::below}, base::Field{"more_below", &TreeRow::more_below}};
    }
};

enum class Ended : std::uint8_t { are_hidden, are_shown };

// The whole tree, as far down as a page bears; where something is sought, what is found instead.
struct TreeView {
    std::string question;
    std::vector<TreeRow> rows;
    std::int64_t found = 0; // by the question; the first hundred are among the rows
    std::int64_t units = 0; // that go on
    std::int64_t ended = 0;
    bool are_ended_shown = false;
    bool may_define = false; // somewhere

    static constexpr auto fields() {
        return std::tuple{
            base::Field{"question", &TreeView::question}, base::Field{"rows", &TreeView::rows},
            base::Field{"found", &TreeView::found},       base::Field{"units", &TreeView::units},
            base::Field{"ended", &TreeView::ended},       base::Field{"are_ended_shown", &TreeView::are_ended_shown}};
    }
};
TreeView tree_view(study::Dataset const& data, std::string_view question, Ended ended, base::Date day,
                   Language const& language);
// The units below one, as a tree.
std::vector<TreeRow> tree_below(study::Dataset const& data, study::UnitIndex unit, Ended ended, base::Date day,
                                Language const& language);

std::string tree_page(TreeView const& view, Context const& context);

// What belongs to a unit, for who thinks of ending it.
struct BelongingsView {
    std::vector<Link> goals;
    std::vector<Link> people;
    std::int64_t roles = 0;
    std::int64_t documents = 0;
    static constexpr auto fields() {
        return std::tuple{base::Field{"goals", &BelongingsView::goals}, base::Field{"people", &BelongingsView::people},
                          base::Field{"roles", &BelongingsView::roles},
                          base::Field{"documents", &BelongingsView::documents}};
    }
    bool empty() const { return goals.empty() && people.empty() && roles == 0 && documents == 0; }
};
BelongingsView belongings_view(plan::Plan const& plan, std::string_view unit, base::Date day);

// A unit as a place in the tree: what it is called, since when, what came before and after, what lies below.
struct UnitInTreeView {
    std::vector<Link> way; // without itself
    domain::Unit unit;
    std::int64_t described_by = 0; // the delivery that has it as it stands
    std::string kind;
    std::string ended; // in a sentence; empty where it goes on
    std::vector<Link> predecessors;
    std::vector<Link> successors;
    std::vector<TreeRow> below;
    BelongingsView belongings;
    bool may_define = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"way", &UnitInTreeView::way},
                          base::Field{"unit", &UnitInTreeView::unit},
                          base::Field{"kind", &UnitInTreeView::kind},
                          base::Field{"ended", &UnitInTreeView::ended},
                          base::Field{"predecessors", &UnitInTreeView::predecessors},
                          base::Field{"successors", &UnitInTreeView::successors},
                          base::Field{"below", &UnitInTreeView::below},
                          base::Field{"belongings", &UnitInTreeView::belongings},
                          base::Field{"may_define", &UnitInTreeView::may_define}};
    }
};
UnitInTreeView unit_in_tree_view(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                 base::Date day, Language const& language);
std::string unit_in_tree_page(UnitInTreeView const& view, Context const& context);

} // namespace rodtrad::view::pages
