#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rodtrad::base {

// A JSON value (RFC 8259). Objects keep the order of their members, so that what is written twice is the same twice.
class Json {
public:
    using Array = std::vector<Json>;
    using Member = std::pair<std::string, Json>;
    using Object = std::vector<Member>;

    Json() = default; // null
    Json(std::nullptr_t) {}
    Json(bool value) : m_value{value} {}
    Json(std::int64_t value) : m_value{value} {}
    Json(int value) : m_value{std::int64_t{value}} {}
    Json(double value) : m_value{value} {}
    Json(std::string value) : m_value{std::move(value)} {}
    Json(std::string_view value) : m_value{std::string{value}} {}
    Json(char const* value) : m_value{std::string{value}} {}
    Json(Array value) : m_value{std::move(value)} {}
    Json(Object value) : m_value{std::move(value)} {}

    bool is_null() const { return std::holds_alternative<std::monostate>(m_value); }
    // Null where it is of another kind.
    bool const* boolean() const { return std::get_if<bool>(&m_value); }
    std::int64_t const* integer() const { return std::get_if<std::int64_t>(&m_value); }
    double const* real() const { return std::get_if<double>(&m_value); }
    std::string const* text() const { return std::get_if<std::string>(&m_value); }
    Array const* array() const { return std::get_if<Array>(&m_value); }
    Object const* object() const { return std::get_if<Object>(&m_value); }

    // The member of an object with that name; null where there is none.
    Json const* find(std::string_view name) const;

    bool operator==(Json const&) const = default;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_value;
};

// Without white space. A double is written with as few digits as read back to the same double; one that is no number
// (NaN, infinity) has no JSON, and becomes null.
std::string to_text(Json const& json);
// The same over several lines, for files that people compare.
std::string to_indented_text(Json const& json);

// Throws base::Error where the text is not one JSON value, is nested more than 32 deep, or is not UTF-8.
Json to_json(std::string_view text);

} // namespace rodtrad::base
