#include "plan/todo_dialogue.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace rodtrad::plan {

namespace {

using domain::Comment;
using domain::PersonId;

class Said {
public:
    Said(Plan const& plan, PersonId person, base::Date today, std::vector<Todo>& waiting)
        : m_plan{plan}, m_person{person}, m_today{today}, m_waiting{waiting} {
        for (auto const* seen : plan.seen_by(person))
            if (seen->kind == domain::SeenKind::comment) m_seen_comments.insert(domain::CommentId{seen->subject});
    }

    void add_mentions() {
        for (auto const* comment : m_plan.mentions_of(m_person))
            if (waits(*comment) && m_mentioned_in.insert(comment->id).second)
                add(TodoKind::mention, comment->goal, comment->id.value(), comment->by, comment->at);
    }

    // After the mentions: what mentions the person is not told twice.
    void add_comments() {
        std::set<domain::GoalId> goals; // where something may be the person's own
        for (auto const* goal : m_plan.goals_owned_by(m_person)) goals.insert(goal->id);
        for (auto const* check_in : m_plan.check_ins_by(m_person)) goals.insert(check_in->goal);
        for (auto const* proposal : m_plan.proposals_by(m_person)) goals.insert(proposal->goal);
        for (auto const id : goals) {
            auto const* goal = m_plan.goals.find(id);
            if (goal == nullptr || goal->state == domain::GoalState::abandoned ||
                goal->state == domain::GoalState::closed)
                continue;
            for (auto const* comment : m_plan.comments_of(id))
                if (is_on_own(*goal, *comment) && !m_mentioned_in.contains(comment->id) && waits(*comment))
                    add(TodoKind::comment, id, comment->id.value(), comment->by, comment->at);
        }
    }

    void add_answers() {
        for (auto const* proposal : m_plan.proposals_by(m_person)) {
            if (proposal->state == domain::ProposalState::open || !proposal->answered_at ||
                proposal->answered_by == m_person || has_seen_answer(*proposal))
                continue;
            add(TodoKind::read_answer, proposal->goal, proposal->id.value(), proposal->answered_by,
                *proposal->answered_at);
        }
    }

private:
    // One that was given anew since is another answer.
    bool has_seen_answer(domain::Proposal const& proposal) const {
        return std::ranges::any_of(m_plan.seen_by(m_person), [&](domain::Seen const* seen) {
            return seen->kind == domain::SeenKind::answer && seen->subject == proposal.id.value() &&
                   seen->at >= *proposal.answered_at;
        });
    }

    bool is_on_own(domain::Goal const& goal, Comment const& comment) const {
        if (goal.owner == m_person) return true;
        if (comment.about == domain::SubjectKind::check_in) {
            auto const* check_in = m_plan.check_ins.find(domain::CheckInId{comment.subject});
            return check_in != nullptr && check_in->by == m_person;
        }
        if (comment.about == domain::SubjectKind::proposal) {
            auto const* proposal = m_plan.proposals.find(domain::ProposalId{comment.subject});
            return proposal != nullptr && proposal->by == m_person;
        }
        return false;
    }

    bool waits(Comment const& comment) const {
        if (comment.is_withdrawn || comment.by == m_person) return false;
        if (m_seen_comments.contains(comment.id)) return false;
        if (is_acknowledged_after(comment)) return false;
        return std::ranges::none_of(m_plan.comments_of(comment.goal), [&](Comment const* other) {
            return other->by == m_person && other->id > comment.id && !other->is_withdrawn;
        });
    }

    bool is_acknowledged_after(Comment const& comment) const {
        if (comment.about != domain::SubjectKind::check_in) return false;
        auto const* check_in = m_plan.check_ins.find(domain::CheckInId{comment.subject});
        return check_in != nullptr && check_in->acknowledged_by == m_person && check_in->acknowledged_at &&
               *check_in->acknowledged_at >= comment.at;
    }

    void add(TodoKind kind, domain::GoalId goal, std::int64_t subject, std::optional<PersonId> by, base::Instant at) {
        auto const since = base::day_of(at);
        m_waiting.push_back({.kind = kind,
                             .goal = goal,
                             .subject = subject,
                             .by = by,
                             .day = since,
                             .days = base::days_between(since, m_today)});
    }

    Plan const& m_plan;
    PersonId m_person;
    base::Date m_today;
    std::vector<Todo>& m_waiting;
    std::unordered_set<domain::CommentId> m_seen_comments;
    std::unordered_set<domain::CommentId> m_mentioned_in;
};

} // namespace

void add_dialogue(Plan const& plan, PersonId person, base::Date today, std::vector<Todo>& waiting) {
    Said said{plan, person, today, waiting};
    said.add_mentions();
    said.add_comments();
    said.add_answers();
}

} // namespace rodtrad::plan
