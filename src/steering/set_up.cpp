#include "steering/set_up.hpp"

#include "base/message.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "steering/organisation.hpp"
#include "steering/people.hpp"
#include "steering/receive.hpp"
#include "steering/sign_in.hpp"
#include "steering/work.hpp"
#include "steering/written_text.hpp"
#include "store/credentials.hpp"

namespace rodtrad::steering {

namespace {

using base::message;

constexpr std::string_view source = "rodtrad serve";

// The topmost unit, as a delivery like any other: it can be renamed, and others put below it.
void found(Work& work, std::string const& name) {
    receive(work, {}, std::string{source}, Rights::are_checked, [&](Receiver& receiver, DeliveryReport& report) {
        receiver.unit({.code = "ORG", .name = name, .parent = {}, .kind = domain::UnitKind::organisation},
                      import::all_fields, {source, 1});
        report.counts.rows = 1;
    });
}

} // namespace

std::string set_up(Organisation& organisation, SetUpWords const& words, std::string_view device, base::Instant now) {
    check_new_password(words.password, words.user_name, "new_password");
    auto const hash = base::hash_password(words.password);
    std::string token;
    organisation.carry_out(by_command_line(std::string{source}, now), [&](Work& work) {
        if (store::can_anyone_sign_in(work.connection(), now))
            throw Refused{{}, message("Rödtråd has been set up already. Sign in instead.")};
        if (work.data().units.empty()) found(work, written_line("organisation", words.organisation, Empty::is_refused));
        auto const person =
            add_person(work, {.user_name = std::string{words.user_name}, .name = std::string{words.name}, .email = {}});
        give_role(work, person, {.role = domain::Role::administrator, .unit = {}, .from = {}, .to = {}}, {});
        set_password_hash(work, person, hash);
        token = begin_session(work, person, device);
    });
    return token;
}

} // namespace rodtrad::steering
