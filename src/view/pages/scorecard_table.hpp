#pragma once

#include "view/pages/scorecard_parts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// The units that follow a card, side by side.

struct TableUnit {
    std::string unit; // code
    std::string name;
    std::string within;                // the unit right above
    std::vector<CardMeasure> measures; // as the columns
    std::size_t sticking_out = 0;

    static constexpr auto fields() {
        return std::tuple{base::Field{"unit", &TableUnit::unit}, base::Field{"name", &TableUnit::name},
                          base::Field{"within", &TableUnit::within}, base::Field{"measures", &TableUnit::measures},
                          base::Field{"sticking_out", &TableUnit::sticking_out}};
    }
};

struct TableColumn {
    std::string code;
    std::string title;
    std::string factor;
    bool is_sorted_by = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"code", &TableColumn::code}, base::Field{"title", &TableColumn::title},
                          base::Field{"factor", &TableColumn::factor},
                          base::Field{"is_sorted_by", &TableColumn::is_sorted_by}};
    }
};

struct ScorecardTable {
    std::string operation;
    std::string branch;      // code; empty: everywhere
    std::string branch_name; // likewise
    std::string card_name;   // empty: there is no card for the kind
    std::vector<TableColumn> columns;
    std::vector<TableUnit> units; // best first by the column sorted by, else by name
    std::size_t others = 0;       // of the same kind, with another card or none

    static constexpr auto fields() {
        return std::tuple{base::Field{"operation", &ScorecardTable::operation},
                          base::Field{"branch", &ScorecardTable::branch},
                          base::Field{"branch_name", &ScorecardTable::branch_name},
                          base::Field{"card_name", &ScorecardTable::card_name},
                          base::Field{"columns", &ScorecardTable::columns},
                          base::Field{"units", &ScorecardTable::units},
                          base::Field{"others", &ScorecardTable::others}};
    }
};

struct TableQuestion {
    std::string operation;
    std::string branch; // code; empty: everywhere
    std::string sorted; // code of a measure; empty: by name
};

// Of several cards for the same kind in different branches the one with most units is shown.
ScorecardTable scorecard_table(plan::Plan const& plan, study::Dataset const& data, study::FollowUp const& list,
                               TableQuestion const& question, base::Date day, Language const& language);
std::string scorecard_table_page(ScorecardTable const& table, Context const& context);

// Where one finds a card: the kinds of operation that have one, and the units with one of their own.
struct CardEntry {
    domain::ScorecardId card;
    std::string name;
    std::string operation; // empty: of one unit
    std::string unit;      // code: whose it is
    std::string unit_name;
    std::size_t units = 0; // that follow it

    static constexpr auto fields() {
        return std::tuple{base::Field{"card", &CardEntry::card},           base::Field{"name", &CardEntry::name},
                          base::Field{"operation", &CardEntry::operation}, base::Field{"unit", &CardEntry::unit},
                          base::Field{"unit_name", &CardEntry::unit_name}, base::Field{"units", &CardEntry::units}};
    }
};
struct ScorecardsView {
    std::vector<CardEntry> cards;
    bool may_define = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"cards", &ScorecardsView::cards},
                          base::Field{"may_define", &ScorecardsView::may_define}};
    }
};
ScorecardsView scorecards_view(plan::Plan const& plan, study::Dataset const& data, base::Date day);
std::string scorecards_page(ScorecardsView const& view, Context const& context);

} // namespace rodtrad::view::pages
