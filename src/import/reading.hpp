#pragma once

#include "import/problems.hpp"
#include "import/read_file.hpp"
#include "import/sink.hpp"

#include <string>
#include <string_view>

namespace rodtrad::import {

// One file on its way to the sink: what it is called, what was counted, and how a complaint is made.
struct Reading {
    Sink& sink;
    std::string file;
    FileReport report{};

    Place place(std::int64_t row) const { return {file, row}; }
    // The row is not handed over: call it once for a row.
    void leave_out(std::int64_t row, std::string_view column, std::string_view text, problems::Problem const& problem);
    // It is, with a reservation.
    void note(std::int64_t row, std::string_view column, std::string_view text, problems::Problem const& problem);
};

} // namespace rodtrad::import
