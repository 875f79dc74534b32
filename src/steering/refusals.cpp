#include "steering/refusals.hpp"

#include <fmt/format.h>

namespace rodtrad::steering {

namespace {

std::string filled_in(std::string_view message, std::vector<std::string> const& values) {
    std::string text;
    for (std::size_t at = 0; at < message.size(); ++at) {
        bool const is_place = message[at] == '{' && at + 2 < message.size() && message[at + 2] == '}';
        auto const number = is_place ? static_cast<std::size_t>(message[at + 1] - '0') : values.size();
        if (number < values.size()) {
            text += values[number];
            at += 2;
        } else {
            text += message[at];
        }
    }
    return text;
}

} // namespace

Refused::Refused(std::string field, std::string_view message, std::vector<std::string> values)
    : base::Error{filled_in(message, values)}, m_field{std::move(field)}, m_message{message},
      m_values{std::move(values)} {}

Forbidden::Forbidden(plan::Right right, std::string unit)
    : base::Error{fmt::format("the right to {} is missing {}{}", base::name_of(right),
                              unit.empty() ? "in the organisation" : "at the unit ", unit)},
      m_right{right}, m_unit{std::move(unit)} {}

NotFound::NotFound(std::string_view kind, std::int64_t id) : base::Error{fmt::format("there is no {} {}", kind, id)} {}

Conflict::Conflict(std::string_view kind, std::int64_t id, std::int64_t read_version, std::int64_t standing_version)
    : base::Error{fmt::format("the {} {} was changed by someone else meanwhile", kind, id)}, m_kind{kind}, m_id{id},
      m_read_version{read_version}, m_standing_version{standing_version} {}

} // namespace rodtrad::steering
