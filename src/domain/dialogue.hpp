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

enum class SubjectKind : std::uint8_t {
    goal,
    behaviour,
    check_in,
    proposal,
};
constexpr auto names_of(SubjectKind) {
    return std::to_array<std::pair<SubjectKind, std::string_view>>({
        {SubjectKind::goal, "goal"},
        {SubjectKind::behaviour, "behaviour"},
        {SubjectKind::check_in, "check_in"},
        {SubjectKind::proposal, "proposal"},
    });
}

// Something said to all, about a goal or a part of it. On a behaviour: a dialogue note, never about a person.
struct Comment {
    static constexpr std::string_view table = "comment";
    CommentId id;
    std::int64_t version = 0; // how many times it has been written
    GoalId goal;
    SubjectKind about = SubjectKind::goal;
    std::int64_t subject = 0; // number of the behaviour, check-in or proposal; 0 for the goal itself
    PersonId by;
    base::Instant at{};
    std::string text;
    std::vector<PersonId> mentions;
    bool is_withdrawn = false; // by who wrote it; the text is then no longer shown

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Comment::id},
                          base::Field{"version", &Comment::version},
                          base::Field{"goal", &Comment::goal},
                          base::Field{"about", &Comment::about},
                          base::Field{"subject", &Comment::subject},
                          base::Field{"by", &Comment::by},
                          base::Field{"at", &Comment::at},
                          base::Field{"text", &Comment::text},
                          base::Field{"mentions", &Comment::mentions},
                          base::Field{"is_withdrawn", &Comment::is_withdrawn}};
    }
    bool operator==(Comment const&) const = default;
};

// What a person notes about a goal for nobody else. The journal says that it was written, not what.
struct PrivateNote {
    static constexpr std::string_view table = "private_note";
    PrivateNoteId id;
    std::int64_t version = 0; // how many times it has been written
    GoalId goal;
    PersonId by;
    base::Instant at{};
    std::string text;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &PrivateNote::id},     base::Field{"version", &PrivateNote::version},
                          base::Field{"goal", &PrivateNote::goal}, base::Field{"by", &PrivateNote::by},
                          base::Field{"at", &PrivateNote::at},     base::Field{"text", &PrivateNote::text}};
    }
    bool operator==(PrivateNote const&) const = default;
};

enum class ProposalKind : std::uint8_t {
    behaviour,
    wording,
    key_result,
    activity,
    other,
};
constexpr auto names_of(ProposalKind) {
    return std::to_array<std::pair<ProposalKind, std::string_view>>({
        {ProposalKind::behaviour, "behaviour"},
        {ProposalKind::wording, "wording"},
        {ProposalKind::key_result, "key_result"},
        {ProposalKind::activity, "activity"},
        {ProposalKind::other, "other"},
    });
}

enum class ProposalState : std::uint8_t {
    open,
    accepted,
    declined,
};
constexpr auto names_of(ProposalState) {
    return std::to_array<std::pair<ProposalState, std::string_view>>({
        {ProposalState::open, "open"},
        {ProposalState::accepted, "accepted"},
        {ProposalState::declined, "declined"},
    });
}

// What someone in the branch thinks that a goal should be or have. It is answered.
struct Proposal {
    static constexpr std::string_view table = "proposal";
    ProposalId id;
    std::int64_t version = 0; // how many times it has been written
    GoalId goal;
    ProposalKind kind = ProposalKind::other;
    PersonId by;
    base::Instant at{};
    std::string text;
    ProposalState state = ProposalState::open;
    std::string answer; // always given
    std::optional<PersonId> answered_by;
    std::optional<base::Instant> answered_at;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Proposal::id},
                          base::Field{"version", &Proposal::version},
                          base::Field{"goal", &Proposal::goal},
                          base::Field{"kind", &Proposal::kind},
                          base::Field{"by", &Proposal::by},
                          base::Field{"at", &Proposal::at},
                          base::Field{"text", &Proposal::text},
                          base::Field{"state", &Proposal::state},
                          base::Field{"answer", &Proposal::answer},
                          base::Field{"answered_by", &Proposal::answered_by},
                          base::Field{"answered_at", &Proposal::answered_at}};
    }
    bool operator==(Proposal const&) const = default;
};

// A person wants to know what happens with a goal.
struct Following {
    static constexpr std::string_view table = "following";
    FollowingId id;
    std::int64_t version = 0; // how many times it has been written
    PersonId person;
    GoalId goal;
    bool is_ended = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Following::id}, base::Field{"version", &Following::version},
                          base::Field{"person", &Following::person}, base::Field{"goal", &Following::goal},
                          base::Field{"is_ended", &Following::is_ended}};
    }
    bool operator==(Following const&) const = default;
};

} // namespace rodtrad::domain
