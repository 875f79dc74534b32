#include "import/zip_file.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "import/unreadable.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <optional>

namespace rodtrad::import {

namespace {

[[noreturn]] void fail_damaged(std::string const& name) {
    throw Unreadable{base::message("{0}: the file is damaged or cut off. Save it again."), {name}};
}

// Walks through the entries of an archive.
class Walk {
public:
    Walk(std::string const& bytes, std::string name) : m_name{std::move(name)}, m_archive{archive_read_new()} {
        archive_read_support_format_zip_seekable(m_archive.get());
        if (archive_read_open_memory(m_archive.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) fail_damaged(m_name);
    }

    // The next entry's name in lower case; nothing at the end.
    std::optional<std::string> next() {
        archive_entry* entry = nullptr;
        auto const result = archive_read_next_header(m_archive.get(), &entry);
        if (result == ARCHIVE_EOF) return {};
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN) fail_damaged(m_name);
        auto const* path = archive_entry_pathname(entry);
        return path != nullptr ? base::lower(path) : std::string{};
    }

    std::size_t read(std::span<char> into) {
        auto const count = archive_read_data(m_archive.get(), into.data(), into.size());
        if (count < 0) fail_damaged(m_name); // also where the checksum differs
        return static_cast<std::size_t>(count);
    }

private:
    struct Free {
        void operator()(archive* archive) const { archive_read_free(archive); }
    };
    std::string m_name;
    std::unique_ptr<archive, Free> m_archive;
};

class Entry final : public ByteSource {
public:
    Entry(Walk walk, std::string const& name, std::uint64_t& unpacked)
        : m_walk{std::move(walk)}, m_name{name}, m_unpacked{unpacked} {}
    std::size_t read(std::span<char> into) override {
        auto const count = m_walk.read(into);
        m_unpacked += count;
        if (m_unpacked > ZipFile::max_unpacked)
            throw Unreadable{base::message("{0}: the file holds more than {1} MiB when unpacked. Save its sheets as "
                                           "\"CSV UTF-8\", which can be of any size."),
                             {m_name, std::to_string(ZipFile::max_unpacked >> 20U)}};
        return count;
    }
    std::uint64_t done() const override { return 0; }
    std::uint64_t total() const override { return 0; }

private:
    Walk m_walk;
    std::string const& m_name;
    std::uint64_t& m_unpacked;
};

} // namespace

ZipFile::ZipFile(std::string bytes, std::string name) : m_bytes{std::move(bytes)}, m_name{std::move(name)} {
    Walk walk{m_bytes, m_name};
    while (auto entry = walk.next()) {
        if (m_entries.size() == max_entries)
            throw Unreadable{base::message("{0}: the archive holds more than {1} files."),
                             {m_name, std::to_string(max_entries)}};
        m_entries.push_back(std::move(*entry));
    }
}

bool ZipFile::has(std::string_view entry) const {
    return std::ranges::find(m_entries, base::lower(entry)) != m_entries.end();
}

std::unique_ptr<ByteSource> ZipFile::open(std::string_view entry) const {
    auto const wanted = base::lower(entry);
    Walk walk{m_bytes, m_name};
    while (auto const found = walk.next())
        if (*found == wanted) return std::make_unique<Entry>(std::move(walk), m_name, m_unpacked);
    throw Unreadable{base::message("{0}: the part {1} is not in the file. Save it again."),
                     {m_name, std::string{entry}}};
}

} // namespace rodtrad::import
