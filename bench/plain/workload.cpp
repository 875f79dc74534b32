#include "workload.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <stdexcept>

namespace plain {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// The numbers of a line; NaN for an empty field.
void split(std::string const& line, std::vector<double>& fields) {
    fields.clear();
    char const* at = line.data();
    char const* const end = at + line.size();
    while (at <= end) {
        double value = none;
        auto const [next, error] = std::from_chars(at, end, value);
        fields.push_back(error == std::errc{} ? value : none);
        at = next + 1;
    }
}

void each_row(std::string const& path, auto row) {
    std::ifstream file{path};
    if (!file) throw std::runtime_error("cannot read " + path);
    std::vector<char> buffer(1 << 20);
    file.rdbuf()->pubsetbuf(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    std::string line;
    std::getline(file, line); // the heading
    std::vector<double> fields;
    while (std::getline(file, line)) {
        split(line, fields);
        row(fields);
    }
}

std::size_t whole(double field) { return static_cast<std::size_t>(field); }

void read_units(std::string const& folder, Workload& workload) {
    each_row(folder + "/units.csv", [&](std::vector<double> const& fields) {
        auto const leaf = whole(fields[0]);
        auto const cohort = whole(fields[1]);
        workload.cohort_of.push_back(cohort);
        workload.cohorts.resize(std::max(workload.cohorts.size(), cohort + 1));
        workload.cohorts[cohort].push_back(leaf);
        for (std::size_t level = 2; level < fields.size(); ++level) {
            auto const node = whole(fields[level]);
            workload.nodes.resize(std::max(workload.nodes.size(), node + 1));
            workload.nodes[node].leaves.push_back(leaf);
            if (level == 2) continue;
            auto& siblings = workload.nodes[whole(fields[level - 1])].children;
            if (siblings.empty() || siblings.back() != node) siblings.push_back(node);
        }
    });
}

} // namespace

Workload read_workload(std::string const& folder, std::size_t periods, std::size_t periods_a_year) {
    Workload workload;
    workload.periods = periods;
    workload.periods_a_year = periods_a_year;
    read_units(folder, workload);
    each_row(folder + "/measures.csv", [&](std::vector<double> const& fields) {
        workload.measures.push_back({static_cast<Kind>(whole(fields[1])), static_cast<int>(fields[2]), fields[3]});
    });
    auto const cells = workload.measures.size() * workload.leaves() * Workload::groups * periods;
    workload.numerators.assign(cells, none);
    workload.denominators.assign(cells, none);
    workload.values.assign(cells, none);
    each_row(folder + "/figures.csv", [&](std::vector<double> const& fields) {
        auto const at = workload.at(whole(fields[0]), whole(fields[1]), whole(fields[2]), whole(fields[3]));
        workload.numerators[at] = fields[4];
        workload.denominators[at] = fields[5];
        workload.values[at] = fields[4] / fields[5];
        ++workload.figures;
    });
    return workload;
}

} // namespace plain
