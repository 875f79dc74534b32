#include "base/text.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <array>
#include <charconv>
#include <cmath>

namespace rodtrad::base {

namespace {

constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\r", "\n", "\xC2\xA0", "\xE2\x80\xAF"};

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
}

bool is_swedish_letter(UChar32 c) { return c == U'å' || c == U'ä' || c == U'ö'; }

} // namespace

std::string_view trimmed(std::string_view text) {
    for (bool found = true; found;) {
        found = false;
        for (auto const blank : blanks) {
            if (text.starts_with(blank)) text.remove_prefix(blank.size()), found = true;
            if (text.ends_with(blank)) text.remove_suffix(blank.size()), found = true;
        }
    }
    return text;
}

bool is_utf8(std::string_view text) {
    auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
    auto const size = static_cast<int64_t>(text.size());
    for (int64_t at = 0; at < size;) {
        if (bytes[at] == 0) return false;
        if (bytes[at] < 0x80) {
            ++at;
            continue;
        }
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c); // NOLINT(bugprone-inc-dec-in-conditions): inside ICU's macro
        if (c < 0) return false;
    }
    return true;
}

std::string lower(std::string_view text) {
    std::string result;
    unicode(text).toLower(icu::Locale::getRoot()).toUTF8String(result);
    return result;
}

std::vector<std::string> search_words(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    auto const* compose = icu::Normalizer2::getNFCInstance(status);
    auto const* decompose = icu::Normalizer2::getNFDInstance(status);
    auto const composed = compose->normalize(unicode(text).toLower(icu::Locale::getRoot()), status);

    std::vector<std::string> words;
    icu::UnicodeString word;
    auto const end_word = [&] {
        if (word.isEmpty()) return;
        word.toUTF8String(words.emplace_back());
        word.remove();
    };
    for (int32_t at = 0; at < composed.length();) {
        auto const c = composed.char32At(at);
        at += U16_LENGTH(c);
        if (!u_isalnum(c)) {
            end_word();
        } else if (is_swedish_letter(c)) {
            word.append(c);
        } else {
            // The first code point of the decomposition is the letter without its accents.
            icu::UnicodeString parts;
            word.append(decompose->getDecomposition(c, parts) ? parts.char32At(0) : c);
        }
    }
    end_word();
    return words;
}

std::string shortest(double value) {
    std::array<char, 32> text{};
    auto const [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end};
}

std::optional<double> to_double(std::string_view text) {
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return {};
    return value;
}

} // namespace rodtrad::base
