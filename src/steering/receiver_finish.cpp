// The end of a delivery: definitions meet each other, and what they came to is written.

#include "base/message.hpp"
#include "steering/receiver.hpp"
#include "steering/refusals.hpp"
#include "steering/stated_definitions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rodtrad::steering {

template <class Value>
void Receiver::write_changes(Definitions<Value>& definitions, auto& writer, auto const& touch) {
    for (auto& entry : definitions.entries()) {
        if (!entry.stated) continue;
        auto& counts = m_counts_of_definitions[entry.file];
        if (entry.standing && *entry.standing == *entry.stated) {
            ++counts.unchanged;
            continue;
        }
        ++(entry.standing ? counts.revised : counts.added);
        writer.write(*entry.stated);
        touch(entry);
    }
}

std::optional<std::string> Receiver::only_top() const {
    domain::Unit const* top = nullptr;
    bool is_above_others = false;
    for (auto const& entry : m_units.entries()) {
        if (!entry.standing) continue;
        is_above_others = is_above_others || entry.standing->parent.has_value();
        if (entry.standing->parent) continue;
        if (top != nullptr) return {};
        top = &*entry.standing;
    }
    bool const is_whole = top != nullptr && (is_above_others || top->kind == domain::UnitKind::organisation);
    return is_whole ? std::optional{top->code} : std::nullopt;
}

void Receiver::finish_units() {
    // Where one unit stands above all, what nobody has placed belongs under it; a second top would be another
    // organisation.
    auto const top = only_top();
    for (auto& entry : m_units.entries()) {
        if (entry.id == 0 || Definitions<domain::Unit>::current(entry) != nullptr) continue;
        entry.stated = domain::Unit{.code = entry.code, .name = entry.code, .parent = top};
        note(entry.place(), "unit", entry.code, problems::undefined_unit);
        entry.file.clear(); // no row of it defined the unit
    }
    for (auto& entry : m_units.entries()) {
        if (!entry.stated || !entry.stated->parent || m_units.is_there(*entry.stated->parent)) continue;
        bool const has_place = top && entry.code != *top;
        note(entry.place(), "parent", *entry.stated->parent,
             has_place ? problems::absent_parent_below_top : problems::absent_parent);
        entry.stated->parent = has_place ? top : std::nullopt;
    }
    refuse_cycles();
    for (auto const& entry : m_units.entries())
        if (entry.stated) note_loose_ends(entry);
    write_changes(m_units, m_unit_writer, [&](auto const&) { m_touched.is_everything = true; });
}

// What is not wrong in itself, but hardly meant.
void Receiver::note_loose_ends(Definitions<domain::Unit>::Entry const& entry) {
    auto const& unit = *entry.stated;
    std::string strangers;
    for (auto const& code : unit.predecessors)
        if (!m_units.is_there(code)) strangers += strangers.empty() ? code : ", " + code;
    if (!strangers.empty()) note(entry.place(), "predecessors", strangers, problems::absent_predecessors);
    auto const* above = unit.parent ? Definitions<domain::Unit>::current(*m_units.find(*unit.parent)) : nullptr;
    bool const is_left = above != nullptr && above->valid_to && (!unit.valid_to || *above->valid_to < *unit.valid_to);
    if (is_left) note(entry.place(), "parent", *unit.parent, problems::ended_above);
}

void Receiver::refuse_cycles() const {
    auto const above = [&](Definitions<domain::Unit>::Entry const& entry) -> Definitions<domain::Unit>::Entry const* {
        auto const* unit = Definitions<domain::Unit>::current(entry);
        return unit != nullptr && unit->parent ? m_units.find(*unit->parent) : nullptr;
    };
    // Two walkers, one twice as fast: they meet only on a cycle.
    for (auto const& entry : m_units.entries()) {
        auto const* slow = &entry;
        auto const* fast = &entry;
        while (fast != nullptr) {
            fast = above(*fast);
            if (fast == nullptr) break;
            fast = above(*fast);
            slow = above(*slow);
            if (fast != nullptr && fast == slow)
                throw Refused{"file",
                              base::message("{0}: the unit {1} (row {2}) lies under itself: following its units above "
                                            "leads back to it. Nothing was stored: correct the column parent."),
                              {fast->file, fast->code, std::to_string(fast->row)}};
        }
    }
}

void Receiver::finish_measures() {
    for (auto& entry : m_measures.entries()) {
        if (entry.id == 0 || Definitions<domain::Measure>::current(entry) != nullptr) continue;
        entry.stated = domain::Measure{.code = entry.code, .title = entry.code};
        note(entry.place(), "measure", entry.code, problems::undefined_measure);
        entry.file.clear();
    }
    for (auto const& entry : m_measures.entries()) {
        if (!entry.stated) continue;
        std::string strangers;
        for (auto const& condition : entry.stated->conditions)
            if (!m_measures.is_there(condition)) strangers += strangers.empty() ? condition : ", " + condition;
        if (!strangers.empty()) note(entry.place(), "conditions", strangers, problems::absent_conditions);
    }
    for (auto const& entry : m_measures.entries()) {
        if (!entry.stated || !entry.stated->periodicity || entry.id == 0) continue;
        if (entry.standing && entry.standing->periodicity == entry.stated->periodicity) continue;
        auto const of_figures = store::periodicity_of(m_connection, domain::MeasureId{entry.id});
        if (of_figures && of_figures != entry.stated->periodicity)
            note(entry.place(), "periodicity", domain::to_text(*entry.stated->periodicity),
                 problems::figures_of_other_periodicity);
    }
    write_changes(m_measures, m_measure_writer,
                  [&](auto const& entry) { m_touched.measures.insert(m_measure_writer.id_of(entry.code)); });
}

void Receiver::finish_groups() {
    for (auto& entry : m_groups.entries()) {
        if (entry.id == 0 || Definitions<domain::Group>::current(entry) != nullptr) continue;
        entry.stated = well_known_group(entry.code);
        if (!entry.stated) {
            entry.stated = domain::Group{.code = entry.code, .name = entry.code, .name_en = {}};
            note(entry.place(), "group", entry.code, problems::undefined_group);
        }
        entry.file.clear();
    }
    write_changes(m_groups, m_group_writer, [&](auto const&) { m_touched.is_everything = true; });
}

void Receiver::finish_peer_groups() {
    base::TextMap<std::string> code_by_name;
    for (auto const& entry : m_units.entries())
        if (auto const* unit = Definitions<domain::Unit>::current(entry))
            code_by_name.emplace(name_key(unit->name), unit->code);

    for (auto& entry : m_peer_groups.entries()) {
        if (!entry.stated) continue;
        auto& group = *entry.stated;
        if (group.owner && !m_units.is_there(*group.owner)) {
            auto const named = code_by_name.find(name_key(*group.owner));
            if (named != code_by_name.end()) {
                group.owner = named->second;
            } else {
                note(entry.place(), "owner", *group.owner, problems::absent_owner);
                group.owner.reset();
            }
        }
        auto const unknown = [&](std::string const& member) { return !m_units.is_there(member); };
        std::string strangers;
        for (auto const& member : group.members)
            if (unknown(member)) strangers += strangers.empty() ? member : ", " + member;
        if (!strangers.empty()) {
            note(entry.place(), "member", strangers, problems::absent_members);
            std::erase_if(group.members, unknown);
        }
        std::ranges::sort(group.members);
        auto const repeated = std::ranges::unique(group.members);
        group.members.erase(repeated.begin(), repeated.end());
    }
    write_changes(m_peer_groups, m_peer_group_writer, [&](auto const&) { m_touched.is_everything = true; });
}

void Receiver::finish_targets() {
    for (auto const& [target, file, row] : m_targets) {
        import::Place const place{file, row};
        auto const has_measure = m_measures.is_there(target.measure);
        if (!has_measure || !m_units.is_there(target.unit)) {
            leave_out(place, has_measure ? "unit" : "measure", has_measure ? target.unit : target.measure,
                      problems::target_of_nothing);
            continue;
        }
        speak_of(m_spoken.delivered_at, target.unit);
        auto const same = m_standing_targets.find(key_of(target));
        auto& counts = m_counts_of_definitions[file];
        if (same != m_standing_targets.end() && same->second == target) {
            ++counts.unchanged;
            continue;
        }
        ++(same != m_standing_targets.end() ? counts.revised : counts.added);
        auto& group = m_groups.mention(target.group, place);
        group.id = m_group_writer.id_of(group.code).value();
        auto const measure = m_measure_writer.id_of(target.measure);
        m_target_writer.write(target, measure, m_unit_writer.id_of(target.unit), domain::GroupId{group.id});
        m_touched.measures.insert(measure);
    }
    m_targets.clear();
}

void Receiver::finish_marks() {
    for (auto const& [mark, file, row] : m_marks) {
        import::Place const place{file, row};
        if (!m_measures.is_there(mark.measure)) {
            leave_out(place, "measure", mark.measure, problems::mark_on_nothing);
            continue;
        }
        if (!mark.unit.empty() && !m_units.is_there(mark.unit)) {
            leave_out(place, "unit", mark.unit, problems::mark_on_nothing);
            continue;
        }
        if (!mark.group.empty() && !m_groups.is_there(mark.group)) {
            leave_out(place, "group", mark.group, problems::mark_on_nothing);
            continue;
        }
        auto const periodicity = facts_of(m_measures.position_of(mark.measure, place)).periodicity;
        if (periodicity && *periodicity != mark.period.periodicity()) {
            leave_out(place, "period", mark.period.text(), problems::other_periodicity);
            continue;
        }
        speak_of(m_spoken.marked_at, mark.unit);
        auto const same = m_standing_marks.find(key_of(mark));
        auto& counts = m_counts_of_definitions[file];
        if (same != m_standing_marks.end() && same->second == mark) {
            ++counts.unchanged;
            continue;
        }
        ++(same != m_standing_marks.end() ? counts.revised : counts.added);
        auto const measure = m_measure_writer.id_of(mark.measure);
        m_mark_writer.write(mark, measure,
                            mark.unit.empty() ? std::nullopt : std::optional{m_unit_writer.id_of(mark.unit)},
                            mark.group.empty() ? std::nullopt : std::optional{m_group_writer.id_of(mark.group)});
        m_touched.measures.insert(measure);
    }
    m_marks.clear();
}

} // namespace rodtrad::steering
