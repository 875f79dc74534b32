#include "steering/cube_directory.hpp"

#include <array>
#include <cstring>
#include <type_traits>
#include <utility>

namespace rodtrad::steering {

namespace {

using study::MeasureIndex;

class DirectoryWriter {
public:
    template <class Number>
        requires std::is_arithmetic_v<Number>
    void write(Number number) {
        m_bytes.append(reinterpret_cast<char const*>(&number), sizeof number);
    }
    void write(std::size_t count, auto const& indices) {
        write(std::uint64_t{count});
        for (auto const index : indices) write(std::uint64_t{index.value()});
    }
    std::string const& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

// Every number is asked for whether it is there; nothing is made room for before it is known to fit.
class DirectoryReader {
public:
    explicit DirectoryReader(std::string bytes) : m_bytes{std::move(bytes)} {}

    template <class Number>
    bool read(Number& number) {
        if (m_bytes.size() - m_at < sizeof number) return false;
        std::memcpy(&number, m_bytes.data() + m_at, sizeof number);
        m_at += sizeof number;
        return true;
    }
    // Positions below `end`, in rising order.
    template <class Index>
    bool read(std::vector<Index>& indices, std::size_t end) {
        std::uint64_t count = 0;
        if (!read(count) || count > end) return false;
        for (std::uint64_t i = 0; i < count; ++i) {
            std::uint64_t index = 0;
            if (!read(index) || index >= end) return false;
            if (!indices.empty() && index <= indices.back().value()) return false;
            indices.emplace_back(index);
        }
        return true;
    }
    bool is_at_end() const { return m_at == m_bytes.size(); }

private:
    std::string m_bytes;
    std::size_t m_at = 0;
};

void write_entry(DirectoryWriter& directory, study::MeasureData const& data, std::uint32_t sum) {
    directory.write(data.id.value());
    directory.write(std::uint8_t{data.cube != nullptr});
    if (!data.cube) return;
    auto const& cube = *data.cube;
    directory.write(cube.groups().size(), cube.groups());
    directory.write(std::int32_t{cube.axes().first.code()});
    directory.write(std::uint64_t{cube.periods()});
    directory.write(cube.multiplier());
    directory.write(std::uint8_t{!cube.columns().values.empty()});
    directory.write(std::uint8_t{cube.has_counts()});
    directory.write(std::uint8_t{data.coverage != nullptr});
    if (data.coverage) directory.write(data.coverage->units().size(), data.coverage->units());
    directory.write(sum);
}

// Nothing where the directory says what cannot be.
bool read_entry(DirectoryReader& directory, study::Dataset const& data, MeasureIndex measure, CubeEntry& entry) {
    constexpr std::uint64_t most_periods = 100'000; // the calendar has fewer months
    std::int64_t id = 0;
    std::uint8_t has_cube = 0;
    if (!directory.read(id) || id != data.measures[measure].id.value() || !directory.read(has_cube)) return false;
    if (has_cube == 0) return true;
    std::int32_t first = 0;
    std::uint64_t periods = 0;
    std::array<std::uint8_t, 3> has{};
    if (!directory.read(entry.axes.groups, data.groups.size()) || !directory.read(first) || !directory.read(periods) ||
        !directory.read(entry.multiplier) || !directory.read(has))
        return false;
    auto const period = domain::Period::from_code(first);
    if (!period || periods > most_periods) return false;
    entry.axes.first = *period;
    entry.axes.periods = periods;
    entry.axes.units = data.units.size();
    entry.has_values = has[0] != 0;
    entry.has_counts = has[1] != 0;
    entry.has_coverage = has[2] != 0;
    if (entry.has_coverage && !directory.read(entry.nodes, data.units.size())) return false;
    return directory.read(entry.sum) && entry.has_cube() && (entry.has_values || entry.has_counts);
}

} // namespace

std::string cube_directory(study::Dataset const& data, std::vector<std::uint32_t> const& sums) {
    DirectoryWriter directory;
    for (MeasureIndex at; at < data.measures.end_key(); at = at.next())
        write_entry(directory, data.measures[at], sums[at.value()]);
    return directory.bytes();
}

std::optional<std::vector<CubeEntry>> read_cube_directory(std::string directory, study::Dataset const& data,
                                                          std::uint64_t first_offset) {
    DirectoryReader reader{std::move(directory)};
    std::vector<CubeEntry> entries(data.measures.size());
    for (MeasureIndex at; at < data.measures.end_key(); at = at.next()) {
        auto& entry = entries[at.value()];
        if (!read_entry(reader, data, at, entry)) return {};
        entry.offset = first_offset;
        first_offset += entry.size();
    }
    if (!reader.is_at_end()) return {};
    return entries;
}

} // namespace rodtrad::steering
