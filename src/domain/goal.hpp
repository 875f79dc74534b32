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

enum class GoalKind : std::uint8_t {
    scorecard, // a goal of the scorecard, followed by measures with targets
    smart,     // specific, measurable, accepted, realistic, with an end
    okr,       // an objective with key results
};
constexpr auto names_of(GoalKind) {
    return std::to_array<std::pair<GoalKind, std::string_view>>({
        {GoalKind::scorecard, "scorecard"},
        {GoalKind::smart, "smart"},
        {GoalKind::okr, "okr"},
    });
}

enum class GoalState : std::uint8_t {
    draft,
    proposed, // waits for a decision
    adopted,  // decided, not begun
    active,   // is worked for; also after it was adjusted
    paused,
    abandoned,
    closed, // with a verdict and a reflection
};
constexpr auto names_of(GoalState) {
    return std::to_array<std::pair<GoalState, std::string_view>>({
        {GoalState::draft, "draft"},
        {GoalState::proposed, "proposed"},
        {GoalState::adopted, "adopted"},
        {GoalState::active, "active"},
        {GoalState::paused, "paused"},
        {GoalState::abandoned, "abandoned"},
        {GoalState::closed, "closed"},
    });
}

enum class Cycle : std::uint8_t {
    year,
    tertial,
    quarter,
    own, // dates of its own
};
constexpr auto names_of(Cycle) {
    return std::to_array<std::pair<Cycle, std::string_view>>({
        {Cycle::year, "year"},
        {Cycle::tertial, "tertial"},
        {Cycle::quarter, "quarter"},
        {Cycle::own, "own"},
    });
}

// How often a goal is checked in on.
enum class Rhythm : std::uint8_t {
    none,
    weekly,
    fortnightly,
    monthly,
    quarterly,
};
constexpr auto names_of(Rhythm) {
    return std::to_array<std::pair<Rhythm, std::string_view>>({
        {Rhythm::none, "none"},
        {Rhythm::weekly, "weekly"},
        {Rhythm::fortnightly, "fortnightly"},
        {Rhythm::monthly, "monthly"},
        {Rhythm::quarterly, "quarterly"},
    });
}

enum class GoalLevel : std::uint8_t {
    political, // adopted by an assembly or a board
    operational,
};
constexpr auto names_of(GoalLevel) {
    return std::to_array<std::pair<GoalLevel, std::string_view>>({
        {GoalLevel::political, "political"},
        {GoalLevel::operational, "operational"},
    });
}

// What people say of a goal. The computed status stands beside it, and may say something else.
enum class Verdict : std::uint8_t {
    reached,
    partly,
    not_reached,
    unknown, // cannot be judged
};
constexpr auto names_of(Verdict) {
    return std::to_array<std::pair<Verdict, std::string_view>>({
        {Verdict::reached, "reached"},
        {Verdict::partly, "partly"},
        {Verdict::not_reached, "not_reached"},
        {Verdict::unknown, "unknown"},
    });
}

// A direction: what someone wants to reach, for whom, and when. Scorecard goals, SMART goals and objectives are one
// thing. It is never deleted.
struct Goal {
    static constexpr std::string_view table = "goal";
    GoalId id;
    std::int64_t version = 0; // how many times it has been written
    GoalKind kind = GoalKind::scorecard;
    GoalLevel level = GoalLevel::operational;
    std::string title;
    std::string description;
    std::vector<std::string> units; // codes; the first carries it, the others share it
    std::optional<PersonId> owner;  // a goal without one is a gap
    Cycle cycle = Cycle::year;
    base::Date begins{};
    base::Date ends{};                          // last day
    std::vector<GoalId> supports;               // goals that it serves
    std::vector<DocumentId> supports_documents; // visions and strategies that it serves
    std::optional<PerspectiveId> perspective;
    std::optional<SuccessFactorId> factor;
    std::vector<std::string> measures; // codes; their targets are those of the first unit
    Rhythm rhythm = Rhythm::monthly;
    GoalState state = GoalState::draft;
    std::optional<PersonId> proposed_by;
    std::string raised; // leadership practice: what is brought up in meetings
    std::string followed_up;
    std::string rewarded;
    std::string deprioritised;         // what makes room for it
    std::optional<GoalId> rolled_from; // the goal of the cycle before
    std::optional<Verdict> verdict;    // when it was closed
    std::string reflection;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Goal::id},
                          base::Field{"version", &Goal::version},
                          base::Field{"kind", &Goal::kind},
                          base::Field{"level", &Goal::level},
                          base::Field{"title", &Goal::title},
                          base::Field{"description", &Goal::description},
                          base::Field{"units", &Goal::units},
                          base::Field{"owner", &Goal::owner},
                          base::Field{"cycle", &Goal::cycle},
                          base::Field{"begins", &Goal::begins},
                          base::Field{"ends", &Goal::ends},
                          base::Field{"supports", &Goal::supports},
                          base::Field{"supports_documents", &Goal::supports_documents},
                          base::Field{"perspective", &Goal::perspective},
                          base::Field{"factor", &Goal::factor},
                          base::Field{"measures", &Goal::measures},
                          base::Field{"rhythm", &Goal::rhythm},
                          base::Field{"state", &Goal::state},
                          base::Field{"proposed_by", &Goal::proposed_by},
                          base::Field{"raised", &Goal::raised},
                          base::Field{"followed_up", &Goal::followed_up},
                          base::Field{"rewarded", &Goal::rewarded},
                          base::Field{"deprioritised", &Goal::deprioritised},
                          base::Field{"rolled_from", &Goal::rolled_from},
                          base::Field{"verdict", &Goal::verdict},
                          base::Field{"reflection", &Goal::reflection}};
    }
    bool operator==(Goal const&) const = default;
};

enum class StepKind : std::uint8_t {
    created,
    proposed,
    adopted,
    begun,
    adjusted,
    paused,
    resumed,
    abandoned,
    closed,
    rolled,    // carried on into the next cycle
    sent_back, // from proposed to draft
};
constexpr auto names_of(StepKind) {
    return std::to_array<std::pair<StepKind, std::string_view>>({
        {StepKind::created, "created"},
        {StepKind::proposed, "proposed"},
        {StepKind::adopted, "adopted"},
        {StepKind::begun, "begun"},
        {StepKind::adjusted, "adjusted"},
        {StepKind::paused, "paused"},
        {StepKind::resumed, "resumed"},
        {StepKind::abandoned, "abandoned"},
        {StepKind::closed, "closed"},
        {StepKind::rolled, "rolled"},
        {StepKind::sent_back, "sent_back"},
    });
}

// What an adjustment changed.
struct Alteration {
    std::string what;                      // name of the field: "title", "target"
    std::optional<KeyResultId> key_result; // nothing: of the goal itself
    std::string before;                    // as it was written
    std::string after;

    static constexpr auto fields() {
        return std::tuple{base::Field{"what", &Alteration::what}, base::Field{"key_result", &Alteration::key_result},
                          base::Field{"before", &Alteration::before}, base::Field{"after", &Alteration::after}};
    }
    bool operator==(Alteration const&) const = default;
};

// A step in the life of a goal.
struct GoalStep {
    static constexpr std::string_view table = "goal_step";
    GoalStepId id;
    std::int64_t version = 0; // how many times it has been written
    GoalId goal;
    StepKind kind = StepKind::created;
    base::Instant at{};
    std::optional<PersonId> by; // nothing: the command line
    std::string reason;
    std::vector<Alteration> alterations;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &GoalStep::id},         base::Field{"version", &GoalStep::version},
                          base::Field{"goal", &GoalStep::goal},     base::Field{"kind", &GoalStep::kind},
                          base::Field{"at", &GoalStep::at},         base::Field{"by", &GoalStep::by},
                          base::Field{"reason", &GoalStep::reason}, base::Field{"alterations", &GoalStep::alterations}};
    }
    bool operator==(GoalStep const&) const = default;
};

// What people say of how a goal is going, at a moment.
struct Judgement {
    static constexpr std::string_view table = "judgement";
    JudgementId id;
    std::int64_t version = 0; // how many times it has been written
    GoalId goal;
    base::Instant at{};
    std::optional<PersonId> by;
    Verdict verdict = Verdict::unknown;
    std::string reason; // always

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Judgement::id},        base::Field{"version", &Judgement::version},
                          base::Field{"goal", &Judgement::goal},    base::Field{"at", &Judgement::at},
                          base::Field{"by", &Judgement::by},        base::Field{"verdict", &Judgement::verdict},
                          base::Field{"reason", &Judgement::reason}};
    }
    bool operator==(Judgement const&) const = default;
};

} // namespace rodtrad::domain
