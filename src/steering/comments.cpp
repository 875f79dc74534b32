#include "steering/comments.hpp"

#include "base/text.hpp"
#include "plan/mentions.hpp"
#include "steering/written_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace rodtrad::steering {

namespace {

using domain::SubjectKind;

// Throws NotFound where the goal has no such part.
template <class T>
void require_part(Work const& work, Subject const& subject) {
    auto const& part = work.must_find<T>(decltype(T::id){subject.number});
    if (part.goal != subject.goal) throw NotFound{T::table, subject.number};
}

void require_subject(Work const& work, Subject const& subject) {
    switch (subject.kind) {
    case SubjectKind::goal:
        if (subject.number != 0) throw NotFound{domain::Goal::table, subject.number};
        return;
    case SubjectKind::behaviour:
        return require_part<domain::Behaviour>(work, subject);
    case SubjectKind::check_in:
        return require_part<domain::CheckIn>(work, subject);
    case SubjectKind::proposal:
        return require_part<domain::Proposal>(work, subject);
    }
}

void put_text(Work const& work, domain::Comment& comment, std::string_view typed) {
    comment.text = written_text("text", typed, Empty::is_refused);
    auto mentions = plan::mentions_in(comment.text, work.plan());
    if (!mentions.ambiguous.empty()) {
        std::vector<std::string> user_names;
        for (auto const* person : mentions.ambiguous) user_names.push_back("@" + person->user_name);
        auto const& first = mentions.ambiguous.front()->name;
        bool const is_whole_name = std::ranges::all_of(
            mentions.ambiguous, [&](domain::Person const* person) { return person->name == first; });
        throw Refused{
            "text",
            base::message("Several people are called {0}. Write which one you mean: {1}."),
            {is_whole_name ? first : first.substr(0, first.find(' ')), fmt::format("{}", fmt::join(user_names, ", "))}};
    }
    if (!mentions.unknown.empty())
        throw Refused{
            "text",
            base::message("Who is @{0}? Write the name as it stands in the list of people, or leave out the @."),
            {mentions.unknown}};
    comment.mentions = std::move(mentions.people);
}

// With the name of whom it is for before it.
std::string addressed(Work const& work, std::string_view text, std::string_view to) {
    auto const name = written_line("to", to, Empty::is_fine);
    if (name.empty()) return std::string{text};
    auto const mention = name.starts_with('@') ? name : "@" + name;
    auto const found = plan::mentions_in(mention, work.plan());
    if (found.people.empty() && found.ambiguous.empty())
        throw Refused{"to", base::message("Nobody here is called {0}."), {name}};
    bool const is_there = base::trimmed(text).empty() || base::trimmed(text).starts_with(mention);
    return is_there ? std::string{text} : fmt::format("{} {}", mention, text);
}

// One's own, which still stands.
domain::Comment own_comment(Work const& work, domain::CommentId id) {
    auto const& comment = work.must_find<domain::Comment>(id);
    auto const& units = work.must_find<domain::Goal>(comment.goal).units;
    work.require_in_any(plan::Right::take_part, units);
    if (comment.by != work.require_person())
        throw Forbidden{plan::Right::take_part, units.empty() ? std::string{} : units.front()};
    if (comment.is_withdrawn) throw NotFound{domain::Comment::table, id.value()};
    return comment;
}

} // namespace

domain::CommentId comment(Work& work, Subject const& subject, std::string_view text, std::string_view to) {
    work.require_in_any(plan::Right::take_part, work.must_find<domain::Goal>(subject.goal).units);
    require_subject(work, subject);
    domain::Comment comment{.goal = subject.goal,
                            .about = subject.kind,
                            .subject = subject.number,
                            .by = work.require_person(),
                            .at = work.now()};
    put_text(work, comment, addressed(work, text, to));
    return work.put(std::move(comment), "comment.write");
}

void rewrite_comment(Work& work, domain::CommentId id, std::int64_t version_read, std::string_view text) {
    auto comment = own_comment(work, id);
    work.must_find<domain::Comment>(id, version_read);
    put_text(work, comment, text);
    work.put(std::move(comment), "comment.rewrite");
}

void withdraw_comment(Work& work, domain::CommentId id) {
    auto comment = own_comment(work, id);
    comment.is_withdrawn = true;
    work.put(std::move(comment), "comment.withdraw");
}

} // namespace rodtrad::steering
