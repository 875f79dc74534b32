#pragma once

#include "workload.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace plain {

enum class Status : std::uint8_t { none, met, missed };

// What is known of one series. NaN where there is nothing to say.
struct Series {
    int last_time = -1;
    double last = 0;
    double change = 0;
    double year_change = 0;
    double mean = 0;
    double range = 0; // screened average moving range
    int signal = 0;   // +1 above the process limits, −1 below
    Status status = Status::none;
    double slope = 0;       // Theil and Sen
    double trend_z = 0;     // Mann and Kendall
    std::uint32_t rank = 0; // in the measure's newest period; 0 = no figure
    std::uint32_t ranked = 0;
    double score = 0;
};
struct Quartiles {
    double first = 0;
    double median = 0;
    double third = 0;
    std::size_t count = 0;
};
struct Below {
    double numerator = 0;
    double denominator = 0;
    double least = 0;
    double tenth = 0;
    double median = 0;
    double ninetieth = 0;
    double most = 0;
    std::size_t count = 0;
};
struct Gap {
    double difference = 0; // women − men
    double z = 0;          // pooled, for shares
};
struct Strongest {
    double score = 0;
    std::size_t series = 0;
};

struct Answers {
    std::vector<int> newest;       // [measure]; −1 for none
    std::vector<Series> series;    // [measure][leaf][group]
    std::vector<Quartiles> beside; // [measure][group][period][cohort]
    std::vector<Below> below;      // [measure][group][period][node]
    std::vector<Gap> gaps;         // [measure][leaf]
    std::vector<Strongest> strongest;
};

inline constexpr std::size_t trend_periods = 24;
inline constexpr std::size_t strongest_count = 100;

// Type 7, of sorted values.
double quantile(std::vector<double> const& sorted, double share);

// The whole job of docs/performance.md, with memory for its answers kept between runs.
void do_job(Workload const& workload, unsigned threads, Answers& answers);

} // namespace plain
