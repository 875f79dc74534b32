#include "base/error.hpp"
#include "base/message.hpp"
#include "import/byte_source.hpp"
#include "import/unreadable.hpp"

#include <archive.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <zlib.h>

namespace rodtrad::import {

namespace {

using namespace std::string_view_literals;

constexpr auto gzip_mark = "\x1F\x8B"sv;
constexpr auto xz_mark = "\xFD"
                         "7zXZ\0"sv;

struct Refused {
    std::string_view mark;
    std::string_view message;
};
constexpr auto refused = std::to_array<Refused>({
    {"\xD0\xCF\x11\xE0"sv,
     base::message(
         "{0}: This is an old Excel workbook (.xls), or one with a password. Save it as .xlsx without a password.")},
    {"BZh"sv, base::message("{0}: This is packed with bzip2. Unpack it, or pack it with gzip or xz.")},
    {"\x28\xB5\x2F\xFD"sv, base::message("{0}: This is packed with zstd. Unpack it, or pack it with gzip or xz.")},
    {"%PDF"sv, base::message("{0}: This is a PDF document. Fetch the figures as CSV.")},
    {"SQLite format 3"sv, base::message("{0}: This is an SQLite database. Export a table of it as CSV.")},
});

[[noreturn]] void fail_damaged(std::string const& name) {
    throw Unreadable{base::message("{0}: the packed file is damaged or cut off. Fetch it again."), {name}};
}

// gzip by zlib itself: libarchive 3.6 does not compare the checksum, and would let changed figures through.
class Gunzipped final : public ByteSource {
public:
    Gunzipped(std::unique_ptr<ByteSource> packed, std::string name)
        : m_name{std::move(name)}, m_packed{std::move(packed)} {
        constexpr auto gzip_with_largest_window = 16 + MAX_WBITS;
        if (::inflateInit2(&m_stream, gzip_with_largest_window) != Z_OK) throw std::bad_alloc{};
    }
    ~Gunzipped() override { ::inflateEnd(&m_stream); }
    Gunzipped(Gunzipped const&) = delete;
    Gunzipped& operator=(Gunzipped const&) = delete;

    std::size_t read(std::span<char> into) override {
        m_stream.next_out = reinterpret_cast<Bytef*>(into.data());
        m_stream.avail_out = static_cast<uInt>(std::min<std::size_t>(into.size(), m_block.size()));
        auto const room = m_stream.avail_out;
        while (m_stream.avail_out == room) {
            if (m_stream.avail_in == 0 && !fill()) {
                if (!m_is_between_members) fail_damaged(m_name);
                break;
            }
            if (m_is_between_members) { // files packed one after the other are one file
                ::inflateReset(&m_stream);
                m_is_between_members = false;
            }
            auto const result = ::inflate(&m_stream, Z_NO_FLUSH);
            if (result == Z_STREAM_END)
                m_is_between_members = true;
            else if (result != Z_OK && result != Z_BUF_ERROR)
                fail_damaged(m_name);
        }
        return room - m_stream.avail_out;
    }
    std::uint64_t done() const override { return m_packed->done(); }
    std::uint64_t total() const override { return m_packed->total(); }

private:
    bool fill() {
        m_stream.next_in = m_block.data();
        auto const block = std::span{reinterpret_cast<char*>(m_block.data()), m_block.size()};
        m_stream.avail_in = static_cast<uInt>(m_packed->read(block));
        return m_stream.avail_in > 0;
    }

    std::string m_name;
    std::unique_ptr<ByteSource> m_packed;
    z_stream m_stream{};
    std::array<Bytef, 65536> m_block{};
    bool m_is_between_members = false;
};

// xz by libarchive
class Unxzed final : public ByteSource {
public:
    Unxzed(std::unique_ptr<ByteSource> packed, std::string name)
        : m_name{std::move(name)}, m_packed{std::move(packed)}, m_archive{archive_read_new()} {
        archive_read_support_filter_xz(m_archive.get());
        archive_read_support_format_raw(m_archive.get());
        archive_read_support_format_empty(m_archive.get());
        if (archive_read_open(m_archive.get(), this, nullptr, &Unxzed::give, nullptr) != ARCHIVE_OK) fail();
        archive_entry* entry = nullptr;
        auto const result = archive_read_next_header(m_archive.get(), &entry);
        m_is_empty = result == ARCHIVE_EOF;
        if (result != ARCHIVE_OK && !m_is_empty) fail();
        // A damaged head makes the library take the bytes for plain text: the mark says that they are not.
        if (archive_filter_code(m_archive.get(), 0) == ARCHIVE_FILTER_NONE) fail();
    }

    std::size_t read(std::span<char> into) override {
        if (m_is_empty) return 0;
        auto const count = archive_read_data(m_archive.get(), into.data(), into.size());
        if (count < 0) fail();
        return static_cast<std::size_t>(count);
    }
    std::uint64_t done() const override { return m_packed->done(); }
    std::uint64_t total() const override { return m_packed->total(); }

private:
    struct Free {
        void operator()(archive* archive) const { archive_read_free(archive); }
    };

    // Called by libarchive, through which no exception may pass.
    static la_ssize_t give(archive* archive, void* unxzed, void const** block) noexcept {
        auto& self = *static_cast<Unxzed*>(unxzed);
        *block = self.m_block.data();
        try {
            return static_cast<la_ssize_t>(self.m_packed->read(self.m_block));
        } catch (std::exception const& error) {
            self.m_reading_failed = error.what();
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): libarchive declares it so.
            archive_set_error(archive, -1, "%s", error.what());
            return -1;
        }
    }

    [[noreturn]] void fail() const {
        if (!m_reading_failed.empty()) throw base::Error{m_reading_failed};
        fail_damaged(m_name);
    }

    std::string m_name;
    std::unique_ptr<ByteSource> m_packed;
    std::unique_ptr<archive, Free> m_archive;
    std::array<char, 65536> m_block{};
    std::string m_reading_failed;
    bool m_is_empty = false;
};

} // namespace

std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> source, std::string name) {
    auto bytes = std::make_unique<WithHead>(std::move(source));
    auto const head = bytes->head();
    if (head.empty()) throw Unreadable{base::message("{0}: the file is empty."), {name}};
    for (auto const& [mark, message] : refused)
        if (head.starts_with(mark)) throw Unreadable{message, {name}};

    if (head.starts_with(gzip_mark)) return std::make_unique<Gunzipped>(std::move(bytes), std::move(name));
    if (head.starts_with(xz_mark)) return std::make_unique<Unxzed>(std::move(bytes), std::move(name));
    return bytes;
}

} // namespace rodtrad::import
