#pragma once

#include "base/instant.hpp"
#include "domain/ids.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace rodtrad::web {

// Files that people have sent and have not yet decided about: they have been shown what the files would change. They
// are kept in memory, so that nothing is left on the disk of what was not stored; one lot a person, for half an hour,
// and the oldest give way where there is too much. Who comes too late sends the files again. Safe to use from several
// threads.
class UploadDesk {
public:
    struct File {
        std::string name;
        std::string bytes;
    };
    using Files = std::vector<File>;
    static constexpr std::chrono::minutes kept_for{30};
    static constexpr std::size_t most_bytes = std::size_t{128} * 1024 * 1024;

    // Takes the place of what the person has left before. Returns the token by which it is found.
    std::string keep(domain::PersonId person, Files files, base::Instant now);
    // Null where there is nothing by that token, it is another person's, or it is too old.
    std::shared_ptr<Files const> find(std::string_view token, domain::PersonId person, base::Instant now);
    void drop(domain::PersonId person);

private:
    struct Kept {
        domain::PersonId person;
        std::string token_digest;
        base::Instant at{};
        std::size_t bytes = 0;
        std::shared_ptr<Files const> files;
    };
    void forget_old(base::Instant now);

    std::mutex m_mutex;
    std::vector<Kept> m_kept; // oldest first
};

} // namespace rodtrad::web
