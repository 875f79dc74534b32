// What the program does by itself once a day.

#include "lived_goal.hpp"
#include "steering/daily.hpp"
#include "steering/sign_in.hpp"
#include "store/sessions.hpp"

#include <doctest/doctest.h>

namespace rodtrad::steering::test {

namespace {

bool begins(Organisation& organisation, std::string_view when) {
    return begin_daily_work(organisation, by_command_line("a test", base::to_instant(when)));
}

} // namespace

TEST_CASE("the day's work begins at half past six in the morning in Sweden, summer and winter") {
    TestOrganisation summer;
    CHECK_FALSE(begins(*summer.organisation, "2026-07-01T04:29:00Z"));
    CHECK(begins(*summer.organisation, "2026-07-01T04:30:00Z"));
    TestOrganisation winter;
    CHECK_FALSE(begins(*winter.organisation, "2026-12-01T05:29:00Z"));
    CHECK(begins(*winter.organisation, "2026-12-01T05:30:00Z"));
}

TEST_CASE("the day's work is done once a day, whoever else asks and however often the program is restarted") {
    TestOrganisation test;
    CHECK(begins(*test.organisation, "2026-10-01T05:00:00Z"));
    CHECK_FALSE(begins(*test.organisation, "2026-10-01T20:00:00Z"));
    auto const other = Organisation::open(test.data_folder());
    CHECK_FALSE(begins(*other, "2026-10-01T20:00:00Z"));
    CHECK_FALSE(begins(*other, "2026-10-01T23:00:00Z")); // one o'clock on the next day: too early
    CHECK(begins(*other, "2026-10-02T05:00:00Z"));
    CHECK_FALSE(begins(*test.organisation, "2026-10-02T05:00:01Z"));
    // A clock that was wrong does not keep the work waiting for the day it showed.
    CHECK(begins(*test.organisation, "2031-01-01T08:00:00Z"));
    CHECK(begins(*test.organisation, "2026-10-03T08:00:00Z"));
}

TEST_CASE("the share of whole threads is kept once a day, as it last was") {
    LivedGoal school;
    auto const keep = [&](base::Instant at) {
        keep_thread_share(school.organisation(), by_command_line("a test", at));
        return school.plan().thread_shares.size();
    };
    CHECK(keep(first_day) == 1);
    CHECK(school.plan().thread_shares[0].units_with_thread == 0);
    school.organisation().carry_out(at_first_day, [&](Work& work) {
        auto const vision = work.put(
            domain::SteeringDocument{.unit = "K", .kind = domain::DocumentKind::vision, .title = "Alla lär sig läsa"},
            "document.write");
        auto goal = work.must_find<domain::Goal>(school.goal);
        goal.supports_documents = {vision};
        work.put(goal, "goal.test");
    });
    CHECK(keep(first_day) == 1);
    CHECK(school.plan().thread_shares[0].units_with_thread == 2); // the school, and where the vision is
    CHECK(keep(second_day) == 2);
}

TEST_CASE("nothing is kept of an organisation that has no plan") {
    TestOrganisation test;
    keep_thread_share(*test.organisation, at_first_day);
    CHECK(test.organisation->plan()->thread_shares.empty());
}

TEST_CASE("sessions that nobody has used for half a day are forgotten, and the others are not") {
    LivedGoal school;
    std::string token;
    school.does(school.teacher, [&](Work& work) { token = begin_session(work, school.teacher, "Firefox"); });
    auto const sessions = [&] {
        std::size_t count = 0;
        school.organisation().read(
            [&](store::Connection& connection) { count = store::sessions_of(connection, school.teacher).size(); });
        return count;
    };
    forget_what_is_over(school.organisation(), by_command_line("a test", first_day + idle_session));
    CHECK(sessions() == 1);
    forget_what_is_over(school.organisation(),
                        by_command_line("a test", first_day + idle_session + std::chrono::seconds{1}));
    CHECK(sessions() == 0);
}

} // namespace rodtrad::steering::test
