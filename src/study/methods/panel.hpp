#pragma once

#include "study/methods/answer.hpp"
#include "study/methods/intervals.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace rodtrad::study {

// A panel as columns, one row for each unit and period with figures, in any order, with gaps or without: positions of
// units and of periods, counted from 0. Columns of figures beside it are as long.
struct PanelRows {
    std::span<std::uint32_t const> units;
    std::span<std::uint32_t const> periods;
    std::size_t size() const { return units.size(); }
};

// What is left of a column of a panel when each unit's level and each period's are taken away: the residuals of a
// regression on a dummy for every unit and every period. Balanced or not, connected or not.
class TwoWayPanel {
public:
    explicit TwoWayPanel(PanelRows rows);
    ~TwoWayPanel();
    TwoWayPanel(TwoWayPanel&&) noexcept;
    TwoWayPanel& operator=(TwoWayPanel&&) noexcept;

    // Rows that say something: neither the only row of their unit nor the only one of their period, when rows such as
    // that are gone. A lone row is met exactly by its own level and knows nothing of anything else.
    std::vector<std::size_t> const& kept() const { return m_kept; } // ascending
    std::size_t units() const { return m_units; }                   // among the kept
    std::size_t periods() const { return m_periods; }

    // Of a column of all rows; the answer has those of kept().
    std::vector<double> within(std::span<double const> column) const;

    std::span<std::uint32_t const> kept_units() const { return m_kept_units; } // positions 0 … units() − 1

private:
    struct Levels; // a factorised system of equations
    std::vector<std::size_t> m_kept;
    std::vector<std::uint32_t> m_kept_units;
    std::vector<std::uint32_t> m_kept_periods;
    std::size_t m_units = 0;
    std::size_t m_periods = 0;
    std::unique_ptr<Levels> m_levels;
};

struct Inference {
    double error = 0; // standard error
    double t = 0;
    double df = 0;
    double p = 1; // two-sided, Student's t
    Interval interval;
};
// From an estimate and its standard error > 0.
Inference inference_of(double estimate, double error, double df, double confidence = 0.95);

struct PanelEffect {
    double estimate = 0;
    std::size_t rows = 0; // used
    std::size_t units = 0;
    std::size_t periods = 0;
    // Why not: one unit → too_few_units; as many levels as rows → too_few_points; all rows are met → zero_variance.
    Answer<Inference> inference = NoAnswer::too_few_units;
};

// β of y = unit + period + β x, errors clustered by unit. β = Σ x~ y~ / Σ x~², x~ and y~ what is left within units and
// periods; V = Σ_unit (Σ_t x~ e)² / (Σ x~²)² · G/(G−1) · (N−1)/(N−K), K = 1 + periods; t with G−1 degrees of freedom
// (Liang and Zeger 1986; small-sample factors as fixest 0.14.2, which lets go of lone rows too).
// x that does not vary within units and periods → not_identified.
Answer<PanelEffect> two_way_effect(TwoWayPanel const& panel, std::span<double const> x, std::span<double const> y);

} // namespace rodtrad::study
