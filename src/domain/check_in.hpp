#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/instant.hpp"
#include "domain/ids.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace rodtrad::domain {

// What a check-in says of a key result that no measure feeds.
struct ReportedValue {
    KeyResultId key_result;
    std::optional<double> value;
    bool is_done = false; // milestone

    static constexpr auto fields() {
        return std::tuple{base::Field{"key_result", &ReportedValue::key_result},
                          base::Field{"value", &ReportedValue::value}, base::Field{"is_done", &ReportedValue::is_done}};
    }
    bool operator==(ReportedValue const&) const = default;
};

// How a goal is going, told by those who carry it.
struct CheckIn {
    static constexpr std::string_view table = "check_in";
    CheckInId id;
    std::int64_t version = 0; // how many times it has been written
    GoalId goal;
    PersonId by;
    base::Instant at{};
    std::string progress; // how it is going, in words
    int confidence = 3;   // 1–5: how sure we are to get there
    std::string obstacle;
    std::string unblocked_when; // what would take the obstacle away
    std::string next_step;
    std::string question; // the coaching question as it was asked
    std::string answer;
    std::vector<ReportedValue> values;
    std::optional<PersonId> acknowledged_by;
    std::optional<base::Instant> acknowledged_at;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &CheckIn::id},
                          base::Field{"version", &CheckIn::version},
                          base::Field{"goal", &CheckIn::goal},
                          base::Field{"by", &CheckIn::by},
                          base::Field{"at", &CheckIn::at},
                          base::Field{"progress", &CheckIn::progress},
                          base::Field{"confidence", &CheckIn::confidence},
                          base::Field{"obstacle", &CheckIn::obstacle},
                          base::Field{"unblocked_when", &CheckIn::unblocked_when},
                          base::Field{"next_step", &CheckIn::next_step},
                          base::Field{"question", &CheckIn::question},
                          base::Field{"answer", &CheckIn::answer},
                          base::Field{"values", &CheckIn::values},
                          base::Field{"acknowledged_by", &CheckIn::acknowledged_by},
                          base::Field{"acknowledged_at", &CheckIn::acknowledged_at}};
    }
    bool operator==(CheckIn const&) const = default;
};

// A question of the bank that check-ins take theirs from, in turn.
struct CoachingQuestion {
    static constexpr std::string_view table = "coaching_question";
    CoachingQuestionId id;
    std::int64_t version = 0; // how many times it has been written
    std::string text;
    std::string text_en;
    int position = 0;
    bool is_ended = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &CoachingQuestion::id},
                          base::Field{"version", &CoachingQuestion::version},
                          base::Field{"text", &CoachingQuestion::text},
                          base::Field{"text_en", &CoachingQuestion::text_en},
                          base::Field{"position", &CoachingQuestion::position},
                          base::Field{"is_ended", &CoachingQuestion::is_ended}};
    }
    bool operator==(CoachingQuestion const&) const = default;
};

} // namespace rodtrad::domain
