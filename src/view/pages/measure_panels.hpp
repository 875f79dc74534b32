#pragma once

#include "view/pages/measure_peers.hpp"
#include "view/pages/measure_view.hpp"

namespace rodtrad::view::pages {

// What the panels of a measure's page are made from.
struct PanelMatter {
    SeriesKey key;
    study::Dataset const& data;
    study::FollowUp const& list;
    Language const& language;
    SeriesView const& series;
    study::Card const* card; // of this measure and unit; null where nothing stands out
    Among const& among;

    study::MeasureData const& measure_data() const { return data.measures[key.measure]; }
    domain::Measure const& measure() const { return measure_data().measure; }
    study::Cube const& cube() const { return *measure_data().cube; }
    std::size_t slot() const { return *cube().slot_of(key.group); }
    study::UnitNode const& unit() const { return data.units[key.unit]; }
    std::string period() const { return period_text(language, cube().period(series.newest())); }
    // Of this kind and about the group that is shown; null where there is none.
    study::Finding const* finding(study::FindingKind kind) const;
};

// The one card of a measure in a unit; null where nothing stands out.
study::Card const* card_of(study::FollowUp const& list, study::MeasureIndex measure, study::UnitIndex unit);

// Nothing where there is no one to compare with, no such groups, or no units below.
std::optional<PeersPanel> peers_panel(PanelMatter const& matter);
std::optional<FunnelPanel> funnel_panel(PanelMatter const& matter);
std::optional<ChangePanel> change_panel(PanelMatter const& matter); // of a confirmed change of level
std::optional<ExpectedPanel> expected_panel(PanelMatter const& matter);
WhatIfPanel what_if_panel(PanelMatter const& matter, MeasureQuestion const& question);
std::optional<NeighboursPanel> neighbours_panel(PanelMatter const& matter);
std::optional<GapPanel> gap_panel(PanelMatter const& matter);
std::optional<ChildrenPanel> children_panel(PanelMatter const& matter);
std::vector<GroupRow> group_rows(SeriesKey key, study::Dataset const& data, Language const& language);

// What the list says of this group, of the gap between groups, and, on the page about everyone, of each group.
std::vector<study::Finding const*> findings_told(PanelMatter const& matter);

// "Så räknade vi": the methods by name, and their figures.
std::vector<Term> method_terms(PanelMatter const& matter);

} // namespace rodtrad::view::pages
