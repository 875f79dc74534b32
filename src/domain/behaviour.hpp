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

enum class Whose : std::uint8_t {
    everyone,
    leaders,
};
constexpr auto names_of(Whose) {
    return std::to_array<std::pair<Whose, std::string_view>>({
        {Whose::everyone, "everyone"},
        {Whose::leaders, "leaders"},
    });
}

// What can be seen on an ordinary day when a goal is lived.
struct Behaviour {
    static constexpr std::string_view table = "behaviour";
    BehaviourId id;
    std::int64_t version = 0; // how many times it has been written
    GoalId goal;
    std::string text; // "Vi stämmer av varje elev varje vecka"
    Whose whose = Whose::everyone;
    std::string pulse_question; // asked in a pulse; may be empty
    int position = 0;
    bool is_ended = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Behaviour::id},
                          base::Field{"version", &Behaviour::version},
                          base::Field{"goal", &Behaviour::goal},
                          base::Field{"text", &Behaviour::text},
                          base::Field{"whose", &Behaviour::whose},
                          base::Field{"pulse_question", &Behaviour::pulse_question},
                          base::Field{"position", &Behaviour::position},
                          base::Field{"is_ended", &Behaviour::is_ended}};
    }
    bool operator==(Behaviour const&) const = default;
};

enum class ActivityState : std::uint8_t {
    planned,
    under_way,
    blocked,
    done,
    dropped,
};
constexpr auto names_of(ActivityState) {
    return std::to_array<std::pair<ActivityState, std::string_view>>({
        {ActivityState::planned, "planned"},
        {ActivityState::under_way, "under_way"},
        {ActivityState::blocked, "blocked"},
        {ActivityState::done, "done"},
        {ActivityState::dropped, "dropped"},
    });
}

// Something that is done for a goal, kept apart from what one wants.
struct Activity {
    static constexpr std::string_view table = "activity";
    ActivityId id;
    std::int64_t version = 0; // how many times it has been written
    GoalId goal;
    std::string unit; // code: who does it; the team decides how
    std::string title;
    std::optional<PersonId> owner;
    std::optional<base::Date> due;
    ActivityState state = ActivityState::planned;
    std::string obstacle; // where it is blocked: by what

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Activity::id},
                          base::Field{"version", &Activity::version},
                          base::Field{"goal", &Activity::goal},
                          base::Field{"unit", &Activity::unit},
                          base::Field{"title", &Activity::title},
                          base::Field{"owner", &Activity::owner},
                          base::Field{"due", &Activity::due},
                          base::Field{"state", &Activity::state},
                          base::Field{"obstacle", &Activity::obstacle}};
    }
    bool operator==(Activity const&) const = default;
};

} // namespace rodtrad::domain
