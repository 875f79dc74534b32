#include "view/letter_case.hpp"

#include <utility>

namespace rodtrad::view {

std::string capitalised(std::string_view text) {
    if (text.empty()) return {};
    auto const first = text.front();
    if (first >= 'a' && first <= 'z') return static_cast<char>(first - 'a' + 'A') + std::string{text.substr(1)};
    for (auto const& [small, capital] : {std::pair{"å", "Å"}, std::pair{"ä", "Ä"}, std::pair{"ö", "Ö"}})
        if (text.starts_with(small)) return capital + std::string{text.substr(2)};
    return std::string{text};
}

std::string after_colon(std::string_view sentence) {
    std::string lowered{sentence};
    if (!lowered.empty() && lowered.front() >= 'A' && lowered.front() <= 'Z')
        lowered.front() = static_cast<char>(lowered.front() - 'A' + 'a');
    return lowered;
}

} // namespace rodtrad::view
