#pragma once

#include <concepts>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace rodtrad::base {

// One field of a struct: its name in files, in the database and in JSON, and where it stands.
template <class Owner, class Value>
struct Field {
    std::string_view name;
    Value Owner::* member;
};

// The fields of a struct, in the order in which they are written:
//
//     struct Behaviour {
//         BehaviourId id{0};
//         std::string text;
//         static constexpr auto fields() {
//             return std::tuple{base::Field{"id", &Behaviour::id}, base::Field{"text", &Behaviour::text}};
//         }
//         bool operator==(Behaviour const&) const = default;
//     };
//
// What is described once is stored, exported, imported, compared, told in the journal and shown as JSON from that
// description.
template <class T>
concept Described = requires { T::fields(); };

// Calls visit(name, value) for each field, in order.
template <Described T>
constexpr void for_each_field(T const& record, auto&& visit) {
    std::apply([&](auto const&... field) { (visit(field.name, record.*(field.member)), ...); }, T::fields());
}
template <Described T>
constexpr void for_each_field(T& record, auto&& visit) {
    std::apply([&](auto const&... field) { (visit(field.name, record.*(field.member)), ...); }, T::fields());
}

// An enumeration that is described gives its names, one pair (enumerator, name) each:
//
//     constexpr auto names_of(GoalState) {
//         return std::to_array<std::pair<GoalState, std::string_view>>({{GoalState::draft, "draft"}, …});
//     }
template <class T>
concept Named = std::is_enum_v<T> && requires(T value) { names_of(value); };

// The enumerator's name.
template <Named T>
constexpr std::string_view name_of(T value) {
    for (auto const& [enumerator, name] : names_of(value))
        if (enumerator == value) return name;
    return {};
}

// The enumerator of a name; nothing for another text.
template <Named T>
constexpr std::optional<T> value_of(std::string_view text) {
    for (auto const& [enumerator, name] : names_of(T{}))
        if (name == text) return enumerator;
    return {};
}

} // namespace rodtrad::base
