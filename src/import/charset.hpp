#pragma once

#include "import/byte_source.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::import {

enum class Charset : std::uint8_t { utf8, cp1252 };
std::optional<Charset> to_charset(std::string_view name); // "utf-8", "cp1252", "latin-1"…

// CP1252 as UTF-8, with a text of one's choice for NUL and the five bytes that CP1252 leaves undefined.
void append_cp1252(std::string& to, std::string_view bytes, std::string_view undefined);

// A source as UTF-8. Where no charset is stated it is guessed at the first byte beyond ASCII, by what most of the
// letters around it are: UTF-8 or CP1252. UTF-16 is refused.
// A row may still be in another charset than the file. It then comes out as bytes that are not UTF-8, whichever of
// the two it is, so that it is complained about and no letter is silently changed.
class Utf8Source {
public:
    Utf8Source(ByteSource& bytes, std::optional<Charset> stated, std::string name);

    // What the text begins with, without taking it.
    std::string_view peek();
    // Returns fewer bytes than there is room for, and 0 only at the end; `into` has room for 4 KiB at least.
    std::size_t read(std::span<char> into);
    // For the report: "UTF-8", "UTF-8 (byte order mark)", "CP1252 (guessed)".
    std::string charset_text() const;

private:
    enum class Evidence : std::uint8_t { none, stated, byte_order_mark, guessed };
    std::size_t read_on(std::span<char> into);
    void guess(std::string_view block);
    void convert(std::string_view block);
    std::size_t strip_mark(std::span<char> block, std::size_t size);

    ByteSource& m_bytes;
    std::string m_name;
    Charset m_charset = Charset::utf8;
    Evidence m_evidence = Evidence::none;
    bool m_is_first = true;
    std::string m_peeked;
    std::string m_block;
    std::string m_converted;
};

} // namespace rodtrad::import
