// follow_up_bench city|country SIZE [THREADS]: the whole follow-up of a workload. Answers, one line of JSON each, to
// these words on standard input:
//   once       makes the data, rolls it up and follows it up, holding no more than that takes: for `memory`
//   job        the same work timed, from figures of the lowest units to the list
//   increment  a month more of one measure, with a list of the data before: the timed part is what depends on it
//   columns    count and sums of the job's columns
//   memory     the most the process has held

#include "base/memory.hpp"
#include "column_sums.hpp"
#include "study/follow_up.hpp"
#include "study/frame.hpp"
#include "study/parallel.hpp"
#include "study/roll_up.hpp"
#include "workload_dataset.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace rodtrad;

struct Spent {
    double seconds = 0; // by the clock
    double cpu = 0;     // by the processors, all threads
    Spent& operator+=(Spent const& more) {
        seconds += more.seconds;
        cpu += more.cpu;
        return *this;
    }
};

Spent spent_on(auto work) {
    auto const start = std::chrono::steady_clock::now();
    auto const cpu_start = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC};
}

double peak_megabytes() {
    std::ifstream status{"/proc/self/status"};
    std::string word;
    double kilobytes = 0;
    while (status >> word)
        if (word == "VmHWM:") status >> kilobytes;
    return kilobytes / 1024;
}

class Bench {
public:
    Bench(bench::Workload workload, int threads)
        : m_generator{std::move(workload)}, m_settings{.threads = threads}, m_data{bench::dataset_of(m_generator)} {}

    void once() {
        each_measure(0, m_data.measures.size(), [&](study::MeasureIndex measure) {
            m_data.measures[measure].cube = cube(measure);
            roll_up(measure);
        });
        m_list = study::follow_up(m_data, m_settings);
    }

    struct Job {
        Spent roll_up;
        Spent follow_up;
    };
    // The figures are made anew, untimed, so many measures at a time that none is left in the processor's cache when it
    // is rolled up.
    Job job() {
        constexpr std::size_t batch_bytes = 64 << 20;
        m_list = {};
        Job job;
        auto const cell_bytes = 2 * sizeof(double) + sizeof(study::Cell);
        auto const& workload = m_generator.workload();
        auto const measure_bytes = m_data.units.size() * bench::group_count * workload.periods * cell_bytes;
        auto const batch = std::max<std::size_t>(2, batch_bytes / measure_bytes);
        for (std::size_t first = 0; first < m_data.measures.size(); first += batch) {
            auto const end = std::min(first + batch, m_data.measures.size());
            each_measure(first, end, [&](study::MeasureIndex measure) {
                m_data.measures[measure].coverage = nullptr;
                m_data.measures[measure].cube = cube(measure);
            });
            job.roll_up +=
                spent_on([&] { each_measure(first, end, [&](study::MeasureIndex measure) { roll_up(measure); }); });
        }
        job.follow_up = spent_on([&] { m_list = study::follow_up(m_data, m_settings); });
        return job;
    }

    Spent increment() {
        study::MeasureIndex const measure{m_increments++ % m_data.measures.size()};
        auto const all = m_data.measures[measure];
        m_data.measures[measure].cube =
            bench::cube_of(m_generator, m_data, measure.value(), m_generator.workload().periods - 1);
        roll_up(measure);
        auto const before = study::follow_up(m_data, m_settings);
        m_data.measures[measure] = all;
        m_data.measures[measure].cube = cube(measure);
        return spent_on([&] {
            roll_up(measure);
            m_list = study::follow_up(m_data, m_settings, &before);
        });
    }

    std::size_t figures() const {
        std::size_t count = 0;
        for (auto const& measure : m_data.measures) {
            if (!measure.cube) continue;
            auto const& cells = measure.cube->columns().cells;
            count += static_cast<std::size_t>(std::ranges::count(cells, study::Cell::measured));
        }
        return count;
    }
    study::FollowUp const& list() const { return m_list; }
    std::string columns() const { return bench::column_sums(m_data, m_list); }

private:
    std::shared_ptr<study::Cube const> cube(study::MeasureIndex measure) const {
        return bench::cube_of(m_generator, m_data, measure.value(), m_generator.workload().periods);
    }
    void roll_up(study::MeasureIndex measure) {
        m_data.measures[measure] =
            study::rolled_up(std::move(m_data.measures[measure]), m_data.units, m_data.frame->layout());
    }
    void each_measure(std::size_t first, std::size_t end, auto work) {
        study::for_each_in_parallel(end - first, m_settings.threads,
                                    [&](std::size_t at) { work(study::MeasureIndex{first + at}); });
    }

    bench::Generator m_generator;
    study::FollowUpSettings m_settings;
    study::Dataset m_data;
    study::FollowUp m_list;
    std::size_t m_increments = 0;
};

std::string answer(std::string_view word, Bench& bench) {
    if (word == "once") {
        bench.once();
        return fmt::format("{{\"figures\":{}}}", bench.figures());
    }
    if (word == "job") {
        auto const [roll_up, follow_up] = bench.job();
        return fmt::format("{{\"seconds\":{},\"cpu\":{},\"roll_up\":{},\"follow_up\":{},\"figures\":{},\"checked\":{},"
                           "\"confirmed\":{},\"cards\":{}}}",
                           roll_up.seconds + follow_up.seconds, roll_up.cpu + follow_up.cpu, roll_up.seconds,
                           follow_up.seconds, bench.figures(), bench.list().series_checked, bench.list().confirmed,
                           bench.list().cards.size());
    }
    if (word == "increment") {
        auto const [seconds, cpu] = bench.increment();
        return fmt::format("{{\"seconds\":{},\"cpu\":{}}}", seconds, cpu);
    }
    if (word == "columns") return bench.columns();
    if (word == "memory") return fmt::format("{{\"megabytes\":{}}}", peak_megabytes());
    return "{}";
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        fmt::print(stderr, "follow_up_bench city|country SIZE [THREADS]\n");
        return 2;
    }
    base::keep_freed_memory();
    auto const size = std::strtod(argv[2], nullptr);
    auto const threads = argc > 3 ? static_cast<int>(std::strtol(argv[3], nullptr, 10)) : 2;
    Bench bench{std::string_view{argv[1]} == "city" ? bench::city(size) : bench::country(size), threads};
    fmt::print("{{}}\n");
    static_cast<void>(std::fflush(stdout));
    std::string word;
    while (std::cin >> word) {
        fmt::print("{}\n", answer(word, bench));
        static_cast<void>(std::fflush(stdout));
    }
}
