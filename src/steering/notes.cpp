#include "steering/notes.hpp"

#include "steering/written_text.hpp"
#include "store/private_notes.hpp"

namespace rodtrad::steering {

void save_note(Work& work, domain::GoalId goal, std::string_view text) {
    work.must_find<domain::Goal>(goal);
    auto const person = work.require_person();
    if (!plan::may_somewhere(work.plan(), person, plan::Right::take_part, work.today()))
        throw Forbidden{plan::Right::take_part, {}};
    auto const standing = store::find_private_note(work.connection(), goal, person);
    auto note = standing.value_or(domain::PrivateNote{.goal = goal, .by = person});
    note.text = written_text("text", text, Empty::is_fine);
    if (standing ? *standing == note : note.text.empty()) return;
    note.at = work.now();
    ++note.version;
    store::Records<domain::PrivateNote> notes{work.connection()};
    if (standing)
        notes.update(note);
    else
        note.id = notes.insert(note);
    work.tell({.kind = std::string{domain::PrivateNote::table}, .record = note.id.value()}, "note.write");
}

std::string own_note(Organisation const& organisation, domain::GoalId goal, domain::PersonId person) {
    std::string text;
    organisation.read([&](store::Connection& connection) {
        if (auto note = store::find_private_note(connection, goal, person)) text = std::move(note->text);
    });
    return text;
}

} // namespace rodtrad::steering
