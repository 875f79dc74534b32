#include "steering/receiver.hpp"

#include "import/shown.hpp"
#include "steering/stated_definitions.hpp"

#include <fmt/format.h>

#include <cmath>

namespace rodtrad::steering {

namespace {

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
    if (known == nullptr && !states(stated, import::UnitField::name)) note(place, "name", unit.code, problems::no_name);
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
} // namespace rodtrad::steering
