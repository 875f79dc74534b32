#include "steering/cube_cache.hpp"

#include "base/error.hpp"
#include "steering/cube_directory.hpp"
#include "study/parallel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <optional>
#include <string>
#include <system_error>
#include <type_traits>
#include <unistd.h>
#include <utility>
#include <zlib.h>

// The file: a preface of fixed size; a directory that tells, for each measure in the order of the dataset, all of its
// cube but the columns; the columns, one measure after another. Preface, directory and the columns of each measure have
// a check sum each. Numbers are as this machine has them: a file from another kind of machine is not read.
namespace rodtrad::steering {

namespace {

using study::MeasureIndex;

// Raise it when the file is laid out in another way, or holds something else.
constexpr std::uint32_t format = 1;
constexpr int threads = 2;

// CRC-32 as zlib has it, which takes no bytes at no address for a wish to begin anew.
std::uint32_t check_sum(void const* bytes, std::size_t size, std::uint32_t before = 0) {
    if (size == 0) return before;
    return static_cast<std::uint32_t>(crc32_z(before, static_cast<Bytef const*>(bytes), size));
}

// A program that puts figures together in another way must not read what this one wrote: the file of the program itself
// tells them apart. Nothing where the system does not say which file it is.
std::uint64_t program_stamp() {
    std::error_code error;
    auto const program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) return 0;
    auto const size = std::filesystem::file_size(program, error);
    if (error) return 0;
    auto const time = std::filesystem::last_write_time(program, error);
    if (error) return 0;
    return static_cast<std::uint64_t>(time.time_since_epoch().count()) * 31 + size;
}

struct Preface {
    std::array<char, 8> name{'R', 'o', 'd', 't', 'r', 'a', 'd', 'C'};
    std::uint32_t byte_order = 0x01020304;
    std::uint32_t format_number = format;
    std::uint64_t number_sizes = sizeof(double) * 100 + sizeof(std::size_t);
    std::uint64_t program = 0;
    std::int64_t revision = 0;
    std::array<char, 32> token{};
    std::uint64_t directory_size = 0;
    std::uint64_t file_size = 0;
    std::uint32_t directory_sum = 0;
    std::uint32_t own_sum = 0; // of all before it

    std::uint32_t sum() const { return check_sum(this, offsetof(Preface, own_sum)); }
    bool operator==(Preface const&) const = default;
};
static_assert(std::has_unique_object_representations_v<Preface>); // no byte of it is left to chance

Preface preface_of(store::Moment const& moment) {
    Preface preface;
    preface.program = program_stamp();
    preface.revision = moment.revision;
    if (moment.token.size() != preface.token.size()) throw base::Error("the database has a revision without a token");
    std::ranges::copy(moment.token, preface.token.begin());
    return preface;
}

template <class Number>
std::size_t size_of(std::vector<Number> const& column) {
    return column.size() * sizeof(Number);
}

// The columns of a measure as bytes, one after another.
struct Piece {
    void const* bytes;
    std::size_t size;
};
std::vector<study::Coverage> entries_of(study::CoverageTable const& coverage, std::size_t slices) {
    std::vector<study::Coverage> entries;
    for (std::size_t slice = 0; slice < slices; ++slice) {
        auto const of_slice = coverage.slice(slice);
        entries.insert(entries.end(), of_slice.begin(), of_slice.end());
    }
    return entries;
}
std::array<Piece, 5> pieces_of(study::Cube::Columns const& columns, std::vector<study::Coverage> const& coverage) {
    return {{{columns.values.data(), size_of(columns.values)},
             {columns.numerators.data(), size_of(columns.numerators)},
             {columns.denominators.data(), size_of(columns.denominators)},
             {columns.cells.data(), size_of(columns.cells)},
             {coverage.data(), size_of(coverage)}}};
}

class File {
public:
    File(std::filesystem::path const& path, int flags)
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): as POSIX has it
        : m_descriptor{::open(path.c_str(), flags | O_CLOEXEC, 0600)} {}
    File(File const&) = delete;
    File& operator=(File const&) = delete;
    ~File() {
        if (is_open()) ::close(m_descriptor);
    }
    bool is_open() const { return m_descriptor >= 0; }

    // False where it holds less, or cannot be read.
    bool read(void* to, std::size_t size, std::uint64_t offset) const {
        auto* bytes = static_cast<char*>(to);
        while (size > 0) {
            auto const count = ::pread(m_descriptor, bytes, size, static_cast<off_t>(offset));
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return false;
            bytes += count;
            offset += static_cast<std::uint64_t>(count);
            size -= static_cast<std::size_t>(count);
        }
        return true;
    }
    bool write(void const* from, std::size_t size) const {
        auto const* bytes = static_cast<char const*>(from);
        while (size > 0) {
            auto const count = ::write(m_descriptor, bytes, size);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return false;
            bytes += count;
            size -= static_cast<std::size_t>(count);
        }
        return true;
    }
    std::uint64_t size() const {
        auto const end = ::lseek(m_descriptor, 0, SEEK_END);
        return end < 0 ? 0 : static_cast<std::uint64_t>(end);
    }

private:
    int m_descriptor;
};

template <class Number>
bool read_column(File const& file, std::vector<Number>& column, std::size_t length, std::uint64_t& offset,
                 std::uint32_t& sum) {
    column.resize(length);
    if (!file.read(column.data(), size_of(column), offset)) return false;
    sum = check_sum(column.data(), size_of(column), sum);
    offset += size_of(column);
    return true;
}

bool read_measure(File const& file, CubeEntry const& entry, study::MeasureData& data) {
    study::Cube::Columns columns;
    std::vector<study::Coverage> entries;
    auto const cells = entry.axes.cells();
    auto offset = entry.offset;
    std::uint32_t sum = 0;
    if (!read_column(file, columns.values, entry.has_values ? cells : 0, offset, sum) ||
        !read_column(file, columns.numerators, entry.has_counts ? cells : 0, offset, sum) ||
        !read_column(file, columns.denominators, entry.has_counts ? cells : 0, offset, sum) ||
        !read_column(file, columns.cells, cells, offset, sum) ||
        !read_column(file, entries, entry.has_coverage ? entry.slices() * entry.nodes.size() : 0, offset, sum) ||
        sum != entry.sum)
        return false;
    data.cube = std::make_shared<study::Cube>(entry.axes, std::move(columns), entry.multiplier);
    if (!entry.has_coverage) return true;
    auto coverage = std::make_shared<study::CoverageTable>(entry.axes.units, entry.nodes, entry.slices());
    auto from = entries.begin();
    for (std::size_t slice = 0; slice < entry.slices(); ++slice)
        for (auto& to : coverage->slice(slice)) to = *from++;
    data.coverage = std::move(coverage);
    return true;
}

// The entries of all measures, with their places; nothing where the file does not hold exactly them.
std::optional<std::vector<CubeEntry>> read_directory(File const& file, store::Moment const& moment,
                                                     study::Dataset const& data) {
    Preface preface;
    if (!file.read(&preface, sizeof preface, 0) || preface.own_sum != preface.sum()) return {};
    auto expected = preface_of(moment);
    expected.directory_size = preface.directory_size;
    expected.file_size = preface.file_size;
    expected.directory_sum = preface.directory_sum;
    expected.own_sum = preface.own_sum;
    auto const is_ours = preface.program != 0; // 0: who wrote it could not be told
    if (!is_ours || preface != expected || preface.file_size != file.size() ||
        preface.directory_size > preface.file_size)
        return {};

    std::string bytes(preface.directory_size, '\0');
    if (!file.read(bytes.data(), bytes.size(), sizeof preface)) return {};
    if (check_sum(bytes.data(), bytes.size()) != preface.directory_sum) return {};

    auto entries = read_cube_directory(std::move(bytes), data, sizeof preface + preface.directory_size);
    if (!entries) return {};
    auto const end =
        entries->empty() ? sizeof preface + preface.directory_size : entries->back().offset + entries->back().size();
    if (end != preface.file_size) return {};
    return entries;
}

} // namespace

void write_cubes(std::filesystem::path const& file, store::Moment const& moment, study::Dataset const& data) {
    std::vector<std::vector<study::Coverage>> coverage(data.measures.size());
    std::vector<std::uint32_t> sums(data.measures.size());
    study::for_each_in_parallel(data.measures.size(), threads, [&](std::size_t at) {
        auto const& measure = data.measures[MeasureIndex{at}];
        if (!measure.cube) return;
        if (measure.coverage)
            coverage[at] = entries_of(*measure.coverage, measure.cube->groups().size() * measure.cube->periods());
        for (auto const& [bytes, size] : pieces_of(measure.cube->columns(), coverage[at]))
            sums[at] = check_sum(bytes, size, sums[at]);
    });

    auto const directory = cube_directory(data, sums);
    std::uint64_t columns_size = 0;
    for (MeasureIndex at; at < data.measures.end_key(); at = at.next())
        if (data.measures[at].cube) columns_size += data.measures[at].cube->bytes() + size_of(coverage[at.value()]);
    auto preface = preface_of(moment);
    preface.directory_size = directory.size();
    preface.directory_sum = check_sum(directory.data(), directory.size());
    preface.file_size = sizeof preface + preface.directory_size + columns_size;
    preface.own_sum = preface.sum();

    auto unfinished = file;
    unfinished += ".new";
    auto const write_all = [&] {
        File const out{unfinished, O_WRONLY | O_CREAT | O_TRUNC};
        if (!out.is_open() || !out.write(&preface, sizeof preface) || !out.write(directory.data(), directory.size()))
            return false;
        for (MeasureIndex at; at < data.measures.end_key(); at = at.next()) {
            if (!data.measures[at].cube) continue;
            for (auto const& [bytes, size] : pieces_of(data.measures[at].cube->columns(), coverage[at.value()]))
                if (!out.write(bytes, size)) return false;
        }
        return true;
    };
    std::error_code error;
    errno = 0;
    if (write_all()) {
        std::filesystem::rename(unfinished, file, error);
    } else {
        error = {errno, std::generic_category()};
    }
    if (!error) return;
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    throw base::Error(fmt::format("{}: {}. Figures are read from the database each time the program starts, until it "
                                  "can be written.",
                                  file.string(), error.message()));
}

bool read_cubes(std::filesystem::path const& path, store::Moment const& moment, study::Dataset& data) {
    File const file{path, O_RDONLY};
    if (!file.is_open()) return false;
    auto const entries = read_directory(file, moment, data);
    if (!entries) return false;
    auto measures = data.measures;
    std::atomic<bool> is_whole = true;
    study::for_each_in_parallel(measures.size(), threads, [&](std::size_t at) {
        auto const& entry = (*entries)[at];
        if (is_whole && entry.has_cube() && !read_measure(file, entry, measures[MeasureIndex{at}])) is_whole = false;
    });
    if (!is_whole) return false;
    data.measures = std::move(measures);
    return true;
}

} // namespace rodtrad::steering
