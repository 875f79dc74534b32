#include "study/methods/answer.hpp"

namespace rodtrad::study {

std::string_view to_text(NoAnswer reason) {
    switch (reason) {
    case NoAnswer::no_data:
        return "no_data";
    case NoAnswer::too_few_points:
        return "too_few_points";
    case NoAnswer::too_few_units:
        return "too_few_units";
    case NoAnswer::zero_variance:
        return "zero_variance";
    case NoAnswer::zero_denominator:
        return "zero_denominator";
    case NoAnswer::negative_count:
        return "negative_count";
    case NoAnswer::numerator_exceeds_denominator:
        return "numerator_exceeds_denominator";
    case NoAnswer::not_identified:
        return "not_identified";
    case NoAnswer::out_of_range:
        return "out_of_range";
    case NoAnswer::target_at_bound:
        return "target_at_bound";
    }
    return "";
}

} // namespace rodtrad::study
