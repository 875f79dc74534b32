#include "app/serve_command.hpp"

#include "app/clock.hpp"
#include "app/daily_work.hpp"
#include "app/letters.hpp"
#include "app/origin_option.hpp"
#include "app/settings.hpp"
#include "base/error.hpp"
#include "base/log.hpp"
#include "base/memory.hpp"
#include "base/secret.hpp"
#include "steering/organisation.hpp"
#include "steering/sign_in.hpp"
#include "view/pages/people_addresses.hpp"
#include "web/routes.hpp"
#include "web/server.hpp"
#include "web/site.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>
#include <iostream>
#include <memory>
#include <utility>

namespace rodtrad::app {

namespace {

struct ServeOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8321;
    std::string public_address;
    std::string behind_proxy;
    MailOptions mail;
};

// What is wrong with a port as it was given; empty where nothing is.
std::string port_problem(std::string const& text) {
    std::uint16_t port = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    bool const is_port = error == std::errc{} && end == text.data() + text.size();
    return is_port ? std::string{} : fmt::format("{}: give a number from 0 to 65535 (0 takes any free one)", text);
}

// Nothing where visitors use the host and port themselves.
std::optional<web::PublicAddress> to_public_address(ServeOptions const& options) {
    if (!options.behind_proxy.empty())
        return web::PublicAddress::behind_proxy(to_origin("--behind-proxy", options.behind_proxy));
    if (options.public_address.empty()) return {};
    auto origin = to_origin("--public-address", options.public_address);
    if (origin.scheme == web::Scheme::https)
        throw base::UsageError{fmt::format("--public-address {0}: Rödtråd leaves https to a proxy in front of it. If "
                                           "there is one, say --behind-proxy {0}",
                                           options.public_address)};
    return web::PublicAddress::straight_at(std::move(origin));
}

void tell(ServeOptions const& options, web::Server const& server, view::Language const& language) {
    auto const visited = server.origin();
    auto const own_host = web::origin_of_address(options.host, server.port()).host;
    bool const is_local = web::is_this_computer(visited.host);
    std::cout << language.tr("Rödtråd is at {0}", visited.text() + "/") << '\n';
    if (is_local)
        std::cout << language.tr("It can be reached from this computer only. Ctrl-C stops it.") << '\n' << std::flush;
    else
        std::cout << language.tr("It listens on {0}. Ctrl-C stops it.", fmt::format("{}:{}", own_host, server.port()))
                  << '\n'
                  << std::flush;
    if (visited.scheme == web::Scheme::http && !is_local)
        std::cerr << language.tr("Warning: without https, passwords and figures can be read on their way through the "
                                 "network. Let a proxy with a certificate stand in front: --behind-proxy.")
                  << '\n';
    if (!options.behind_proxy.empty() && !web::is_this_computer(own_host))
        std::cerr << language.tr("Warning: see to it that nobody but the proxy reaches {0}. Who does can say that they "
                                 "come from anywhere.",
                                 fmt::format("{}:{}", own_host, server.port()))
                  << '\n';
}

// Whoever can read the terminal may set up the organisation, and nobody else.
void tell_set_up(web::Origin const& visited, std::string_view code, view::Language const& language) {
    auto const url = view::pages::set_up_url().query("kod", code);
    std::cout << language.tr("Nobody can sign in yet. Open this address to get started: {0}",
                             visited.text() + url.text())
              << '\n'
              << std::flush;
}

void serve(ServeOptions const& options, Settings const& settings) {
    base::keep_freed_memory();
    base::Log log{std::cerr, now};
    auto const public_address = to_public_address(options);
    auto post_office = to_post_office(options.mail, {});
    std::unique_ptr<steering::Organisation> organisation;
    std::unique_ptr<web::Site> site;
    // It takes its address first: where that is another program's, no organisation is made.
    web::Server server{[&](web::Request const& request) { return site->answer(request); },
                       {.host = options.host,
                        .port = options.port,
                        .public_address = public_address,
                        .body_limit_of = web::body_limit_at}};
    bool const is_new = !steering::Organisation::is_in(settings.data_folder);
    organisation = steering::Organisation::open_or_create(settings.data_folder, {.log = &log});
    bool const is_set_up = steering::can_anyone_sign_in(*organisation, now());
    auto const set_up_code = is_set_up ? std::string{} : base::random_token();
    site = std::make_unique<web::Site>(*organisation, log, RODTRAD_VERSION, now, set_up_code);
    server.stop_on_signals();
    site->warm();
    if (is_new)
        std::cout << settings.language().tr("A new organisation is made in {0}.", settings.data_folder.string())
                  << '\n';
    tell(options, server, settings.language());
    if (!is_set_up) tell_set_up(server.origin(), set_up_code, settings.language());
    if (post_office) post_office->site = server.origin().text();
    DailyWork const daily_work{*organisation, log, std::move(post_office)};
    server.run();
}

} // namespace

void add_serve_command(CLI::App& root, Settings& settings) {
    auto options = std::make_shared<ServeOptions>();
    auto* command = root.add_subcommand("serve", "Show the pages to a browser: on this computer, or to others.");
    command->add_option("--host", options->host, "address of this computer to listen on, IPv4 or IPv6")
        ->capture_default_str();
    command->add_option("--port", options->port, "to listen on; 0 takes any free one")
        ->capture_default_str()
        ->check(port_problem);
    auto* const straight = command->add_option("--public-address", options->public_address,
                                               "what visitors write instead of host and port: http://name:port");
    command
        ->add_option("--behind-proxy", options->behind_proxy,
                     "what visitors write where a proxy stands in front, with https: https://name")
        ->excludes(straight);
    add_mail_options(*command, options->mail);
    command->callback([options, &settings] { serve(*options, settings); });
}

} // namespace rodtrad::app
