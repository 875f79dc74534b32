#pragma once

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/fields.hpp"
#include "base/instant.hpp"
#include "base/json.hpp"
#include "base/strong.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// Described structs as JSON, and back. Names are those of the fields; ids are numbers; enumerations their names; days
// and moments ISO 8601; what may be absent is null.
namespace rodtrad::base {

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsArray : std::false_type {};
template <class T, std::size_t N>
struct IsArray<std::array<T, N>> : std::true_type {};
template <class T>
struct IsTextMap : std::false_type {};
template <class T>
struct IsTextMap<TextMap<T>> : std::true_type {};
template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {};

template <class T>
Json json_of(T const& value) {
    if constexpr (IsOptional<T>::value) {
        return value ? json_of(*value) : Json{};
    } else if constexpr (IsVector<T>::value || IsArray<T>::value) {
        Json::Array array;
        array.reserve(value.size());
        for (auto const& part : value) array.push_back(json_of(part));
        return array;
    } else if constexpr (IsTextMap<T>::value) {
        Json::Object object;
        for (auto const& [name, part] : value) object.emplace_back(name, json_of(part));
        return object;
    } else if constexpr (IsId<T>::value) {
        return value.value();
    } else if constexpr (Named<T>) {
        return name_of(value);
    } else if constexpr (std::same_as<T, Date> || std::same_as<T, Instant>) {
        return to_text(value);
    } else if constexpr (Described<T>) {
        Json::Object object;
        for_each_field(value, [&](std::string_view name, auto const& field) {
            object.emplace_back(std::string{name}, json_of(field));
        });
        return object;
    } else if constexpr (std::integral<T> && !std::same_as<T, bool>) {
        return static_cast<std::int64_t>(value);
    } else if constexpr (requires { std::string{value.text()}; }) { // a period, an address
        return std::string{value.text()};
    } else if constexpr (std::convertible_to<T const&, std::string_view>) {
        return std::string_view{value};
    } else {
        return value;
    }
}

// Sets `value` to what the JSON says. Members that the struct does not have are passed over, fields that the JSON does
// not have stay as they are: a file of an older version can be read. Throws base::Error where a value is of another
// kind, naming it by `where`.
template <class T>
void read_json(Json const& json, T& value, std::string const& where = "it") {
    [[maybe_unused]] auto const refuse = [&](std::string_view wanted) {
        throw Error(fmt::format("{} should be {}, not {}", where, wanted, to_text(json).substr(0, 60)));
    };
    if constexpr (IsOptional<T>::value) {
        if (json.is_null()) {
            value.reset();
        } else {
            if (!value) value.emplace(typename T::value_type{});
            read_json(json, *value, where);
        }
    } else if constexpr (IsVector<T>::value) {
        auto const* array = json.array();
        if (array == nullptr) refuse("a list");
        value.clear();
        for (auto const& part : *array) read_json(part, value.emplace_back(typename T::value_type{}), where);
    } else if constexpr (IsTextMap<T>::value) {
        auto const* object = json.object();
        if (object == nullptr) refuse("an object");
        value.clear();
        for (auto const& [name, part] : *object) read_json(part, value[name], where);
    } else if constexpr (IsId<T>::value) {
        auto const* integer = json.integer();
        if (integer == nullptr) refuse("the number of a record");
        value = T{*integer};
    } else if constexpr (Named<T>) {
        auto const* text = json.text();
        auto const named = text == nullptr ? std::nullopt : value_of<T>(*text);
        if (!named) refuse("one of its words");
        value = *named;
    } else if constexpr (std::same_as<T, Date>) {
        auto const* text = json.text();
        auto const date = text == nullptr ? std::nullopt : to_date(*text);
        if (!date) refuse("a day such as 2026-10-03");
        value = *date;
    } else if constexpr (std::same_as<T, Instant>) {
        auto const* text = json.text();
        if (text == nullptr) refuse("a moment such as 2026-10-03T08:15:00Z");
        value = to_instant(*text);
    } else if constexpr (Described<T>) {
        if (json.object() == nullptr) refuse("an object");
        for_each_field(value, [&](std::string_view name, auto& field) {
            if (auto const* member = json.find(name)) read_json(*member, field, fmt::format("{} of {}", name, where));
        });
    } else if constexpr (std::same_as<T, bool>) {
        if (json.boolean() == nullptr) refuse("true or false");
        value = *json.boolean();
    } else if constexpr (std::integral<T>) {
        auto const* integer = json.integer();
        if (integer == nullptr || *integer < std::numeric_limits<T>::min() || *integer > std::numeric_limits<T>::max())
            refuse("a whole number");
        value = static_cast<T>(*integer);
    } else if constexpr (std::floating_point<T>) {
        if (json.integer() != nullptr)
            value = static_cast<T>(*json.integer());
        else if (json.real() != nullptr)
            value = *json.real();
        else
            refuse("a number");
    } else {
        if (json.text() == nullptr) refuse("a text");
        value = *json.text();
    }
}

} // namespace rodtrad::base
