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
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
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
    // What is there, when it is of the kind that is wanted.
    [[maybe_unused]] auto const held = [&](auto const* found, std::string_view wanted) -> auto const& {
        if (found == nullptr) refuse(wanted);
        return *found;
    };
    if constexpr (IsOptional<T>::value) {
        if (json.is_null()) {
            value.reset();
        } else {
            if (!value) value.emplace(typename T::value_type{});
            read_json(json, *value, where);
        }
    } else if constexpr (IsVector<T>::value) {
        auto const& array = held(json.array(), "a list");
        value.clear();
        for (auto const& part : array) read_json(part, value.emplace_back(typename T::value_type{}), where);
    } else if constexpr (IsTextMap<T>::value) {
        auto const& object = held(json.object(), "an object");
        value.clear();
        for (auto const& [name, part] : object) read_json(part, value[name], where);
    } else if constexpr (IsId<T>::value) {
        value = T{held(json.integer(), "the number of a record")};
    } else if constexpr (Named<T>) {
        constexpr std::string_view wanted = "one of its words";
        auto const named = value_of<T>(held(json.text(), wanted));
        if (!named) refuse(wanted);
        value = *named;
    } else if constexpr (std::same_as<T, Date>) {
        constexpr std::string_view wanted = "a day such as 2026-10-03";
        auto const date = to_date(held(json.text(), wanted));
        if (!date) refuse(wanted);
        value = *date;
    } else if constexpr (std::same_as<T, Instant>) {
        value = to_instant(held(json.text(), "a moment such as 2026-10-03T08:15:00Z"));
    } else if constexpr (Described<T>) {
        held(json.object(), "an object");
        for_each_field(value, [&](std::string_view name, auto& field) {
            if (auto const* member = json.find(name)) read_json(*member, field, fmt::format("{} of {}", name, where));
        });
    } else if constexpr (std::same_as<T, bool>) {
        value = held(json.boolean(), "true or false");
    } else if constexpr (std::integral<T>) {
        constexpr std::string_view wanted = "a whole number";
        auto const integer = held(json.integer(), wanted);
        if (!std::in_range<T>(integer)) refuse(wanted);
        value = static_cast<T>(integer);
    } else if constexpr (std::floating_point<T>) {
        value = json.integer() != nullptr ? static_cast<T>(*json.integer()) : held(json.real(), "a number");
    } else {
        value = held(json.text(), "a text");
    }
}

} // namespace rodtrad::base
