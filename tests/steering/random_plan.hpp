#pragma once

#include "base/json_of.hpp"
#include "plan/plan.hpp"
#include "steering/work.hpp"

#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::steering::test {

// Fills every field of every kind of record with something that could have been typed, nice or not, from a seed: the
// descriptions of the records say what there is to fill.
class RandomPlan {
public:
    RandomPlan(unsigned seed, std::vector<std::string> units) : m_random{seed}, m_units{std::move(units)} {}

    // Puts a handful of each kind of record.
    void put_into(Work& work) {
        std::apply([&](auto const&... table) { (put_some(work, table), ...); }, plan::Tables{}.all());
    }

private:
    template <class T>
    void put_some(Work& work, plan::Table<T> const&) {
        m_taken.clear();
        for (int number = one_of(6); number > 0; --number) {
            T record;
            m_is_possible = true;
            base::for_each_field(record, [&](std::string_view name, auto& value) {
                if (name != "id" && name != "version") fill(work, name, value);
            });
            if constexpr (requires { record.confidence; }) record.confidence = 1 + one_of(5);
            if constexpr (std::same_as<T, domain::Profile>)
                if (!m_taken.insert(record.unit).second) continue;
            if constexpr (std::same_as<T, domain::Person>) record.user_name = "user " + std::to_string(++m_users);
            if (m_is_possible) work.put(record, "test.fill", text());
        }
    }

    template <class Value>
    void fill(Work& work, std::string_view name, Value& value) {
        if constexpr (base::IsOptional<Value>::value) {
            if (one_of(2) == 0) return;
            auto const could = m_is_possible;
            fill(work, name, value.emplace(typename Value::value_type{}));
            if (could && !m_is_possible) value.reset();
            m_is_possible = could;
        } else if constexpr (base::IsVector<Value>::value) {
            for (int number = one_of(4); number > 0; --number) {
                auto const could = m_is_possible;
                fill(work, name, value.emplace_back(typename Value::value_type{}));
                if (could && !m_is_possible) value.pop_back();
                m_is_possible = could;
            }
        } else if constexpr (base::IsId<Value>::value) {
            refer(work, value);
        } else if constexpr (base::Named<Value>) {
            auto const names = names_of(value);
            value = names[static_cast<std::size_t>(one_of(static_cast<int>(names.size())))].first;
        } else if constexpr (std::same_as<Value, base::Date>) {
            value = base::plus_days(base::Date{std::chrono::year{2024} / 1 / 1}, one_of(1500));
        } else if constexpr (std::same_as<Value, base::Instant>) {
            value = base::to_instant("2026-01-01T00:00:00Z") + std::chrono::seconds{one_of(30'000'000)};
        } else if constexpr (base::Described<Value>) {
            base::for_each_field(value, [&](std::string_view inner, auto& field) { fill(work, inner, field); });
        } else if constexpr (std::same_as<Value, bool>) {
            value = one_of(2) == 1;
        } else if constexpr (std::integral<Value>) {
            value = static_cast<Value>(one_of(1000));
        } else if constexpr (std::floating_point<Value>) {
            constexpr std::array numbers{0.0, -0.0, 0.1, 1e-300, -12.5, 1e300, 1.0 / 3, 99.999999999999986};
            value = numbers[static_cast<std::size_t>(one_of(numbers.size()))];
        } else if (name == "unit" || name == "units") {
            value = m_units[static_cast<std::size_t>(one_of(static_cast<int>(m_units.size())))];
        } else {
            value = text();
        }
    }

    // To a record of that kind that is there.
    template <class Id>
    void refer(Work& work, Id& id) {
        std::vector<Id> there;
        std::apply(
            [&]<class... T>(plan::Table<T> const&... table) {
                auto const look = [&]<class U>(plan::Table<U> const& records) {
                    if constexpr (std::same_as<Id, typename plan::Table<U>::Id>)
                        for (auto const& record : records) there.push_back(record.id);
                };
                (look(table), ...);
            },
            work.tables().all());
        if (there.empty())
            m_is_possible = false;
        else
            id = there[static_cast<std::size_t>(one_of(static_cast<int>(there.size())))];
    }

    std::string text() {
        static std::array<std::string, 12> const texts{
            "",
            "Varje elev får stöd i tid",
            "rad ett\nrad två\r\nrad tre",
            "\"citat\", komma; semikolon\ttabb",
            "<script>alert('x')</script>",
            "  blanksteg runt om  ",
            "=SUM(A1:A9)",
            "åäö ÅÄÖ é ß 漢字 🧵",
            "\xEF\xBB\xBF"
            "med märke i början",
            "'; drop table goal; --",
            "{0} % {1} \\n \\u0000",
            std::string(5000, 'x'),
        };
        return texts[static_cast<std::size_t>(one_of(texts.size()))];
    }

    int one_of(int many) { return static_cast<int>(m_random() % static_cast<unsigned>(many)); }

    std::mt19937 m_random;
    std::vector<std::string> m_units;
    std::set<std::string> m_taken;
    bool m_is_possible = true; // what it must refer to is there
    int m_users = 0;
};

} // namespace rodtrad::steering::test
