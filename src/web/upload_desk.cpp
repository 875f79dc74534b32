#include "web/upload_desk.hpp"

#include "base/secret.hpp"

#include <algorithm>
#include <utility>

namespace rodtrad::web {

std::string UploadDesk::keep(domain::PersonId person, Files files, base::Instant now) {
    Kept kept{.person = person, .token_digest = {}, .at = now, .files = {}};
    for (auto const& file : files) kept.bytes += file.bytes.size();
    auto token = base::random_token();
    kept.token_digest = base::digest(token);
    kept.files = std::make_shared<Files const>(std::move(files));

    std::lock_guard const lock{m_mutex};
    forget_old(now);
    std::erase_if(m_kept, [&](Kept const& other) { return other.person == person; });
    auto bytes = kept.bytes;
    for (auto const& other : m_kept) bytes += other.bytes;
    while (bytes > most_bytes && !m_kept.empty()) {
        bytes -= m_kept.front().bytes;
        m_kept.erase(m_kept.begin());
    }
    m_kept.push_back(std::move(kept));
    return token;
}

std::shared_ptr<UploadDesk::Files const> UploadDesk::find(std::string_view token, domain::PersonId person,
                                                          base::Instant now) {
    auto const digest = base::digest(token);
    std::lock_guard const lock{m_mutex};
    forget_old(now);
    for (auto const& kept : m_kept)
        if (kept.person == person && kept.token_digest == digest) return kept.files;
    return {};
}

void UploadDesk::drop(domain::PersonId person) {
    std::lock_guard const lock{m_mutex};
    std::erase_if(m_kept, [&](Kept const& kept) { return kept.person == person; });
}

void UploadDesk::forget_old(base::Instant now) {
    std::erase_if(m_kept, [&](Kept const& kept) { return kept.at + kept_for < now; });
}

} // namespace rodtrad::web
