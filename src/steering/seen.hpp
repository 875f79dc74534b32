#pragma once

#include "domain/seen.hpp"

#include <cstdint>

namespace rodtrad::steering {

class Work;

// The one who works says that a comment, or an answer to a proposal of one's own, needs no more. Said once, it stands,
// until the proposal is answered anew. Throws NotFound where there is no such comment, or the proposal is another's,
// and Forbidden where the person may take part nowhere.
void mark_seen(Work& work, domain::SeenKind kind, std::int64_t subject);

} // namespace rodtrad::steering
