#pragma once

#include "import/byte_source.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace rodtrad::import {

// The elements of one name within another, one at a time and in constant memory: the rows of a sheet, the texts of a
// workbook. Prefixes of names are not looked at. What an element holds is left to whoever parses it.
class XmlElements {
public:
    static constexpr std::size_t max_element_size = std::size_t{16} << 20U;

    // The names outlive it; `place` is what to call the file in messages.
    XmlElements(ByteSource& xml, std::string_view container, std::string_view element, std::string place);

    // Gives the element from its < to its >, valid until the next one; false after the last. Throws base::Error where
    // the container is not there, is not closed, or an element is larger than any may be.
    bool next(std::string_view& element);

private:
    struct Tag {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string_view name; // without prefix
        enum class Kind : unsigned char { opening, closing, empty } kind = Kind::opening;
    };
    Tag next_tag();
    std::size_t past(std::string_view mark);
    std::size_t past_tag();
    void read_more();
    [[noreturn]] void fail_damaged() const;

    ByteSource& m_xml;
    std::string_view m_container;
    std::string_view m_element;
    std::string m_place;
    std::string m_buffer;
    std::size_t m_at = 0;   // what is before it has been looked at
    std::size_t m_keep = 0; // what is before it may be forgotten
    enum class State : unsigned char { before, inside, after } m_state = State::before;
};

} // namespace rodtrad::import
