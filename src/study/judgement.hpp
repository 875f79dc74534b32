#pragma once

#include "domain/measure.hpp"
#include "study/finding.hpp"
#include "study/methods/xmr.hpp"

namespace rodtrad::study {

// STATISTICS 1.1. A neutral measure changes, but neither improves nor worsens.
bool is_neutral(domain::Polarity const& polarity);

// What it means to stand at `value` instead of at `reference`. Within a wanted range both are as good.
Judgement judged(domain::Polarity const& polarity, double value, double reference);

// What a gap or a spread means: adverse where the measure takes a side at all.
Judgement judged_as_adverse(domain::Polarity const& polarity);

// The way that is better, as the individuals chart asks: a wanted range depends on where the series is (its mean).
Improvement improvement_of(domain::Polarity const& polarity, double mean);

} // namespace rodtrad::study
