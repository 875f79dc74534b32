// plain_bench FOLDER PERIODS PERIODS-A-YEAR [THREADS]: the job of docs/performance.md as an ordinary, good program does
// it: series after series in vectors, scalar loops, std::sort and std::nth_element, two threads over the measures.
// Answers, one line of JSON each, to the words `job`, `list` (the job and what the list holds beyond it), `columns` and
// `memory` on standard input.

#include "job.hpp"
#include "list.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>

namespace {

using namespace plain;

double peak_megabytes() {
    std::ifstream status{"/proc/self/status"};
    std::string word;
    double kilobytes = 0;
    while (status >> word)
        if (word == "VmHWM:") status >> kilobytes;
    return kilobytes / 1024;
}

// By the clock, and by the processors.
void print_spent(auto work) {
    auto const start = std::chrono::steady_clock::now();
    auto const cpu_start = std::clock();
    work();
    std::chrono::duration<double> const seconds = std::chrono::steady_clock::now() - start;
    fmt::print("{{\"seconds\":{},\"cpu\":{}}}\n", seconds.count(),
               static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC);
}

// Count, sum and sum of sizes of the columns, so that engines can be laid beside each other.
class Columns {
public:
    void add(char const* name, auto const& rows, auto value) {
        long double sum = 0;
        long double sizes = 0;
        std::size_t count = 0;
        for (auto const& row : rows) {
            auto const of_row = static_cast<double>(value(row));
            if (std::isnan(of_row)) continue;
            ++count;
            sum += of_row;
            sizes += std::abs(of_row);
        }
        m_text += fmt::format("{}\"{}\":[{},{},{}]", m_text.empty() ? '{' : ',', name, count, static_cast<double>(sum),
                              static_cast<double>(sizes));
    }
    std::string text() const { return m_text + "}"; }

private:
    std::string m_text;
};

std::string columns_of(Answers const& answers) {
    Columns columns;
    auto const& series = answers.series;
    columns.add("series.last", series, [](Series const& s) { return s.last; });
    columns.add("series.change", series, [](Series const& s) { return s.change; });
    columns.add("series.year_change", series, [](Series const& s) { return s.year_change; });
    columns.add("series.mean", series, [](Series const& s) { return s.mean; });
    columns.add("series.range", series, [](Series const& s) { return s.range; });
    columns.add("series.signal", series, [](Series const& s) { return s.signal == 0 ? std::nan("") : s.signal; });
    columns.add("series.met", series, [](Series const& s) { return s.status == Status::met ? 1 : std::nan(""); });
    columns.add("series.missed", series, [](Series const& s) { return s.status == Status::missed ? 1 : std::nan(""); });
    columns.add("trend.slope", series, [](Series const& s) { return s.slope; });
    columns.add("trend.z", series, [](Series const& s) { return s.trend_z; });
    columns.add("rank.place", series, [](Series const& s) { return s.rank == 0 ? std::nan("") : s.rank; });
    columns.add("rank.of", series, [](Series const& s) { return s.rank == 0 ? std::nan("") : s.ranked; });
    columns.add("beside.first", answers.beside, [](Quartiles const& q) { return q.first; });
    columns.add("beside.median", answers.beside, [](Quartiles const& q) { return q.median; });
    columns.add("beside.third", answers.beside, [](Quartiles const& q) { return q.third; });
    columns.add("gap.difference", answers.gaps, [](Gap const& gap) { return gap.difference; });
    columns.add("gap.z", answers.gaps, [](Gap const& gap) { return gap.z; });
    auto const of_some = [](auto member) {
        return [member](Below const& below) {
            return below.count == 0 ? std::nan("") : static_cast<double>(below.*member);
        };
    };
    columns.add("below.numerator", answers.below, of_some(&Below::numerator));
    columns.add("below.denominator", answers.below, of_some(&Below::denominator));
    columns.add("below.value", answers.below, [](Below const& below) {
        return below.count == 0 ? std::nan("") : below.numerator / below.denominator;
    });
    columns.add("below.least", answers.below, of_some(&Below::least));
    columns.add("below.tenth", answers.below, of_some(&Below::tenth));
    columns.add("below.median", answers.below, of_some(&Below::median));
    columns.add("below.ninetieth", answers.below, of_some(&Below::ninetieth));
    columns.add("below.most", answers.below, of_some(&Below::most));
    columns.add("below.count", answers.below, of_some(&Below::count));
    columns.add("strongest.score", answers.strongest, [](Strongest const& s) { return s.score; });
    return columns.text();
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        fmt::print(stderr, "plain_bench FOLDER PERIODS PERIODS-A-YEAR [THREADS]\n");
        return 2;
    }
    auto const number = [&](int at) { return std::strtoul(argv[at], nullptr, 10); };
    auto const workload = read_workload(argv[1], number(2), number(3));
    auto const threads = argc > 4 ? static_cast<unsigned>(number(4)) : 2U;
    fmt::print("{{\"figures\":{}}}\n", workload.figures);
    static_cast<void>(std::fflush(stdout));

    Answers answers;
    List list;
    std::string word;
    while (std::cin >> word) {
        if (word == "job") {
            print_spent([&] { do_job(workload, threads, answers); });
        } else if (word == "list") {
            print_spent([&] {
                do_job(workload, threads, answers);
                make_list(workload, answers, threads, list);
            });
        } else if (word == "columns") {
            fmt::print("{}\n", columns_of(answers));
        } else if (word == "memory") {
            fmt::print("{{\"megabytes\":{}}}\n", peak_megabytes());
        }
        static_cast<void>(std::fflush(stdout));
    }
}
