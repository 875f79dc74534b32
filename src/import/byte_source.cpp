#include "import/byte_source.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rodtrad::import {

namespace {

class FileBytes final : public ByteSource {
public:
    explicit FileBytes(std::filesystem::path const& path)
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX declares it so.
        : m_name{path.string()}, m_descriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC)} {
        if (m_descriptor < 0) {
            if (errno == ENOENT || errno == ENOTDIR)
                throw base::Error{fmt::format("{}: there is no such file. Check the path.", m_name)};
            throw base::Error{fmt::format("{}: the file cannot be opened: {}.", m_name, std::strerror(errno))};
        }
        struct stat status{};
        auto const is_known = ::fstat(m_descriptor, &status) == 0;
        if (is_known && S_ISDIR(status.st_mode)) {
            ::close(m_descriptor);
            throw base::Error{fmt::format("{}: this is a directory. Name the files in it.", m_name)};
        }
        if (is_known && S_ISREG(status.st_mode)) m_total = static_cast<std::uint64_t>(status.st_size);
        ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    }
    ~FileBytes() override { ::close(m_descriptor); }
    FileBytes(FileBytes const&) = delete;
    FileBytes& operator=(FileBytes const&) = delete;

    std::size_t read(std::span<char> into) override {
        for (;;) {
            auto const count = ::read(m_descriptor, into.data(), into.size());
            if (count >= 0) {
                m_done += static_cast<std::uint64_t>(count);
                return static_cast<std::size_t>(count);
            }
            if (errno != EINTR) throw base::Error{fmt::format("{}: reading failed: {}.", m_name, std::strerror(errno))};
        }
    }
    std::uint64_t done() const override { return m_done; }
    std::uint64_t total() const override { return m_total; }

private:
    std::string m_name;
    int m_descriptor;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
};

class TextBytes final : public ByteSource {
public:
    explicit TextBytes(std::string_view text) : m_rest{text}, m_total{text.size()} {}
    std::size_t read(std::span<char> into) override {
        auto const count = m_rest.copy(into.data(), into.size());
        m_rest.remove_prefix(count);
        return count;
    }
    std::uint64_t done() const override { return m_total - m_rest.size(); }
    std::uint64_t total() const override { return m_total; }

private:
    std::string_view m_rest;
    std::uint64_t m_total;
};

} // namespace

std::size_t read_all(ByteSource& source, std::span<char> into) {
    std::size_t size = 0;
    while (size < into.size()) {
        auto const count = source.read(into.subspan(size));
        if (count == 0) break;
        size += count;
    }
    return size;
}

std::unique_ptr<ByteSource> open_file(std::filesystem::path const& path) { return std::make_unique<FileBytes>(path); }
std::unique_ptr<ByteSource> open_text(std::string_view text) { return std::make_unique<TextBytes>(text); }

std::string read_up_to(ByteSource& source, std::size_t limit) {
    std::string bytes;
    constexpr std::size_t block_size = std::size_t{1} << 16U;
    while (bytes.size() < limit) {
        auto const size = bytes.size();
        bytes.resize(std::min(size + block_size, limit));
        auto const count = source.read(std::span{bytes}.subspan(size));
        bytes.resize(size + count);
        if (count == 0) break;
    }
    return bytes;
}

WithHead::WithHead(std::unique_ptr<ByteSource> bytes) : m_head(head_size, '\0'), m_bytes{std::move(bytes)} {
    m_head.resize(read_all(*m_bytes, m_head));
}

std::size_t WithHead::read(std::span<char> into) {
    if (m_at == m_head.size()) return m_bytes->read(into);
    auto const count = m_head.copy(into.data(), into.size(), m_at);
    m_at += count;
    return count;
}

} // namespace rodtrad::import
