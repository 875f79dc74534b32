#pragma once

#include "steering/organisation.hpp"
#include "temporary_folder.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace rodtrad::steering::test {

inline base::Instant const first_day = base::to_instant("2026-10-01T08:00:00Z");
inline base::Instant const second_day = base::to_instant("2026-10-02T08:00:00Z");
inline By const at_first_day = by_command_line("a test", first_day);
inline By const at_second_day = by_command_line("a test", second_day);

// An organisation in a folder of its own, which is gone with it.
struct TestOrganisation {
    rodtrad::test::TemporaryFolder folder;
    std::unique_ptr<Organisation> organisation = Organisation::open_or_create(data_folder());

    std::filesystem::path data_folder() const { return folder.path() / "data"; }
    DeliveryReport deliver(std::string const& name, std::string const& content, base::Instant when = first_day) {
        return organisation->deliver({folder.write(name, content)}, {}, by_command_line("a test", when));
    }
};

// All that a snapshot says, to the last bit: data, list and states.
std::string written(Snapshot const& snapshot);
// The first line in which two of them differ, in both; empty where they are the same.
std::string difference(std::string_view one, std::string_view other);

} // namespace rodtrad::steering::test
