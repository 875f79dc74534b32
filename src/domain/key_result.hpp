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

enum class KeyResultKind : std::uint8_t {
    metric,    // a figure on its way from a baseline to a target
    milestone, // done or not done
    ordinal,   // commit, target and stretch: how far it reaches
};
constexpr auto names_of(KeyResultKind) {
    return std::to_array<std::pair<KeyResultKind, std::string_view>>({
        {KeyResultKind::metric, "metric"},
        {KeyResultKind::milestone, "milestone"},
        {KeyResultKind::ordinal, "ordinal"},
    });
}

enum class Aim : std::uint8_t {
    reach,
    stay_above,
    stay_below,
    within, // from target to upper
};
constexpr auto names_of(Aim) {
    return std::to_array<std::pair<Aim, std::string_view>>({
        {Aim::reach, "reach"},
        {Aim::stay_above, "stay_above"},
        {Aim::stay_below, "stay_below"},
        {Aim::within, "within"},
    });
}

enum class Bound : std::uint8_t {
    inclusive, // "at least 80", "at most 5": the limit itself is met
    exclusive, // "over 99", "under 1": it is not
};
constexpr auto names_of(Bound) {
    return std::to_array<std::pair<Bound, std::string_view>>({
        {Bound::inclusive, "inclusive"},
        {Bound::exclusive, "exclusive"},
    });
}

// A goal's measurable outcome.
struct KeyResult {
    static constexpr std::string_view table = "key_result";
    KeyResultId id;
    std::int64_t version = 0; // how many times it has been written
    GoalId goal;
    KeyResultKind kind = KeyResultKind::metric;
    std::string title;
    Aim aim = Aim::reach;
    Bound bound = Bound::inclusive;
    std::string measure; // code: its figure of the goal's first unit is the value; empty: values come with check-ins
    std::string unit_of_measure; // "%", "dagar"
    std::optional<double> baseline;
    std::optional<double> target;  // of "within": the lower end
    std::optional<double> upper;   // of "within"
    std::optional<double> commit;  // ordinal: the least that was promised
    std::optional<double> stretch; // ordinal: what one hopes for
    std::optional<base::Date> due; // nothing: when the goal ends
    bool is_done = false;          // milestone
    std::optional<base::Date> done_on;
    int position = 0;
    bool is_withdrawn = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &KeyResult::id},
                          base::Field{"version", &KeyResult::version},
                          base::Field{"goal", &KeyResult::goal},
                          base::Field{"kind", &KeyResult::kind},
                          base::Field{"title", &KeyResult::title},
                          base::Field{"aim", &KeyResult::aim},
                          base::Field{"bound", &KeyResult::bound},
                          base::Field{"measure", &KeyResult::measure},
                          base::Field{"unit_of_measure", &KeyResult::unit_of_measure},
                          base::Field{"baseline", &KeyResult::baseline},
                          base::Field{"target", &KeyResult::target},
                          base::Field{"upper", &KeyResult::upper},
                          base::Field{"commit", &KeyResult::commit},
                          base::Field{"stretch", &KeyResult::stretch},
                          base::Field{"due", &KeyResult::due},
                          base::Field{"is_done", &KeyResult::is_done},
                          base::Field{"done_on", &KeyResult::done_on},
                          base::Field{"position", &KeyResult::position},
                          base::Field{"is_withdrawn", &KeyResult::is_withdrawn}};
    }
    bool operator==(KeyResult const&) const = default;
};

} // namespace rodtrad::domain
