#pragma once

#include "view/pages/compare_view.hpp"
#include "view/pages/funnel_view.hpp"

#include <map>
#include <optional>
#include <utility>

namespace rodtrad::view::pages {

// What the parts of a comparison are made from. The selection is not empty.
class CompareMatter {
public:
    CompareMatter(study::Dataset const& the_data, study::FollowUp const& the_list, CompareQuestion const& the_question,
                  Selection const& the_selection, Language const& the_language);

    study::Dataset const& data;
    study::FollowUp const& list;
    CompareQuestion const& question;
    Selection const& selection;
    Language const& language;

    bool is_asked_for(domain::Period period) const;
    // The period that a row's figures are laid beside each other in: the newest in which at least half of the units
    // that have any figure have one. Nothing where none has.
    std::optional<std::size_t> period_of(CompareRow const& row) const;

    // What the list says of the unit's figures for the row's group; null where it says nothing.
    study::Card const* card(CompareRow const& row, study::UnitIndex unit) const;
    std::vector<study::Finding const*> findings(CompareRow const& row, study::UnitIndex unit) const;

    Slice slice(CompareRow const& row, std::size_t t) const { return {data, row.measure, row.slot, t, selection.me()}; }
    std::string row_name(CompareRow const& row) const; // "Behöriga till yrkesprogram, kvinnor"
    Url url(CompareRow const& row, study::UnitIndex unit) const;

    // One series in one panel, over `periods` of the row's cube from its `first` position.
    MultiplesPanel panel(CompareRow const& row, study::UnitIndex unit, std::size_t first, std::size_t periods,
                         std::string name) const;
    // The positions of the row's cube that hold figures of the units, between the years: first, and how many.
    std::pair<std::size_t, std::size_t> reach(CompareRow const& row, std::vector<study::UnitIndex> const& units) const;

private:
    std::map<std::pair<study::MeasureIndex, study::UnitIndex>, study::Card const*> m_cards;
};

RankingPart ranking_part(CompareMatter const& matter);
MultiplesView lines_part(CompareMatter const& matter);
MeasureGroup spines_part(CompareMatter const& matter);
MatrixPart matrix_part(CompareMatter const& matter);

} // namespace rodtrad::view::pages
