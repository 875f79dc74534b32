#include "app/serve_command.hpp"

#include "app/clock.hpp"
#include "app/settings.hpp"
#include "base/log.hpp"
#include "base/memory.hpp"
#include "steering/organisation.hpp"
#include "web/server.hpp"
#include "web/site.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace rodtrad::app {

namespace {

struct ServeOptions {
    std::uint16_t port = 8321;
};

void serve(ServeOptions const& options, Settings const& settings) {
    base::keep_freed_memory();
    base::Log log{std::cerr, now};
    auto const organisation = steering::Organisation::open(settings.data_folder, {.log = &log});
    web::Site site{*organisation, log, RODTRAD_VERSION, now};
    web::Server server{[&](web::Request const& request) { return site.answer(request); }, {.port = options.port}};
    server.stop_on_signals();
    site.warm();

    auto const& language = settings.language();
    auto const address = fmt::format("http://localhost:{}/", server.port());
    std::cout << language.tr("Rödtråd is at {0}", address) << '\n'
              << language.tr("It listens on this computer only, until there are accounts. Ctrl-C stops it.") << '\n'
              << std::flush;
    server.run();
}

} // namespace

void add_serve_command(CLI::App& root, Settings& settings) {
    auto options = std::make_shared<ServeOptions>();
    auto* command = root.add_subcommand("serve", "Show the pages to a browser on this computer.");
    command->add_option("--port", options->port, "to listen on; 0 takes any free one")->capture_default_str();
    command->callback([options, &settings] { serve(*options, settings); });
}

} // namespace rodtrad::app
