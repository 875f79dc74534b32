#include "app/daily_work.hpp"

#include "app/clock.hpp"
#include "steering/actor.hpp"
#include "steering/daily.hpp"

#include <chrono>
#include <exception>
#include <string_view>
#include <utility>

namespace rodtrad::app {

namespace {

// So often it is asked what time it is: a clock that is set, and a computer that has slept, make no difference.
constexpr std::chrono::minutes between_looks{1};

void attempt(base::Log& log, std::string_view what, auto const& work) {
    try {
        work();
    } catch (std::exception const& error) {
        log.error("daily work failed", {{"work", what}, {"what", error.what()}});
    }
}

} // namespace

DailyWork::DailyWork(steering::Organisation& organisation, base::Log& log, std::optional<PostOffice> post_office)
    : m_organisation{organisation}, m_log{log}, m_post_office{std::move(post_office)},
      m_thread{[this](std::stop_token const& stop) { run(stop); }} {}

void DailyWork::run(std::stop_token const& stop) {
    while (!stop.stop_requested()) {
        attempt(m_log, "to begin", [&] { do_what_is_due(); });
        std::unique_lock lock{m_mutex};
        m_asleep.wait_for(lock, stop, between_looks, [] { return false; });
    }
}

void DailyWork::do_what_is_due() {
    auto const by = steering::by_command_line("rodtrad serve", now());
    if (!steering::begin_daily_work(m_organisation, by)) return;
    attempt(m_log, "the thread's share", [&] { steering::keep_thread_share(m_organisation, by); });
    attempt(m_log, "what is over", [&] { steering::forget_what_is_over(m_organisation, by); });
    if (m_post_office) attempt(m_log, "letters", [&] { send_letters(m_organisation, *m_post_office, m_log, by.at); });
}

} // namespace rodtrad::app
