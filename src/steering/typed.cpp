#include "steering/typed.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "import/number.hpp"
#include "steering/refusals.hpp"

#include <cmath>
#include <string>

namespace rodtrad::steering {

using base::message;

namespace {

constexpr double too_large = 1e12; // more kronor than the country has

std::string_view without_unit(std::string_view text, std::string_view unit) {
    return !unit.empty() && text.ends_with(unit) ? base::trimmed(text.substr(0, text.size() - unit.size())) : text;
}

} // namespace

std::optional<double> typed_number(std::string_view field, std::string_view typed, std::string_view unit_of_measure) {
    auto const text = base::trimmed(typed);
    if (text.empty()) return {};
    auto const bare = without_unit(text, unit_of_measure);
    if (!unit_of_measure.empty() && bare.ends_with('%'))
        throw Refused{std::string{field}, message("It is counted in {0}, not in %."), {std::string{unit_of_measure}}};
    auto const number = import::to_number(bare, import::DecimalSign::either);
    bool const has_exponent = bare.find_first_of("eE") != bare.npos;
    if (number.kind == import::Number::Kind::out_of_range || std::abs(number.value) >= too_large)
        throw Refused{std::string{field}, message("“{0}” is too large a number."), {std::string{text}}};
    if (number.kind != import::Number::Kind::number || has_exponent)
        throw Refused{
            std::string{field}, message("“{0}” is not a number. Write it as 12.5 or 1 000."), {std::string{text}}};
    return number.value;
}

std::optional<base::Date> typed_date(std::string_view field, std::string_view text) {
    text = base::trimmed(text);
    if (text.empty()) return {};
    auto const date = base::to_date(text);
    if (!date)
        throw Refused{std::string{field}, message("“{0}” is no day. Write it as 2026-10-03."), {std::string{text}}};
    return date;
}

} // namespace rodtrad::steering
