#include "app/user_command.hpp"

#include "app/ask_password.hpp"
#include "app/clock.hpp"
#include "app/origin_option.hpp"
#include "app/output.hpp"
#include "app/settings.hpp"
#include "base/error.hpp"
#include "base/message.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "plan/valid.hpp"
#include "steering/organisation.hpp"
#include "steering/people.hpp"
#include "steering/sign_in.hpp"
#include "view/pages/people_addresses.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <optional>

namespace rodtrad::app {

namespace {

struct UserOptions {
    OutputFormat format = OutputFormat::text;
    std::string user_name;
    std::string name;
    std::string email;
    std::string role = "reader";
    std::string unit;
    std::string reason;
    std::string address;
    bool is_link_wanted = false;
};

// What a use case refuses is said in the language of the command.
void carry_out(steering::Organisation& organisation, UserOptions const& options, Settings const& settings,
               std::function<void(steering::Work&)> const& use_case) {
    try {
        organisation.carry_out(steering::by_command_line("rodtrad user", now()), use_case);
    } catch (steering::Refused const& refused) {
        // A form has a list of units beside it; here one has to ask for it.
        if (refused.field() == "role_unit" && !options.unit.empty())
            throw base::Error(fmt::format("there is no unit {}: `rodtrad units` lists those there are", options.unit));
        std::vector<std::string_view> const values{refused.values().begin(), refused.values().end()};
        throw base::Error(base::filled_in(settings.language().tr(refused.message()), values));
    }
}

domain::Person person_called(steering::Organisation& organisation, std::string const& user_name) {
    auto const plan = organisation.plan();
    auto const* person = plan->find_user(base::lower(base::trimmed(user_name)));
    if (person == nullptr)
        throw base::Error(fmt::format("there is no user {}: `rodtrad user` lists those there are", user_name));
    return *person;
}

// A password, or a link by which the person chooses one.
class WayIn {
public:
    WayIn(UserOptions const& options, Settings const& settings)
        : m_options{options}, m_language{settings.language()},
          m_site{options.is_link_wanted ? site_of(options.address, m_language) : std::string{}} {
        if (options.is_link_wanted) return;
        auto const password = ask_password(std::string{m_language.tr("Password for {0}:", options.user_name)},
                                           std::string{m_language.tr("Once more:")});
        try {
            steering::check_new_password(password, options.user_name, {});
        } catch (steering::Refused const& refused) {
            throw base::Error(std::string{m_language.tr(refused.message())});
        }
        m_hash = base::hash_password(password);
    }

    void give(steering::Work& work, domain::PersonId person) {
        if (m_options.is_link_wanted)
            m_secret = steering::make_link(work, person);
        else
            steering::set_password_hash(work, person, m_hash);
    }

    void tell() const {
        if (m_options.is_link_wanted)
            std::cout << m_language.tr("To be opened once, within two days: {0}",
                                       m_site + view::pages::link_url(m_secret).text())
                      << '\n';
        else
            std::cout << m_language.tr("{0} can sign in.", m_options.user_name) << '\n';
    }

private:
    UserOptions const& m_options;
    view::Language const& m_language;
    std::string m_site; // what the link leads to
    std::string m_hash;
    std::string m_secret;
};

void list(UserOptions const& options, Settings const& settings) {
    auto const plan = steering::Organisation::open(settings.data_folder)->plan();
    auto const today = base::day_of(now());
    OutputTable table{{"user", "name", "roles", "is_active"}};
    for (auto const& person : plan->people) {
        std::vector<std::string> roles;
        for (auto const* grant : plan->grants_of(person.id))
            if (plan::is_valid(*grant, today))
                roles.push_back(grant->unit.empty() ? std::string{base::name_of(grant->role)}
                                                    : fmt::format("{} {}", base::name_of(grant->role), grant->unit));
        table.add({person.user_name, person.name, fmt::format("{}", fmt::join(roles, ", ")), person.is_active});
    }
    table.print(std::cout, options.format);
}

void add(UserOptions const& options, Settings const& settings) {
    WayIn way_in{options, settings}; // first: a password that is refused should make no organisation
    auto const organisation = steering::Organisation::open_or_create(settings.data_folder);
    carry_out(*organisation, options, settings, [&](steering::Work& work) {
        auto const person = steering::add_person(work, {.user_name = options.user_name,
                                                        .name = options.name.empty() ? options.user_name : options.name,
                                                        .email = options.email});
        steering::give_role(
            work, person,
            {.role = *base::value_of<domain::Role>(options.role), .unit = options.unit, .from = {}, .to = {}}, {});
        way_in.give(work, person);
    });
    way_in.tell();
}

void reset(UserOptions const& options, Settings const& settings) {
    auto const organisation = steering::Organisation::open(settings.data_folder);
    auto const person = person_called(*organisation, options.user_name);
    WayIn way_in{options, settings};
    carry_out(*organisation, options, settings, [&](steering::Work& work) { way_in.give(work, person.id); });
    way_in.tell();
}

void deactivate(UserOptions const& options, Settings const& settings) {
    auto const organisation = steering::Organisation::open(settings.data_folder);
    auto const person = person_called(*organisation, options.user_name);
    carry_out(*organisation, options, settings,
              [&](steering::Work& work) { steering::deactivate(work, person.id, options.reason); });
    std::cout << settings.language().tr("{0} can no longer sign in, and is signed in nowhere.", person.user_name)
              << '\n';
}

CLI::App* add_user_verb(CLI::App& command, std::string const& verb, std::string const& about, UserOptions& options) {
    auto* found = command.add_subcommand(verb, about);
    found->add_option("user", options.user_name, "the name to sign in with")->required();
    return found;
}

void add_link_options(CLI::App& command, UserOptions& options) {
    command.add_flag("--one-time-link", options.is_link_wanted,
                     "print a link by which the person chooses a password, instead of asking for one here");
    add_address_option(command, options.address);
}

} // namespace

void add_user_command(CLI::App& root, Settings& settings) {
    auto options = std::make_shared<UserOptions>();
    auto* command = root.add_subcommand("user", "List those who sign in; add one, give a new password, deactivate.");
    add_format_option(*command, options->format);

    std::vector<std::string> roles;
    for (auto const& [role, name] : names_of(domain::Role{})) roles.emplace_back(name);
    auto* add_command = add_user_verb(*command, "add", "Add a person who signs in.", *options);
    add_command->add_option("--name", options->name, "of the person; the user name where it is left out");
    add_command->add_option("--email", options->email, "of the person");
    add_command->add_option("--role", options->role, "what the person may")
        ->check(CLI::IsMember(roles))
        ->capture_default_str();
    add_command->add_option("--unit", options->unit,
                            "where: this unit (its code) and all below; without it, everywhere");
    add_link_options(*add_command, *options);
    add_command->callback([options, &settings] { add(*options, settings); });

    auto* reset_command = add_user_verb(*command, "reset", "Give someone a new password.", *options);
    add_link_options(*reset_command, *options);
    reset_command->callback([options, &settings] { reset(*options, settings); });

    auto* deactivate_command = add_user_verb(*command, "deactivate",
                                             "Sign someone out everywhere, for good. Nothing is taken away.", *options);
    deactivate_command->add_option("--reason", options->reason, "stands in the journal");
    deactivate_command->callback([options, &settings] { deactivate(*options, settings); });

    command->callback([command, options, &settings] {
        if (command->get_subcommands().empty()) list(*options, settings);
    });
}

} // namespace rodtrad::app
