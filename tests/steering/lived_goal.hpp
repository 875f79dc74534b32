#pragma once

#include "organisation_fixture.hpp"
#include "steering/work.hpp"
#include "study/dataset.hpp"

#include <functional>
#include <string>
#include <vector>

namespace rodtrad::steering::test {

// A school with a team and a goal, an old people's home beside it, and someone of each kind who may come to the goal.
class LivedGoal {
public:
    domain::PersonId head, teacher, nurse, reader, politician, controller, other_anna;
    domain::GoalId goal;
    domain::KeyResultId days, maths;

    LivedGoal() {
        m_made.deliver("units.csv", "code;name;parent;kind\nK;Kommunen;;municipality\nskola;Norrskolan;K;unit\n"
                                    "lag;Arbetslag 7–9;skola;team\nhem;Solhemmet;K;unit\n");
        m_made.organisation->carry_out(at_first_day, [this](Work& work) {
            head = person(work, "bo.alm", "Bo Alm", domain::Role::manager, "skola");
            teacher = person(work, "anna.ek", "Anna Ek", domain::Role::member, "skola");
            nurse = person(work, "eva.lind", "Eva Lind", domain::Role::member, "hem");
            reader = person(work, "ola", "Ola Berg", domain::Role::reader, "");
            politician = person(work, "siv", "Siv Dahl", domain::Role::politician, "K");
            controller = person(work, "kim", "Kim Ström", domain::Role::controller, "");
            other_anna = person(work, "anna.ek2", "Anna Ek", domain::Role::member, "hem");
            goal = work.put(domain::Goal{.title = "Varje elev får stöd i tid",
                                         .units = {"skola"},
                                         .begins = *base::to_date("2026-01-01"),
                                         .ends = *base::to_date("2026-12-31"),
                                         .state = domain::GoalState::active},
                            "goal.create");
            days = work.put(domain::KeyResult{.goal = goal, .title = "Dagar från oro till stöd", .target = 5},
                            "key_result.add");
            maths = work.put(
                domain::KeyResult{
                    .goal = goal, .kind = domain::KeyResultKind::milestone, .title = "Mattestöd finns", .position = 1},
                "key_result.add");
        });
    }

    Organisation& organisation() { return *m_made.organisation; }
    plan::Plan const& plan() { // as it stands now, until the next call
        m_plan = organisation().plan();
        return *m_plan;
    }
    // Someone does something, on 1 October unless it is said when.
    void does(domain::PersonId who, std::function<void(Work&)> const& use_case, base::Instant when = first_day) {
        organisation().carry_out({Actor::of(*plan().people.find(who)), when}, use_case);
    }

private:
    static domain::PersonId person(Work& work, std::string user_name, std::string name, domain::Role role,
                                   std::string const& unit) {
        auto const id =
            work.put(domain::Person{.user_name = std::move(user_name), .name = std::move(name)}, "person.add");
        work.put(domain::Grant{.person = id, .role = role, .unit = unit}, "role.give");
        return id;
    }

    TestOrganisation m_made;
    std::shared_ptr<plan::Plan const> m_plan;
};

// The field that a use case refuses; "-" where it does not.
inline std::string refused_field(std::function<void()> const& use_case) {
    try {
        use_case();
    } catch (Refused const& refused) {
        return refused.field();
    }
    return "-";
}

} // namespace rodtrad::steering::test
