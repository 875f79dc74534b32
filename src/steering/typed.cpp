#include "steering/typed.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "import/number.hpp"
#include "steering/refusals.hpp"

#include <string>

namespace rodtrad::steering {

using base::message;

std::optional<double> typed_number(std::string_view field, std::string_view text) {
    text = base::trimmed(text);
    if (text.empty()) return {};
    auto const number = import::to_number(text, import::DecimalSign::either);
    if (number.kind != import::Number::Kind::number)
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
