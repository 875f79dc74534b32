#include "steering/seen.hpp"

#include "steering/work.hpp"

namespace rodtrad::steering {

void mark_seen(Work& work, domain::SeenKind kind, std::int64_t subject) {
    auto const person = work.require_person();
    if (!plan::may_somewhere(work.plan(), person, plan::Right::take_part, work.today()))
        throw Forbidden{plan::Right::take_part, {}};
    base::Instant said{}; // what is seen
    if (kind == domain::SeenKind::comment) {
        said = work.must_find<domain::Comment>(domain::CommentId{subject}).at;
    } else {
        auto const& proposal = work.must_find<domain::Proposal>(domain::ProposalId{subject});
        if (proposal.by != person) throw NotFound{domain::Proposal::table, subject};
        said = proposal.answered_at.value_or(said);
    }
    domain::Seen seen{.person = person, .kind = kind, .subject = subject};
    for (auto const* earlier : work.plan().seen_by(person))
        if (earlier->kind == kind && earlier->subject == subject) seen = *earlier;
    if (seen.id.value() != 0 && seen.at >= said) return;
    seen.at = work.now(); // an answer may be given anew
    work.put(seen, "todo.seen");
}

} // namespace rodtrad::steering
