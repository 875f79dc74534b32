// How long a stored organisation takes to load, to follow up, and to follow up on one thread: kolada_bench DATA-FOLDER.

#include "steering/load.hpp"
#include "steering/organisation.hpp"
#include "store/sqlite/sqlite_connection.hpp"
#include "study/follow_up.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace {

using namespace rodtrad;

constexpr int rounds = 5;

// Median of the rounds, in milliseconds.
double milliseconds(auto work) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        auto const start = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "kolada_bench DATA-FOLDER\n");
        return 2;
    }
    auto const connection =
        store::sqlite::connect(std::filesystem::path{argv[1]} / "rodtrad.db", store::sqlite::Access::existing);
    study::Dataset data;
    auto const load = milliseconds([&] {
        std::vector<std::string> problems;
        data = steering::load_dataset(*connection, problems);
    });
    study::FollowUp list;
    auto const two = milliseconds([&] { list = study::follow_up(data, {.threads = 2}); });
    auto const one = milliseconds([&] { list = study::follow_up(data, {.threads = 1}); });
    fmt::print(
        "load from the database {:.0f} ms; follow-up {:.0f} ms on two threads, {:.0f} ms on one ({} series checked, {} "
        "cards, {} confirmed)\n",
        load, two, one, list.series_checked, list.cards.size(), list.confirmed);
}
