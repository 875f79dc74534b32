#pragma once

#include "domain/delivery.hpp"
#include "domain/unit.hpp"
#include "import/read_file.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::steering {

// A file that is in memory: its bytes outlive the delivery.
struct DeliveredFile {
    std::string name;
    std::string_view bytes;
};

struct DeliveryOptions {
    import::ReadOptions read;
    bool is_dry_run = false; // tell what would happen, store nothing
    bool is_strict = false;  // a single complaint, and nothing is stored
    std::string source;      // empty = the files' names
    // file name, bytes done, bytes in all
    std::function<void(std::string const&, std::uint64_t, std::uint64_t)> progress;
};

struct FileOutcome {
    std::string file;
    std::string format; // what it was taken for
    domain::DeliveryCounts counts;
    std::int64_t passed_over = 0; // rows that the mapping says are not wanted
};

// How a delivery describes a unit anew.
struct UnitChange {
    std::optional<domain::Unit> before; // nothing: the unit is new
    domain::Unit after;
};

struct DeliveryReport {
    std::optional<domain::DeliveryId> delivery; // nothing where nothing was stored
    domain::DeliveryCounts counts;
    std::vector<FileOutcome> files;
    std::vector<domain::Complaint> complaints; // the first 1,000; the rest are counted, and kept with the delivery
    std::vector<UnitChange> units;             // those that read otherwise than before
};

} // namespace rodtrad::steering
