#pragma once

#include "base/instant.hpp"
#include "base/strong.hpp"
#include "domain/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::domain {

using PublicationId = base::Id<struct PublicationTag>;

// A finding as a publication of the list had it, by codes: so that what it was can be told when it is gone.
struct PublishedFinding {
    std::string measure;
    std::string unit;
    std::string group;
    std::string kind;      // study::FindingKind by its name
    std::string judgement; // study::Judgement by its name
    Period period = Period::make(Periodicity::year, 2000);
    double value = 0; // these three as it was last confirmed
    double reference = 0;
    double effect = 0;
    std::optional<double> q;    // at the publication; nothing where it is no longer near being confirmed
    base::Instant first_seen;   // when it was first published, since it was last solved
    int publications_above = 0; // in a row, this one included, with q above study::leaving_q
    bool is_solved = false;     // with this publication it left the list
    bool operator==(PublishedFinding const&) const = default;
};

// To publish is to say: this is the list that we hand out now. What happens afterwards is told against it.
struct Publication {
    PublicationId id{0};
    std::string name; // "Delårsrapport augusti 2026"
    base::Instant made;
    std::int64_t revision = 0; // of the database it was made from
    std::vector<PublishedFinding> findings;
    bool operator==(Publication const&) const = default;
};

// What the list of today is told against.
struct Published {
    std::optional<Publication> latest;
    std::vector<PublishedFinding> solved_before; // whatever left the list with an earlier publication than the latest
};

} // namespace rodtrad::domain
