#include "view/pages/figure_text.hpp"

#include <cmath>

namespace rodtrad::view::pages {

namespace {

constexpr double confidence = 0.95;

bool is_known(domain::Counts counts) { return std::isfinite(counts.numerator) && std::isfinite(counts.denominator); }

} // namespace

std::string ground_text(domain::Counts counts, domain::ValueKind kind, Language const& language) {
    bool const is_share = kind == domain::ValueKind::proportion;
    if (!is_known(counts) || (!is_share && kind != domain::ValueKind::rate)) return {};
    auto const count = [&](double of) { return number(language, of, of == std::trunc(of) ? 0 : 1); };
    return language.tr(is_share ? message("{0} of {1}") : message("{0} on {1}"), count(counts.numerator),
                       count(counts.denominator));
}

std::optional<study::Interval> likely(domain::Counts counts, domain::Measure const& measure) {
    if (!is_known(counts)) return {};
    auto const in_unit = [&](study::Answer<study::Estimate> const& answer) -> std::optional<study::Interval> {
        if (!answer) return {};
        return study::Interval{answer->interval.lower * measure.multiplier,
                               answer->interval.upper * measure.multiplier};
    };
    if (measure.kind == domain::ValueKind::proportion) return in_unit(study::proportion_estimate(counts, confidence));
    if (measure.kind == domain::ValueKind::rate) return in_unit(study::rate_estimate(counts, confidence));
    return {};
}

std::string cell_text(study::Cube const& cube, std::size_t at, ValueFormat const& format, Language const& language) {
    if (has_value(cube.cell(at))) return with_unit(language, format, cube.value(at));
    return cube.cell(at) == study::Cell::confidential ? ".." : "–";
}

std::string cell_remark(study::MeasureData const& data, std::size_t at, Language const& language) {
    switch (data.cube->cell(at)) {
    case study::Cell::measured:
        return {};
    case study::Cell::preliminary:
        return std::string{language.tr("preliminary")};
    case study::Cell::missing:
        return std::string{language.tr("missing")};
    case study::Cell::not_applicable:
        return std::string{language.tr("does not apply")};
    case study::Cell::confidential:
        return std::string{language.tr("too few people to show")};
    case study::Cell::absent:
        return std::string{language.tr("not delivered")};
    case study::Cell::aggregated:
        break;
    }
    if (!data.coverage) return std::string{language.tr("added up from the units below")};
    auto const& coverage = (*data.coverage)[at];
    return language.tr("added up from {0} of {1} units", whole(language, coverage.reporting),
                       whole(language, coverage.expected));
}

} // namespace rodtrad::view::pages
