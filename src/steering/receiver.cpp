#include "steering/receiver.hpp"

#include "base/message.hpp"
#include "import/shown.hpp"
#include "steering/refusals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rodtrad::steering {

namespace {

bool has(import::Fields stated, auto field) { return (stated & static_cast<import::Fields>(field)) != 0; }

domain::Unit merged(domain::Unit known, domain::Unit const& row, import::Fields stated) {
    using enum import::UnitField;
    if (has(stated, name)) known.name = row.name;
    if (has(stated, parent)) known.parent = row.parent;
    if (has(stated, kind)) known.kind = row.kind;
    if (has(stated, operation)) known.operation = row.operation;
    if (has(stated, valid_from)) known.valid_from = row.valid_from;
    if (has(stated, valid_to)) known.valid_to = row.valid_to;
    if (has(stated, predecessors)) known.predecessors = row.predecessors;
    if (has(stated, external_codes)) {
        for (auto const& [system, code] : row.external_codes) known.external_codes.insert_or_assign(system, code);
    }
    return known;
}

domain::Measure merged(domain::Measure known, domain::Measure const& row, import::Fields stated) {
    using enum import::MeasureField;
    if (has(stated, title)) known.title = row.title;
    if (has(stated, title_en)) known.title_en = row.title_en;
    if (has(stated, definition)) known.definition = row.definition;
    if (has(stated, unit_of_measure)) known.unit_of_measure = row.unit_of_measure;
    if (has(stated, kind)) known.kind = row.kind;
    if (has(stated, multiplier)) known.multiplier = row.multiplier;
    if (has(stated, polarity)) known.polarity = row.polarity;
    if (has(stated, aggregation)) known.aggregation = row.aggregation;
    if (has(stated, periodicity)) known.periodicity = row.periodicity;
    if (has(stated, level)) known.level = row.level;
    if (has(stated, perspective)) known.perspective = row.perspective;
    if (has(stated, area)) known.area = row.area;
    if (has(stated, source)) known.source = row.source;
    if (has(stated, owner)) known.owner = row.owner;
    if (has(stated, people)) known.people = row.people;
    if (has(stated, min_effect)) known.min_effect = row.min_effect;
    if (has(stated, decimals)) known.decimals = row.decimals;
    if (has(stated, weight)) known.weight = row.weight;
    if (has(stated, conditions)) known.conditions = row.conditions;
    return known;
}

// The groups that everybody uses need no definition.
std::optional<domain::Group> well_known_group(std::string_view code) {
    using domain::GroupKind;
    if (code == domain::total_group) return domain::Group{"T", "totalt", "total", GroupKind::total};
    if (code == domain::women_group) return domain::Group{"K", "kvinnor", "women", GroupKind::sex};
    if (code == domain::men_group) return domain::Group{"M", "män", "men", GroupKind::sex};
    return {};
}

auto key_of(domain::Target const& target) {
    return std::tuple{target.measure, target.unit, target.group, target.period.code()};
}
auto key_of(domain::Mark const& mark) {
    return std::tuple{mark.measure, mark.unit, mark.group, mark.period.code(), mark.kind};
}

domain::Complaint complaint_of(import::Place place, std::string_view column, std::string_view text,
                               problems::Problem const& problem, domain::Complaint::Outcome outcome) {
    return {.file = std::string{place.file},
            .row = place.row,
            .column = std::string{column},
            .text = import::shown(text),
            .problem = std::string{problem.problem},
            .remedy = std::string{problem.remedy},
            .outcome = outcome};
}

std::string name_key(std::string_view name) { return base::lower(base::trimmed(name)); }

} // namespace

Receiver::Receiver(store::Connection& connection, domain::DeliveryId delivery, Progress progress, Allowed allowed)
    : m_connection{connection}, m_progress{std::move(progress)}, m_allowed{std::move(allowed)},
      m_complaint_writer{connection, delivery}, m_unit_writer{connection, delivery},
      m_measure_writer{connection, delivery}, m_group_writer{connection, delivery},
      m_peer_group_writer{connection, delivery}, m_target_writer{connection, delivery},
      m_mark_writer{connection, delivery},
      m_figures{connection, delivery, [this](domain::Complaint const& complaint) { complain(complaint); }} {
    for (auto& [id, unit, origin, version] : store::standing_units(connection)) {
        remember_names(unit, m_units.entries().size());
        m_units.add_standing(id.value(), std::move(unit));
    }
    for (auto& [id, measure, origin, version] : store::standing_measures(connection))
        m_measures.add_standing(id.value(), std::move(measure));
    for (auto& [id, group, origin, version] : store::standing_groups(connection))
        m_groups.add_standing(id.value(), std::move(group));
    for (auto& [id, group, origin, version] : store::standing_peer_groups(connection))
        m_peer_groups.add_standing(id.value(), std::move(group));
    for (auto& target : store::standing_targets(connection)) m_standing_targets.emplace(key_of(target), target);
    for (auto& mark : store::standing_marks(connection)) m_standing_marks.emplace(key_of(mark), mark);
}

void Receiver::unit(domain::Unit const& unit, import::Fields stated, import::Place place) {
    auto* const entry = m_units.state(unit.code, place);
    if (entry == nullptr) return leave_out(place, "code", unit.code, problems::defined_twice);
    auto const* known = Definitions<domain::Unit>::current(*entry);
    auto base = known != nullptr ? *known : domain::Unit{.code = unit.code, .name = unit.code, .parent = {}};
    if (known == nullptr && !has(stated, import::UnitField::name)) note(place, "name", unit.code, problems::no_name);
    entry->stated = merged(std::move(base), unit, stated);
    m_spoken.has_definitions = true;
    remember_names(*entry->stated, m_units.position_of(unit.code, place));
}

void Receiver::measure(domain::Measure const& measure, import::Fields stated, import::Place place) {
    auto* const entry = m_measures.state(measure.code, place);
    if (entry == nullptr) return leave_out(place, "code", measure.code, problems::defined_twice);
    auto const* known = Definitions<domain::Measure>::current(*entry);
    auto base = known != nullptr ? *known : domain::Measure{.code = measure.code, .title = measure.code};
    entry->stated = merged(std::move(base), measure, stated);
    m_spoken.has_definitions = true;
}

void Receiver::group(domain::Group const& group, import::Place place) {
    auto* const entry = m_groups.state(group.code, place);
    if (entry == nullptr) return leave_out(place, "code", group.code, problems::defined_twice);
    entry->stated = group;
    m_spoken.has_definitions = true;
}

void Receiver::peer_group(domain::PeerGroup const& peer_group, import::Place place) {
    auto* const entry = m_peer_groups.state(peer_group.code, place);
    if (entry == nullptr) return leave_out(place, "code", peer_group.code, problems::defined_twice);
    entry->stated = peer_group;
    m_spoken.has_definitions = true;
}

void Receiver::target(domain::Target const& target, import::Place place) {
    m_targets.push_back({target, std::string{place.file}, place.row});
}

void Receiver::mark(domain::Mark const& mark, import::Place place) {
    m_marks.push_back({mark, std::string{place.file}, place.row});
}

// Many rows in a run often speak of the same unit.
void Receiver::speak_of(std::vector<std::string>& units, std::string_view unit) {
    if (units.empty() || units.back() != unit) units.emplace_back(unit);
}

std::vector<UnitChange> Receiver::unit_changes() const {
    std::vector<UnitChange> changes;
    for (auto const& entry : m_units.entries())
        if (entry.stated && entry.standing != entry.stated) changes.push_back({entry.standing, *entry.stated});
    return changes;
}

// Rows may call a unit by its name or an external code, where no other unit has the same.
void Receiver::remember_names(domain::Unit const& unit, std::size_t position) {
    auto const remember = [&](std::string_view name) {
        auto const [known, is_new] = m_unit_by_name.try_emplace(name_key(name), position);
        if (!is_new && known->second != position) known->second = {};
    };
    remember(unit.name);
    for (auto const& [system, code] : unit.external_codes) remember(code);
}

std::size_t Receiver::unit_position(std::string_view code, import::Place place) {
    if (m_units.find(code) == nullptr) {
        auto const named = m_unit_by_name.find(name_key(code));
        if (named != m_unit_by_name.end() && named->second) return *named->second;
    }
    return m_units.position_of(code, place);
}

Receiver::MeasureFacts& Receiver::facts_of(std::size_t measure) {
    if (measure >= m_facts.size()) m_facts.resize(m_measures.entries().size());
    auto& facts = m_facts[measure];
    if (facts.is_looked_up) return facts;
    facts.is_looked_up = true;
    auto& entry = m_measures[measure];
    auto const* known = Definitions<domain::Measure>::current(entry);
    if (known != nullptr) facts.periodicity = known->periodicity;
    if (!facts.periodicity && entry.id != 0)
        facts.periodicity = store::periodicity_of(m_connection, domain::MeasureId{entry.id});
    return facts;
}

bool Receiver::may_speak_of(import::ObservationRow const& row, std::size_t unit_at, import::Place place) {
    if (!m_allowed.to_define) {
        if (!m_measures.is_there(row.measure)) {
            leave_out(place, "measure", row.measure, problems::unknown_measure);
            return false;
        }
        if (!m_units.is_there(m_units[unit_at].code)) {
            leave_out(place, "unit", row.unit, problems::unknown_unit);
            return false;
        }
        if (!m_groups.is_there(row.group) && !well_known_group(row.group)) {
            leave_out(place, "group", row.group, problems::unknown_group);
            return false;
        }
    }
    if (may_deliver_at(unit_at)) return true;
    leave_out(place, "unit", row.unit, problems::not_their_unit);
    return false;
}

bool Receiver::may_deliver_at(std::size_t unit_at) {
    if (m_may_deliver.size() <= unit_at) m_may_deliver.resize(m_units.entries().size());
    auto& may = m_may_deliver[unit_at];
    if (may == MayDeliver::unasked) {
        auto const& code = m_units[unit_at].code;
        may = !m_allowed.to_deliver_at || m_allowed.to_deliver_at(code) ? MayDeliver::yes : MayDeliver::no;
        if (may == MayDeliver::yes) m_spoken.delivered_at.push_back(code);
    }
    return may == MayDeliver::yes;
}

void Receiver::observation(import::ObservationRow const& row, import::Place place) {
    auto const measure_at = m_measures.position_of(row.measure, place);
    auto const unit_at = unit_position(row.unit, place);
    auto const group_at = m_groups.position_of(row.group, place);
    auto const& measure = m_measures[measure_at];
    if (!may_speak_of(row, unit_at, place)) return;

    auto& facts = facts_of(measure_at);
    if (facts.periodicity && *facts.periodicity != row.period.periodicity())
        return leave_out(place, "period", row.period.text(), problems::other_periodicity);

    auto const* definition = Definitions<domain::Measure>::current(measure);
    auto outcome = row.outcome;
    if (auto* measured = std::get_if<domain::Measured>(&outcome)) {
        if (row.is_value_from_counts) {
            if (definition == nullptr)
                return leave_out(place, "measure", row.measure, problems::counts_without_measure);
            measured->value *= definition->multiplier;
        }
        if (!fits(*measured, definition, row, place)) return;
    }
    facts.periodicity = row.period.periodicity();

    auto const identity = [](auto& entry, auto& writer) {
        if (entry.id == 0) entry.id = writer.id_of(entry.code).value();
        return entry.id;
    };
    m_figures.add(domain::MeasureId{identity(m_measures[measure_at], m_measure_writer)},
                  domain::UnitId{identity(m_units[unit_at], m_unit_writer)},
                  domain::GroupId{identity(m_groups[group_at], m_group_writer)}, row.period, outcome, place);
}

bool Receiver::fits(domain::Measured const& measured, domain::Measure const* measure, import::ObservationRow const& row,
                    import::Place place) {
    if (!measured.counts || measure == nullptr) return true;
    auto const [numerator, denominator] = *measured.counts;
    auto const text = fmt::format("{} / {}", base::shortest(numerator), base::shortest(denominator));
    if (measure->kind == domain::ValueKind::proportion && numerator > denominator) {
        leave_out(place, "numerator", text, problems::more_than_all);
        return false;
    }
    auto const is_quotient = measure->kind == domain::ValueKind::proportion || measure->kind == domain::ValueKind::rate;
    if (is_quotient && denominator > 0 && !row.is_value_from_counts) {
        auto const quotient = measure->multiplier * numerator / denominator;
        // Half a percent of the scale allows for values that were rounded before they were delivered.
        if (std::abs(quotient - measured.value) > 0.005 * std::max(measure->multiplier, std::abs(quotient)))
            note(place, "value", fmt::format("{} ({})", base::shortest(measured.value), text),
                 problems::value_is_not_quotient);
    }
    return true;
}

void Receiver::leave_out(import::Place place, std::string_view column, std::string_view text,
                         problems::Problem const& problem) {
    ++m_counts.left_out;
    complain(complaint_of(place, column, text, problem, domain::Complaint::Outcome::left_out));
}

void Receiver::note(import::Place place, std::string_view column, std::string_view text,
                    problems::Problem const& problem) {
    complain(complaint_of(place, column, text, problem, domain::Complaint::Outcome::noted));
}

void Receiver::complain(domain::Complaint const& complaint) {
    ++m_counts.complaints;
    m_complaint_writer.write(complaint);
    if (m_complaints.size() < complaints_shown) m_complaints.push_back(complaint);
}

domain::DeliveryCounts Receiver::end_file() {
    m_figures.settle(m_counts);
    return std::exchange(m_counts, {});
}

base::TextMap<domain::DeliveryCounts> Receiver::finish() {
    finish_targets(); // may mention groups that are then defined
    finish_marks();
    finish_peer_groups();
    finish_units();
    finish_measures();
    finish_groups();
    m_touched.measures.insert(m_figures.touched().begin(), m_figures.touched().end());
    m_counts_of_definitions[""] += std::exchange(m_counts, {});
    return std::exchange(m_counts_of_definitions, {});
}

// Writes what the delivery states of things of one kind where it differs from what stood; `touch` is told of each.
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
