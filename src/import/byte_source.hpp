#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace rodtrad::import {

// Bytes from somewhere, once, from first to last.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    // Fills as much of `into` as there is at hand, at least one byte; 0 at the end. Throws base::Error.
    virtual std::size_t read(std::span<char> into) = 0;
    // Bytes taken so far from what lies on disk (compressed), and how many there are; 0 where that is not known.
    virtual std::uint64_t done() const = 0;
    virtual std::uint64_t total() const = 0;
};

// Fills all of `into`, unless the bytes end first.
std::size_t read_all(ByteSource& source, std::span<char> into);

// All of the bytes, or the first `limit` of them where there are more.
std::string read_up_to(ByteSource& source, std::size_t limit);

// Throws base::Error where the path is absent, a directory or may not be read.
std::unique_ptr<ByteSource> open_file(std::filesystem::path const& path);

// Reads a text that outlives the source.
std::unique_ptr<ByteSource> open_text(std::string_view text);

// Bytes whose beginning can be looked at before they are read.
class WithHead final : public ByteSource {
public:
    static constexpr std::size_t head_size = 16;

    explicit WithHead(std::unique_ptr<ByteSource> bytes);
    // The first bytes, all that there are of head_size.
    std::string_view head() const { return m_head; }
    std::size_t read(std::span<char> into) override;
    std::uint64_t done() const override { return m_bytes->done(); }
    std::uint64_t total() const override { return m_bytes->total(); }

private:
    std::string m_head;
    std::size_t m_at = 0;
    std::unique_ptr<ByteSource> m_bytes;
};

// The same bytes, unpacked where they turn out to be gzip or xz; the name is for messages.
// Formats that nothing here reads are refused.
std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> source, std::string name);

} // namespace rodtrad::import
