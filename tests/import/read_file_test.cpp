#include "import/collected.hpp"
#include "temporary_folder.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

using namespace rodtrad;
using namespace rodtrad::import;

namespace {

using test::TemporaryFolder;

enum class Packing : std::uint8_t { gzip, xz };

std::string packed(std::string_view text, Packing packing) {
    std::string result(text.size() + 100'000, '\0');
    std::size_t used = 0;
    auto* out = archive_write_new();
    packing == Packing::gzip ? archive_write_add_filter_gzip(out) : archive_write_add_filter_xz(out);
    archive_write_set_format_raw(out);
    archive_write_set_bytes_per_block(out, 0);
    archive_write_open_memory(out, result.data(), result.size(), &used);
    auto* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(out, entry);
    archive_write_data(out, text.data(), text.size());
    archive_entry_free(entry);
    archive_write_close(out);
    archive_write_free(out);
    result.resize(used);
    return result;
}

std::string many_rows(int count) {
    std::string text = "measure;unit;period;value\n";
    for (auto i = 0; i < count; ++i)
        text +=
            "M" + std::to_string(i % 97) + ";E" + std::to_string(i) + ";2024;" + std::to_string(i * 7 % 1013) + "\n";
    return text;
}

// A start, and then the same letter for 64 MiB.
class Endless final : public ByteSource {
public:
    explicit Endless(std::string start) : m_start{std::move(start)} {}
    std::size_t read(std::span<char> into) override {
        auto const from_start = m_start.copy(into.data(), into.size(), std::min<std::size_t>(m_start.size(), m_done));
        auto const count = std::min(into.size(), static_cast<std::size_t>(size - m_done));
        for (auto at = from_start; at < count; ++at) into[at] = 'x';
        m_done += count;
        return count;
    }
    std::uint64_t done() const override { return m_done; }
    std::uint64_t total() const override { return size; }

private:
    static constexpr std::uint64_t size = std::uint64_t{64} << 20U;
    std::string m_start;
    std::uint64_t m_done = 0;
};

std::string error_of_file(std::filesystem::path const& path) {
    Collected found;
    try {
        read_file(path, {}, found);
    } catch (std::exception const& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("A packed file is read as the plain one is, whatever it is called") {
    TemporaryFolder folder;
    auto const text = many_rows(50'000);
    for (auto const& [name, content] :
         {std::pair{"plain.csv", text}, std::pair{"packed.csv.gz", packed(text, Packing::gzip)},
          std::pair{"packed.csv.xz", packed(text, Packing::xz)},
          std::pair{"packed.csv", packed(text, Packing::gzip)}}) {
        Collected found;
        auto const report = read_file(folder.write(name, content), {}, found);
        CHECK(report.rows == 50'000);
        CHECK(found.observations.size() == 50'000);
        CHECK(found.progress_done == content.size());
        CHECK(found.progress_total == content.size());
    }
}

TEST_CASE("Files packed one after the other are read to the end") {
    TemporaryFolder folder;
    auto const text =
        packed("measure;unit;period;value\nM;E;2024;1\n", Packing::gzip) + packed("M;E;2025;1\n", Packing::gzip);
    Collected found;
    CHECK(read_file(folder.write("two.csv.gz", text), {}, found).rows == 2);
}

TEST_CASE("A packed file that is cut off or damaged is an error, wherever the damage is") {
    TemporaryFolder folder;
    for (auto const packing : {Packing::gzip, Packing::xz}) {
        auto const whole = packed(many_rows(20'000), packing);
        for (auto const part : {0.0, 0.1, 0.5, 0.9, 0.9999}) {
            auto const size =
                std::max<std::size_t>(8, static_cast<std::size_t>(static_cast<double>(whole.size()) * part));
            auto const path = folder.write("cut.gz", std::string_view{whole}.substr(0, size));
            CHECK(error_of_file(path) ==
                  path.filename().string() + ": the packed file is damaged or cut off. Fetch it again.");
        }
        for (auto const part : {0.1, 0.5, 0.9}) {
            auto damaged = whole;
            auto const at = static_cast<std::size_t>(static_cast<double>(whole.size()) * part);
            damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
            CHECK_FALSE(error_of_file(folder.write("damaged.gz", damaged)).empty());
        }
    }
}

TEST_CASE("What cannot be read as a file says what it is and what to do") {
    TemporaryFolder folder;
    auto const absent = folder.path() / "absent.csv";
    CHECK(error_of_file(absent) == absent.string() + ": there is no such file. Check the path.");
    CHECK(error_of_file(folder.path()) == folder.path().string() + ": this is a directory. Name the files in it.");
    CHECK(error_of_file(folder.write("empty.csv", "")) == "empty.csv: the file is empty.");
    CHECK(error_of_file(folder.write("empty.csv.gz", packed("", Packing::gzip))) == "empty.csv.gz: the file is empty.");
    CHECK(error_of_file(folder.write("figures.xlsx", "PK\x03\x04rest")) ==
          "figures.xlsx: the file is damaged or cut off. Save it again.");
    CHECK(error_of_file(folder.write("figures.xls", "\xD0\xCF\x11\xE0rest")) ==
          "figures.xls: This is an old Excel workbook (.xls), or one with a password. Save it as .xlsx without a "
          "password.");
    if (::geteuid() != 0) {
        auto const closed = folder.write("closed.csv", "x");
        std::filesystem::permissions(closed, std::filesystem::perms::none);
        CHECK(error_of_file(closed) == closed.string() + ": the file cannot be opened: Permission denied.");
    }
}

TEST_CASE("A single line without end uses no memory, and ends in a message") {
    auto const peak_kilobytes = [] {
        struct rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss;
    };
    auto const before = peak_kilobytes();
    Collected found;
    CHECK_THROWS_WITH(
        read_bytes(std::make_unique<Endless>(""), "long.csv", {}, found),
        "long.csv: row 1: The row is longer than 1 MiB. Check that the rows of the file end with line breaks.");
    auto const report =
        read_bytes(std::make_unique<Endless>("measure;unit;period;value\nM;E;2024;"), "long.csv", {}, found);
    CHECK(report.rows == 1);
    CHECK(report.left_out == 1);
    REQUIRE(found.complaints.size() == 1);
    CHECK(found.complaints[0].problem == "The row is longer than 1 MiB.");
    CHECK(found.complaints[0].row == 2);
    CHECK(found.complaints[0].text.starts_with("M;E;2024;xxx"));
    CHECK_THROWS(read_bytes(std::make_unique<Endless>("[\""), "long.json", {}, found));
    CHECK(peak_kilobytes() - before < 40'000);
}
