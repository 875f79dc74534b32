#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace rodtrad::view {

// A language that the pages speak. The texts in the code are English; locale/sv holds the Swedish ones, compiled
// into the program. There is one Language of each, made once, shared by all threads, and passed by reference.
//
//     language.tr("Measures")                                        → "Mått"
//     language.tr("{0} of {1}", share, all)                          → "121 av 152"
//     language.trn("{0} measure", "{0} measures", n, number)         → "3 mått"
//     language.trc("direction", "Higher")                            → the word in that sense
class Language {
public:
    static Language const& swedish();
    static Language const& english();

    // The one with this code ("sv", "en"); null for another.
    static Language const* find(std::string_view code);

    // What a browser asks for ("en-GB,en;q=0.8,sv;q=0.5"); Swedish where it asks for neither.
    static Language const& preferred(std::string_view accept_language);

    std::string_view code() const { return m_code; }
    bool is_swedish() const { return m_code == "sv"; }

    // How it writes numbers.
    std::string_view decimal_sign() const { return m_decimal_sign; }
    std::string_view thousands_sign() const { return m_thousands_sign; }

    // A text that has not been translated is given back as it is.
    std::string_view tr(std::string_view text) const { return form_of(text, text, 0); }
    std::string_view trc(std::string_view context, std::string_view text) const;
    // The form for n of something. Give n again, as it should be written, among the arguments.
    std::string_view trn(std::string_view one, std::string_view many, std::int64_t n) const;

    // The same with {0}, {1}… filled in. The arguments are texts: numbers and dates are written for the language first.
    std::string tr(std::string_view text, std::convertible_to<std::string_view> auto const&... arguments) const
        requires(sizeof...(arguments) > 0)
    {
        return filled_in(tr(text), {std::string_view{arguments}...});
    }
    std::string trn(std::string_view one, std::string_view many, std::int64_t n,
                    std::convertible_to<std::string_view> auto const&... arguments) const
        requires(sizeof...(arguments) > 0)
    {
        return filled_in(trn(one, many, n), {std::string_view{arguments}...});
    }

    // The texts of its catalogue ("text" or "context\4text"), with their forms parted by NUL.
    using Catalogue = std::unordered_map<std::string_view, std::string_view>;
    Catalogue const& catalogue() const { return m_catalogue; }

    Language(Language const&) = delete;
    Language& operator=(Language const&) = delete;

private:
    Language(std::string_view code, std::string_view decimal_sign, std::string_view thousands_sign,
             std::string_view catalogue);
    // The nth form of a key's text; `fallback` where the catalogue does not have it.
    std::string_view form_of(std::string_view key, std::string_view fallback, std::size_t n) const;
    static std::string filled_in(std::string_view text, std::initializer_list<std::string_view> arguments);

    std::string_view m_code;
    std::string_view m_decimal_sign;
    std::string_view m_thousands_sign;
    Catalogue m_catalogue; // of views into the program itself
};

// Marks a text that stands in a table and is translated where it is used: language.tr(row.text).
constexpr std::string_view message(std::string_view text) { return text; }

} // namespace rodtrad::view
