#include "steering/seen.hpp"

#include "steering/work.hpp"

#include <algorithm>

namespace rodtrad::steering {

void mark_seen(Work& work, domain::SeenKind kind, std::int64_t subject) {
    auto const person = work.require_person();
    if (!plan::may_somewhere(work.plan(), person, plan::Right::take_part, work.today()))
        throw Forbidden{plan::Right::take_part, {}};
    if (kind == domain::SeenKind::comment) {
        static_cast<void>(work.must_find<domain::Comment>(domain::CommentId{subject}));
    } else if (work.must_find<domain::Proposal>(domain::ProposalId{subject}).by != person) {
        throw NotFound{domain::Proposal::table, subject};
    }
    auto const is_the_same = [&](domain::Seen const* seen) { return seen->kind == kind && seen->subject == subject; };
    if (std::ranges::any_of(work.plan().seen_by(person), is_the_same)) return;
    work.put(domain::Seen{.person = person, .kind = kind, .subject = subject, .at = work.now()}, "todo.seen");
}

} // namespace rodtrad::steering
