#include "web/multipart.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;
using web::boundary_of;
using web::Pairs;
using web::to_multipart;

namespace {

std::string const type = "multipart/form-data; boundary=gräns"; // no boundary: not its characters
std::string const content_type = "multipart/form-data; boundary=----WebKitFormBoundaryX1";
std::string const line = "------WebKitFormBoundaryX1";

std::string field(std::string_view name, std::string_view value) {
    return line + "\r\nContent-Disposition: form-data; name=\"" + std::string{name} + "\"\r\n\r\n" +
           std::string{value} + "\r\n";
}

std::string file(std::string_view name, std::string_view bytes, std::string_view field = "fil") {
    return line + "\r\nContent-Disposition: form-data; name=\"" + std::string{field} + "\"; filename=\"" +
           std::string{name} + "\"\r\nContent-Type: text/csv\r\n\r\n" + std::string{bytes} + "\r\n";
}

std::string const end = line + "--\r\n";

std::string name_of(std::string_view sent) {
    return to_multipart(content_type, file(sent, "x") + end).value().files.at(0).name;
}

// A body of one part with these headers.
std::string with_head(std::string_view headers) { return line + "\r\n" + std::string{headers} + "\r\n\r\nx\r\n" + end; }

} // namespace

TEST_CASE("a form with files becomes its fields and its files, byte for byte") {
    std::string const bytes{"a;b\r\n--\r\n\0\xFF\r\n----WebKit\r\n", 25};
    auto const body = field("namn", "Åsa\r\nrad 2") + file("utfall 2025.csv", bytes) + field("namn", "") + end;
    auto const form = to_multipart(content_type, body);
    REQUIRE(form);
    CHECK(form->fields == Pairs{{"namn", "Åsa\r\nrad 2"}, {"namn", ""}});
    REQUIRE(form->files.size() == 1);
    auto const& sent = form->files[0];
    CHECK(sent.field == "fil");
    CHECK(sent.name == "utfall 2025.csv");
    CHECK(sent.content_type == "text/csv");
    CHECK((sent.bytes == bytes));
}

TEST_CASE("a form without parts is empty, and so is one where no file was chosen") {
    CHECK(to_multipart(content_type, end).value().fields.empty());
    CHECK(to_multipart(content_type, file("", "") + end).value().files.empty());
    CHECK(to_multipart(content_type, file("tom.csv", "") + end).value().files.size() == 1);
    CHECK(to_multipart(content_type, file("", "x") + end).value().files.size() == 1);
}

TEST_CASE("the boundary is that of RFC 2046") {
    CHECK(boundary_of("multipart/form-data; boundary=abc") == "abc");
    CHECK(boundary_of("Multipart/Form-Data;charset=utf-8 ; BOUNDARY=\"a b:c?\"") == "a b:c?");
    CHECK(boundary_of("multipart/form-data; boundary=" + std::string(70, 'a')).has_value());
    for (auto const& stated :
         {std::string{"multipart/form-data"}, std::string{"multipart/form-data; boundary="},
          std::string{"multipart/form-data; boundary=\"\""}, std::string{"multipart/form-data; boundary=\"a \""},
          std::string{"multipart/form-data; boundary=a; boundary=b"}, std::string{"multipart/form-data; boundary=\"a"},
          std::string{"multipart/form-data; boundary=a\"b"}, std::string{"multipart/form-data boundary=a"},
          std::string{"multipart/mixed; boundary=a"}, std::string{"text/plain; boundary=a"}, std::string{}, type,
          "multipart/form-data; boundary=" + std::string(71, 'a'),
          std::string{"multipart/form-data; boundary=\"a\r\n\""}}) {
        CAPTURE(stated);
        CHECK(!boundary_of(stated));
    }
}

TEST_CASE("what stands around the parts is passed over, and blanks after a boundary too") {
    auto const body =
        "preamble\r\n" + line + " \t\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" + line + "-- \r\nepilogue";
    CHECK(to_multipart(content_type, body).value().fields == Pairs{{"a", "1"}});
    CHECK(to_multipart(content_type, field("a", "1") + line + "--").value().fields == Pairs{{"a", "1"}});
}

TEST_CASE("a text that is not a form with files is refused") {
    auto const whole = field("a", "1") + file("b.csv", "2") + end;
    for (std::size_t length = 0; length + 4 < whole.size(); ++length)
        CHECK(!to_multipart(content_type, whole.substr(0, length)));
    CHECK(to_multipart(content_type, whole));
    for (auto const& body : {
             std::string{"a=b"},
             line,
             line + "\r\n",
             line + "\n\r\n",
             line + "X\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" + end, // a longer boundary
             line + "--x",
             line + "\r\n\r\nno headers\r\n" + end,
             with_head("Content-Type: text/plain"), // no name
             with_head("Content-Disposition: form-data"),
             with_head("Content-Disposition: attachment; name=a"),
             with_head("Content-Disposition: form-data; name=a; name=b"),
             with_head("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b"),
             with_head("Content-Disposition: form-data; name=a; filename*=UTF-8''b.csv"),
             with_head("Content-Disposition: form-data; name=\"a"),
             with_head("Content-Disposition: form-data; name=\"a\"b"),
             with_head("Content-Disposition: form-data; =a; name=a"),
             with_head("Content-Disposition form-data; name=a"),
             with_head("Content-Disposition: form-data;\r\n name=a"), // folded
             with_head("Content-Disposition: form-data; name=a\nX: y"),
             with_head("Content-Disposition: form-data; name=\"a%0D%0Ab\""),
             with_head("Content-Disposition: form-data; name=\"\xFF\""),
             with_head("Content-Disposition: form-data; name=a; filename=\"\x01\""),
             with_head("Content-Disposition: form-data; name=a; filename=\"\xFF\""),
             with_head("Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64"),
             field("a", "\xFF") + end,
             field("a", std::string_view{"\0", 1}) + end,
         }) {
        CAPTURE(body);
        CHECK(!to_multipart(content_type, body));
    }
}

TEST_CASE("parts and their headers are bounded") {
    std::string parts;
    for (std::size_t i = 0; i < web::most_parts; ++i) parts += field("a", "1");
    CHECK(to_multipart(content_type, parts + end).value().fields.size() == web::most_parts);
    CHECK(!to_multipart(content_type, parts + field("a", "1") + end));

    std::string const disposition = "Content-Disposition: form-data; name=a\r\nX: ";
    auto const fill = web::longest_part_head - disposition.size();
    CHECK(to_multipart(content_type, with_head(disposition + std::string(fill, 'x'))));
    CHECK(!to_multipart(content_type, with_head(disposition + std::string(fill + 1, 'x'))));
}

TEST_CASE("a file is called by the last part of its name, and by nothing that leads elsewhere") {
    CHECK(name_of("utfall.csv") == "utfall.csv");
    CHECK(name_of("C:\\Users\\anna\\utfall.csv") == "utfall.csv");
    CHECK(name_of("/etc/passwd") == "passwd");
    CHECK(name_of("../../etc/passwd") == "passwd");
    CHECK(name_of("..\\..\\boot.ini") == "boot.ini");
    CHECK(name_of("a/..") == "");
    CHECK(name_of(".") == "");
    CHECK(name_of("a/") == "");
    CHECK(name_of("a%0D%0Ab.csv") == "ab.csv");
    CHECK(name_of("%22citat%22.csv") == "\"citat\".csv");
    CHECK(name_of("\\\"citat\\\".csv") == "\"citat\".csv");
    CHECK(name_of("100%.csv") == "100%.csv");
    CHECK(name_of("åäö.csv") == "åäö.csv");
}
