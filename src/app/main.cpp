#include "app/advise_command.hpp"
#include "app/check_command.hpp"
#include "app/deliveries_command.hpp"
#include "app/demo_command.hpp"
#include "app/digest_command.hpp"
#include "app/export_command.hpp"
#include "app/follow_up_command.hpp"
#include "app/import_command.hpp"
#include "app/marks_command.hpp"
#include "app/measures_command.hpp"
#include "app/openapi_command.hpp"
#include "app/peers_command.hpp"
#include "app/publish_command.hpp"
#include "app/serve_command.hpp"
#include "app/settings.hpp"
#include "app/study_command.hpp"
#include "app/units_command.hpp"
#include "app/user_command.hpp"
#include "base/error.hpp"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <iostream>

namespace {

// 0: done. 1: something is wrong with the input or the machine, and nothing was changed. 2: the command was given
// wrongly.
enum ExitCode : int { done = 0, failed = 1, wrong_usage = 2 };

} // namespace

int main(int argc, char** argv) {
    using namespace rodtrad;

    app::Settings settings;
    CLI::App rodtrad{
        "Rödtråd: from goals to results and back. Finds what deserves attention among many series of figures.",
        "rodtrad"};
    rodtrad.add_option("--data", settings.data_folder, "folder of the organisation's data")
        ->envname("RODTRAD_DATA")
        ->capture_default_str();
    rodtrad
        .add_option("--language", settings.language_code,
                    "of what is printed: sv or en; help and errors are in English")
        ->check(CLI::IsMember({"sv", "en"}))
        ->capture_default_str();
    rodtrad.set_version_flag("--version", "rodtrad " RODTRAD_VERSION);
    rodtrad.fallthrough(); // --data may stand before or after the command

    app::add_demo_command(rodtrad, settings);
    app::add_import_command(rodtrad, settings);
    app::add_export_command(rodtrad, settings);
    app::add_deliveries_command(rodtrad, settings);
    app::add_units_command(rodtrad, settings);
    app::add_measures_command(rodtrad, settings);
    app::add_marks_command(rodtrad, settings);
    app::add_peers_command(rodtrad, settings);
    app::add_follow_up_command(rodtrad, settings);
    app::add_advise_command(rodtrad, settings);
    app::add_publish_command(rodtrad, settings);
    app::add_study_command(rodtrad);
    app::add_user_command(rodtrad, settings);
    app::add_serve_command(rodtrad, settings);
    app::add_digest_command(rodtrad, settings);
    app::add_check_command(rodtrad, settings);
    app::add_openapi_command(rodtrad);

    try {
        rodtrad.parse(argc, argv);
        if (rodtrad.get_subcommands().empty()) {
            std::cerr << rodtrad.help();
            return ExitCode::wrong_usage;
        }
        // What is cut off by a full disk should not look whole.
        if (!std::cout.flush()) throw base::Error("what was to be printed could not be written: is the disk full?");
        return ExitCode::done;
    } catch (CLI::ParseError const& error) {
        return rodtrad.exit(error) == 0 ? ExitCode::done : ExitCode::wrong_usage;
    } catch (base::UsageError const& error) {
        std::cerr << "rodtrad: " << error.what() << '\n';
        return ExitCode::wrong_usage;
    } catch (std::exception const& error) {
        std::cerr << "rodtrad: " << error.what() << '\n';
        return ExitCode::failed;
    }
}
