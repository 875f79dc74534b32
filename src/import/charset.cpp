#include "import/charset.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "import/shown.hpp"
#include "import/unreadable.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace rodtrad::import {

namespace {

using namespace std::string_view_literals;

// Read beyond a block so that the character it ends in is whole before its charset is judged.
constexpr std::size_t look_further = 1024;

constexpr std::size_t peek_size = std::size_t{1} << 16U;

constexpr auto utf8_mark = "\xEF\xBB\xBF"sv;

// CP1252 differs from Latin-1 in 0x80–0x9F; 0 = undefined.
constexpr std::array<char16_t, 32> cp1252_upper = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

} // namespace

std::optional<Charset> to_charset(std::string_view name) {
    auto const lower = base::lower(name);
    for (auto const known : {"utf-8"sv, "utf8"sv})
        if (lower == known) return Charset::utf8;
    for (auto const known : {"cp1252"sv, "windows-1252"sv, "latin-1"sv, "latin1"sv, "iso-8859-1"sv})
        if (lower == known) return Charset::cp1252;
    return {};
}

void append_cp1252(std::string& to, std::string_view bytes, std::string_view undefined) {
    for (auto const c : bytes) {
        auto const byte = static_cast<unsigned char>(c);
        char16_t const code = byte >= 0x80 && byte < 0xA0 ? cp1252_upper[byte - 0x80U] : byte;
        if (code == 0) {
            to += undefined;
        } else if (code < 0x80) {
            to += static_cast<char>(code);
        } else if (code < 0x800) {
            to += static_cast<char>(0xC0 | code >> 6);
            to += static_cast<char>(0x80 | (code & 0x3F));
        } else {
            to += static_cast<char>(0xE0 | code >> 12);
            to += static_cast<char>(0x80 | (code >> 6 & 0x3F));
            to += static_cast<char>(0x80 | (code & 0x3F));
        }
    }
}

Utf8Source::Utf8Source(ByteSource& bytes, std::optional<Charset> stated, std::string name)
    : m_bytes{bytes}, m_name{std::move(name)} {
    if (!stated) return;
    m_charset = *stated;
    m_evidence = Evidence::stated;
}

std::string_view Utf8Source::peek() {
    if (m_is_first) {
        m_peeked.resize(peek_size);
        m_peeked.resize(read_on(m_peeked));
    }
    return m_peeked;
}

std::size_t Utf8Source::read(std::span<char> into) {
    if (m_peeked.empty()) return read_on(into);
    auto const count = m_peeked.copy(into.data(), into.size());
    m_peeked.erase(0, count);
    return count;
}

std::size_t Utf8Source::read_on(std::span<char> into) {
    if (m_charset == Charset::utf8 && m_evidence != Evidence::none && !m_is_first) return read_all(m_bytes, into);

    // CP1252 can grow to three times its size.
    auto const room = into.size() / 3 - look_further;
    auto size = read_all(m_bytes, into.first(room));
    if (m_is_first) size = strip_mark(into.first(room), size);
    for (std::size_t more = 0; more < look_further && size > 0 && is_beyond_ascii(into[size - 1]); ++more)
        if (m_bytes.read(into.subspan(size, 1)) == 1) ++size;
    if (m_evidence == Evidence::none) guess({into.data(), size});
    if (m_charset == Charset::utf8) return size;

    m_block.assign(into.data(), size);
    convert(m_block);
    return m_converted.copy(into.data(), into.size());
}

std::size_t Utf8Source::strip_mark(std::span<char> block, std::size_t size) {
    m_is_first = false;
    std::string_view const start{block.data(), size};
    auto const nuls = std::ranges::count(start, '\0');
    if (start.starts_with("\xFF\xFE"sv) || start.starts_with("\xFE\xFF"sv) || nuls > std::ssize(start) / 4)
        throw Unreadable{
            base::message("{0}: this is UTF-16 or no text at all. Save it as UTF-8 (in Excel: \"CSV UTF-8\")."),
            {m_name}};
    if (!start.starts_with(utf8_mark)) return size;
    m_charset = Charset::utf8;
    m_evidence = Evidence::byte_order_mark;
    auto const rest = size - utf8_mark.size();
    std::memmove(block.data(), block.data() + utf8_mark.size(), rest);
    return rest;
}

void Utf8Source::guess(std::string_view block) {
    std::size_t of_utf8 = 0;
    std::size_t of_another = 0;
    while (!block.empty()) {
        auto const size = is_beyond_ascii(block.front()) ? first_character_size(block) : 1;
        of_utf8 += size > 1 ? 1U : 0U;
        of_another += size == 0 ? 1U : 0U;
        block.remove_prefix(std::max<std::size_t>(size, 1));
    }
    if (of_utf8 + of_another == 0) return;
    m_charset = of_utf8 >= of_another ? Charset::utf8 : Charset::cp1252;
    m_evidence = Evidence::guessed;
}

// What would be a letter in UTF-8 is not two signs such as "Ã¥" in a text that was only guessed to be CP1252.
void Utf8Source::convert(std::string_view block) {
    constexpr auto not_utf8 = "\x81"sv; // undefined in CP1252 as well
    m_converted.clear();
    while (!block.empty()) {
        auto const size = is_beyond_ascii(block.front()) ? first_character_size(block) : 1;
        if (size > 1 && m_evidence == Evidence::guessed) {
            m_converted += not_utf8;
            m_converted += block.substr(0, size);
            block.remove_prefix(size);
            continue;
        }
        if (block.front() == '\0')
            m_converted += '\0';
        else
            append_cp1252(m_converted, block.substr(0, 1), not_utf8);
        block.remove_prefix(1);
    }
}

std::string Utf8Source::charset_text() const {
    std::string text = m_charset == Charset::utf8 ? "UTF-8" : "CP1252";
    switch (m_evidence) {
    case Evidence::none:
    case Evidence::stated:
        return text;
    case Evidence::byte_order_mark:
        return text + " (byte order mark)";
    case Evidence::guessed:
        return m_charset == Charset::utf8 ? text : text + " (guessed)";
    }
    return text;
}

} // namespace rodtrad::import
