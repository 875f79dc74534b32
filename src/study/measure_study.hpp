#pragma once

#include "study/finding.hpp"
#include "study/frame.hpp"
#include "study/kernels/chart_sweep.hpp"
#include "study/series.hpp"
#include "study/targets_in_force.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace rodtrad::study {

// One group of a measure: its series in all units.
struct GroupStudy {
    GroupIndex group;
    std::size_t slot = 0;
    bool is_main = false; // total, women or men. The others are looked at under a confirmed total only
    SeriesTable figures;  // as they are
    // What is judged along time, where that is not the figures as they are: without the season, and nothing from before
    // the latest point at which somebody said that it is another level.
    std::optional<SeriesTable> adjusted;
    std::vector<double> season; // what was taken away, by part of the year; empty for nothing
    ChartSums chart;            // of the levels

    bool is_season_adjusted() const { return !season.empty(); }
    SeriesTable const& levels() const { return adjusted ? *adjusted : figures; }
};

// One measure as the lenses see it: its series, which of them are current, and how much is worth talking about.
class MeasureStudy {
public:
    // The measure has a cube. Periods after the end of `as_of` are not looked at. Data and frame outlive the study.
    MeasureStudy(Dataset const& data, Frame const& frame, MeasureIndex index, std::optional<domain::Period> as_of,
                 int threads = 1);

    // One group of it alone, where what takes all groups to know is known from before.
    struct Known {
        std::optional<domain::Period> newest;
        double min_effect = 0;
        std::optional<std::vector<double>> season; // of the group, as season_of() has it
    };
    MeasureStudy(Dataset const& data, Frame const& frame, MeasureIndex index, std::optional<domain::Period> as_of,
                 GroupIndex group, Known const& known);

    Dataset const& data() const { return m_data; }
    Frame const& frame() const { return m_frame; }
    Peers const& peers() const { return m_frame.peers(); }
    MeasureIndex index() const { return m_index; }
    MeasureData const& measure_data() const { return m_measure_data; }
    domain::Measure const& measure() const { return m_measure_data.measure; }
    Cube const& cube() const { return *m_measure_data.cube; }
    TargetsInForce const& targets() const { return m_targets; }
    std::vector<GroupStudy> const& groups() const { return m_groups; }

    // Women and men, where the measure has both.
    GroupStudy const* women() const { return m_women_and_men ? &m_groups[m_women_and_men->first] : nullptr; }
    GroupStudy const* men() const { return m_women_and_men ? &m_groups[m_women_and_men->second] : nullptr; }

    std::size_t end() const { return m_end; } // periods that are looked at
    std::optional<std::size_t> newest_time() const { return m_newest; }
    std::optional<domain::Period> newest() const;

    // Where a series stands: its last figure, if that is of the measure's newest period or the one before.
    std::optional<std::size_t> current_time(SeriesTable const& series, UnitIndex unit) const {
        auto const last = series.last_time(unit);
        if (!last || *last + 1 < *m_newest) return {};
        return last;
    }

    // Smallest difference worth talking about, in the measure's unit.
    double min_effect() const { return m_min_effect; }

    // x of n of a figure, where both exist and bear a test: nothing is wrong with them (study/methods/countable.hpp).
    std::optional<domain::Counts> counts(std::size_t slot, std::size_t t, UnitIndex unit) const;

    // A finding with what it is about filled in.
    Finding finding(FindingKind kind, GroupStudy const& group, UnitIndex unit, std::size_t t) const;

    // Sets value, reference, and what follows from them: effect, judgement, people.
    void measure_up(Finding& finding, double value, double reference) const;

private:
    // With what the time of year does, where that is known already.
    GroupStudy group_study(std::size_t slot, std::optional<std::vector<double>> known_season = {}) const;
    double default_min_effect() const;

    Dataset const& m_data;
    Frame const& m_frame;
    MeasureIndex m_index;
    MeasureData const& m_measure_data;
    TargetsInForce m_targets;
    std::size_t m_end;
    std::optional<std::size_t> m_newest;
    std::vector<GroupStudy> m_groups;                                   // totals, women and men first
    std::optional<std::pair<std::size_t, std::size_t>> m_women_and_men; // positions in m_groups
    double m_min_effect = 0;
};

} // namespace rodtrad::study
