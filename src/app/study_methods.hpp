#pragma once

#include "app/study_tables.hpp"
#include "base/csv_writer.hpp"

#include <filesystem>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace rodtrad::app {

struct StudyRequest {
    std::string method;                          // by its name in the reference files: "xmr"
    std::string table;                           // which of its tables to print; empty = the main one
    std::filesystem::path input;                 // CSV
    std::optional<std::filesystem::path> series; // CSV with the settings of each series, for xmr
};

// Runs a method on a file and prints what it found as CSV. An unknown method or table, or one that is not built, is a
// base::UsageError; a file that the method cannot use is a base::Error.
void run_study(StudyRequest const& request, std::ostream& out);

// For messages and help: "xmr, steptest, …".
std::string built_study_methods();

// One printable table of one method.
struct StudyInput {
    StudyTable const& table;
    StudyTable const* series = nullptr; // where the method takes a second file
};
struct StudyMethod {
    std::string_view method;
    std::string_view table;
    void (*print)(StudyInput const& input, base::CsvWriter& out);
    bool takes_series = false;
};
std::span<StudyMethod const> series_methods(); // over time: xmr, steptest
std::span<StudyMethod const> trend_methods();  // over time: anhoej, mk_theilsen, recenttrend, …
std::span<StudyMethod const> parts_methods();  // a whole and its parts: sii, kitagawa
std::span<StudyMethod const> family_methods(); // over units: modvar, bh, modz, quartile, …
std::span<StudyMethod const> effect_methods(); // of what was done: did, its, lag, staggered
std::span<StudyMethod const> case_methods();   // figures by themselves: wilson, rate, welch, …

} // namespace rodtrad::app
