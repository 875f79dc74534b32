#include "study/judgement.hpp"

#include <algorithm>

namespace rodtrad::study {

namespace {

double distance(domain::WantedRange range, double value) {
    return std::max({range.low - value, 0.0, value - range.high});
}

} // namespace

bool is_neutral(domain::Polarity const& polarity) { return polarity == domain::Polarity{domain::Direction::neutral}; }

Judgement judged(domain::Polarity const& polarity, double value, double reference) {
    auto better_by = 0.0;
    if (auto const* range = std::get_if<domain::WantedRange>(&polarity)) {
        better_by = distance(*range, reference) - distance(*range, value);
    } else {
        switch (std::get<domain::Direction>(polarity)) {
        case domain::Direction::higher_is_better:
            better_by = value - reference;
            break;
        case domain::Direction::lower_is_better:
            better_by = reference - value;
            break;
        case domain::Direction::neutral:
            break;
        }
    }
    if (better_by == 0) return Judgement::neutral;
    return better_by > 0 ? Judgement::better : Judgement::worse;
}

Judgement judged_as_adverse(domain::Polarity const& polarity) {
    return is_neutral(polarity) ? Judgement::neutral : Judgement::worse;
}

Improvement improvement_of(domain::Polarity const& polarity, double mean) {
    if (auto const* range = std::get_if<domain::WantedRange>(&polarity)) {
        if (mean > range->high) return Improvement::decrease;
        return mean < range->low ? Improvement::increase : Improvement::neutral;
    }
    switch (std::get<domain::Direction>(polarity)) {
    case domain::Direction::higher_is_better:
        return Improvement::increase;
    case domain::Direction::lower_is_better:
        return Improvement::decrease;
    case domain::Direction::neutral:
        break;
    }
    return Improvement::neutral;
}

} // namespace rodtrad::study
