#pragma once

#include "domain/goal.hpp"
#include "plan/plan.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::plan {

// A question that makes a team think: asked, never demanded.
struct Question {
    std::string_view text;
    std::string_view text_en; // never empty
    bool operator==(Question const&) const = default;
};

// The bank as it stands: what the organisation has saved, or until then what the program brings. By position.
std::vector<Question> question_bank(Plan const& plan);

// The next question for a goal: they take turns by its number and by how many check-ins it has had, so that goals of
// one team are not asked the same on the same day. Nothing where the bank has been emptied.
std::optional<Question> question_for(Plan const& plan, domain::GoalId goal);

// Whether it is, or was, a question of the bank, in either language.
bool is_question(Plan const& plan, std::string_view text);

} // namespace rodtrad::plan
