#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::domain {

enum class GroupKind : std::uint8_t { total, sex, age, other };
std::string_view to_text(GroupKind kind);
std::optional<GroupKind> to_group_kind(std::string_view text);

// People (or things) a figure is about. Three are always there: "T" all, "K" women, "M" men.
struct Group {
    std::string code;
    std::string name;    // Swedish: "kvinnor"
    std::string name_en; // empty = as in Swedish
    GroupKind kind = GroupKind::other;
    bool operator==(Group const&) const = default;
};

inline constexpr std::string_view total_group = "T";
inline constexpr std::string_view women_group = "K";
inline constexpr std::string_view men_group = "M";

} // namespace rodtrad::domain
