#pragma once

#include "view/language.hpp"

#include <filesystem>

namespace rodtrad::app {

// What holds for every command.
struct Settings {
    std::filesystem::path data_folder = "data"; // --data, RODTRAD_DATA
    std::string language_code = "sv";           // --language
    view::Language const& language() const {
        auto const* found = view::Language::find(language_code);
        return found != nullptr ? *found : view::Language::swedish();
    }
};

} // namespace rodtrad::app
