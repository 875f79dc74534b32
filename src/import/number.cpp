#include "import/number.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace rodtrad::import {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

// Space, NBSP, narrow NBSP or thin space
bool take_space(std::string_view& text) {
    return take(text, " ") || take(text, "\xC2\xA0") || take(text, "\xE2\x80\xAF") || take(text, "\xE2\x80\x89");
}

// Hyphen, minus sign U+2212 or en dash
bool take_minus(std::string_view& text) {
    return take(text, "-") || take(text, "\xE2\x88\x92") || take(text, "\xE2\x80\x93");
}

// The sign that is decimal in this text; 0 for none.
char decimal_sign(std::string_view text, DecimalSign stated) {
    if (stated == DecimalSign::comma) return ',';
    if (stated == DecimalSign::point) return '.';
    auto commas = 0;
    auto points = 0;
    auto last = '\0';
    for (auto const c : text) {
        commas += c == ',' ? 1 : 0;
        points += c == '.' ? 1 : 0;
        if (c == ',' || c == '.') last = c;
    }
    if (commas > 0 && points > 0) return last;
    return commas + points == 1 ? last : '\0';
}

// The number in the form that from_chars reads.
class Plain {
public:
    bool is_full() const { return m_size == m_text.size(); }
    void append(char c) { m_text[m_size++] = c; }
    Number value() const {
        Number number{Number::Kind::number, 0};
        auto const* const end = m_text.data() + m_size;
        auto const [stop, error] = std::from_chars(m_text.data(), end, number.value);
        if (error == std::errc::result_out_of_range) return {Number::Kind::out_of_range, 0};
        if (error != std::errc{} || stop != end) return {};
        if (!std::isfinite(number.value)) return {Number::Kind::out_of_range, 0};
        return number;
    }

private:
    std::array<char, 64> m_text;
    std::size_t m_size = 0;
};

} // namespace

Number to_number(std::string_view text, DecimalSign stated) {
    Plain plain;
    auto const has_sign = !text.empty() && !is_digit(text.front());
    if (has_sign && take_minus(text)) {
        plain.append('-');
        for (auto has_space = true; has_space;) has_space = take_space(text);
    } else if (has_sign) {
        take(text, "+");
    }
    if (text.ends_with('%')) {
        text.remove_suffix(1);
        for (auto const space : {" ", "\xC2\xA0", "\xE2\x80\xAF"})
            if (text.ends_with(space)) text.remove_suffix(std::string_view{space}.size());
    }
    auto const decimal = decimal_sign(text, stated);

    auto digits = 0; // since the last thousands separator
    auto groups = 0; // separated by one so far
    auto has_digit = false;
    char thousands = '\0'; // the separator in use: ' ', ',' or '.'
    auto is_in_decimals = false;
    while (!text.empty()) {
        if (plain.is_full()) return {};
        auto const c = text.front();
        if (is_digit(c)) {
            plain.append(c);
            text.remove_prefix(1);
            ++digits;
            has_digit = true;
            continue;
        }
        if (c == decimal && decimal != '\0') {
            if (is_in_decimals || !has_digit || (groups > 0 && digits != 3)) return {};
            is_in_decimals = true;
            groups = 0;
            plain.append('.');
            text.remove_prefix(1);
            continue;
        }
        if ((c == 'e' || c == 'E') && has_digit && groups == 0) {
            // The rest is an exponent, which from_chars judges.
            plain.append('e');
            text.remove_prefix(1);
            take(text, "+");
            for (; !text.empty(); text.remove_prefix(1)) {
                if (plain.is_full()) return {};
                if (!is_digit(text.front()) && text.front() != '-') return {};
                plain.append(text.front());
            }
            return plain.value();
        }
        // What is left can only be a thousands separator, the same throughout, with groups of three after it.
        auto const separator = c == ',' || c == '.' ? c : ' ';
        if (separator == ' ' ? !take_space(text) : !take(text, text.substr(0, 1))) return {};
        if (is_in_decimals || !has_digit || digits > 3 || (groups > 0 && digits != 3)) return {};
        if (thousands != '\0' && thousands != separator) return {};
        thousands = separator;
        ++groups;
        digits = 0;
    }
    if (!has_digit || (groups > 0 && digits != 3)) return {};
    return plain.value();
}

} // namespace rodtrad::import
