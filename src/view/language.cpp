#include "view/language.hpp"

#include "base/error.hpp"
#include "base/message.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cstring>

extern "C" {
extern char const catalogue_sv_begin[], catalogue_sv_end[];
}

namespace rodtrad::view {

namespace {

constexpr char form_separator = '\0';
constexpr std::string_view context_separator = "\4";

// Reads the binary form of a gettext catalogue (GNU gettext manual, "The Format of GNU MO Files"): a table of keys and
// a table of texts, each entry a length and an offset.
Language::Catalogue read_catalogue(std::string_view bytes) {
    constexpr std::uint32_t magic = 0x950412de;
    auto const word = [&](std::size_t at) {
        std::uint32_t value = 0;
        if (at + sizeof value > bytes.size()) throw base::Error("the catalogue of texts in the program is cut off");
        std::memcpy(&value, bytes.data() + at, sizeof value);
        return value;
    };
    if (word(0) != magic) throw base::Error("the catalogue of texts in the program is not one");
    auto const text = [&](std::size_t entry) { return bytes.substr(word(entry + 4), word(entry)); };

    Language::Catalogue catalogue;
    auto const number = word(8);
    for (std::uint32_t i = 0; i < number; ++i) {
        auto const key = text(word(12) + std::size_t{8} * i);
        auto const texts = text(word(16) + std::size_t{8} * i);
        if (!key.empty()) catalogue.emplace(key.substr(0, key.find(form_separator)), texts);
    }
    return catalogue;
}

// The weight of one language in an Accept-Language header; 1 where none is given.
double weight_of(std::string_view parameters) {
    auto const at = parameters.find("q=");
    if (at == parameters.npos) return 1;
    return base::to_double(base::trimmed(parameters.substr(at + 2))).value_or(0);
}

} // namespace

Language::Language(std::string_view code, std::string_view decimal_sign, std::string_view thousands_sign,
                   std::string_view catalogue)
    : m_code{code}, m_decimal_sign{decimal_sign}, m_thousands_sign{thousands_sign} {
    if (!catalogue.empty()) m_catalogue = read_catalogue(catalogue);
}

Language const& Language::swedish() {
    static Language const language{"sv", ",", "\u00A0", {catalogue_sv_begin, catalogue_sv_end}};
    return language;
}

Language const& Language::english() {
    static Language const language{"en", ".", ",", {}};
    return language;
}

Language const* Language::find(std::string_view code) {
    for (auto const* language : {&swedish(), &english()})
        if (language->code() == code) return language;
    return nullptr;
}

Language const& Language::preferred(std::string_view accept_language) {
    Language const* best = nullptr;
    double best_weight = 0;
    while (!accept_language.empty()) {
        auto const end = std::min(accept_language.find(','), accept_language.size());
        auto const entry = base::trimmed(accept_language.substr(0, end));
        accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
        auto const tag_end = std::min(entry.find_first_of(";-"), entry.size());
        auto const* const language = find(base::lower(base::trimmed(entry.substr(0, tag_end))));
        auto const parameters = entry.find(';');
        auto const weight = weight_of(parameters == entry.npos ? std::string_view{} : entry.substr(parameters));
        if (language != nullptr && weight > best_weight) {
            best = language;
            best_weight = weight;
        }
    }
    return best == nullptr ? swedish() : *best;
}

std::string_view Language::form_of(std::string_view key, std::string_view fallback, std::size_t n) const {
    auto const found = m_catalogue.find(key);
    if (found == m_catalogue.end()) return fallback;
    auto forms = found->second;
    for (; n > 0; --n) {
        auto const end = forms.find(form_separator);
        if (end == forms.npos) break;
        forms.remove_prefix(end + 1);
    }
    return forms.substr(0, forms.find(form_separator));
}

std::string_view Language::trc(std::string_view context, std::string_view text) const {
    if (m_catalogue.empty()) return text;
    return form_of(std::string{context}.append(context_separator).append(text), text, 0);
}

// Swedish and English have the same two forms: nplurals=2; plural=(n != 1).
std::string_view Language::trn(std::string_view one, std::string_view many, std::int64_t n) const {
    return n == 1 ? form_of(one, one, 0) : form_of(one, many, 1);
}

std::string Language::filled_in(std::string_view text, std::initializer_list<std::string_view> arguments) {
    return base::filled_in(text, {arguments.begin(), arguments.size()});
}

} // namespace rodtrad::view
