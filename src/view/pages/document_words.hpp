#pragma once

#include "domain/steering_document.hpp"
#include "view/html.hpp"
#include "view/language.hpp"

#include <string_view>

namespace rodtrad::view::pages {

std::string_view document_kind_name(domain::DocumentKind kind, Language const& language); // "Vision", "Strategi"

// What somebody has written over several lines: an empty line parts paragraphs.
void write_paragraphs(Html& h, std::string_view text);

} // namespace rodtrad::view::pages
