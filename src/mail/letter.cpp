#include "mail/letter.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rodtrad::mail {

namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t longest_address = 254; // RFC 5321, 4.5.3.1.3
constexpr std::size_t longest_base64_line = 76;
constexpr std::size_t bytes_in_a_word = 39; // of RFC 2047: with what is around it, and "Subject: ", 73 characters

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// The field's text, which may stand in a header: whoever writes it can neither end the header nor begin another.
std::string_view checked(std::string_view field, std::string_view text) {
    if (std::ranges::any_of(text, is_control))
        throw base::Error(
            fmt::format("the letter's {} holds a line break or another control character: take it out", field));
    if (!base::is_utf8(text)) throw base::Error(fmt::format("the letter's {} is not UTF-8", field));
    return text;
}

// An address as it stands between < and >: one @ with something on either side, visible ASCII, nothing that quotes or
// parts.
std::string_view checked_address(std::string_view field, std::string_view text) {
    checked(field, text);
    auto const at = text.find('@');
    bool const is_whole = at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
                          text.find('@', at + 1) == std::string_view::npos;
    bool const is_plain = std::ranges::all_of(text, [](char c) { return is_ascii(c) && c != ' '; }) &&
                          text.find_first_of("<>()[]\\,;:\"") == std::string_view::npos;
    if (!is_whole || !is_plain || text.size() > longest_address)
        throw base::Error(fmt::format("the letter's {} \"{}\" is not an e-mail address", field, text));
    return text;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        auto const byte = [&](std::size_t n) {
            return i + n < bytes.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i + n])) : 0U;
        };
        auto const three = byte(0) << 16U | byte(1) << 8U | byte(2);
        for (std::size_t n = 0; n < 4; ++n) text += i + n > bytes.size() ? '=' : digits[three >> (18U - 6U * n) & 63U];
    }
    return text;
}

// Free text in a header: as it is where it is plain and short, otherwise in encoded words (RFC 2047), a line each.
std::string words(std::string_view text) {
    bool const is_plain = std::ranges::all_of(text, is_ascii) && text.size() <= longest_base64_line - 16 &&
                          text.find("=?") == std::string_view::npos && base::trimmed(text) == text;
    if (is_plain) return std::string{text};
    std::string result;
    while (!text.empty()) {
        auto length = std::min(text.size(), bytes_in_a_word);
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
            --length; // whole characters
        result += fmt::format("{}=?UTF-8?B?{}?=", result.empty() ? "" : "\r\n ", base64(text.substr(0, length)));
        text.remove_prefix(length);
    }
    return result;
}

// A name before an address. In quotes, since it may hold what means something in a list of addresses ("Öberg, Åsa").
std::string phrase(std::string_view name) {
    auto encoded = words(name);
    if (encoded != name) return encoded;
    std::string quoted = "\"";
    for (char const c : name) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

// RFC 5322, 3.3, in UTC.
std::string date_text(base::Instant instant) {
    constexpr auto days = std::to_array<std::string_view>({"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"});
    constexpr auto months = std::to_array<std::string_view>(
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"});
    auto const day = std::chrono::floor<std::chrono::days>(instant);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const time{instant - day};
    return fmt::format("{}, {} {} {:04} {:02}:{:02}:{:02} +0000", days[std::chrono::weekday{day}.c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::string body(std::string_view text) {
    std::string with_line_ends;
    for (char const c : text)
        if (c == '\n')
            with_line_ends += line_end;
        else if (c != '\r')
            with_line_ends += c;
    std::string const encoded = base64(with_line_ends);
    std::string lines;
    for (std::size_t i = 0; i < encoded.size(); i += longest_base64_line) {
        lines += std::string_view{encoded}.substr(i, longest_base64_line);
        lines += line_end;
    }
    return lines;
}

} // namespace

std::string to_message(Letter const& letter) {
    auto const from = checked_address("sender", letter.from);
    auto const to = checked_address("recipient", letter.to);
    auto const name = checked("sender's name", letter.from_name);
    auto const subject = checked("subject", letter.subject);
    auto const id = checked_address("Message-ID", letter.id);
    if (!base::is_utf8(letter.text)) throw base::Error("the letter's text is not UTF-8");

    std::string message;
    auto const header = [&](std::string_view field, std::string_view value) {
        message += fmt::format("{}: {}\r\n", field, value);
    };
    header("Date", date_text(letter.date));
    std::string const sender = name.empty() ? std::string{} : phrase(name);
    bool const fits = sender.size() + from.size() < longest_base64_line - std::string_view{"From:  <>"}.size();
    header("From",
           sender.empty() ? fmt::format("<{}>", from) : fmt::format("{}{}<{}>", sender, fits ? " " : "\r\n ", from));
    header("To", fmt::format("<{}>", to));
    header("Subject", words(subject));
    header("Message-ID", fmt::format("<{}>", id));
    // No out-of-office reply is to come back (RFC 3834).
    header("Auto-Submitted", "auto-generated");
    header("MIME-Version", "1.0");
    header("Content-Type", "text/plain; charset=utf-8");
    header("Content-Transfer-Encoding", "base64");
    return message + std::string{line_end} + body(letter.text);
}

} // namespace rodtrad::mail
