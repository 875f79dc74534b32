#pragma once

#include "base/text.hpp"
#include "import/sink.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rodtrad::steering {

// The things of one kind that a delivery may speak of (units, measures, groups), by their codes: what stood before it,
// what it states, and what it only mentions.
template <class Value>
class Definitions {
public:
    struct Entry {
        std::string code;
        std::int64_t id = 0;
        std::optional<Value> standing; // before this delivery
        std::optional<Value> stated;   // by this delivery
        std::string file;              // where it was stated, or first mentioned
        std::int64_t row = 0;

        import::Place place() const { return {file, row}; }
    };

    void add_standing(std::int64_t id, Value value) {
        auto const position = m_entries.size();
        m_by_code.emplace(value.code, position);
        auto code = value.code;
        m_entries.push_back(
            {.code = std::move(code), .id = id, .standing = std::move(value), .stated = {}, .file = {}});
    }

    // The entry of a code that the delivery states; null where the same file has stated it already.
    Entry* state(std::string_view code, import::Place place) {
        auto& entry = mention(code, place);
        if (entry.stated && entry.file == place.file) return nullptr;
        entry.file = place.file;
        entry.row = place.row;
        return &entry;
    }

    // The entry of a code, made where there is none. Rows in a run often name the same thing.
    Entry& mention(std::string_view code, import::Place place) { return m_entries[position_of(code, place)]; }
    std::size_t position_of(std::string_view code, import::Place place) {
        if (m_latest < m_entries.size() && m_entries[m_latest].code == code) return m_latest;
        if (auto const found = m_by_code.find(code); found != m_by_code.end()) return m_latest = found->second;
        m_latest = m_entries.size();
        m_by_code.emplace(std::string{code}, m_latest);
        m_entries.push_back({.code = std::string{code},
                             .id = 0,
                             .standing = {},
                             .stated = {},
                             .file = std::string{place.file},
                             .row = place.row});
        return m_latest;
    }

    Entry const* find(std::string_view code) const {
        auto const found = m_by_code.find(code);
        return found == m_by_code.end() ? nullptr : &m_entries[found->second];
    }
    // It stands, is stated, or has figures: more than a mention in a row that was left out.
    bool is_there(std::string_view code) const {
        auto const* entry = find(code);
        return entry != nullptr && (entry->id != 0 || entry->stated);
    }
    Entry& operator[](std::size_t position) { return m_entries[position]; }
    std::vector<Entry>& entries() { return m_entries; }
    std::vector<Entry> const& entries() const { return m_entries; }

    static Value const* current(Entry const& entry) {
        if (entry.stated) return &*entry.stated;
        return entry.standing ? &*entry.standing : nullptr;
    }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<Entry> m_entries;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> m_by_code;
    std::size_t m_latest = 0;
};

} // namespace rodtrad::steering
