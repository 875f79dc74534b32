#pragma once

#include "plan/plan.hpp"
#include "store/connection.hpp"
#include "store/journal.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace rodtrad::steering {

// A plan, and which line of the journal it was read at.
struct KnownPlan : plan::Plan {
    KnownPlan(plan::Tables tables, store::JournalPosition read_at)
        : plan::Plan{std::move(tables), read_at.number}, position{std::move(read_at)} {}
    store::JournalPosition position;
};

// Keeps the latest plan, and makes the next of it when the journal has grown, whoever wrote: what was not touched is
// shared between them. Safe to use from several threads.
class Plans {
public:
    using Connect = std::function<std::unique_ptr<store::Connection>()>;
    explicit Plans(Connect connect) : m_connect{std::move(connect)} {}

    // What stands now.
    std::shared_ptr<KnownPlan const> current();
    // The same, read within a transaction of the caller's.
    std::shared_ptr<KnownPlan const> current(store::Connection& connection);

private:
    Connect m_connect;
    std::mutex m_making; // m_reader is one connection: one thread at a time
    std::unique_ptr<store::Connection> m_reader;
    std::atomic<std::shared_ptr<KnownPlan const>> m_known;
};

} // namespace rodtrad::steering
