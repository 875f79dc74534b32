#pragma once

#include "view/charts/trend.hpp"

namespace rodtrad::view {

// The small picture on a card: the line, the band of normal variation, the mean, the target, and the points that are a
// signal. It has no words of its own but a description.
Raw sparkline(TrendView const& view, Language const& language);

} // namespace rodtrad::view
