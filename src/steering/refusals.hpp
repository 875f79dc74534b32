#pragma once

#include "base/error.hpp"
#include "base/message.hpp"
#include "plan/rights.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Why a use case was not carried out: nothing was stored. The sentences are English, hold {0}, {1}… for their values,
// are marked with base::message, and are translated where they are shown.
namespace rodtrad::steering {

// Something that was filled in is not right.
class Refused : public base::Error {
public:
    // `field`: of the form, "title"; empty for the whole. `message`: marked with base::message.
    Refused(std::string field, std::string_view message, std::vector<std::string> values = {});
    std::string const& field() const { return m_field; }
    std::string_view message() const { return m_message; }
    std::vector<std::string> const& values() const { return m_values; }

private:
    std::string m_field;
    std::string_view m_message; // a constant of the program
    std::vector<std::string> m_values;
};

// The person has no right to it.
class Forbidden : public base::Error {
public:
    Forbidden(plan::Right right, std::string unit);
    plan::Right right() const { return m_right; }
    std::string const& unit() const { return m_unit; } // code; empty: the whole organisation

private:
    plan::Right m_right;
    std::string m_unit;
};

// There is no such thing (or it is nothing that the person may know of).
class NotFound : public base::Error {
public:
    NotFound(std::string_view kind, std::int64_t id);
};

// Someone else has written it since it was read: the person is shown what changed, and decides.
class Conflict : public base::Error {
public:
    Conflict(std::string_view kind, std::int64_t id, std::int64_t read_version, std::int64_t standing_version);
    std::string const& kind() const { return m_kind; } // its table
    std::int64_t id() const { return m_id; }
    std::int64_t read_version() const { return m_read_version; }
    std::int64_t standing_version() const { return m_standing_version; }

private:
    std::string m_kind;
    std::int64_t m_id;
    std::int64_t m_read_version;
    std::int64_t m_standing_version;
};

} // namespace rodtrad::steering
