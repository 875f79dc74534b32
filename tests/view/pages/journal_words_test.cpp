#include "base/json_of.hpp"
#include "plan/plan.hpp"
#include "view/pages/journal_page.hpp"
#include "view/pages/journal_words.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

namespace rodtrad::view::pages {

namespace {

auto const& sv = Language::swedish();

template <class Value>
void check_value(Value const& value);

// Every field that is described, in what it holds too; and every word of its enumerations.
template <base::Described T>
void check_fields(T const& record) {
    base::for_each_field(record, []<class Value>(std::string_view name, Value const& value) {
        if (name == "id" || name == "version") return; // not shown
        CAPTURE(name);
        CHECK(journal_field(name, sv).has_value());
        check_value(value);
    });
}

template <class Value>
void check_value(Value const& value) {
    if constexpr (base::IsOptional<Value>::value || base::IsVector<Value>::value) {
        check_value(typename Value::value_type{});
    } else if constexpr (base::Named<Value>) {
        for (auto const& [enumerator, name] : names_of(Value{})) {
            CAPTURE(name);
            CHECK(journal_value(name, sv).has_value());
        }
    } else if constexpr (base::Described<Value>) {
        check_fields(value);
    }
}

template <class T>
T record_of(plan::Table<T> const&);

} // namespace

TEST_CASE("the journal has words for every kind of record, its fields and their values") {
    std::apply(
        [](auto const&... tables) {
            (
                [&] {
                    using T = decltype(record_of(tables));
                    CAPTURE(T::table);
                    CHECK(journal_kind(T::table, sv).has_value());
                    check_fields(T{});
                }(),
                ...);
        },
        plan::Tables{}.all());
    check_fields(domain::PrivateNote{});
    CHECK(journal_kind(domain::PrivateNote::table, sv).has_value());
}

TEST_CASE("the journal has words for everything that the use cases do") {
    std::regex const action{
        R"re("((person|membership|role|goal|key_result|behaviour|activity|check_in|comment|note|proposal|todo|question|document|profile|perspective|factor|scorecard|unit|delivery|publication|thread_share|setting|calendar)\.[a-z_]+|organisation\.export|check_in)")re"};
    int found = 0;
    for (auto const& file : std::filesystem::directory_iterator{"src/steering"}) {
        std::ifstream in{file.path()};
        std::string const source{std::istreambuf_iterator<char>{in}, {}};
        for (std::sregex_iterator at{source.begin(), source.end(), action}, end; at != end; ++at, ++found) {
            auto const word = at->str(1);
            CAPTURE(word);
            CHECK(journal_action(word, sv).has_value());
        }
    }
    CHECK(found > 60);
}

TEST_CASE("what was changed is said in the reader's words, and people by their names") {
    std::vector<Choice> const people{{.value = "7", .text = "Anna Ek"}};
    auto const lines = alterations(
        R"({"id":1,"version":1,"title":"open","state":"draft","owner":null,"ends":"2026-12-31"})",
        R"({"id":1,"version":2,"title":"closed","state":"active","owner":7,"ends":"2027-06-30"})", people, sv);
    CHECK(lines == std::vector<std::string>{"titel: open → closed", "läge: utkast → pågår", "ansvarig: – → Anna Ek",
                                            "sista dag: 31 december 2026 → 30 juni 2027"});
    CHECK(alterations("", R"({"role":"data_supplier","is_active":true,"unit":""})", people, Language::english()) ==
          std::vector<std::string>{"role: supplier of figures", "active: yes"});
}

} // namespace rodtrad::view::pages
