#pragma once

#include "domain/check_in.hpp"
#include "steering/work.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::steering {

struct QuestionWish {
    std::optional<domain::CoachingQuestionId> id; // nothing: a new one, or where both texts are empty none at all
    std::int64_t version = 0;                     // as it was read
    std::string text;
    std::string text_en; // empty: the Swedish one is asked in English too
    int place = 0;       // among the others; of those with the same, the first comes first
    bool is_ended = false;
};

// The bank of coaching questions. Until it is first saved the questions that the program brings hold
// (plan/coaching.hpp); after that, these alone. Takes the right to define, in the whole organisation. Throws Conflict
// where someone else saved it first while it held no questions of its own. Refuses by field: "text.0", "text_en.0".
void save_questions(Work& work, std::vector<QuestionWish> const& questions);

} // namespace rodtrad::steering
