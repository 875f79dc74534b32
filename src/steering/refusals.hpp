#pragma once

#include "base/error.hpp"
#include "base/message.hpp"
#include "plan/rights.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// Why a use case was not carried out: nothing was stored. The sentences are English, hold {0}, {1}… for their values,
// are marked with base::message, and are translated where they are shown.
namespace rodtrad::steering {

// One thing that is not right.
struct Fault {
    std::string field;        // of the form, "title"; empty for the whole
    std::string_view message; // a constant of the program, marked with base::message
    std::vector<std::string> values{};
};

// Something that was filled in is not right: one thing, or several at once.
class Refused : public base::Error {
public:
    Refused(std::string field, std::string_view message, std::vector<std::string> values = {});
    explicit Refused(std::vector<Fault> faults); // at least one
    std::vector<Fault> const& faults() const { return m_faults; }
    // Of the first.
    std::string const& field() const { return m_faults.front().field; }
    std::string_view message() const { return m_faults.front().message; }
    std::vector<std::string> const& values() const { return m_faults.front().values; }

private:
    std::vector<Fault> m_faults;
};

// Gathers what is wrong with a form, so that all of it is told at once.
class Faults {
public:
    // What `read` gives; where it refuses, that is kept and a value of its kind is given, to go on with.
    template <class Read>
    auto in(Read const& read) -> decltype(read()) {
        try {
            return read();
        } catch (Refused const& refused) {
            m_faults.insert(m_faults.end(), refused.faults().begin(), refused.faults().end());
        }
        if constexpr (!std::is_void_v<decltype(read())>) return {};
    }
    // Throws Refused with everything gathered, if there is anything.
    void refuse() const {
        if (!m_faults.empty()) throw Refused{m_faults};
    }

private:
    std::vector<Fault> m_faults;
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
