#pragma once

#include "import/read_bytes.hpp"
#include "import/sink.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::import {

// A figure that outlives the file.
struct KeptObservation {
    std::string measure;
    std::string unit;
    std::string group;
    std::string period;
    domain::Outcome outcome;
    bool is_value_from_counts = false;
    std::int64_t row = 0;
};

// Keeps all that a file holds.
struct Collected final : Sink {
    std::vector<KeptObservation> observations;
    std::vector<std::pair<domain::Unit, Fields>> units;
    std::vector<std::pair<domain::Measure, Fields>> measures;
    std::vector<domain::Group> groups;
    std::vector<domain::PeerGroup> peer_groups;
    std::vector<domain::Target> targets;
    std::vector<domain::Mark> marks;
    std::vector<domain::Complaint> complaints;
    std::uint64_t progress_done = 0;
    std::uint64_t progress_total = 0;

    void unit(domain::Unit const& unit, Fields stated, Place) override { units.emplace_back(unit, stated); }
    void measure(domain::Measure const& measure, Fields stated, Place) override {
        measures.emplace_back(measure, stated);
    }
    void group(domain::Group const& group, Place) override { groups.push_back(group); }
    void peer_group(domain::PeerGroup const& group, Place) override { peer_groups.push_back(group); }
    void target(domain::Target const& target, Place) override { targets.push_back(target); }
    void mark(domain::Mark const& mark, Place) override { marks.push_back(mark); }
    void observation(ObservationRow const& row, Place place) override {
        observations.push_back({std::string{row.measure}, std::string{row.unit}, std::string{row.group},
                                row.period.text(), row.outcome, row.is_value_from_counts, place.row});
    }
    void complain(domain::Complaint const& complaint) override { complaints.push_back(complaint); }
    void progress(std::uint64_t done, std::uint64_t total) override {
        progress_done = done;
        progress_total = total;
    }
};

struct ReadText {
    FileReport report;
    Collected found;
};

inline ReadText read_text(std::string_view text, std::string_view mapping = {}) {
    ReadText read;
    std::optional<Mapping> stated;
    if (!mapping.empty()) stated = to_mapping(mapping, "mapping.toml");
    read.report = read_bytes(open_text(text), "file.csv", stated, read.found);
    return read;
}

// The message of the error that the text ends in; empty where it is read.
inline std::string error_of(std::string_view text, std::string_view mapping = {}) {
    try {
        read_text(text, mapping);
    } catch (std::exception const& error) {
        return error.what();
    }
    return {};
}

inline std::optional<double> value_of(KeptObservation const& observation) {
    auto const* measured = std::get_if<domain::Measured>(&observation.outcome);
    if (measured == nullptr) return {};
    return measured->value;
}

} // namespace rodtrad::import
