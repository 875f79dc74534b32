#include "import/xml_elements.hpp"

#include "base/message.hpp"
#include "import/unreadable.hpp"

namespace rodtrad::import {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 16U;

} // namespace

XmlElements::XmlElements(ByteSource& xml, std::string_view container, std::string_view element, std::string place)
    : m_xml{xml}, m_container{container}, m_element{element}, m_place{std::move(place)} {}

bool XmlElements::next(std::string_view& element) {
    using enum Tag::Kind;
    while (m_state != State::after) {
        m_keep = m_at;
        auto tag = next_tag();
        if (m_state == State::before) {
            if (tag.name == m_container && tag.kind != closing)
                m_state = tag.kind == empty ? State::after : State::inside;
        } else if (tag.name == m_container && tag.kind == closing) {
            m_state = State::after;
        } else if (tag.name == m_element && tag.kind != closing) {
            m_keep = tag.begin;
            if (tag.kind != empty)
                while (tag.kind != closing || tag.name != m_element) tag = next_tag();
            element = std::string_view{m_buffer}.substr(m_keep, tag.end - m_keep);
            return true;
        }
    }
    return false;
}

// Comments, processing instructions and CDATA are passed over; a document type, which no workbook has, is refused.
XmlElements::Tag XmlElements::next_tag() {
    for (;;) {
        m_at = past("<") - 1;
        constexpr std::size_t longest_mark = 9; // <![CDATA[
        while (m_buffer.size() - m_at < longest_mark) {
            auto const size = m_buffer.size() - m_at;
            read_more();
            if (m_buffer.size() - m_at == size) break;
        }
        auto const rest = std::string_view{m_buffer}.substr(m_at);
        if (rest.starts_with("<!--")) {
            m_at = past("-->");
        } else if (rest.starts_with("<![CDATA[")) {
            m_at = past("]]>");
        } else if (rest.starts_with("<?")) {
            m_at = past("?>");
        } else if (rest.starts_with("<!")) {
            fail_damaged();
        } else {
            break;
        }
    }
    auto const end = past_tag();
    Tag tag{.begin = m_at, .end = end};
    auto text = std::string_view{m_buffer}.substr(m_at + 1, end - m_at - 2);
    if (text.starts_with('/')) {
        tag.kind = Tag::Kind::closing;
        text.remove_prefix(1);
    } else if (text.ends_with('/')) {
        tag.kind = Tag::Kind::empty;
        text.remove_suffix(1);
    }
    tag.name = text.substr(0, text.find_first_of(" \t\r\n"));
    if (auto const colon = tag.name.find(':'); colon != std::string_view::npos) tag.name.remove_prefix(colon + 1);
    m_at = end;
    return tag;
}

// The place after the next mark, counted from m_at.
std::size_t XmlElements::past(std::string_view mark) {
    for (std::size_t looked_at = 0;;) {
        auto const found = m_buffer.find(mark, m_at + looked_at);
        if (found != std::string::npos) return found + mark.size();
        auto const size = m_buffer.size() - m_at;
        looked_at = size < mark.size() ? 0 : size - mark.size() + 1;
        read_more();
        if (m_buffer.size() - m_at == size) fail_damaged();
    }
}

// The place after the > of the tag that begins at m_at; a > within quotation marks is part of a value.
std::size_t XmlElements::past_tag() {
    char quote = '\0';
    for (std::size_t length = 1;; ++length) {
        if (m_at + length == m_buffer.size()) {
            read_more();
            if (m_at + length == m_buffer.size()) fail_damaged();
        }
        auto const c = m_buffer[m_at + length];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return m_at + length + 1;
        }
    }
}

void XmlElements::read_more() {
    m_buffer.erase(0, m_keep);
    m_at -= m_keep;
    m_keep = 0;
    if (m_buffer.size() > max_element_size)
        throw Unreadable{base::message("{0}: a row or a text is larger than {1} MiB. Save the sheet as \"CSV UTF-8\"."),
                         {m_place, std::to_string(max_element_size >> 20U)}};
    auto const size = m_buffer.size();
    m_buffer.resize(size + block_size);
    m_buffer.resize(size + m_xml.read(std::span{m_buffer}.subspan(size)));
}

void XmlElements::fail_damaged() const {
    throw Unreadable{base::message("{0}: the file is damaged or cut off. Save it again."), {m_place}};
}

} // namespace rodtrad::import
