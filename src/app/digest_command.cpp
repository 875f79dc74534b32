#include "app/digest_command.hpp"

#include "app/clock.hpp"
#include "app/letters.hpp"
#include "app/origin_option.hpp"
#include "app/settings.hpp"
#include "base/error.hpp"
#include "base/log.hpp"
#include "steering/organisation.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>

namespace rodtrad::app {

namespace {

struct DigestOptions {
    MailOptions mail;
    std::string address;
    bool is_now = false;
    bool is_dry_run = false;
};

void digest(DigestOptions const& options, Settings const& settings) {
    if (options.is_now == options.is_dry_run)
        throw base::UsageError{"say --now to send the letters that are due, or --dry-run to read them first"};
    auto const& language = settings.language();
    auto const site = site_of(options.address, language);
    auto const post_office = to_post_office(options.mail, site);
    if (options.is_now && !post_office)
        throw base::UsageError{"say with --mail smtp://host:port and --mail-from how the letters leave"};
    base::Log log{std::cerr, now};
    auto const organisation = steering::Organisation::open(settings.data_folder, {.log = &log});
    if (options.is_dry_run) {
        auto const letters = letters_in_text(*organisation, site, now());
        std::cout << (letters.empty() ? std::string{language.tr("No letter is due.")} + "\n" : letters);
        return;
    }
    auto const round = send_letters(*organisation, *post_office, log, now());
    std::cout << language.trn("{0} letter sent", "{0} letters sent", round.sent, std::to_string(round.sent)) << '\n';
    if (round.failed > 0)
        throw base::Error(fmt::format("{} could not be sent: what is above says why. They are tried again the next "
                                      "time",
                                      round.failed));
}

} // namespace

void add_digest_command(CLI::App& root, Settings& settings) {
    auto options = std::make_shared<DigestOptions>();
    auto* command = root.add_subcommand("digest", "Send each person a letter of what waits, as serve does once a day.");
    command->add_flag("--now", options->is_now, "send those that are due today and have not been sent");
    command->add_flag("--dry-run", options->is_dry_run, "print them, send nothing");
    add_address_option(*command, options->address);
    add_mail_options(*command, options->mail);
    command->callback([options, &settings] { digest(*options, settings); });
}

} // namespace rodtrad::app
