// Writes a workload as the other engines read it: workload_files city|country SIZE FOLDER.
//   figures.csv   m,u,g,t,num,den   measure, leaf, group (0 all, 1 women, 2 men), period, numerator, denominator
//   units.csv     u,cohort,n0,n1…   a leaf, whom it is compared with, and the node above it on each level
//   measures.csv  m,kind,polarity,target   kind: 0 share, 1 rate, 2 mean, 3 index; target empty for none

#include "workloads.hpp"

#include <fmt/format.h>
#include <fmt/os.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string_view>

namespace {

using namespace rodtrad;

int number_of(domain::ValueKind kind) {
    switch (kind) {
    case domain::ValueKind::proportion:
        return 0;
    case domain::ValueKind::rate:
        return 1;
    case domain::ValueKind::mean:
        return 2;
    default:
        return 3;
    }
}

void write_units(bench::Generator const& generator, std::filesystem::path const& folder) {
    auto file = fmt::output_file((folder / "units.csv").string());
    file.print("u,cohort");
    auto const levels = generator.workload().nodes.size();
    for (std::size_t level = 0; level < levels; ++level) file.print(",n{}", level);
    file.print("\n");
    for (std::size_t leaf = 0; leaf < generator.workload().leaves; ++leaf) {
        file.print("{},{}", leaf, generator.cohort_of(leaf));
        std::size_t before = 0; // nodes on the levels above: they are numbered level by level
        for (std::size_t level = 0; level < levels; ++level) {
            file.print(",{}", before + generator.above(leaf, level));
            before += generator.starts(level).size();
        }
        file.print("\n");
    }
}

void write_measures(bench::Generator const& generator, std::filesystem::path const& folder) {
    auto file = fmt::output_file((folder / "measures.csv").string());
    file.print("m,kind,polarity,target\n");
    for (std::size_t m = 0; m < generator.workload().measures; ++m) {
        auto const& measure = generator.definition(m);
        file.print("{},{},{},{}\n", m, number_of(measure.kind), measure.polarity,
                   std::isnan(measure.target) ? "" : fmt::format("{}", measure.target));
    }
}

std::size_t write_figures(bench::Generator const& generator, std::filesystem::path const& folder) {
    auto file = fmt::output_file((folder / "figures.csv").string(), fmt::buffer_size = 1 << 20);
    file.print("m,u,g,t,num,den\n");
    auto const& workload = generator.workload();
    std::size_t count = 0;
    for (std::size_t m = 0; m < workload.measures; ++m) {
        auto const figures = generator.figures(m);
        std::size_t at = 0;
        for (std::size_t leaf = 0; leaf < workload.leaves; ++leaf)
            for (std::size_t group = 0; group < bench::group_count; ++group)
                for (std::size_t t = 0; t < workload.periods; ++t, ++at)
                    if (figures.denominators[at] > 0) {
                        file.print("{},{},{},{},{},{}\n", m, leaf, group, t, figures.numerators[at],
                                   figures.denominators[at]);
                        ++count;
                    }
    }
    return count;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        fmt::print(stderr, "workload_files city|country SIZE FOLDER\n");
        return 2;
    }
    auto const size = std::strtod(argv[2], nullptr);
    bench::Generator const generator{std::string_view{argv[1]} == "city" ? bench::city(size) : bench::country(size)};
    std::filesystem::path const folder{argv[3]};
    std::filesystem::create_directories(folder);
    write_units(generator, folder);
    write_measures(generator, folder);
    fmt::print("{}\n", write_figures(generator, folder));
}
