#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/instant.hpp"
#include "domain/ids.hpp"

#include <cstdint>
#include <string_view>
#include <tuple>

namespace rodtrad::domain {

// Somebody who leads has reminded a person of a check-in that was missed.
struct Reminder {
    static constexpr std::string_view table = "reminder";
    ReminderId id;
    std::int64_t version = 0; // how many times it has been written
    GoalId goal;
    PersonId person;  // who is reminded
    base::Date due{}; // the day on which the check-in was due: each is reminded of once
    PersonId by;
    base::Instant at{};

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Reminder::id},     base::Field{"version", &Reminder::version},
                          base::Field{"goal", &Reminder::goal}, base::Field{"person", &Reminder::person},
                          base::Field{"due", &Reminder::due},   base::Field{"by", &Reminder::by},
                          base::Field{"at", &Reminder::at}};
    }
    bool operator==(Reminder const&) const = default;
};

} // namespace rodtrad::domain
