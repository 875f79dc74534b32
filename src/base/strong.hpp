#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace rodtrad::base {

// An identity given by the database; 0 until it has given one. Two ids of different things cannot be compared or
// exchanged.
template <class Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(std::int64_t value) : m_value{value} {}
    constexpr std::int64_t value() const { return m_value; }
    constexpr auto operator<=>(Id const&) const = default;

private:
    std::int64_t m_value = 0;
};

// A position in a table in memory.
template <class Tag>
class Index {
public:
    constexpr Index() = default;
    constexpr explicit Index(std::size_t value) : m_value{static_cast<std::uint32_t>(value)} {}
    constexpr std::size_t value() const { return m_value; }
    constexpr Index next() const { return Index{m_value + std::size_t{1}}; }
    constexpr auto operator<=>(Index const&) const = default;

private:
    std::uint32_t m_value = 0;
};

// A vector that only its own kind of index can open.
template <class Key, class Value>
class IndexVector {
public:
    IndexVector() = default;
    explicit IndexVector(std::size_t size, Value value = Value{}) : m_values(size, value) {}

    Value& operator[](Key key) { return m_values[key.value()]; }
    Value const& operator[](Key key) const { return m_values[key.value()]; }
    Key push_back(Value value) {
        m_values.push_back(std::move(value));
        return Key{m_values.size() - 1};
    }
    std::size_t size() const { return m_values.size(); }
    bool empty() const { return m_values.empty(); }
    Key end_key() const { return Key{m_values.size()}; }
    auto begin() { return m_values.begin(); }
    auto end() { return m_values.end(); }
    auto begin() const { return m_values.begin(); }
    auto end() const { return m_values.end(); }

private:
    std::vector<Value> m_values;
};

} // namespace rodtrad::base

template <class Tag>
struct std::hash<rodtrad::base::Id<Tag>> {
    std::size_t operator()(rodtrad::base::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value()); }
};
