#pragma once

#include "import/charset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::import {

// Takes the elements one by one out of a JSON file that is one long array, an object around it ({"values":[…]}) or
// an object of several. What else such an object holds is passed by. Memory is that of the largest element.
class JsonElements {
public:
    static constexpr std::size_t max_element_size = std::size_t{4} << 20U;

    // The name is for messages.
    JsonElements(Utf8Source& text, std::string name);

    struct Element {
        std::string_view text; // valid until the next one; its insides are not yet known to be JSON
        std::int64_t number;   // from 1, over the whole file
    };
    // Nothing at the end. Throws base::Error with the position where the file is not such JSON or is cut off.
    std::optional<Element> next();

    // Throws base::Error saying where the element that was taken last begins.
    [[noreturn]] void fail_at_element(std::string_view what) const;

private:
    enum class State : std::uint8_t { start, in_object, in_array, at_end };

    static constexpr int end_of_file = -1;
    int look();
    int take();
    void skip_blanks();
    void take_value(); // into m_element
    void take_string();
    void keep(int c);
    bool enter_next_array();
    [[noreturn]] void fail(std::string_view what) const;

    Utf8Source& m_text;
    std::string m_name;
    std::vector<char> m_block;
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    std::uint64_t m_before = 0; // bytes before the block

    State m_state = State::start;
    bool m_is_within_object = false;
    bool m_is_first_in_array = true;
    bool m_is_first_in_object = true;
    std::string m_element;
    std::uint64_t m_element_at = 0;
    std::int64_t m_number = 0;
};

} // namespace rodtrad::import
