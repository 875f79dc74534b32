#pragma once

#include "domain/delivery.hpp"
#include "import/sink.hpp"
#include "steering/definitions.hpp"
#include "steering/delivery_report.hpp"
#include "steering/figures.hpp"
#include "steering/problems.hpp"
#include "store/changes.hpp"
#include "store/deliveries.hpp"
#include "store/groups.hpp"
#include "store/marks.hpp"
#include "store/measures.hpp"
#include "store/observations.hpp"
#include "store/peer_groups.hpp"
#include "store/targets.hpp"
#include "store/units.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::steering {

// What a delivery speaks of, for who must have the right to it.
struct Spoken {
    bool has_definitions = false;          // of units, measures, groups or peer groups
    std::vector<std::string> delivered_at; // codes of the units with figures or targets, in the order of their rows
    std::vector<std::string> marked_at;    // and of those with marks; empty: every unit
};

// What those who deliver may do; rows of figures beyond it are left out.
struct Allowed {
    bool to_define = true; // to speak of measures, units and groups that nobody has defined
    std::function<bool(std::string_view unit)> to_deliver_at{}; // its code; empty: everywhere
};

// Stands between the import and the store while one delivery is taken in: gives every code its identity, tells what is
// new from what is known, and turns what does not fit into complaints. All of it inside the caller's transaction.
//
// Definitions (units, measures, groups, peer groups, targets, marks) are kept until finish(), since files may come in
// any order and speak of each other; figures go through in batches.
class Receiver final : public import::Sink {
public:
    using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;
    static constexpr std::size_t complaints_shown = 1'000;

    Receiver(store::Connection& connection, domain::DeliveryId delivery, Progress progress, Allowed allowed = {});

    void unit(domain::Unit const& unit, import::Fields stated, import::Place place) override;
    void measure(domain::Measure const& measure, import::Fields stated, import::Place place) override;
    void group(domain::Group const& group, import::Place place) override;
    void peer_group(domain::PeerGroup const& peer_group, import::Place place) override;
    void target(domain::Target const& target, import::Place place) override;
    void mark(domain::Mark const& mark, import::Place place) override;
    void observation(import::ObservationRow const& row, import::Place place) override;
    void complain(domain::Complaint const& complaint) override;
    void progress(std::uint64_t done, std::uint64_t total) override { m_progress(done, total); }

    bool has_measure(std::string_view code) const { return m_measures.is_there(code); }
    // What the rows of the file came to that was read since the last call.
    domain::DeliveryCounts end_file();
    // Writes the definitions, and tells what they came to in each file. Throws base::Error where they contradict
    // themselves (a cyclic tree).
    base::TextMap<domain::DeliveryCounts> finish();

    std::vector<domain::Complaint> const& complaints() const { return m_complaints; } // the first of them
    // What the delivery changed, once it is finished.
    store::Touched const& touched() const { return m_touched; }
    std::vector<UnitChange> unit_changes() const;
    // What it speaks of, rows that were left out excepted, once it is finished.
    Spoken const& spoken() const { return m_spoken; }

private:
    template <class Value>
    struct Placed {
        Value value;
        std::string file;
        std::int64_t row = 0;
    };
    struct MeasureFacts {
        std::optional<domain::Periodicity> periodicity; // of its figures
        bool is_looked_up = false;
    };

    static void speak_of(std::vector<std::string>& units, std::string_view unit);
    void remember_names(domain::Unit const& unit, std::size_t position);
    std::size_t unit_position(std::string_view code, import::Place place);
    MeasureFacts& facts_of(std::size_t measure);
    bool may_speak_of(import::ObservationRow const& row, std::size_t unit_at, import::Place place);
    bool may_deliver_at(std::size_t unit_at);
    bool fits(domain::Measured const& measured, domain::Measure const* measure, import::ObservationRow const& row,
              import::Place place);
    void leave_out(import::Place place, std::string_view column, std::string_view text,
                   problems::Problem const& problem);
    void note(import::Place place, std::string_view column, std::string_view text, problems::Problem const& problem);
    template <class Value>
    void write_changes(Definitions<Value>& definitions, auto& writer, auto const& touch);
    void refuse_cycles() const;
    void note_loose_ends(Definitions<domain::Unit>::Entry const& entry);
    std::optional<std::string> only_top() const; // of what stood: a unit above all others, or an organisation's first
    void finish_units();
    void finish_measures();
    void finish_groups();
    void finish_peer_groups();
    void finish_targets();
    void finish_marks();

    store::Connection& m_connection;
    Progress m_progress;
    Allowed m_allowed;
    store::ComplaintWriter m_complaint_writer;
    store::UnitWriter m_unit_writer;
    store::MeasureWriter m_measure_writer;
    store::GroupWriter m_group_writer;
    store::PeerGroupWriter m_peer_group_writer;
    store::TargetWriter m_target_writer;
    store::MarkWriter m_mark_writer;
    Figures m_figures;

    Definitions<domain::Unit> m_units;
    Definitions<domain::Measure> m_measures;
    Definitions<domain::Group> m_groups;
    Definitions<domain::PeerGroup> m_peer_groups;
    base::TextMap<std::optional<std::size_t>> m_unit_by_name; // names and external codes; nothing where ambiguous
    std::vector<MeasureFacts> m_facts;                        // by position in m_measures
    std::vector<Placed<domain::Target>> m_targets;
    std::map<std::tuple<std::string, std::string, std::string, std::int32_t>, domain::Target> m_standing_targets;

    std::vector<Placed<domain::Mark>> m_marks;
    std::map<std::tuple<std::string, std::string, std::string, std::int32_t, domain::MarkKind>, domain::Mark>
        m_standing_marks;

    store::Touched m_touched;
    Spoken m_spoken;
    enum class MayDeliver : std::uint8_t { unasked, yes, no };
    std::vector<MayDeliver> m_may_deliver; // by position in m_units
    std::vector<domain::Complaint> m_complaints;
    domain::DeliveryCounts m_counts; // of the file that is being read, apart from its figures
    base::TextMap<domain::DeliveryCounts> m_counts_of_definitions;
};

} // namespace rodtrad::steering
