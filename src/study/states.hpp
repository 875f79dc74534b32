#pragma once

#include "domain/publication.hpp"
#include "study/follow_up.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rodtrad::study {

// How what stands out now stands to what was published. Swedish: ny, kvarstår, åter.
enum class State : std::uint8_t {
    appeared, // confirmed now, and never published
    remains,  // published the last time, and still on the list
    returned, // confirmed now, and solved at some publication before
};

// A finding leaves the list when q is above this in two publications in a row (STATISTICS section 3). Between the limit
// for what is confirmed and this one it stays if it was there: nobody reads a list that trembles.
inline constexpr double leaving_q = 0.10;
inline constexpr int publications_to_leave = 2;

// As the enumerators are written.
std::string_view to_text(FindingKind kind);
std::string_view to_text(Judgement judgement);

// On the list although it is not confirmed now: it was, and has not been quiet for long enough to leave.
struct Kept {
    domain::PublishedFinding published; // with its figures as it was last confirmed
    std::optional<double> q;            // today; nothing where it is no longer near being confirmed
    bool operator==(Kept const&) const = default;
};

// What the list says of itself against what was published, as if it were published now.
struct States {
    std::vector<std::optional<State>> of_cards;   // as FollowUp::cards; nothing where none is told
    std::vector<Kept> kept;                       // kvarstår: as they were published
    std::vector<domain::PublishedFinding> solved; // löst: as they were published
    bool operator==(States const&) const = default;
};

// Pure: depends on the list and the publications alone. A card that is only watched, and any card before something was
// published, has no state.
States states_of(FollowUp const& list, Dataset const& data, domain::Published const& published);

// What a publication made now keeps: all that is confirmed, what is kept, and what it solves. Without an id.
domain::Publication to_publication(FollowUp const& list, Dataset const& data, domain::Published const& published,
                                   std::string name, base::Instant made);

} // namespace rodtrad::study
