#pragma once

#include "app/letters.hpp"
#include "base/log.hpp"
#include "steering/organisation.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace rodtrad::app {

// Does what is to be done once a day, on a thread of its own, as long as it lives. What goes wrong is told in the log
// and tried the next day.
class DailyWork {
public:
    // All outlive it. Without a post office no letters are sent.
    DailyWork(steering::Organisation& organisation, base::Log& log, std::optional<PostOffice> post_office);

private:
    void run(std::stop_token const& stop);
    void do_what_is_due();

    steering::Organisation& m_organisation;
    base::Log& m_log;
    std::optional<PostOffice> m_post_office;
    std::mutex m_mutex;
    std::condition_variable_any m_asleep;
    std::jthread m_thread; // last: it uses the rest, and is stopped first
};

} // namespace rodtrad::app
