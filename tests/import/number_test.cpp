#include "import/number.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace rodtrad::import;

namespace {

double read(std::string_view text, DecimalSign sign = DecimalSign::either) {
    auto const number = to_number(text, sign);
    return number.kind == Number::Kind::number ? number.value : std::nan("");
}

bool is_number(std::string_view text, DecimalSign sign = DecimalSign::either) {
    return to_number(text, sign).kind == Number::Kind::number;
}

} // namespace

TEST_CASE("Numbers are read with decimal comma and decimal point alike") {
    CHECK(read("79,6") == 79.6);
    CHECK(read("79.6") == 79.6);
    CHECK(read("0") == 0);
    CHECK(read("007") == 7);
    CHECK(read("+3") == 3);
    CHECK(read("5,") == 5);
    CHECK(read("1E+05") == 1e5);
    CHECK(read("2,5e-3") == 2.5e-3);
}

TEST_CASE("Thousands are separated by space, NBSP or narrow NBSP, and 1051 stands beside 1 398") {
    CHECK(read("1051") == 1051);
    CHECK(read("1 398") == 1398);
    CHECK(read("1\u00A0398") == 1398);
    CHECK(read("12\u202F345\u202F678,9") == 12345678.9);
    CHECK(read("2 069") == 2069);
}

TEST_CASE("Minus is a hyphen, U+2212 or an en dash, with or without a space after it") {
    CHECK(read("-42") == -42);
    CHECK(read("\u22121,5") == -1.5);
    CHECK(read("\u201342") == -42);
    CHECK(read("- 42 %") == -42);
}

TEST_CASE("A percent sign says nothing of the size") {
    CHECK(read("56.8 %") == 56.8);
    CHECK(read("0,2\u00A0%") == 0.2);
    CHECK(read("3%") == 3);
}

TEST_CASE("Where comma and point both stand in a number, the last one is decimal") {
    CHECK(read("1,234.5") == 1234.5);
    CHECK(read("1.234,5") == 1234.5);
    CHECK(read("1.234.567") == 1234567);
    CHECK(read("1,234,567.25") == 1234567.25);
}

TEST_CASE("A single comma or point is decimal unless the file's decimal sign is stated") {
    CHECK(read("1,234") == 1.234);
    CHECK(read("1.234") == 1.234);
    CHECK(read("1.234", DecimalSign::comma) == 1234);
    CHECK(read("1,234", DecimalSign::point) == 1234);
    CHECK(read("1.234,5", DecimalSign::comma) == 1234.5);
    CHECK_FALSE(is_number("56.8", DecimalSign::comma));
    CHECK_FALSE(is_number("1,234.5", DecimalSign::comma));
}

TEST_CASE("What is not wholly a number is not a number") {
    for (auto const* text : {"",
                             "748*",
                             ">30 000",
                             "Ca 110 000",
                             "3,2% (preliminär siffra)",
                             "74 (2024)",
                             "<1 %",
                             "1,71% Härryda: 0,03%",
                             "1 39",
                             "1234 567",
                             "1  398",
                             "--5",
                             "5-",
                             "1.2.3",
                             "1,2,3",
                             "1,5 000",
                             "nan",
                             "inf",
                             "0x10",
                             "e5",
                             "1e",
                             "1e5e5",
                             "%",
                             "-",
                             "1 %%",
                             ".",
                             ",",
                             "12 3456",
                             "1,234,56",
                             "1.234 567",
                             "١٢"})
        CHECK_MESSAGE(!is_number(text), text);
    CHECK(read("74 202") == 74202);
}

TEST_CASE("A number too large to be kept is told apart, and a long text is no number") {
    CHECK(to_number("1e999", DecimalSign::either).kind == Number::Kind::out_of_range);
    CHECK_FALSE(is_number(std::string(100, '1')));
}
