#include "steering/daily.hpp"

#include "steering/organisation.hpp"
#include "steering/sign_in.hpp"
#include "steering/thread_shares.hpp"
#include "steering/work.hpp"
#include "store/sessions.hpp"
#include "store/settings.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::steering {

namespace {

constexpr std::string_view setting = "daily_work"; // the latest day on which it was begun

} // namespace

bool begin_daily_work(Organisation& organisation, By const& by) {
    if (base::time_of_day(by.at) < daily_work_begins) return false;
    auto const today = base::to_text(base::day_of(by.at));
    // A day that is later than this one has been begun where the clock was wrong: it is not waited for.
    auto const is_begun = [&](store::Connection& connection) {
        return store::find_setting(connection, setting) == today;
    };
    bool is_mine = false;
    organisation.read([&](store::Connection& connection) { is_mine = !is_begun(connection); });
    if (!is_mine) return false;
    organisation.carry_out(by, [&](Work& work) {
        is_mine = !is_begun(work.connection());
        if (!is_mine) return;
        store::write_setting(work.connection(), setting, today);
        work.keep();
    });
    return is_mine;
}

void keep_thread_share(Organisation& organisation, By const& by) {
    organisation.carry_out(by, [](Work& work) { record_thread_share(work); });
}

void forget_what_is_over(Organisation& organisation, By const& by) {
    organisation.carry_out(by, [](Work& work) {
        store::end_sessions_before(work.connection(), work.now() - idle_session, work.now());
        work.keep();
    });
}

} // namespace rodtrad::steering
