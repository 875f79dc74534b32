#include "steering/organisation.hpp"

#include "base/error.hpp"
#include "import/mapping.hpp"
#include "import/read_bytes.hpp"
#include "plan/belongings.hpp"
#include "steering/load.hpp"
#include "steering/plans.hpp"
#include "steering/readable.hpp"
#include "steering/receive.hpp"
#include "steering/snapshots.hpp"
#include "steering/work.hpp"
#include "store/changes.hpp"
#include "store/deliveries.hpp"
#include "store/journal.hpp"
#include "store/observations.hpp"
#include "store/publications.hpp"
#include "store/sqlite/sqlite_connection.hpp"
#include "store/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <system_error>

namespace rodtrad::steering {

namespace {

std::filesystem::path database_in(std::filesystem::path const& data_folder) { return data_folder / "rodtrad.db"; }

void find_lost_figures(store::Connection& connection, std::vector<std::string>& problems) {
    for (auto const& [delivery, figures] : store::figures_by_delivery(connection))
        if (delivery.counts.figures != figures)
            problems.push_back(fmt::format("the delivery {} should hold {} figures and holds {}", delivery.id.value(),
                                           delivery.counts.figures, figures));
}

// What is wrong with what a database says; to be called within a transaction.
std::vector<std::string> problems_in(store::Connection& connection) {
    std::vector<std::string> problems;
    auto const attempt = [&](auto const& reading) {
        try {
            reading();
        } catch (base::Error const& error) {
            problems.emplace_back(error.what());
        }
    };
    attempt([&] { find_lost_figures(connection, problems); });
    attempt([&] { std::ranges::move(store::journal_problems(connection), std::back_inserter(problems)); });
    attempt([&] { load_dataset(connection, problems); });
    attempt([&] { Plans{Plans::Connect{}}.current(connection); });
    return problems;
}

bool is_there(std::filesystem::path const& path) {
    std::error_code error; // what may not be looked at is there
    return std::filesystem::status(path, error).type() != std::filesystem::file_type::not_found;
}

// Takes away a data folder, or the database in it, that was only begun.
class Beginning {
public:
    explicit Beginning(std::filesystem::path folder)
        : m_folder{std::move(folder)}, m_had_folder{is_there(m_folder)},
          m_had_database{is_there(database_in(m_folder))} {}
    ~Beginning() {
        std::error_code ignored; // what failed before is what is told
        if (m_is_done || m_had_database) return;
        for (auto const* end : {"", "-wal", "-shm", "-journal"})
            std::filesystem::remove(database_in(m_folder).concat(end), ignored);
        if (!m_had_folder) std::filesystem::remove(m_folder, ignored);
    }
    Beginning(Beginning const&) = delete;
    Beginning& operator=(Beginning const&) = delete;
    void is_done() { m_is_done = true; }

private:
    std::filesystem::path m_folder;
    bool m_had_folder;
    bool m_had_database;
    bool m_is_done = false;
};

void make_folder(std::filesystem::path const& data_folder) {
    std::error_code error;
    std::filesystem::create_directories(data_folder, error);
    if (error)
        throw base::Error(fmt::format("the data folder {} cannot be made: {}. Name another with --data.",
                                      data_folder.string(), error.message()));
}

// What the files of a delivery are called: by their own names where these tell them apart, else by their whole paths.
std::vector<std::string> names_of(std::vector<std::filesystem::path> const& files) {
    std::map<std::filesystem::path, int> files_called;
    std::set<std::filesystem::path> paths;
    for (auto const& file : files) {
        ++files_called[file.filename()];
        if (!paths.insert(file.lexically_normal()).second)
            throw base::Error(fmt::format("{}: the file is named twice. Name it once.", file.string()));
    }
    std::vector<std::string> names;
    for (auto const& file : files)
        names.push_back((files_called[file.filename()] == 1 ? file.filename() : file).string());
    return names;
}

class StoredOrganisation final : public Organisation {
public:
    StoredOrganisation(std::filesystem::path folder, store::sqlite::Access access, OrganisationOptions options)
        : m_folder{std::move(folder)}, m_reader{migrated(database_in(m_folder), access)},
          m_snapshots{m_folder, options, [this] { return connect(); }}, m_plans{[this] { return connect(); }} {}

    void carry_out(By const& by, std::function<void(Work&)> const& use_case) override {
        carry_out_on(*connect(), by, use_case);
    }

    void carry_out_if_free(By const& by, std::function<void(Work&)> const& use_case) override {
        try {
            carry_out_on(*connect(store::sqlite::Patience::none), by, use_case);
        } catch (store::DatabaseError const& error) {
            if (error.problem() != store::Problem::busy && error.problem() != store::Problem::full &&
                error.problem() != store::Problem::read_only)
                throw;
        }
    }

    void read(std::function<void(store::Connection&)> const& reading) const override {
        std::lock_guard const lock{m_reading};
        store::Transaction const transaction{*m_reader, store::Transaction::Kind::read};
        reading(*m_reader);
    }

    std::shared_ptr<plan::Plan const> plan() override { return m_plans.current(); }

    void export_to(std::filesystem::path const& folder, By const& by, ExchangeProgress const& progress) override {
        carry_out(by, [](Work& work) { work.require(plan::Right::administer, {}); });
        export_tables(*connect(), folder, progress);
        carry_out(by, [&](Work& work) { work.tell({.kind = "export"}, "organisation.export"); });
    }

    DeliveryReport deliver(std::vector<std::filesystem::path> const& files, DeliveryOptions const& options,
                           By const& by) override {
        return deliver_each(names_of(files), options, by, [&](std::size_t at, auto const& read, Receiver& receiver) {
            return import::read_file(files[at], read, receiver);
        });
    }

    DeliveryReport deliver_bytes(std::vector<DeliveredFile> const& files, DeliveryOptions const& options,
                                 By const& by) override {
        std::vector<std::string> names;
        for (auto const& file : files) names.push_back(file.name);
        return deliver_each(names, options, by, [&](std::size_t at, auto const& read, Receiver& receiver) {
            std::optional<import::Mapping> mapping;
            if (read.mapping) mapping = import::read_mapping(*read.mapping);
            return import::read_bytes(import::open_text(files[at].bytes), read.name, mapping, receiver);
        });
    }

    DeliveryReport restate(domain::Measure const& measure, import::Fields stated, std::string const& source,
                           By const& by) override {
        return receive_as({}, source, by, plan::Right::define, {}, [&](Receiver& receiver, DeliveryReport& report) {
            if (!receiver.has_measure(measure.code))
                throw base::Error(
                    fmt::format("there is no measure {}: `rodtrad measures` lists those there are", measure.code));
            receiver.measure(measure, stated, {source, 1});
            report.counts.rows = 1;
        });
    }

    DeliveryReport mark(domain::Mark const& mark, std::string const& source, By const& by) override {
        if (mark.text.empty())
            throw base::Error(mark.kind == domain::MarkKind::rebase
                                  ? "a new start needs its reason: say what changed"
                                  : "an explanation needs its words: say what is to be read beside the figure");
        return receive_one(source, by, mark.unit, [&](Receiver& receiver) { receiver.mark(mark, {source, 1}); });
    }

    DeliveryReport save_peer_group(domain::PeerGroup const& peer_group, std::string const& source,
                                   By const& by) override {
        if (peer_group.code.empty()) throw base::Error("a peer group needs a code to be known by");
        if (peer_group.members.empty()) throw base::Error("a peer group needs members: name at least one unit");
        return receive_one(source, by, peer_group.owner.value_or(""),
                           [&](Receiver& receiver) { receiver.peer_group(peer_group, {source, 1}); });
    }

    void undo(domain::DeliveryId delivery, By const& by) override {
        carry_out(by, [&](Work& work) {
            work.require(plan::Right::define, {});
            auto& connection = work.connection();
            if (delivery_of(connection, delivery).undone)
                throw Refused{
                    {}, base::message("Delivery {0} was undone already."), {std::to_string(delivery.value())}};
            auto const units_before = store::standing_units(connection);
            store::mark_undone(connection, delivery, work.now());
            refuse_circle(connection, delivery);
            refuse_homeless(work, delivery, units_before);
            store::count_change(connection, delivery);
            work.tell({.kind = "delivery", .record = delivery.value()}, "delivery.undo");
        });
    }

    std::vector<domain::Delivery> deliveries() const override {
        std::lock_guard const lock{m_reading};
        return store::all_deliveries(*m_reader);
    }

    std::vector<domain::Complaint> complaints(domain::DeliveryId delivery) const override {
        std::lock_guard const lock{m_reading};
        delivery_of(*m_reader, delivery); // throws where there is none
        return store::complaints_of(*m_reader, delivery);
    }

    domain::PublicationId publish(std::string const& name, By const& by) override {
        if (name.empty()) throw base::Error("a publication needs a name: say what it is handed out as");
        while (true) {
            auto const known = m_snapshots.current();
            auto publication = study::to_publication(known->list, known->data, known->published, name, by.at);
            publication.revision = known->revision;
            std::optional<domain::PublicationId> id;
            carry_out(by, [&](Work& work) {
                work.require(plan::Right::define, {});
                auto& connection = work.connection();
                if (store::moment(connection) != known->moment) return; // somebody delivered meanwhile
                auto const& latest = known->published.latest;
                // The publication itself was a change too.
                if (latest && latest->revision + 1 == known->revision)
                    throw base::Error(fmt::format("nothing has changed since \"{}\" was published at {}", latest->name,
                                                  base::to_text(latest->made)));
                id = store::write_publication(connection, publication);
                store::count_change(connection, {});
                work.tell({.kind = "publication", .record = id->value(), .after = name}, "publication.make");
            });
            if (id) return *id;
        }
    }

    std::vector<domain::Publication> publications() const override {
        std::lock_guard const lock{m_reading};
        return store::all_publications(*m_reader);
    }

    std::shared_ptr<Snapshot const> snapshot() override { return m_snapshots.latest(); }

    study::FollowUp follow_up(study::FollowUpSettings const& settings) override {
        return study::follow_up(snapshot()->data, settings);
    }

    std::vector<Revision> history(domain::MeasureId measure, domain::UnitId unit, std::string_view group,
                                  domain::Period period) const override {
        std::lock_guard const lock{m_reading};
        store::Transaction const reading{*m_reader, store::Transaction::Kind::read};
        std::vector<Revision> revisions;
        for (auto& version : store::history(*m_reader, measure, unit, group, period))
            revisions.push_back({delivery_of(*m_reader, version.delivery), version.outcome});
        return revisions;
    }

    std::optional<domain::Delivery> latest_delivery(domain::MeasureId measure, domain::UnitId unit) const override {
        std::lock_guard const lock{m_reading};
        store::Transaction const reading{*m_reader, store::Transaction::Kind::read};
        auto const id = store::latest_delivery(*m_reader, measure, unit);
        if (!id) return {};
        return delivery_of(*m_reader, *id);
    }

    std::vector<std::string> check() const override {
        std::lock_guard const lock{m_reading};
        std::vector<std::string> problems;
        if (auto const found = m_reader->integrity_problems(); !found.empty()) problems.push_back(found);
        store::Transaction const reading{*m_reader, store::Transaction::Kind::read};
        std::ranges::move(problems_in(*m_reader), std::back_inserter(problems));
        return problems;
    }

private:
    static std::unique_ptr<store::Connection> migrated(std::filesystem::path const& database,
                                                       store::sqlite::Access access) {
        auto connection = store::sqlite::connect(database, access);
        connection->migrate();
        return connection;
    }

    static domain::Delivery delivery_of(store::Connection& connection, domain::DeliveryId id) {
        auto const all = store::all_deliveries(connection);
        auto const found = std::ranges::find(all, id, &domain::Delivery::id);
        if (found == all.end())
            throw base::Error(
                fmt::format("there is no delivery {}: `rodtrad deliveries` lists those there are", id.value()));
        return *found;
    }

    // A unit that was moved in one delivery may have got a new unit below it in a later one.
    static void refuse_circle(store::Connection& connection, domain::DeliveryId undone) {
        try {
            load_units(connection);
        } catch (base::Error const&) {
            throw Refused{{},
                          base::message("Delivery {0} cannot be undone before a later one that builds on it: without "
                                        "it a unit would lie under itself."),
                          {std::to_string(undone.value())}};
        }
    }

    // What people have written of a unit would be left without it, and units below it would stand at the top, out of
    // reach of everyone whose role is for a branch.
    static void refuse_homeless(Work& work, domain::DeliveryId undone, std::vector<store::StandingUnit> const& before) {
        auto const after = store::standing_units(work.connection());
        std::set<std::string> left;
        for (auto const& unit : after) left.insert(unit.value.code);
        for (auto const& unit : before) {
            if (left.contains(unit.value.code)) continue;
            if (plan::is_spoken_of(work.tables(), unit.value.code))
                throw Refused{{},
                              base::message("Delivery {0} cannot be undone: {1} would go with it, and people, goals or "
                                            "documents belong there. End the unit instead."),
                              {std::to_string(undone.value()), unit.value.name}};
            auto const is_below = [&](auto const& other) { return other.value.parent == unit.value.code; };
            if (auto const below = std::ranges::find_if(after, is_below); below != after.end())
                throw Refused{{},
                              base::message("Delivery {0} cannot be undone: {1} would go with it, and {2} lies below "
                                            "it. Move that first, or end the unit instead."),
                              {std::to_string(undone.value()), unit.value.name, below->value.name}};
        }
    }

    // Files, each read by read_one(its number, how, receiver), as one delivery.
    DeliveryReport deliver_each(std::vector<std::string> const& names, DeliveryOptions const& options, By const& by,
                                auto const& read_one) {
        auto read_options = options.read;
        auto& current = read_options.name;
        auto const progress = [&](std::uint64_t done, std::uint64_t total) {
            if (options.progress) options.progress(current, done, total);
        };
        auto const read_all = [&](Receiver& receiver, DeliveryReport& report) {
            for (std::size_t at = 0; at < names.size(); ++at) {
                current = names[at];
                auto const read = readable([&] { return read_one(at, read_options, receiver); });
                if (read.rows == 0)
                    throw Refused{
                        "file",
                        base::message("{0}: there is no row in it, only headings. Nothing was stored: deliver "
                                      "a file with rows, or leave it out."),
                        {current}};
                auto counts = receiver.end_file();
                counts.rows = read.rows;
                counts.left_out += read.left_out;
                report.counts += counts;
                report.files.push_back({current, read.format, counts, read.passed_over});
            }
        };
        auto const source = options.source.empty() ? fmt::format("{}", fmt::join(names, ", ")) : options.source;
        DeliveryReport report;
        carry_out(
            by, [&](Work& work) { report = receive(work, options, source, Rights::by_contents, read_all, progress); });
        return report;
    }

    DeliveryReport receive_as(DeliveryOptions const& options, std::string const& source, By const& by,
                              plan::Right right, std::string const& unit, auto const& fill) {
        DeliveryReport report;
        carry_out(by, [&](Work& work) {
            work.require(right, unit);
            report = receive(work, options, source, Rights::are_checked, fill);
        });
        return report;
    }

    // A delivery of one thing that a person states: either it fits, or the person hears why not.
    DeliveryReport receive_one(std::string const& source, By const& by, std::string const& unit, auto const& state) {
        auto report = receive_as({.is_strict = true}, source, by, plan::Right::annotate, unit,
                                 [&](Receiver& receiver, DeliveryReport& counted) {
                                     state(receiver);
                                     counted.counts.rows = 1;
                                 });
        if (report.complaints.empty()) return report;
        auto const& complaint = report.complaints.front();
        throw base::Error(
            fmt::format("{} ({} \"{}\") {}", complaint.problem, complaint.column, complaint.text, complaint.remedy));
    }

    // A connection of its own: pages go on reading what stood before, until everything is there.
    void carry_out_on(store::Connection& connection, By const& by, std::function<void(Work&)> const& use_case) {
        store::Transaction transaction{connection, store::Transaction::Kind::write};
        auto const plan = m_plans.current(connection);
        auto const data = [this] {
            auto const snapshot = m_snapshots.latest();
            return std::shared_ptr<study::Dataset const>{snapshot, &snapshot->data};
        };
        Work work{connection, *plan, data, by};
        use_case(work);
        if (work.is_to_be_kept()) transaction.commit();
    }

    std::unique_ptr<store::Connection>
    connect(store::sqlite::Patience patience = store::sqlite::Patience::ten_seconds) const {
        return store::sqlite::connect(database_in(m_folder), store::sqlite::Access::existing, patience);
    }

    std::filesystem::path m_folder;
    mutable std::mutex m_reading; // m_reader is one connection: one thread at a time
    std::unique_ptr<store::Connection> m_reader;
    Snapshots m_snapshots;
    Plans m_plans;
};

} // namespace

std::unique_ptr<Organisation> Organisation::open(std::filesystem::path const& data_folder,
                                                 OrganisationOptions const& options) {
    // Whoever mistypes a folder's name should hear of it, and not be shown an empty organisation.
    if (!is_in(data_folder))
        throw base::Error(fmt::format("there is no organisation in the data folder {}. `rodtrad serve`, `rodtrad "
                                      "import` or `rodtrad demo` makes one there; name another folder with --data.",
                                      data_folder.string()));
    return std::make_unique<StoredOrganisation>(data_folder, store::sqlite::Access::existing, options);
}

void Organisation::restore(std::filesystem::path const& data_folder, std::filesystem::path const& exported,
                           ExchangeProgress const& progress) {
    Beginning beginning{data_folder};
    make_folder(data_folder);
    auto const connection = store::sqlite::connect(database_in(data_folder), store::sqlite::Access::create);
    connection->migrate();
    store::Transaction transaction{*connection, store::Transaction::Kind::write};
    restore_tables(*connection, exported, progress);
    if (auto const problems = problems_in(*connection); !problems.empty())
        throw base::Error(fmt::format("{}: {}. Nothing was restored.", exported.string(), problems.front()));
    transaction.commit();
    beginning.is_done();
}

bool Organisation::is_in(std::filesystem::path const& data_folder) {
    return is_there(database_in(data_folder)); // a folder that may not be looked into is told of when it is opened
}

std::unique_ptr<Organisation> Organisation::open_or_create(std::filesystem::path const& data_folder,
                                                           OrganisationOptions const& options) {
    make_folder(data_folder);
    return std::make_unique<StoredOrganisation>(data_folder, store::sqlite::Access::create, options);
}

} // namespace rodtrad::steering
