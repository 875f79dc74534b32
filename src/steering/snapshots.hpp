#pragma once

#include "steering/organisation.hpp"
#include "store/changes.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace rodtrad::steering {

// A snapshot, and what is needed to make the next one of it.
struct KnownSnapshot : Snapshot {
    store::Moment moment;
    domain::Published published;
};

// Keeps the latest snapshot, and makes the next of it when the database has changed, whoever changed it: what was not
// touched is shared between them. Safe to use from several threads.
class Snapshots {
public:
    using Connect = std::function<std::unique_ptr<store::Connection>()>;
    Snapshots(std::filesystem::path data_folder, OrganisationOptions options, Connect connect);

    // What stands now.
    std::shared_ptr<KnownSnapshot const> current();
    // The same, but while another thread makes it, what stood before still serves.
    std::shared_ptr<KnownSnapshot const> latest();

private:
    store::Moment moment();
    std::shared_ptr<KnownSnapshot const> renewed(); // call it with m_making locked
    std::shared_ptr<KnownSnapshot const> made_after(KnownSnapshot const* before);
    study::Dataset loaded(store::Connection& connection, store::Moment const& moment);
    void keep(study::Dataset const& data, store::Moment const& moment);

    std::filesystem::path m_folder;
    OrganisationOptions m_options;
    Connect m_connect;
    std::mutex m_reading; // m_reader is one connection: one thread at a time
    std::unique_ptr<store::Connection> m_reader;
    std::mutex m_making;
    std::atomic<std::shared_ptr<KnownSnapshot const>> m_known;
    std::jthread m_keeper; // writes the cache
};

} // namespace rodtrad::steering
