#include "base/json_schema.hpp"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace rodtrad;

namespace rodtrad::tests {

enum class Colour { blue, orange };
constexpr auto names_of(Colour) {
    return std::to_array<std::pair<Colour, std::string_view>>({{Colour::blue, "blue"}, {Colour::orange, "orange"}});
}

struct Leaf {
    std::string name;
    std::optional<Colour> colour;
    std::vector<Leaf> below;

    static constexpr auto fields() {
        return std::tuple{base::Field{"name", &Leaf::name}, base::Field{"colour", &Leaf::colour},
                          base::Field{"below", &Leaf::below}};
    }
};

struct Day {
    base::Date date{};
    double value = 0;
    std::array<int, 2> numbers{};
    base::TextMap<std::string> codes;

    static constexpr auto fields() {
        return std::tuple{base::Field{"date", &Day::date}, base::Field{"value", &Day::value},
                          base::Field{"numbers", &Day::numbers}, base::Field{"codes", &Day::codes}};
    }
};

} // namespace rodtrad::tests

TEST_CASE("a described struct has a schema: every field is there, no other is, and what may be absent is null") {
    CHECK(base::to_text(base::schema_of<tests::Leaf>()) ==
          R"({"$schema":"https://json-schema.org/draft/2020-12/schema","$ref":"#/$defs/tests.Leaf","$defs":{)"
          R"("tests.Leaf":{"type":"object","properties":{"name":{"type":"string"},)"
          R"("colour":{"anyOf":[{"type":"string","enum":["blue","orange"]},{"type":"null"}]},)"
          R"("below":{"type":"array","items":{"$ref":"#/$defs/tests.Leaf"}}},)"
          R"("required":["name","colour","below"],"additionalProperties":false}}})");
}

TEST_CASE("days, numbers, lists and maps are told by their kinds") {
    base::Schemas schemas{"#/"};
    schemas.of<tests::Day>();
    CHECK(base::to_text(base::Json{schemas.all()}) ==
          R"({"tests.Day":{"type":"object","properties":{"date":{"type":"string","format":"date"},)"
          R"("value":{"type":"number"},"numbers":{"type":"array","items":{"type":"integer"}},)"
          R"("codes":{"type":"object","additionalProperties":{"type":"string"}}},)"
          R"("required":["date","value","numbers","codes"],"additionalProperties":false}})");
    tests::Day const day{
        .date = *base::to_date("2026-10-03"), .value = 0.5, .numbers = {1, 2}, .codes = {{"scb", "0180"}}};
    CHECK(base::to_text(base::json_of(day)) ==
          R"({"date":"2026-10-03","value":0.5,"numbers":[1,2],"codes":{"scb":"0180"}})");
}
