#pragma once

#include "import/byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::import {

// A zip archive in memory. What is read of it is bounded, however much a small file says that it holds.
class ZipFile {
public:
    static constexpr std::size_t max_entries = 10'000;
    static constexpr std::uint64_t max_unpacked = std::uint64_t{1}
                                                  << 30U; // bytes, all that is ever read of it together

    // The name is for messages. Throws base::Error where the bytes are not a whole zip archive.
    ZipFile(std::string bytes, std::string name);

    std::string const& name() const { return m_name; }
    // Names of entries are compared without regard to case, as Windows does.
    bool has(std::string_view entry) const;
    // Unpacks while it is read; the ZipFile outlives it. Throws base::Error where there is no such entry; reading
    // throws where it is damaged.
    std::unique_ptr<ByteSource> open(std::string_view entry) const;

private:
    std::string m_bytes;
    std::string m_name;
    std::vector<std::string> m_entries; // in lower case
    mutable std::uint64_t m_unpacked = 0;
};

} // namespace rodtrad::import
