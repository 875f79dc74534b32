#pragma once

#include "base/fields.hpp"
#include "base/instant.hpp"
#include "domain/ids.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>

namespace rodtrad::domain {

enum class SeenKind : std::uint8_t {
    comment,
    answer, // on a proposal of one's own
};
constexpr auto names_of(SeenKind) {
    return std::to_array<std::pair<SeenKind, std::string_view>>({
        {SeenKind::comment, "comment"},
        {SeenKind::answer, "answer"},
    });
}

// A person has said that something that waited for them needs no more of them. What is handled by what they do (a
// comment that is answered, a check-in that is acknowledged) needs no such record.
struct Seen {
    static constexpr std::string_view table = "seen";
    SeenId id;
    std::int64_t version = 0; // how many times it has been written
    PersonId person;
    SeenKind kind = SeenKind::comment;
    std::int64_t subject = 0; // number of the comment or the proposal
    base::Instant at{};

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Seen::id},           base::Field{"version", &Seen::version},
                          base::Field{"person", &Seen::person},   base::Field{"kind", &Seen::kind},
                          base::Field{"subject", &Seen::subject}, base::Field{"at", &Seen::at}};
    }
    bool operator==(Seen const&) const = default;
};

} // namespace rodtrad::domain
