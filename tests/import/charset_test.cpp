#include "import/collected.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using namespace rodtrad::import;

namespace {

std::string cp1252(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80)
            bytes += text[at];
        else
            bytes += static_cast<char>((byte & 3U) << 6U | (static_cast<unsigned char>(text[++at]) & 0x3FU));
    }
    return bytes;
}

} // namespace

TEST_CASE("UTF-8 with and without a byte order mark is read") {
    CHECK(read_text("mått;enhet;period;värde\nÅ;Ö;2024;1\n").report.format == "tidy CSV, UTF-8, semicolon");
    auto const [report, found] = read_text("\xEF\xBB\xBFmått;enhet;period;värde\nÅ;Ö;2024;1\n");
    CHECK(report.format == "tidy CSV, UTF-8 (byte order mark), semicolon");
    REQUIRE(found.observations.size() == 1);
    CHECK(found.observations[0].measure == "Å");
}

TEST_CASE("A file that is not UTF-8 is taken for CP1252, and the guess is told") {
    auto const [report, found] = read_text(cp1252("mått;enhet;period;värde\nSjukfrånvaro;Förskola;2024;1\n"));
    CHECK(report.format == "tidy CSV, CP1252 (guessed), semicolon");
    REQUIRE(found.observations.size() == 1);
    CHECK(found.observations[0].measure == "Sjukfrånvaro");
    CHECK(found.observations[0].unit == "Förskola");
}

TEST_CASE("The signs that CP1252 has and Latin-1 lacks are right") {
    std::string text;
    append_cp1252(text, "\x80\x96\xA0\xE5\xFF\x81", "?");
    CHECK(text == "€–\u00A0åÿ?");
}

TEST_CASE("The charset is guessed where the first letter beyond ASCII stands, however far down") {
    std::string text = "measure;unit;period;value\n";
    while (text.size() < 600'000) text += "M;E;2024;1\n";
    auto const [report, found] = read_text(text + cp1252("Mått;E;2024;1\n"));
    CHECK(report.format == "tidy CSV, CP1252 (guessed), semicolon");
    CHECK(found.observations.back().measure == "Mått");
    CHECK(found.complaints.empty());
}

TEST_CASE("A character that a block ends within does not change the guess") {
    // 65,536 / 3 - 1,024 bytes are the first block
    for (std::size_t shift = 0; shift < 6; ++shift) {
        std::string text = "measure;unit;period;value\n";
        while (text.size() < 65'536 / 3 - 1'024 - 20) text += "M;E;2024;1\n";
        text += std::string(shift, ' ') + "M;EEEåäöåäöåäöåäöåäöåäö;2024;1\n";
        auto const [report, found] = read_text(text);
        CHECK(report.format == "tidy CSV, UTF-8, semicolon");
        CHECK(found.observations.back().unit == "EEEåäöåäöåäöåäöåäöåäö");
        auto const [latin_report, latin] = read_text(cp1252(text));
        CHECK(latin_report.format == "tidy CSV, CP1252 (guessed), semicolon");
        CHECK(latin.observations.back().unit == "EEEåäöåäöåäöåäöåäöåäö");
    }
}

TEST_CASE("A row that is not UTF-8 in a file that is becomes a complaint in readable text, never a wrong letter") {
    std::string text = "mått;enhet;period;värde\n";
    while (text.size() < 600'000) text += "M;E;2024;1\n";
    auto const [report, found] = read_text(text + cp1252("Måltid;E;2024;1\n") + "M;E;2024;2\n");
    REQUIRE(found.complaints.size() == 1);
    CHECK(found.complaints[0].problem == "The row is in another character set than the rest of the file.");
    CHECK(found.complaints[0].text == "Måltid;E;2024;1");
    CHECK(value_of(found.observations.back()) == 2.0);
    CHECK(report.left_out == 1);
}

TEST_CASE("One row in another charset near the beginning does not change what the file is taken for") {
    auto const [report, found] = read_text("mått;enhet;period;värde\nÅ;E;2024;1\n" + cp1252("Måltid;E;2024;1\n"));
    CHECK(report.format == "tidy CSV, UTF-8, semicolon");
    REQUIRE(found.observations.size() == 1);
    CHECK(found.observations[0].measure == "Å");
    CHECK(found.complaints.size() == 1);
}

TEST_CASE("A row of UTF-8 in a file guessed to be CP1252 becomes a complaint, not two signs for one letter") {
    auto const text = cp1252("mått;enhet;period;värde\nÅ;E;2024;1\n") + "Måltid;E;2024;1\n" + cp1252("Ö;E;2024;1\n");
    auto const [report, found] = read_text(text);
    CHECK(report.format == "tidy CSV, CP1252 (guessed), semicolon");
    CHECK(found.observations.size() == 2);
    REQUIRE(found.complaints.size() == 1);
    CHECK(found.complaints[0].problem == "The row is in another character set than the rest of the file.");
    CHECK(found.complaints[0].text.ends_with("åltid;E;2024;1"));
}

TEST_CASE("A byte that CP1252 does not have makes a complaint, not a wrong letter") {
    auto const [report, found] = read_text("measure;unit;period;value\n\xE5;E;2024;1\nM\x81;E;2024;1\n");
    CHECK(found.observations.size() == 1);
    CHECK(found.complaints.size() == 1);
}

TEST_CASE("A charset that a mapping states is not guessed at") {
    auto const [report, found] = read_text("measure;unit;period;value\nM\xC3\xA5;E;2024;1\n", "charset = \"cp1252\"");
    CHECK(report.format == "tidy CSV, CP1252, semicolon");
    CHECK(found.observations.at(0).measure == "MÃ¥");
}

TEST_CASE("UTF-16 and other things with NUL bytes are refused with the way out") {
    std::string utf16 = "\xFF\xFE";
    for (auto const c : std::string_view{"measure;unit"}) utf16 += {c, '\0'};
    auto const message = "file.csv: this is UTF-16 or no text at all. Save it as UTF-8 (in Excel: \"CSV UTF-8\").";
    CHECK(error_of(utf16) == message);
    CHECK(error_of(utf16.substr(2)) == message);
}

TEST_CASE("NUL bytes in a row make a complaint") {
    using namespace std::string_view_literals;
    auto const [report, found] = read_text("measure;unit;period;value\nM;E;2024;1\nM\0;E;2024;1\n"sv);
    CHECK(found.observations.size() == 1);
    REQUIRE(found.complaints.size() == 1);
    CHECK(found.complaints[0].problem == "The row holds NUL bytes, which no text has.");
    CHECK(found.complaints[0].text == "M\uFFFD;E;2024;1");
}
