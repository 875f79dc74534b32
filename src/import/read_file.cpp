#include "import/read_file.hpp"

#include "base/error.hpp"
#include "import/kolada.hpp"
#include "import/read_bytes.hpp"
#include "import/table.hpp"
#include "import/workbook_tables.hpp"

#include <fmt/format.h>

namespace rodtrad::import {

namespace {

// Tells the sink how far the file is read, each time that something is read of it.
class WithProgress final : public ByteSource {
public:
    WithProgress(std::unique_ptr<ByteSource> bytes, Sink& sink) : m_bytes{std::move(bytes)}, m_sink{sink} {}
    std::size_t read(std::span<char> into) override {
        auto const count = m_bytes->read(into);
        m_sink.progress(done(), total());
        return count;
    }
    std::uint64_t done() const override { return m_bytes->done(); }
    std::uint64_t total() const override { return m_bytes->total(); }

private:
    std::unique_ptr<ByteSource> m_bytes;
    Sink& m_sink;
};

} // namespace

FileReport read_bytes(std::unique_ptr<ByteSource> bytes, std::string const& name, std::optional<Mapping> const& mapping,
                      Sink& sink) {
    WithHead plain{unpacked(std::make_unique<WithProgress>(std::move(bytes), sink), name)};
    if (plain.head().starts_with("PK")) return read_workbook(plain, name, mapping, sink);
    auto const stated = mapping.value_or(Mapping{});
    if (stated.sheet)
        throw base::Error{fmt::format("{}: the mapping speaks of a sheet, but this is no Excel workbook.", name)};
    Utf8Source text{plain, stated.charset, name};
    Reading reading{sink, name};
    auto const start = base::trimmed(text.peek());
    if (!start.starts_with('{') && !start.starts_with('[')) {
        read_csv(text, stated, reading);
    } else if (!mapping) {
        read_kolada(text, reading);
    } else {
        throw base::Error{fmt::format("{}: this is JSON, and a mapping is for CSV. Read it without one.", name)};
    }
    return reading.report;
}

FileReport read_file(std::filesystem::path const& path, ReadOptions const& options, Sink& sink) {
    std::optional<Mapping> mapping;
    if (options.mapping) mapping = read_mapping(*options.mapping);
    auto const name = options.name.empty() ? path.filename().string() : options.name;
    return read_bytes(open_file(path), name, mapping, sink);
}

} // namespace rodtrad::import
