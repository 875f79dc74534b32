#include "import/json_elements.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

namespace rodtrad::import {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 18U;

bool is_blank(int c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

} // namespace

JsonElements::JsonElements(Utf8Source& text, std::string name)
    : m_text{text}, m_name{std::move(name)}, m_block(block_size) {}

std::optional<JsonElements::Element> JsonElements::next() {
    if (m_state == State::start) {
        skip_blanks();
        auto const opening = take();
        if (opening != '[' && opening != '{') fail("an array or an object should begin here");
        m_is_within_object = opening == '{';
        m_state = m_is_within_object ? State::in_object : State::in_array;
    }
    for (;;) {
        if (m_state == State::in_object && !enter_next_array()) m_state = State::at_end;
        if (m_state == State::at_end) {
            skip_blanks();
            if (look() != end_of_file) fail("the file goes on after its end");
            return {};
        }
        skip_blanks();
        if (look() == ']') {
            take();
            m_state = m_is_within_object ? State::in_object : State::at_end;
            continue;
        }
        if (!m_is_first_in_array) {
            if (take() != ',') fail("a comma or ] should stand here");
            skip_blanks();
        }
        m_is_first_in_array = false;
        take_value();
        return Element{m_element, ++m_number};
    }
}

// From within the outer object to the first element of its next array; false at the end of the object.
bool JsonElements::enter_next_array() {
    for (;;) {
        skip_blanks();
        if (look() == '}') {
            take();
            return false;
        }
        if (!m_is_first_in_object) {
            if (take() != ',') fail("a comma or } should stand here");
            skip_blanks();
        }
        m_is_first_in_object = false;
        if (look() != '"') fail("a name in quotation marks should stand here");
        m_element.clear();
        take_string();
        skip_blanks();
        if (take() != ':') fail("a colon should stand here");
        skip_blanks();
        if (look() == '[') {
            take();
            m_is_first_in_array = true;
            m_state = State::in_array;
            return true;
        }
        take_value();
    }
}

void JsonElements::take_value() {
    m_element.clear();
    m_element_at = m_before + m_at;
    auto depth = 0;
    do {
        auto const c = look();
        if (c == end_of_file) fail("the file is cut off");
        if (c == '"') {
            take_string();
            continue;
        }
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') {
            if (depth == 0) fail("a value should stand here");
            --depth;
        }
        keep(take());
        if (depth > 0 || c == '}' || c == ']') continue;
        // a number, true, false or null
        if (c == ',' || c == ':') fail("a value should stand here");
        for (auto next = look(); next != ',' && next != ']' && next != '}' && next != end_of_file && !is_blank(next);
             next = look())
            keep(take());
    } while (depth > 0);
}

void JsonElements::take_string() {
    keep(take());
    for (;;) {
        auto const c = take();
        if (c == end_of_file) fail("the file is cut off");
        keep(c);
        if (c == '"') return;
        if (c == '\\') keep(take());
    }
}

void JsonElements::keep(int c) {
    if (m_element.size() == max_element_size) fail_at_element("the element is larger than 4 MiB");
    if (c != end_of_file) m_element += static_cast<char>(c);
}

int JsonElements::look() {
    if (m_at == m_end) {
        m_before += m_end;
        m_at = 0;
        m_end = m_text.read(m_block);
        if (m_end == 0) return end_of_file;
    }
    return static_cast<unsigned char>(m_block[m_at]);
}

int JsonElements::take() {
    auto const c = look();
    if (c != end_of_file) ++m_at;
    return c;
}

void JsonElements::skip_blanks() {
    while (is_blank(look())) take();
}

void JsonElements::fail(std::string_view what) const {
    auto const is_cut_off = m_at == m_end;
    throw base::Error{fmt::format("{}: the JSON cannot be read: at byte {} {}. Fetch the file again.", m_name,
                                  m_before + m_at + 1, is_cut_off ? "the file is cut off" : what)};
}

void JsonElements::fail_at_element(std::string_view what) const {
    throw base::Error{fmt::format("{}: the JSON cannot be read: element {}, from byte {}: {}. Fetch the file again.",
                                  m_name, m_number, m_element_at + 1, what)};
}

} // namespace rodtrad::import
