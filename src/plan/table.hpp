#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace rodtrad::plan {

// The records of one kind, by id. A copy shares them with the original, so that a plan in which one goal was changed
// costs a pointer for each of the others.
template <class T>
class Table {
public:
    using Id = decltype(T::id);

    class Iterator {
    public:
        using Inner = typename std::vector<std::shared_ptr<T const>>::const_iterator;
        using difference_type = std::ptrdiff_t;
        using value_type = T;
        Iterator() = default;
        explicit Iterator(Inner at) : m_at{at} {}
        T const& operator*() const { return **m_at; }
        T const* operator->() const { return m_at->get(); }
        Iterator& operator++() {
            ++m_at;
            return *this;
        }
        Iterator operator++(int) { return Iterator{m_at++}; }
        bool operator==(Iterator const&) const = default;

    private:
        Inner m_at;
    };

    Table() = default;
    explicit Table(std::vector<T> records) { // by id
        m_records.reserve(records.size());
        for (auto& record : records) m_records.push_back(std::make_shared<T const>(std::move(record)));
    }

    Iterator begin() const { return Iterator{m_records.begin()}; }
    Iterator end() const { return Iterator{m_records.end()}; }
    std::size_t size() const { return m_records.size(); }
    bool empty() const { return m_records.empty(); }
    T const& operator[](std::size_t position) const { return *m_records[position]; }

    // Null where there is none.
    T const* find(Id id) const {
        auto const found = std::ranges::lower_bound(m_records, id, {}, &id_of);
        return found != m_records.end() && (*found)->id == id ? found->get() : nullptr;
    }

    // In the place of the one with the same id, or new.
    void put(T record) {
        auto const place = std::ranges::lower_bound(m_records, record.id, {}, &id_of);
        bool const is_there = place != m_records.end() && (*place)->id == record.id;
        auto shared = std::make_shared<T const>(std::move(record));
        if (is_there)
            *place = std::move(shared);
        else
            m_records.insert(place, std::move(shared));
    }

private:
    static Id id_of(std::shared_ptr<T const> const& record) { return record->id; }

    std::vector<std::shared_ptr<T const>> m_records;
};

} // namespace rodtrad::plan
