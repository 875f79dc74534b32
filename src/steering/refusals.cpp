#include "steering/refusals.hpp"

#include <fmt/format.h>

namespace rodtrad::steering {

namespace {

std::string filled_in(std::string_view message, std::vector<std::string> const& values) {
    std::vector<std::string_view> const arguments{values.begin(), values.end()};
    return base::filled_in(message, arguments);
}

} // namespace

Refused::Refused(std::string field, std::string_view message, std::vector<std::string> values)
    : base::Error{filled_in(message, values)}, m_faults{{std::move(field), message, std::move(values)}} {}

Refused::Refused(std::vector<Fault> faults)
    : base::Error{filled_in(faults.front().message, faults.front().values)}, m_faults{std::move(faults)} {}

Forbidden::Forbidden(plan::Right right, std::string unit)
    : base::Error{fmt::format("the right to {} is missing {}{}", base::name_of(right),
                              unit.empty() ? "in the organisation" : "at the unit ", unit)},
      m_right{right}, m_unit{std::move(unit)} {}

NotFound::NotFound(std::string_view kind, std::int64_t id) : base::Error{fmt::format("there is no {} {}", kind, id)} {}

Conflict::Conflict(std::string_view kind, std::int64_t id, std::int64_t read_version, std::int64_t standing_version)
    : base::Error{fmt::format("the {} {} was changed by someone else meanwhile", kind, id)}, m_kind{kind}, m_id{id},
      m_read_version{read_version}, m_standing_version{standing_version} {}

} // namespace rodtrad::steering
