#pragma once

#include "base/json_of.hpp"

#include <concepts>
#include <map>
#include <source_location>
#include <string>
#include <string_view>
#include <utility>

// What JSON a described struct becomes (json_of.hpp), as JSON Schema 2020-12. Every field is always there, and no other
// is; what may be absent is null.
namespace rodtrad::base {

// The full name of a type, "rodtrad::domain::Goal", as the compiler tells it in the name of this function:
// "… [T = rodtrad::domain::Goal]", "… [with T = rodtrad::domain::Goal]".
template <class T>
constexpr std::string_view type_name() {
    std::string_view name = std::source_location::current().function_name();
    name.remove_prefix(name.find("T = ") + 4);
    return name.substr(0, name.find_first_of(";]"));
}

// Collects the structs that schemas speak of, each once, by a name such as "domain.Goal".
class Schemas {
public:
    // `prefix`: of the references to them, "#/components/schemas/".
    explicit Schemas(std::string prefix) : m_prefix{std::move(prefix)} {}

    template <class T>
    Json of() {
        if constexpr (IsOptional<T>::value) {
            return Json::Object{{"anyOf", Json::Array{of<typename T::value_type>(), type("null")}}};
        } else if constexpr (IsVector<T>::value || IsArray<T>::value) {
            return Json::Object{{"type", "array"}, {"items", of<typename T::value_type>()}};
        } else if constexpr (IsTextMap<T>::value) {
            return Json::Object{{"type", "object"}, {"additionalProperties", of<typename T::mapped_type>()}};
        } else if constexpr (IsId<T>::value || (std::integral<T> && !std::same_as<T, bool>)) {
            return type("integer");
        } else if constexpr (Named<T>) {
            Json::Array names;
            for (auto const& [enumerator, name] : names_of(T{})) names.emplace_back(name);
            return Json::Object{{"type", "string"}, {"enum", std::move(names)}};
        } else if constexpr (std::same_as<T, Date>) {
            return text("date");
        } else if constexpr (std::same_as<T, Instant>) {
            return text("date-time");
        } else if constexpr (Described<T>) {
            return reference_to<T>();
        } else if constexpr (std::same_as<T, bool>) {
            return type("boolean");
        } else if constexpr (std::floating_point<T>) {
            return type("number");
        } else if constexpr (requires { T::json_format; }) {
            return text(T::json_format);
        } else {
            return type("string");
        }
    }

    // Name → schema, by name.
    Json::Object all() const { return {m_schemas.begin(), m_schemas.end()}; }

private:
    static Json type(std::string_view name) { return Json::Object{{"type", name}}; }
    static Json text(std::string_view format) { return Json::Object{{"type", "string"}, {"format", format}}; }

    template <class T>
    Json reference_to() {
        auto const name = name_in_schemas(type_name<T>());
        // Named before it is written: it may hold others of its own kind.
        if (m_schemas.emplace(name, Json{}).second) {
            Json::Object properties;
            Json::Array required;
            std::apply(
                [&](auto const&... field) {
                    (properties.emplace_back(std::string{field.name}, of_member(field.member)), ...);
                    (required.emplace_back(field.name), ...);
                },
                T::fields());
            m_schemas[name] = Json::Object{{"type", "object"},
                                           {"properties", std::move(properties)},
                                           {"required", std::move(required)},
                                           {"additionalProperties", false}};
        }
        return Json::Object{{"$ref", m_prefix + name}};
    }
    template <class Owner, class Value>
    Json of_member(Value Owner::* /*member*/) {
        return of<Value>();
    }

    // "rodtrad::view::pages::GoalView" → "view.pages.GoalView"
    static std::string name_in_schemas(std::string_view type) {
        constexpr std::string_view ours = "rodtrad::";
        if (type.starts_with(ours)) type.remove_prefix(ours.size());
        std::string name;
        for (char const c : type) {
            if (c != ':')
                name += c;
            else if (!name.ends_with('.'))
                name += '.';
        }
        return name;
    }

    std::string m_prefix;
    std::map<std::string, Json> m_schemas;
};

// The schema of one, whole, with those it speaks of among its "$defs".
template <class T>
Json schema_of() {
    Schemas schemas{"#/$defs/"};
    auto schema = schemas.of<T>();
    Json::Object whole{{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
    for (auto const& member : *schema.object()) whole.push_back(member);
    whole.emplace_back("$defs", schemas.all());
    return whole;
}

} // namespace rodtrad::base
