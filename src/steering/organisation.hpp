#pragma once

#include "domain/delivery.hpp"
#include "domain/mark.hpp"
#include "domain/outcome.hpp"
#include "domain/publication.hpp"
#include "plan/plan.hpp"
#include "steering/actor.hpp"
#include "steering/delivery_report.hpp"
#include "steering/exchange.hpp"
#include "study/follow_up.hpp"
#include "study/states.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::base {
class Log;
}

namespace rodtrad::store {
class Connection;
}

namespace rodtrad::steering {

class Work;

// One consistent view of everything, made when a delivery lands and never changed after: pages read it without locks.
struct Snapshot {
    study::Dataset data; // rolled up
    study::FollowUp list;
    study::States states;      // of the list, against what was published
    std::int64_t revision = 0; // of the database it was read from
    std::string name;          // of the organisation: the root unit's, or the data folder's
};

// Every version of one figure, newest first.
struct Revision {
    domain::Delivery delivery;
    domain::Outcome outcome;
};

struct OrganisationOptions {
    // Told what goes wrong without harm; outlives the organisation.
    base::Log* log = nullptr;
    // With so many cells or more, the dataset is kept in a file beside the database for the next start.
    std::size_t cache_from = 100'000;
};

// An organisation in its data folder: what a person can do with it. Safe to use from several threads.
class Organisation {
public:
    // Opens the database in the folder and brings it to this program's version.
    // Throws base::Error where there is none, it is damaged or of a newer version.
    static std::unique_ptr<Organisation> open(std::filesystem::path const& data_folder,
                                              OrganisationOptions const& options = {});
    // Makes folder and database where there are none: for who brings figures. Throws base::Error as open.
    static std::unique_ptr<Organisation> open_or_create(std::filesystem::path const& data_folder,
                                                        OrganisationOptions const& options = {});
    // Whether there is one in the folder to open.
    static bool is_in(std::filesystem::path const& data_folder);
    // Makes an organisation of what export_to wrote, whole or not at all, in a folder that holds none. Throws
    // base::Error.
    static void restore(std::filesystem::path const& data_folder, std::filesystem::path const& exported,
                        ExchangeProgress const& progress = {});
    virtual ~Organisation() = default;

    // Writes everything but passwords and sessions into a new folder, as open files (exchange.hpp). Takes the right to
    // administer the whole organisation, and is told in the journal.
    virtual void export_to(std::filesystem::path const& folder, By const& by,
                           ExchangeProgress const& progress = {}) = 0;

    // Does one thing in the plan, or several at once, in one transaction: `use_case` is given a Work and calls use
    // cases with it (goals.hpp, people.hpp …). Whatever it throws is thrown on, and then nothing was stored.
    virtual void carry_out(By const& by, std::function<void(Work&)> const& use_case) = 0;
    // The same, but not now if somebody else is writing, or nothing can be written: for what may as well be done later.
    virtual void carry_out_if_free(By const& by, std::function<void(Work&)> const& use_case) = 0;
    // Reads what is kept beside the plan (the journal, sessions, private notes), all as of one moment.
    virtual void read(std::function<void(store::Connection&)> const& reading) const = 0;
    // The plan as it stands now. Loaded at the first call, and what has changed again after a change, by this program
    // or another.
    virtual std::shared_ptr<plan::Plan const> plan() = 0;

    // What follows throws Forbidden where `by` has no right to it, and tells the journal.

    // Takes the files in as one delivery: all or nothing. What it takes depends on what they hold: to define, in the
    // whole organisation, for units, measures, groups and peer groups; to deliver, at each unit that has figures or
    // targets in it; to annotate, where points are marked.
    virtual DeliveryReport deliver(std::vector<std::filesystem::path> const& files, DeliveryOptions const& options,
                                   By const& by) = 0;
    virtual DeliveryReport deliver_bytes(std::vector<DeliveredFile> const& files, DeliveryOptions const& options,
                                         By const& by) = 0;
    // States some fields of one measure (its polarity, say) as a delivery of its own; the others stay as they are.
    // Throws base::Error where there is no such measure.
    virtual DeliveryReport restate(domain::Measure const& measure, import::Fields stated, std::string const& source,
                                   By const& by) = 0;
    // Marks a point of one or many series: a new start with its reason, or an explanation. A delivery of its own, which
    // takes the place of what was said of the same point before. Throws base::Error where the text is empty, or the
    // measure, the unit or the group is not there, or the measure is followed by another kind of period.
    virtual DeliveryReport mark(domain::Mark const& mark, std::string const& source, By const& by) = 0;
    // Saves whom units are compared with under a name, as a delivery of its own. Throws base::Error where the code or
    // the members are empty, or a unit is not there.
    virtual DeliveryReport save_peer_group(domain::PeerGroup const& peer_group, std::string const& source,
                                           By const& by) = 0;
    // Afterwards everything reads as if the delivery had never come. Throws Refused where it is already undone, what is
    // left would put a unit under itself, or a unit would go that people, goals, documents or other units belong to;
    // base::Error where there is none such.
    virtual void undo(domain::DeliveryId delivery, By const& by) = 0;
    virtual std::vector<domain::Delivery> deliveries() const = 0; // newest first
    // Throws base::Error where there is no such delivery.
    virtual std::vector<domain::Complaint> complaints(domain::DeliveryId delivery) const = 0;

    // Says that the list as it stands now is handed out, under a name: from then on it is told what is new, what
    // remains and what is solved since. Throws base::Error where the name is empty, or nothing has changed since the
    // latest publication.
    virtual domain::PublicationId publish(std::string const& name, By const& by) = 0;
    virtual std::vector<domain::Publication> publications() const = 0; // newest first, without their findings

    // What stands now. Loaded at the first call, and again after a change, by this program or another.
    virtual std::shared_ptr<Snapshot const> snapshot() = 0;
    // What stands now, looked at as of an earlier period.
    virtual study::FollowUp follow_up(study::FollowUpSettings const& settings) = 0;

    virtual std::vector<Revision> history(domain::MeasureId measure, domain::UnitId unit, std::string_view group,
                                          domain::Period period) const = 0;
    // The delivery that the newest figures of a measure in a unit came with.
    virtual std::optional<domain::Delivery> latest_delivery(domain::MeasureId measure, domain::UnitId unit) const = 0;

    // What is wrong with the database, in plain words; empty where all is well.
    virtual std::vector<std::string> check() const = 0;
};

} // namespace rodtrad::steering
