#pragma once

#include "domain/dialogue.hpp"
#include "steering/work.hpp"

#include <cstdint>
#include <string_view>

namespace rodtrad::steering {

// What something is said about.
struct Subject {
    domain::GoalId goal;
    domain::SubjectKind kind = domain::SubjectKind::goal;
    std::int64_t number = 0; // of the behaviour, check-in or proposal
};

// Takes the right to take part at one of the goal's units. "@Anna Ek" in the text mentions her (plan/mentions.hpp);
// `to`, where it is not empty, is such a name that is put before the text. Refuses by field: "text", also where a
// mentioned name belongs to several, and "to", where it belongs to nobody.
domain::CommentId comment(Work& work, Subject const& subject, std::string_view text, std::string_view to = {});

// Own words only.
void rewrite_comment(Work& work, domain::CommentId id, std::int64_t version_read, std::string_view text);
void withdraw_comment(Work& work, domain::CommentId id);

} // namespace rodtrad::steering
