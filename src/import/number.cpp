#include "import/number.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace rodtrad::import {

namespace {

using namespace std::string_view_literals;

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

void take_sign(std::string_view& text, Plain& plain) {
    if (text.empty() || is_digit(text.front())) return;
    if (take_minus(text)) {
        plain.append('-');
        while (take_space(text)) {
        }
    } else {
        take(text, "+");
    }
}

void remove_percent(std::string_view& text) {
    if (!text.ends_with('%')) return;
    text.remove_suffix(1);
    for (auto const space : {" "sv, "\xC2\xA0"sv, "\xE2\x80\xAF"sv})
        if (text.ends_with(space)) text.remove_suffix(space.size());
}

// What stands before an exponent: digits, perhaps in groups of thousands, perhaps with decimals.
class Mantissa {
public:
    Mantissa(Plain& plain, char decimal) : m_plain{plain}, m_decimal{decimal} {}

    // Takes a digit or a separator off the text; false where it may not stand there.
    bool take_next(std::string_view& text) {
        auto const c = text.front();
        if (is_digit(c)) {
            m_plain.append(c);
            text.remove_prefix(1);
            ++m_digits;
            m_has_digit = true;
            return true;
        }
        return c == m_decimal && c != '\0' ? take_decimal_sign(text) : take_thousands_separator(text);
    }

    bool may_have_exponent() const { return m_has_digit && m_groups == 0; }
    bool may_end() const { return m_has_digit && (m_groups == 0 || m_digits == 3); }

private:
    bool take_decimal_sign(std::string_view& text) {
        if (m_is_in_decimals || !may_end()) return false;
        m_is_in_decimals = true;
        m_groups = 0;
        m_plain.append('.');
        text.remove_prefix(1);
        return true;
    }

    // The same separator throughout, with groups of three after it.
    bool take_thousands_separator(std::string_view& text) {
        auto const c = text.front();
        auto const separator = c == ',' || c == '.' ? c : ' ';
        if (separator == ' ' ? !take_space(text) : !take(text, text.substr(0, 1))) return false;
        if (m_is_in_decimals || !may_end() || m_digits > 3) return false;
        if (m_separator != '\0' && m_separator != separator) return false;
        m_separator = separator;
        ++m_groups;
        m_digits = 0;
        return true;
    }

    Plain& m_plain;
    char m_decimal;          // 0 for none
    char m_separator = '\0'; // of thousands, once one is read: ' ', ',' or '.'
    int m_digits = 0;        // since the last separator
    int m_groups = 0;        // separated by one so far
    bool m_has_digit = false;
    bool m_is_in_decimals = false;
};

// What stands after the e of an exponent. Which digits and signs make one is left to from_chars.
bool append_exponent(std::string_view text, Plain& plain) {
    plain.append('e');
    take(text, "+");
    for (auto const c : text) {
        if (plain.is_full()) return false;
        if (!is_digit(c) && c != '-') return false;
        plain.append(c);
    }
    return true;
}

} // namespace

Number to_number(std::string_view text, DecimalSign stated) {
    Plain plain;
    take_sign(text, plain);
    remove_percent(text);
    Mantissa mantissa{plain, decimal_sign(text, stated)};
    while (!text.empty()) {
        if (plain.is_full()) return {};
        if (mantissa.may_have_exponent() && (take(text, "e") || take(text, "E")))
            return append_exponent(text, plain) ? plain.value() : Number{};
        if (!mantissa.take_next(text)) return {};
    }
    return mantissa.may_end() ? plain.value() : Number{};
}

} // namespace rodtrad::import
