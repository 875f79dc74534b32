#pragma once

#include "import/collected.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace rodtrad::import {

struct ReadFixture {
    FileReport report;
    Collected found;
};

inline ReadFixture read_fixture(std::filesystem::path const& path,
                                std::optional<std::filesystem::path> const& mapping = {}) {
    ReadFixture read;
    read.report = read_file(path, ReadOptions{mapping}, read.found);
    return read;
}

inline std::filesystem::path fixture(std::string_view name) {
    return std::filesystem::path{"tests/fixtures/import"} / name;
}

// A real file that is not part of the project; nothing, and a word about it, where it is not at hand.
inline std::optional<std::filesystem::path> shared_file(std::string_view name) {
    auto const* stated = std::getenv("RODTRAD_SHARED_DIR");
    std::filesystem::path const folder{stated != nullptr ? stated : "../shared"};
    if (auto path = folder / name; std::filesystem::exists(path)) return path;
    MESSAGE("skipped: there is no " << (folder / name).string()
                                    << "; RODTRAD_SHARED_DIR names the folder of the real files");
    return {};
}

} // namespace rodtrad::import
