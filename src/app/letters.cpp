#include "app/letters.hpp"

#include "base/error.hpp"
#include "base/secret.hpp"
#include "steering/digests.hpp"
#include "steering/work.hpp"
#include "view/digest.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <exception>

namespace rodtrad::app {

namespace {

constexpr int most_failures_in_a_row = 3; // then it is the server, and to wait for it once a person would take all day

view::Digest digest(steering::DueDigest const& due, domain::Person const& person, plan::Plan const& plan,
                    study::Dataset const& data, std::string_view site, base::Date today) {
    auto const* language = view::Language::find(person.language);
    return view::digest_of(due.todos, plan, data, person, site, today,
                           language == nullptr ? view::Language::swedish() : *language);
}

mail::Letter letter(view::Digest const& digest, domain::Person const& person, PostOffice const& post_office,
                    base::Instant now) {
    return {.from = post_office.from,
            .from_name = "Rödtråd",
            .to = person.email,
            .subject = digest.subject,
            .text = digest.text,
            .date = now,
            .id = base::random_token() + post_office.from.substr(post_office.from.rfind('@'))};
}

} // namespace

void add_mail_options(CLI::App& command, MailOptions& options) {
    command.add_option("--mail", options.url,
                       "mail server that letters leave by: smtp://host:port or smtps://host:port");
    command.add_option("--mail-from", options.from, "address that letters come from");
    command.add_option("--mail-user", options.user,
                       "to sign in to the mail server as; its password is in RODTRAD_MAIL_PASSWORD");
    command.add_option("--mail-ca", options.ca_file, "file of certificates to trust instead of this computer's own");
}

std::optional<PostOffice> to_post_office(MailOptions const& options, std::string site) {
    if (options.url.empty() && options.from.empty()) return {};
    if (options.url.empty())
        throw base::UsageError{
            "--mail-from says who letters are from: say with --mail smtp://host:port how they leave"};
    if (options.from.find('@') == std::string::npos)
        throw base::UsageError{
            fmt::format("--mail {}: say with --mail-from rodtrad@example.se who letters are from", options.url)};
    auto const* password = std::getenv("RODTRAD_MAIL_PASSWORD");
    return PostOffice{.server = {.url = options.url,
                                 .user = options.user,
                                 .password = password == nullptr ? std::string{} : std::string{password},
                                 .ca_file = options.ca_file},
                      .from = options.from,
                      .site = std::move(site)};
}

LetterRound send_letters(steering::Organisation& organisation, PostOffice const& post_office, base::Log& log,
                         base::Instant now) {
    auto const today = base::day_of(now);
    auto const by = steering::by_command_line("rodtrad digest", now);
    auto const plan = organisation.plan();
    auto const snapshot = organisation.snapshot();
    LetterRound round;
    int failures_in_a_row = 0;
    for (auto const& due : steering::due_digests(organisation, today)) {
        auto const* person = plan->people.find(due.person);
        if (person == nullptr) continue; // came while the letters were being written
        bool is_first = false;
        organisation.carry_out(by, [&](steering::Work& work) { is_first = steering::begin_digest(work, due.person); });
        if (!is_first) continue;
        try {
            auto const written = digest(due, *person, *plan, snapshot->data, post_office.site, today);
            mail::send(letter(written, *person, post_office, now), post_office.server);
            ++round.sent;
            failures_in_a_row = 0;
        } catch (std::exception const& error) {
            organisation.carry_out(by, [&](steering::Work& work) { steering::take_back_digest(work, due.person); });
            log.error("letter not sent", {{"person", person->user_name}, {"what", error.what()}});
            ++round.failed;
            round.is_cut_short = ++failures_in_a_row == most_failures_in_a_row;
            if (round.is_cut_short) break;
        }
    }
    if (round.is_cut_short) log.error("letters given up until tomorrow", {{"server", post_office.server.url}});
    return round;
}

std::string letters_in_text(steering::Organisation& organisation, std::string_view site, base::Instant now) {
    auto const today = base::day_of(now);
    auto const plan = organisation.plan();
    auto const snapshot = organisation.snapshot();
    std::string text;
    for (auto const& due : steering::due_digests(organisation, today)) {
        auto const* person = plan->people.find(due.person);
        if (person == nullptr) continue;
        auto const written = digest(due, *person, *plan, snapshot->data, site, today);
        text +=
            fmt::format("To: {} <{}>\nSubject: {}\n\n{}\n", person->name, person->email, written.subject, written.text);
    }
    return text;
}

} // namespace rodtrad::app
