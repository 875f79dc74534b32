#include "steering/thread_shares.hpp"

#include "plan/red_thread.hpp"
#include "steering/work.hpp"

#include <algorithm>

namespace rodtrad::steering {

void record_thread_share(Work& work) {
    work.require(plan::Right::define, {});
    auto const& plan = work.plan();
    if (plan.goals.empty() && plan.documents.empty()) return;
    auto share = plan::RedThread{plan, work.data(), work.today()}.share();
    auto const& kept = work.tables().thread_shares;
    auto const same_day = std::ranges::find_if(kept, [&](auto const& earlier) { return earlier.day == share.day; });
    if (same_day != kept.end()) {
        share.id = same_day->id;
        share.version = same_day->version;
    }
    work.put(share, "thread_share.record");
}

} // namespace rodtrad::steering
