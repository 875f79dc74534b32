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

// How much of the organisation had an unbroken thread to the vision on a day.
struct ThreadShare {
    static constexpr std::string_view table = "thread_share";
    ThreadShareId id;
    std::int64_t version = 0; // how many times it has been written
    base::Date day{};
    int units = 0; // all that are valid that day
    int units_with_thread = 0;
    int people = 0;
    int people_with_thread = 0;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &ThreadShare::id},
                          base::Field{"version", &ThreadShare::version},
                          base::Field{"day", &ThreadShare::day},
                          base::Field{"units", &ThreadShare::units},
                          base::Field{"units_with_thread", &ThreadShare::units_with_thread},
                          base::Field{"people", &ThreadShare::people},
                          base::Field{"people_with_thread", &ThreadShare::people_with_thread}};
    }
    bool operator==(ThreadShare const&) const = default;
};

} // namespace rodtrad::domain
