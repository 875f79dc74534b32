#include "app/demo_plan.hpp"

#include "base/secret.hpp"
#include "demo/plan.hpp"
#include "steering/demo_sign_in.hpp"
#include "steering/organisation.hpp"
#include "steering/work.hpp"
#include "store/credentials.hpp"

namespace rodtrad::app {

namespace {

// Known to everyone: the page to sign in on shows who one may be.
constexpr std::string_view password = "lindhamra-visar-vagen";

} // namespace

void give_plan(steering::Organisation& organisation, base::Instant now) {
    if (!organisation.plan()->people.empty()) return;
    organisation.carry_out(steering::by_command_line("rodtrad demo", now), [&](steering::Work& work) {
        auto const plan = demo::make_plan(work.today());
        plan.for_each_kind([&](auto const& records) {
            for (auto record : records) { // ids are given anew, in the same order
                record.id = {};
                work.put(std::move(record), "demo.tell");
            }
        });
        auto const hash = base::hash_password(password);
        for (auto const& person : work.tables().people) store::write_password_hash(work.connection(), person.id, hash);
        steering::set_demo_sign_in(work, {.password = std::string{password},
                                          .people = {"controller", "rektor", "larare", "bun.ordf", "underskoterska",
                                                     "chef.norr", "uppgifter", "kommundirektor", "admin", "revisor"}});
    });
}

} // namespace rodtrad::app
